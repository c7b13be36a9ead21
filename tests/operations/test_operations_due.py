"""What is due is found without opening a record: from drafts, from finished records, and from older vaults."""

from __future__ import annotations

from datetime import date

from larkrise import AGREED_TO_SHARE, AGREED_TO_START, MASON, Visit, days_later

from app.domain.due import DueKind
from app.domain.record import RecordKind
from app.operations.finishing import change_something
from app.operations.remembering import catch_up
from app.storage import due

FAR = date(2030, 1, 1)
ROW = "ac/4f1c22ab"
Found = list[tuple[DueKind, str, bool]]


def due_of(visit: Visit, last: date = FAR) -> Found:
    with visit.laptop.vault.transaction() as tx:
        return [(row.due.kind, row.due.on.isoformat(), row.finished) for row in due.until(tx, last)]


def change(visit: Visit) -> None:
    visit.laptop.watch.wait(minutes=1)
    with visit.laptop.vault.transaction() as tx:
        change_something(tx, visit.laptop.workplace, visit.episode)


def test_a_date_is_due_from_the_moment_it_is_written_and_no_longer_once_it_is_cleared(visit: Visit) -> None:
    visit.write({"co.review": days_later(3)})
    assert due_of(visit) == [(DueKind.REVIEW, days_later(3), False)]
    visit.clear("co.review")
    assert due_of(visit) == []


def test_half_a_date_is_not_due(visit: Visit) -> None:
    for words in ("2026-12", "3/12/", "2026"):
        visit.write({"co.review": words})
        assert due_of(visit) == []


def test_an_action_is_due_until_its_row_is_taken_out(visit: Visit) -> None:
    visit.write({"ac": ("4f1c22ab",), f"{ROW}/ac.when": days_later(2)})
    assert due_of(visit) == [(DueKind.ACTION, days_later(2), False)]
    visit.clear("ac")
    assert due_of(visit) == []


def test_each_agreement_says_when_to_ask_again_and_when_it_ends(visit: Visit) -> None:
    visit.write({**AGREED_TO_START, "c1.review_on": days_later(9)}, RecordKind.START)
    visit.write({"c2.review_on": days_later(8), "c2.expires": days_later(7)}, RecordKind.SHARING)
    assert due_of(visit) == [
        (DueKind.AGREEMENT_ENDS, days_later(7), False),
        (DueKind.AGREEMENT, days_later(8), False),
        (DueKind.AGREEMENT, days_later(9), False),
    ]


def test_what_lies_further_ahead_is_not_asked_for(visit: Visit) -> None:
    visit.write({"co.review": days_later(30)})
    assert due_of(visit, date.fromisoformat(days_later(29))) == []
    assert len(due_of(visit, date.fromisoformat(days_later(30)))) == 1


def signed(visit: Visit) -> Visit:
    visit.start({**AGREED_TO_START, "c1.review_on": days_later(40)})
    visit.write({**MASON, "co.review": days_later(20), f"{ROW}/ac.when": days_later(5)})
    visit.write({**AGREED_TO_SHARE, "c2.expires": days_later(50)}, RecordKind.SHARING)
    visit.sign()
    return visit


def test_a_finished_record_goes_on_saying_what_is_due(visit: Visit) -> None:
    assert due_of(signed(visit)) == [
        (DueKind.ACTION, days_later(5), True),
        (DueKind.REVIEW, days_later(20), True),
        (DueKind.AGREEMENT, days_later(40), True),
        (DueKind.AGREEMENT_ENDS, days_later(50), True),
        (DueKind.AGREEMENT, days_later(182), True),
    ]


def test_a_new_version_being_written_does_not_silence_the_one_that_was_agreed_to(visit: Visit) -> None:
    change(signed(visit))
    visit.clear("co.review")
    assert (DueKind.REVIEW, days_later(20), True) in due_of(visit)
    visit.write({"co.review": days_later(60)})
    assert (DueKind.REVIEW, days_later(60), False) in due_of(visit)


def test_once_signed_the_new_version_alone_says_what_is_due(visit: Visit) -> None:
    change(signed(visit))
    visit.write({"co.review": days_later(60)})
    visit.write(AGREED_TO_SHARE, RecordKind.SHARING)
    visit.sign()
    assert [found for found in due_of(visit) if found[0] is DueKind.REVIEW] == [(DueKind.REVIEW, days_later(60), True)]


def test_no_word_of_an_answer_stands_in_the_table(visit: Visit) -> None:
    signed(visit)
    with visit.laptop.vault.transaction() as tx:
        rows = repr([tuple(row) for row in tx.all("SELECT * FROM due_dates")])
    assert "Breakfast" not in rows
    assert "Mason" not in rows


def test_a_vault_older_than_the_table_is_read_once_at_the_next_unlock(visit: Visit) -> None:
    change(signed(visit))
    before = due_of(visit)
    with visit.laptop.vault.transaction() as tx:
        tx.run("DELETE FROM due_dates")
        tx.run("INSERT INTO due_unread SELECT episode FROM episodes")
    assert due_of(visit) == []
    with visit.laptop.vault.transaction() as tx:
        catch_up(tx, 182)
        assert due.unread(tx) == []
    assert due_of(visit) == before
