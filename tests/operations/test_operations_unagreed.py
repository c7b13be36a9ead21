"""What was decided goes to whom it names, once, and no line beyond it; a later no stops it, a withdrawal does not."""

from __future__ import annotations

import pytest
from larkrise import AGREED_TO_SHARE, HELD_BACK, TOLD, Laptop, Visit, cut_short

from app.domain.answers import Answer
from app.domain.ids import EnvelopeId
from app.domain.record import FinishedRecord, RecordKind
from app.domain.sharing import DESK, Recipient, recipient_named
from app.operations.desk import read_released
from app.operations.finishing import change_something
from app.operations.starting import NotSaidYet
from app.operations.unagreed import NothingDecided, look_at_decided, look_at_lines, send_decided
from app.sealing.opening import OpenedPackage, open_package
from app.storage import audit, episodes, inbox, outbox, sealed
from app.storage.audit import Act
from app.storage.outbox import OutboxKind, OutboxRow
from app.sync.consent import may_still_go
from app.sync.fetching import inbox_row
from app.ui.coordinator import deskwords

NEEDS = "Sleep, and getting to school on time."
NOBODY_ELSE = {**AGREED_TO_SHARE, "c2.share": "no", "c2.desk": "no"}
"""They let it be kept, and share it with nobody."""


@pytest.fixture
def kept_alone(jo: Laptop) -> Visit:
    return jo.finished_visit(NOBODY_ELSE)


def send(visit: Visit, decision: FinishedRecord, to: Recipient = DESK) -> None:
    with visit.laptop.vault.transaction() as tx:
        send_decided(tx, visit.laptop.workplace, decision.statement.record, 1, to)


def released(visit: Visit) -> list[OutboxRow]:
    with visit.laptop.vault.transaction() as tx:
        waiting = outbox.waiting(tx, visit.laptop.watch.now())
    return [row for row in waiting if row.kind is OutboxKind.RELEASED]


def still_goes(visit: Visit, row: OutboxRow) -> bool:
    with visit.laptop.vault.transaction() as tx:
        return may_still_go(tx, row, visit.laptop.watch.now().date())


def at_the_desk(visit: Visit, priya: Laptop) -> OpenedPackage:
    (row,) = released(visit)
    body = sealed.read(visit.laptop.workplace.sealed, row.file)
    return open_package(body, priya.workplace.identities, root=priya.workplace.root)


def test_only_the_named_lines_and_the_decision_reach_the_desk(kept_alone: Visit, priya: Laptop) -> None:
    send(kept_alone, kept_alone.decide(("id.given", "co.needs")))
    decision, named = at_the_desk(kept_alone, priya).records
    assert {leaf.path for leaf in named.disclosed} == {"id.given", "co.needs"}
    assert {leaf.path.partition(".")[0] for leaf in decision.disclosed} == {"is"}


def test_the_desk_is_told_in_words_that_nobody_agreed_why_and_who_knows(kept_alone: Visit, priya: Laptop) -> None:
    send(kept_alone, kept_alone.decide(("co.needs",)))
    package = at_the_desk(kept_alone, priya)
    _, _, without, told = package.checks
    assert without.ok
    assert without.words.startswith("The family did not agree to this. Jo Whitfield decided to share it")
    assert "He may not be safe at night." in without.words
    assert "have not been told" in told.words
    assert "Telling them now could put him in danger." in told.words
    with priya.vault.transaction() as tx:
        inbox.add(tx, inbox_row(EnvelopeId(package.header.id), package, priya.watch.now()), body_of(kept_alone))
        read = read_released(tx, priya.workplace, EnvelopeId(package.header.id))
        (line,) = deskwords.read_inbox(tx).lines
    page = deskwords.reading_state(priya.workplace, read)
    assert line.child == deskwords.NAME_NOT_SENT  # it was not among the lines
    assert page.title == deskwords.NAME_NOT_SENT
    assert deskwords.UNAGREED in page.meta
    words = [one.words for section in page.sections for one in section.lines]
    assert NEEDS in words
    assert TOLD not in words


def body_of(visit: Visit) -> bytes:
    (row,) = released(visit)
    return sealed.read(visit.laptop.workplace.sealed, row.file)


def test_it_goes_once_however_often_it_is_pressed_and_whole_or_not_at_all(kept_alone: Visit) -> None:
    decision = kept_alone.decide(("co.needs",))
    with cut_short(kept_alone.laptop.vault) as tx:
        send_decided(tx, kept_alone.laptop.workplace, decision.statement.record, 1, DESK)
    assert released(kept_alone) == []
    for _ in range(2):
        send(kept_alone, decision)
    assert len(released(kept_alone)) == 1
    with kept_alone.laptop.vault.transaction() as tx:
        acts = [row["act"] for row in tx.all("SELECT act FROM audit")]
        assert audit.verify(tx) is None
    assert acts.count(Act.DECIDED) == 1


@pytest.mark.parametrize(
    ("what", "other"),
    [
        (("co.needs",), {"q8": "do not share"}),
        (("co.needs",), {"to": ("Ambleton Police",)}),
        ((), {}),
        (("co.needs",), {"about": "ab" * 32}),
        (("co.needs",), {"q1": "not sure", "advice": "My manager"}),
    ],
    ids=["not to share", "somebody else", "no lines", "another version", "not sure why"],
)
def test_a_decision_that_does_not_let_it_go_sends_nothing(
    kept_alone: Visit, what: tuple[str, ...], other: dict[str, Answer]
) -> None:
    decision = kept_alone.decide(what, **other)
    with pytest.raises(NothingDecided):
        send(kept_alone, decision)
    assert released(kept_alone) == []


def test_nothing_goes_to_somebody_without_a_key_although_they_are_named(kept_alone: Visit) -> None:
    decision = kept_alone.decide(("co.needs",), to=("Ambleton Police", "Early help desk"))
    with pytest.raises(NothingDecided):
        send(kept_alone, decision, recipient_named("Ambleton Police"))
    with kept_alone.laptop.vault.transaction() as tx:
        shown = look_at_decided(tx, kept_alone.laptop.workplace, decision.statement.record, 1)
    police, desk = shown.sendings
    assert (police.has_key, desk.has_key) == (False, True)
    assert set(desk.goes or {}) == {"co.needs"}


def test_a_decision_to_share_names_who_before_it_is_finished(kept_alone: Visit) -> None:
    with pytest.raises(NotSaidYet) as stopped:
        kept_alone.decide(("co.needs",), to=())
    assert stopped.value.missing == ("Who exactly is to have it? Nothing goes to anybody else.",)


def test_what_the_family_agreed_to_neither_stops_nor_widens_it(jo: Laptop, priya: Laptop) -> None:
    visit = jo.finished_visit({**AGREED_TO_SHARE, "c2.expires": "2026-11-30"})
    (agreed,) = released(visit)
    send(visit, visit.decide(("d2.guidance.needs",)))
    _, decided = released(visit)
    jo.watch.wait(days=60)
    assert (still_goes(visit, agreed), still_goes(visit, decided)) == (False, True)
    with jo.vault.transaction() as tx:
        change_something(tx, jo.workplace, visit.episode)
    visit.write(NOBODY_ELSE, RecordKind.SHARING)
    visit.sign()
    assert still_goes(visit, decided)
    body = sealed.read(jo.workplace.sealed, decided.file)
    package = open_package(body, priya.workplace.identities, root=priya.workplace.root)
    assert [leaf.answer for leaf in package.records[1].disclosed] == [HELD_BACK]


def test_a_later_decision_not_to_share_stops_it(kept_alone: Visit) -> None:
    send(kept_alone, kept_alone.decide(("co.needs",)))
    (row,) = released(kept_alone)
    assert still_goes(kept_alone, row)
    kept_alone.decide((), q8="do not share", to=("Ambleton Police",))
    assert still_goes(kept_alone, row)
    kept_alone.decide((), q8="do not share")
    assert not still_goes(kept_alone, row)


def test_a_young_persons_own_record_stays_restricted_on_the_way(kept_alone: Visit, priya: Laptop) -> None:
    with kept_alone.laptop.vault.transaction() as tx:
        episodes.set_restricted(tx, kept_alone.episode, restricted=True)
    send(kept_alone, kept_alone.decide(("id.given", "co.needs")))
    package = at_the_desk(kept_alone, priya)
    assert package.restricted
    assert inbox_row(EnvelopeId(package.header.id), package, priya.watch.now()).child_name == ""


def test_before_anything_is_finished_there_are_no_lines_to_choose(ready: Visit) -> None:
    with ready.laptop.vault.transaction() as tx:
        assert look_at_lines(tx, ready.laptop.workplace, ready.episode) is None


def test_a_decision_is_no_way_for_another_form(kept_alone: Visit) -> None:
    assessment, _ = kept_alone.signed[0]
    with pytest.raises(LookupError):
        send(kept_alone, assessment)
