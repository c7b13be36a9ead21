"""Sharing without agreement: what a decision names may go to whom it names, and nothing else can, whatever is tried."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.answers import Answer, Answers, link_id_of
from app.domain.decision import (
    RIGHT_WAY,
    SharingDecision,
    decided_in,
    decision_in,
    is_justified,
    is_overtaken,
    missing_in_decision,
)
from app.domain.ids import DeviceId, EpisodeId, RecordId
from app.domain.people import Worker
from app.domain.record import FinishedRecord, FormRef, RecordKind
from app.domain.sharing import (
    DESK,
    FAMILY,
    NotAgreed,
    Recipient,
    RecipientKind,
    goes_beyond,
    lines_to_name,
    may_be_named,
    recipient_named,
    released_by_decision,
    released_decided,
)
from app.sealing.records import check_view, finish
from protocol.codec import to_text

KEY = Ed25519PrivateKey.generate()
POLICE = Recipient(RecipientKind.SERVICE, "Ambleton Police")
EIGHT: Answers = {
    "is.ask": "Where she may be. Ambleton Police ask.",
    "is.q1": "yes",
    "is.q2": "yes",
    "is.q3": "yes",
    "is.q4": "refused",
    "is.q5": "no",
    "is.q6": "yes",
    "is.q6.why": "She has not been seen for two days.",
    "is.q7": tuple(sorted(RIGHT_WAY - {"told the person"})),
    "is.q8": "part",
    "is.q8.why": "She may be in danger.",
    "is.told": "no",
    "is.told.why": "Telling them could raise the risk.",
    "is.to": "Ambleton Police",
    "is.what": ("id.given", "d2.family"),
}
ASSESSMENT: Answers = {
    "id.given": "Erin",
    "id.family": "Walsh",
    "id.address": "4 Heron Close",
    "id.address_confidential": True,
    "d2.family.needs": "She stays away at night.",
    "d2.family.words": "I go to Bex.",
    "d2.guidance.needs": "Rows.",
    "pc": ("aa000001",),
    "pc/aa000001/pc.contact_limits": "Not on the shared phone",
    "sv.services": ("cc000001",),
    "sv.services/cc000001/sv.name": "Riverside clinic",
    "sv.services/cc000001/sv.sensitive": True,
}


def record_of(
    answers: Answers = ASSESSMENT, *, kind: RecordKind = RecordKind.ASSESSMENT, episode: str = "e"
) -> FinishedRecord:
    return finish(
        answers,
        record=RecordId("r"),
        version=1,
        kind=kind,
        episode=EpisodeId(episode),
        form=FormRef("https://ecaf.example/forms/caf-assessment", "1.0.0", "ab" * 32),
        author=Worker("Jo Whitfield", "learning mentor", "Larkrise Primary School"),
        device=DeviceId("d"),
        finished_at=datetime(2026, 10, 6, 11, tzinfo=UTC),
        signing_key=KEY,
    )


RECORD = record_of()


def goes(answers: Answers, to: Recipient = POLICE) -> set[str]:
    """Return the questions whose answers may go to somebody under a decision with these answers."""
    view = released_by_decision(RECORD, decision_in(answers, RECORD.statement.root), to)
    return {link_id_of(path) for path in view.answers}


def changed(**answers: Answer) -> Answers:
    return {**EIGHT, **{f"is.{path}": given for path, given in answers.items()}}


def test_what_it_names_goes_to_whom_it_names_and_nothing_beside() -> None:
    assert missing_in_decision(EIGHT) == ()
    assert goes(EIGHT) == {"id.given", "d2.family.needs"}


def test_the_view_still_verifies_and_hides_how_much_was_left_out() -> None:
    view = released_by_decision(RECORD, decision_in(EIGHT, RECORD.statement.root), POLICE)
    signing = to_text(KEY.public_key().public_bytes_raw())
    check_view(view.statement, view.signature, view.disclosed, view.withheld, signing)
    assert view.withheld == tuple(sorted(view.withheld))


@pytest.mark.parametrize(
    "to", [DESK, FAMILY, Recipient(RecipientKind.SERVICE, "Ambleton Homes")], ids=lambda to: to.name
)
def test_nobody_else_gets_anything(to: Recipient) -> None:
    with pytest.raises(NotAgreed):
        goes(EIGHT, to)


@pytest.mark.parametrize(
    "path",
    ["ask", "q1", "q2", "q3", "q4", "q5", "q8", "q8.why", "told.why", "to", "what", "q7", "q6.why", "q6"],
)
def test_without_one_of_its_answers_nothing_goes(path: str) -> None:
    with pytest.raises(NotAgreed):
        goes({one: given for one, given in EIGHT.items() if one != f"is.{path}"})


def test_not_to_share_is_a_decision_with_reasons_too_and_nothing_goes() -> None:
    no = changed(q8="do not share")
    assert missing_in_decision(no) == ()
    assert missing_in_decision({**no, "is.q8.why": " "})
    with pytest.raises(NotAgreed):
        goes(no)


@pytest.mark.parametrize("question", ["q1", "q6"])
def test_not_sure_is_never_a_yes(question: str) -> None:
    assert not is_justified(changed(**{question: "not sure"}))


def test_who_is_not_sure_writes_who_advised_them() -> None:
    assert len(missing_in_decision(changed(q3="not sure"))) == 1
    assert missing_in_decision(changed(q3="not sure", advice="My manager")) == ()


@pytest.mark.parametrize(("path", "answer"), [("q2", "no"), ("q3", "no"), ("q5", "yes")])
def test_what_names_nobody_or_is_not_confidential_or_is_a_duty_needs_no_public_interest(path: str, answer: str) -> None:
    assert is_justified(changed(q6="no", **{path: answer}))
    assert not is_justified(changed(q6="no"))


def test_about_another_version_nothing_goes() -> None:
    other = record_of({**ASSESSMENT, "id.given": "Erin Rose"})
    with pytest.raises(NotAgreed, match="another version"):
        released_by_decision(other, decision_in(EIGHT, RECORD.statement.root), POLICE)


def decided(answers: Answers = EIGHT, episode: str = "e") -> FinishedRecord:
    return record_of(
        {"id.given": "Erin", "is.about": RECORD.statement.root, **answers}, kind=RecordKind.FORM, episode=episode
    )


def test_the_decision_goes_along_and_tells_nobody_whose_it_is() -> None:
    own, named = released_decided(decided(changed(what=("d2.family",))), RECORD, POLICE)
    assert own.answers["is.q8.why"] == EIGHT["is.q8.why"]
    assert "id.given" not in own.answers
    assert "Erin" not in named.answers.values()
    assert set(named.answers) == {"d2.family.needs"}


def test_what_is_no_decision_or_is_about_another_child_lets_nothing_go() -> None:
    for other in (RECORD, decided(episode="another")):
        with pytest.raises(ValueError, match="decision about this child"):
            released_decided(other, RECORD, POLICE)
    with pytest.raises(NotAgreed):
        released_decided(decided({**EIGHT, "is.about": "ab" * 32}), RECORD, POLICE)


def test_the_desk_is_meant_by_each_of_its_names_and_nobody_else_is() -> None:
    for name in ("Early help desk", "early help  coordinator"):
        assert recipient_named(name) == DESK
        assert released_decided(decided(changed(to=(name,))), RECORD, DESK)[1].answers
    assert recipient_named("Ambleton Police") == POLICE


@pytest.mark.parametrize(
    ("later", "stops"),
    [
        (changed(q8="do not share"), True),
        (changed(q8="do not share", to="Ambleton Homes"), False),
        (changed(what=("id.given",)), True),
        (changed(what=("id.given", "d2.family", "d2.guidance")), False),
        ({**changed(what=("id.given",)), "is.about": "ab" * 32}, False),
        ({}, False),
    ],
)
def test_a_later_decision_about_the_same_person_stops_what_has_not_gone(later: Answers, stops: bool) -> None:  # noqa: FBT001
    about = {"is.about": RECORD.statement.root}
    names = frozenset({"ambleton police"})
    assert is_overtaken(decided_in({**EIGHT, **about}), {**about, **later}, names) is stops


def test_what_can_be_named_has_no_private_matter_in_it() -> None:
    assert "Riverside clinic" not in may_be_named(RECORD).values()
    assert "4 Heron Close" in may_be_named(RECORD).values()


def test_what_does_not_go_with_its_row_is_not_offered_as_if_it_did() -> None:
    offered = lines_to_name(RECORD)
    assert "pc/aa000001/pc.contact_limits" not in offered
    assert "id.address" in offered


def test_what_comes_is_told_from_what_was_decided() -> None:
    decision = SharingDecision("root", frozenset(), frozenset({"d2.family", "pc"}))
    assert not goes_beyond(["d2.family.needs", "pc", "pc/aa000001/pc.contact_limits"], decision)
    assert goes_beyond(["d2.family.needs", "d2.guidance.needs"], decision)


def test_a_secret_address_goes_only_where_it_is_named_by_itself() -> None:
    assert "id.address" not in goes(changed(what=("id",)))
    assert goes(changed(what=("id.address",))) == {"id.address"}


@pytest.mark.parametrize("what", [("sv.services",), ("sv.name",), ("sv",)])
def test_a_sensitive_service_never_goes(what: tuple[str, ...]) -> None:
    assert "sv.name" not in goes(changed(what=what))


NAMES = sorted({*map(link_id_of, ASSESSMENT), "id", "d2", "d2.family", "sv", "pc", "nothing.such"})


@settings(max_examples=80, deadline=None)
@given(st.frozensets(st.sampled_from(NAMES)), st.frozensets(st.sampled_from(["ambleton police", "early help desk"])))
def test_whatever_is_named_nothing_goes_beyond_it(what: frozenset[str], to: frozenset[str]) -> None:
    decision = SharingDecision(RECORD.statement.root, to, what)
    for recipient in (POLICE, DESK, FAMILY):
        try:
            told = released_by_decision(RECORD, decision, recipient).answers
        except NotAgreed:
            assert recipient.name.casefold() not in to or not what
            continue
        assert recipient.name.casefold() in to
        for path in told:
            parts = link_id_of(path).split(".")
            above = {".".join(parts[:n]) for n in range(1, len(parts) + 1)} | {path.split("/")[0]}
            assert above & what
        assert "sv.services/cc000001/sv.name" not in told
        assert "id.address" in what or "id.address" not in told


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(sorted(path for path in EIGHT if path not in {"is.what", "is.to"})),
        st.sampled_from(["", "yes", "no", "not sure", "refused", "share", "part", "do not share", "Because."]),
    ),
    st.frozensets(st.sampled_from(NAMES)),
)
def test_nothing_goes_without_a_decision_that_is_whole(said: dict[str, Answer], what: frozenset[str]) -> None:
    answers = {**EIGHT, **said, "is.what": tuple(sorted(what))}
    try:
        _, named = released_decided(decided(answers), RECORD, POLICE)
    except (NotAgreed, ValueError):
        return
    assert missing_in_decision(answers) == ()
    assert is_justified(answers)
    assert not goes_beyond(named.answers, SharingDecision("", frozenset(), what))
    assert "Riverside clinic" not in named.answers.values()
