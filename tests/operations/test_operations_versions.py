"""What an answer said before is told once each, newest first; a saved version stands there with its page's name."""

from __future__ import annotations

from larkrise import Visit

from app.domain.record import RecordKind
from app.operations.versions import Before, keep_version, said_before
from app.storage import draft_answers

NEEDS = "d1.behaviour.needs"


def before(visit: Visit) -> tuple[Before, ...]:
    with visit.laptop.vault.transaction() as tx:
        draft = visit.draft(tx, RecordKind.ASSESSMENT)
        return said_before(tx, draft, NEEDS, draft_answers.answers(tx, draft).get(NEEDS))


def say(visit: Visit, *words: str) -> None:
    for one in words:
        visit.laptop.watch.wait(minutes=2)
        visit.write({NEEDS: one})


def save(visit: Visit, page: str) -> None:
    with visit.laptop.vault.transaction() as tx:
        keep_version(tx, visit.laptop.workplace, visit.episode, page)


def test_each_wording_is_told_once_and_the_one_that_stands_there_not_at_all(visit: Visit) -> None:
    say(visit, "Kicks.", "Bites.", "Kicks.", "Shouts.")
    assert [one.answer for one in before(visit)] == ["Kicks.", "Bites."]


def test_a_saved_version_has_its_name_even_where_the_same_words_were_typed_over(visit: Visit) -> None:
    say(visit, "Kicks.")
    save(visit, "Behaviour")
    say(visit, "Shouts.")
    assert [(one.answer, one.saved_on) for one in before(visit)] == [("Kicks.", ""), ("Kicks.", "Behaviour")]


def test_saving_twice_with_nothing_new_keeps_one_version(visit: Visit) -> None:
    say(visit, "Kicks.")
    save(visit, "Behaviour")
    save(visit, "Behaviour")
    with visit.laptop.vault.transaction() as tx:
        (rows,) = tx.all("SELECT count(*) AS n FROM saved_answers WHERE path = ?", (NEEDS,))
    assert rows["n"] == 1


def test_a_finished_draft_takes_its_versions_with_it(ready: Visit) -> None:
    save(ready, "Behaviour")
    ready.sign()
    with ready.laptop.vault.transaction() as tx:
        assert not tx.all("SELECT * FROM saved_answers WHERE draft NOT IN (SELECT draft FROM drafts)")
