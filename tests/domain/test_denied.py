"""What nobody in a family sees unless somebody decided otherwise, person by person, whatever was ticked."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.agreement import agreement_of
from app.domain.answers import Answers, link_id_of
from app.domain.carers import EVERYBODY, carers_asked_about, carers_named
from app.domain.decision import called
from app.domain.denied import ADDRESS, CONTACT_RISKS, HARM, LIMITS, PARTICULARS, ChildsSay, childs_say, own_words
from app.domain.ids import DeviceId, EpisodeId, RecordId
from app.domain.people import Worker
from app.domain.record import FinishedRecord, FormRef, RecordKind
from app.domain.sharing import DESK, FAMILY, Recipient, in_family, released
from app.sealing.records import finish

KEY = Ed25519PrivateKey.generate()
TODAY = date(2026, 10, 6)
PARENT, CHILD, YOUNG = (in_family(reader) for reader in ("parent", "child", "young person"))
AT_HOME = (FAMILY, PARENT, CHILD, YOUNG)
EVERYTHING: Answers = {
    "id.given": "Mason",
    "id.address": "4 Heron Close",
    "id.address_confidential": True,
    "d1.speech.words": "I like PE and Ben.",
    "d1.speech.needs": "Hard to follow when he is tired",
    "cm.child": "Jo drew it with me.",
    "cm.parent": "It is fair.",
    "as.confident": "Something was left unsaid.",
    "ex.what": "A bruise.",
    "pc": ("aa000001",),
    "pc/aa000001/pc.name": "Carly",
    "pc/aa000001/pc.phone": "01632 960 100",
    "pc/aa000001/pc.needs": "Sleep.",
    "pc/aa000001/pc.contact_limits": "Not on the shared phone",
    "fh.people": ("bb000001",),
    "fh.people/bb000001/fh.people.no_contact": True,
}


def record_of(answers: Answers, agrees_to: str = "") -> FinishedRecord:
    return finish(
        answers,
        record=RecordId("r"),
        version=1,
        kind=RecordKind.SHARING if agrees_to else RecordKind.ASSESSMENT,
        episode=EpisodeId("e"),
        form=FormRef("https://ecaf.example/forms/caf-assessment", "1.0.0", "ab" * 32),
        author=Worker("Jo Whitfield", "learning mentor", "Larkrise Primary School"),
        device=DeviceId("d"),
        finished_at=datetime(2026, 10, 6, 11, tzinfo=UTC),
        signing_key=KEY,
        agrees_to=agrees_to,
    )


def seen(recipient: Recipient, answers: Answers = EVERYTHING) -> set[str]:
    """Return the questions whose answers somebody sees when everything was agreed to."""
    record = record_of(answers)
    yes: Answers = {"c2.store": "yes", "c2.share": "yes", "c2.desk": "yes"}
    agreement = agreement_of(record_of(yes, record.statement.root))
    return {link_id_of(path) for path in released(record, agreement, recipient, today=TODAY).answers}


@pytest.mark.parametrize("reader", [*AT_HOME, DESK], ids=lambda one: one.name)
def test_what_was_written_about_harm_and_a_secret_address_is_in_nobodys_view(reader: Recipient) -> None:
    assert not {"ex.what", "id.address"} & seen(reader)
    assert "id.given" in seen(reader)


@pytest.mark.parametrize("reader", AT_HOME, ids=lambda one: one.name)
def test_contact_risks_and_limits_are_on_no_paper_at_home(reader: Recipient) -> None:
    assert not {"pc.contact_limits", "fh.people.no_contact", "as.confident"} & seen(reader)


def test_an_address_that_is_no_secret_is_there() -> None:
    assert "id.address" in seen(PARENT, {**EVERYTHING, "id.address_confidential": False})


WORDS = {"d1.speech.words", "cm.child"}


@pytest.mark.parametrize(
    ("said", "parent", "themselves"),
    [({}, set(), WORDS), ({"cm.child_share": "yes"}, WORDS, WORDS), ({"cm.child_share": "no"}, set(), set())],
    ids=["not asked", "yes", "no"],
)
def test_a_childs_words_reach_a_parent_only_after_the_child_was_asked(
    said: Answers, parent: set[str], themselves: set[str]
) -> None:
    answers = {**EVERYTHING, **said}
    for reader in (FAMILY, PARENT):
        assert WORDS & seen(reader, answers) == parent
    for reader in (CHILD, YOUNG):
        assert WORDS & seen(reader, answers) == themselves


def test_what_is_an_adults_own_is_on_no_childs_copy_and_on_the_parents() -> None:
    assert {"pc.phone", "pc.needs"} <= seen(PARENT, {**EVERYTHING, "id.address_confidential": False})
    for reader in (CHILD, YOUNG):
        told = seen(reader, {**EVERYTHING, "id.address_confidential": False})
        assert not {"pc.phone", "pc.needs"} & told
        assert "pc.name" in told


@pytest.mark.parametrize(("given", "said"), [("yes", "yes"), ("no", "no"), ("", "not asked"), ("maybe", "not asked")])
def test_only_a_yes_is_a_yes(given: str, said: str) -> None:
    assert childs_say({"cm.child_share": given}) is ChildsSay(said)


LINK_IDS = sorted({*map(link_id_of, EVERYTHING), *ADDRESS, *CONTACT_RISKS, *LIMITS, *PARTICULARS, "ex.done", "ex.by"})
OTHERS = st.dictionaries(st.sampled_from(LINK_IDS), st.sampled_from(["yes", "no", "words", ""]), max_size=8)


@settings(max_examples=60, deadline=None)
@given(OTHERS, st.booleans())
def test_whatever_was_written_nothing_denied_gets_through(answers: dict[str, str], secret: bool) -> None:  # noqa: FBT001 - drawn
    written: Answers = {"id.given": "Mason", **answers, "id.address_confidential": secret}
    for reader in AT_HOME:
        told = seen(reader, written)
        assert not told & {*CONTACT_RISKS, *LIMITS}
        assert not {one for one in told if one.split(".")[0] in HARM}
        assert not (secret and told & ADDRESS)
        assert reader in {CHILD, YOUNG} or written.get("cm.child_share") == "yes" or not own_words(told)
    assert seen(CHILD, written) - own_words(written) <= seen(PARENT, written)


def test_what_a_child_said_about_all_of_them_holds_for_each_who_was_not_asked_about_by_name() -> None:
    together: Answers = {"ch.show": ("r1",), "ch.show/r1/ch.show.who": EVERYBODY, "ch.show/r1/ch.show.may": "yes"}
    by_name: Answers = {
        "ch.show": ("r1", "r2"),
        "ch.show/r2/ch.show.who": "Mark",
        "ch.show/r2/ch.show.may": "no",
    }
    assert childs_say(together, "Carly") is ChildsSay.YES
    assert childs_say({**together, **by_name}, "Carly") is ChildsSay.YES
    assert childs_say({**together, **by_name}, "Mark") is ChildsSay.NO


def test_a_copy_can_be_for_each_parent_who_is_named_once() -> None:
    answers: Answers = {
        "pc": ("r1", "r2"),
        "pc/r1/pc.name": "Carly Reid",
        "pc/r2/pc.name": " ",
        "ch.show": ("r3", "r4", "r5"),
        "ch.show/r3/ch.show.who": "carly  reid",
        "ch.show/r4/ch.show.who": "Mark",
        "ch.show/r5/ch.show.who": EVERYBODY,
    }
    assert [called(name) for name in carers_named(answers)] == ["carly reid", "mark"]
    assert carers_named({}) == ()
    assert carers_asked_about({}) == (EVERYBODY,)
