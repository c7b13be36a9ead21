"""Finished records stay as they are; lists, notes, queue, inbox and log tell the truth about them."""

from collections.abc import Iterator
from datetime import date

import pytest
from mason import ELLIE, FORM, JO, MASON, MORNING, WORDS, after, finished, queued, register

from app.domain.ids import ChildId, DeviceId, EnvelopeId, EpisodeId, RecordId
from app.domain.people import Role, Worker
from app.domain.record import RecordKind
from app.storage import (
    audit,
    children,
    drafts,
    enrolment,
    episodes,
    inbox,
    openings,
    outbox,
    private_notes,
    records,
    sync_state,
)
from app.storage.audit import Act
from app.storage.children import ChildSummary
from app.storage.database import Transaction
from app.storage.enrolment import Enrolment
from app.storage.inbox import InboxRow
from app.storage.openings import Opening
from app.storage.outbox import OutboxState
from app.storage.vault import Vault

RECORD = RecordId("record")


@pytest.fixture
def tx(vault: Vault) -> Iterator[Transaction]:
    with vault.transaction() as work:
        yield work


@pytest.fixture
def episode(tx: Transaction) -> EpisodeId:
    return register(tx, MASON)


def test_a_finished_record_comes_back_exactly_as_it_was_signed(tx: Transaction, episode: EpisodeId) -> None:
    record = finished(episode)
    records.add(tx, record)
    assert records.get(tx, RECORD, 1) == record
    assert records.get(tx, RECORD, 2) is None


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE records SET root = ''",
        "UPDATE record_bodies SET body = x''",
        "DELETE FROM records",
        "DELETE FROM record_bodies",
        "INSERT OR REPLACE INTO records SELECT * FROM records",
        "INSERT OR REPLACE INTO record_bodies SELECT record, version, x'' FROM record_bodies",
        "DELETE FROM episodes",
        "DELETE FROM children",
    ],
)
def test_a_finished_record_neither_changes_nor_goes(tx: Transaction, episode: EpisodeId, statement: str) -> None:
    record = finished(episode)
    records.add(tx, record)
    with pytest.raises(Exception, match="a finished record"):
        tx.run(statement)
    assert records.get(tx, RECORD, 1) == record


def test_the_newest_record_and_all_versions_are_found(tx: Transaction, episode: EpisodeId) -> None:
    first, second = finished(episode), finished(episode, version=2, at=after(9))
    agreement = finished(episode, "agreed", kind=RecordKind.SHARING, at=after(5), agrees_to=first.statement.root)
    for record in (first, agreement, second):
        records.add(tx, record)
    assert records.newest(tx, episode, RecordKind.ASSESSMENT) == second
    assert records.newest(tx, episode, RecordKind.START) is None
    assert [header.version for header in records.versions(tx, RECORD)] == [1, 2]
    assert [(header.record, header.version) for header in records.of_episode(tx, episode)] == [
        ("record", 1),
        ("agreed", 1),
        ("record", 2),
    ]
    found = records.agreeing_to(tx, first.statement.root)
    assert found is not None
    assert (found.record, found.author, found.form, found.finished_at) == ("agreed", JO, FORM, after(5))
    assert records.agreeing_to(tx, second.statement.root) is None


def test_a_childs_line_tells_its_name_and_how_far_the_work_is(tx: Transaction, episode: EpisodeId) -> None:
    summary = ChildSummary("Mason", "Reid", "Mase", date(2018, 5, 4), None, "Makaton")
    children.update_summary(tx, MASON, summary)
    draft = drafts.start(tx, episode, RecordKind.CHECKLIST, FORM, MORNING)
    drafts.keep(tx, draft, {"a": "b"}, None, after(60))
    records.add(tx, finished(episode))
    records.add(tx, finished(episode, version=2))
    row = children.get(tx, MASON)
    assert row == children.ChildRow(MASON, summary, episode, False, MORNING, after(60), 1)


def test_the_child_last_worked_on_comes_first(tx: Transaction, episode: EpisodeId) -> None:
    register(tx, ELLIE, "Ellie")
    unborn = ChildId("unborn")
    children.add(tx, unborn, after(10))
    children.update_summary(tx, unborn, ChildSummary(expected=date(2026, 9, 1)))
    records.add(tx, finished(episode, at=after(20)))
    rows = children.list_all(tx)
    assert [row.child for row in rows] == [MASON, unborn, ELLIE]
    assert (rows[1].episode, rows[1].summary.expected, rows[1].summary.born) == (None, date(2026, 9, 1), None)


def test_a_newer_episode_takes_the_place_of_an_older_one(tx: Transaction, episode: EpisodeId) -> None:
    newer = episodes.open_episode(tx, MASON, after(100), restricted=True)
    row = children.get(tx, MASON)
    assert row is not None
    assert (row.episode, row.restricted, row.finished) == (newer, True, 0)
    found, older = episodes.of_child(tx, MASON), episodes.get(tx, episode)
    assert (found and found.restricted, older and older.restricted) == (True, False)


def test_erasing_a_child_tells_which_sealed_files_go_and_touches_no_other(tx: Transaction, episode: EpisodeId) -> None:
    other = register(tx, ELLIE, "Ellie")
    records.add(tx, finished(episode))
    records.add(tx, finished(other, "hers"))
    openings.add(tx, Opening(RECORD, 1, "the desk", after(3)))
    queued(tx, "one")
    queued(tx, "two", "hers")
    private_notes.keep(tx, episode, "note", WORDS, MORNING)
    private_notes.keep(tx, other, "hers", "A note", MORNING)
    assert children.erase(tx, MASON) == ("one.age",)
    assert [row.child for row in children.list_all(tx)] == [ELLIE]
    assert records.get(tx, RECORD, 1) is None
    assert records.get(tx, RecordId("hers"), 1) is not None
    assert outbox.all_files(tx) == {"two.age"}
    assert openings.of_record(tx, RECORD) == []
    assert (len(private_notes.list_for(tx, episode)), len(private_notes.list_for(tx, other))) == (0, 1)
    with pytest.raises(Exception, match="a finished record stays"):
        tx.run("DELETE FROM records")


def test_device_numbers_only_grow_whatever_is_erased(tx: Transaction, episode: EpisodeId) -> None:
    records.add(tx, finished(episode))
    assert [queued(tx, name).device_seq for name in "abc"] == [1, 2, 3]
    children.erase(tx, MASON)
    assert outbox.next_device_seq(tx) == 4


def test_an_envelope_waits_is_tried_again_and_is_received(tx: Transaction) -> None:
    one, two = queued(tx, "one"), queued(tx, "two")
    assert outbox.waiting(tx, MORNING) == [one, two]
    outbox.tried(tx, one.envelope, "no connection", after(60))
    assert outbox.waiting(tx, after(59)) == [two]
    again = outbox.waiting(tx, after(60))[0]
    assert (again.attempts, again.last_trouble) == (1, "no connection")
    outbox.settle(tx, one.envelope, '{"seq":1}', after(61))
    received = outbox.get(tx, one.envelope)
    assert received is not None
    assert (received.state, received.receipt, received.received_at) == (OutboxState.RECEIVED, '{"seq":1}', after(61))
    assert outbox.waiting(tx, after(99)) == [two]
    assert [row.envelope for row in outbox.of_record(tx, RECORD)] == ["one", "two"]


def test_an_envelope_set_aside_is_not_tried_but_its_receipt_still_counts(tx: Transaction) -> None:
    row = queued(tx, "one")
    outbox.set_aside(tx, row.envelope, "other bytes under this id")
    assert outbox.waiting(tx, after(1)) == []
    assert outbox.counts(tx) == outbox.Counts(waiting=0, received=0, set_aside=1, voided=0)
    outbox.settle(tx, row.envelope, "{}", after(2))
    assert outbox.counts(tx) == outbox.Counts(waiting=0, received=1, set_aside=0, voided=0)


def test_a_voided_envelope_is_never_sent_and_its_file_goes(tx: Transaction) -> None:
    one, two = queued(tx, "one"), queued(tx, "two")
    assert outbox.void(tx, one.envelope) == "one.age"
    outbox.tried(tx, one.envelope, "late", after(1))
    assert outbox.waiting(tx, after(9)) == [two]
    assert outbox.all_files(tx) == {"two.age"}
    outbox.settle(tx, one.envelope, "{}", after(2))
    late = outbox.get(tx, one.envelope)
    assert late is not None
    assert (late.state, late.receipt) == (OutboxState.VOIDED, "{}")


def test_what_was_received_is_beyond_recall(tx: Transaction) -> None:
    row = queued(tx, "one")
    outbox.settle(tx, row.envelope, "{}", after(1))
    assert outbox.void(tx, row.envelope) == ""
    assert outbox.counts(tx).received == 1


def test_the_same_envelope_is_imported_once_and_opened_for_the_first_time_once(tx: Transaction) -> None:
    row = InboxRow(
        EnvelopeId("e"), RECORD, 1, RecordKind.ASSESSMENT, EpisodeId("ep"), "Mason Reid", JO, MORNING, after(9)
    )
    assert inbox.add(tx, row, b"view")
    assert not inbox.add(tx, row, b"other bytes")
    assert inbox.list_all(tx) == [row]
    assert inbox.body(tx, row.envelope) == b"view"
    assert inbox.body(tx, EnvelopeId("unknown")) is None
    assert inbox.mark_opened(tx, row.envelope, after(10))
    assert not inbox.mark_opened(tx, row.envelope, after(20))
    opened = inbox.get(tx, row.envelope)
    assert opened is not None
    assert opened.opened_at == after(10)


def test_an_author_hears_of_an_opening_once(tx: Transaction, episode: EpisodeId) -> None:
    opening = Opening(RECORD, 1, "Priya Nair, coordinator", after(3))
    assert not openings.add(tx, opening)
    records.add(tx, finished(episode))
    assert openings.add(tx, opening)
    assert not openings.add(tx, opening)
    assert openings.of_record(tx, RECORD) == [opening]


def test_a_private_note_is_rewritten_and_removed(tx: Transaction, episode: EpisodeId) -> None:
    private_notes.keep(tx, episode, "one", "First thought", MORNING)
    private_notes.keep(tx, episode, "one", "Second thought", after(1))
    assert [note.text for note in private_notes.list_for(tx, episode)] == ["Second thought"]
    private_notes.keep(tx, episode, "one", "  ", after(2))
    assert private_notes.list_for(tx, episode) == []


def test_an_enrolment_is_kept_whole_and_replaced_whole(tx: Transaction) -> None:
    assert enrolment.load(tx) is None
    first = Enrolment(JO, DeviceId("one"), "https://127.0.0.1", "{}", "[]", {"sign": b"\0wrapped", "seal": b"w"})
    priya = Worker("Priya Nair", "Coordinator", "Ambleton", Role.COORDINATOR)
    second = Enrolment(priya, DeviceId("two"), "https://127.0.0.1", "{}", "[]", {"sign": b"x"}, {"desk/1": b"y"})
    for saved in (first, second):
        enrolment.save(tx, saved)
        assert enrolment.load(tx) == saved
    assert "wrapped" not in repr(first)


def test_sync_remembers_and_forgets(tx: Transaction) -> None:
    sync_state.write(tx, "cursor", "1")
    sync_state.write(tx, "cursor", "2")
    assert sync_state.read(tx, "cursor") == "2"
    sync_state.forget(tx, "cursor")
    assert sync_state.read(tx, "cursor") is None


def written_log(tx: Transaction) -> None:
    for n in range(6):
        audit.write(tx, Act.VIEWED, f"record {n}", after(n), "asked by the family")


def test_an_untouched_log_is_whole(tx: Transaction) -> None:
    assert audit.verify(tx) is None
    assert audit.head(tx) is None
    written_log(tx)
    assert audit.verify(tx) is None
    assert (audit.head(tx) or (0,))[0] == 6


@pytest.mark.parametrize(
    ("tampering", "first_broken"),
    [
        ("UPDATE audit SET why = 'nobody asked' WHERE n = 3", 3),
        ("UPDATE audit SET at = '2020-01-01T00:00:00.000000+00:00' WHERE n = 1", 1),
        ("DELETE FROM audit WHERE n = 2", 2),
        ("DELETE FROM audit WHERE n = 6", 6),
        ("DELETE FROM audit", 1),
        ("UPDATE audit SET n = CASE n WHEN 4 THEN -5 WHEN 5 THEN -4 ELSE n END; UPDATE audit SET n = abs(n)", 4),
        ("INSERT INTO audit SELECT 7, prev, at, act, object, why, hash, about, mac FROM audit WHERE n = 6", 7),
        ("UPDATE audit SET hash = (SELECT hash FROM audit WHERE n = 2) WHERE n = 5", 5),
    ],
)
def test_a_line_edited_deleted_swapped_or_repeated_is_found(tx: Transaction, tampering: str, first_broken: int) -> None:
    written_log(tx)
    for trigger in ("audit_stays", "audit_never_changes"):
        tx.run(f"DROP TRIGGER {trigger}")
    for statement in tampering.split(";"):
        tx.run(statement)
    assert audit.verify(tx) == first_broken


@pytest.mark.parametrize(
    "statement", ["UPDATE audit SET why = ''", "DELETE FROM audit", "REPLACE INTO audit SELECT * FROM audit"]
)
def test_the_log_itself_refuses_to_be_changed(tx: Transaction, statement: str) -> None:
    written_log(tx)
    with pytest.raises(Exception, match="an audit line"):
        tx.run(statement)


def test_lists_read_no_bodies_and_no_answers(vault: Vault, tx: Transaction, episode: EpisodeId) -> None:
    records.add(tx, finished(episode))
    seen: list[str] = []
    vault._connection.set_trace_callback(seen.append)
    children.list_all(tx)
    records.of_episode(tx, episode)
    outbox.counts(tx)
    inbox.list_all(tx)
    vault._connection.set_trace_callback(None)
    assert len(seen) == 4
    assert not [query for query in seen if "bodies" in query or "answer" in query or "note" in query]
