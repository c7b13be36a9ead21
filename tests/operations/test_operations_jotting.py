"""Quick notes are as safe as a draft: kept with their time, outside of every record, gone with a refusal."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from larkrise import Visit

from app.domain.bundle import Asker
from app.domain.ids import EpisodeId
from app.domain.jotting import SORTED, sorted_in, sorted_mark, with_time
from app.operations.bundling import gather
from app.operations.family import open_family
from app.operations.keeping import Unsaved, keep
from app.operations.refusing import erase_refused
from app.storage import quick_notes
from app.storage.quick_notes import QuickNote

WORDS = "Pat shouts at Leanne."
FAMILY, BEGUN = EpisodeId("family"), datetime(2026, 10, 6, 10, 42, tzinfo=UTC)


@pytest.fixture
def noted(ready: Visit) -> Visit:
    """Return a visit with one quick note."""
    with ready.laptop.vault.transaction() as tx:
        at = ready.laptop.watch.now()
        keep(tx, Unsaved(quick={(ready.episode, "one"): (WORDS, at)}), at + timedelta(seconds=1))
    return ready


def notes(visit: Visit) -> list[QuickNote]:
    with visit.laptop.vault.transaction() as tx:
        return quick_notes.list_for(tx, visit.episode)


def test_what_could_not_be_written_is_taken_back_and_the_newer_words_stand() -> None:
    older, newer = Unsaved(), Unsaved()
    assert not older
    older.quick[FAMILY, "one"] = ("Half", BEGUN)
    newer.quick[FAMILY, "one"] = ("Half a word", BEGUN)
    newer.take_back(older)
    assert newer
    assert [words for words, _ in newer.quick.values()] == ["Half a word"]


def test_a_piece_keeps_the_time_it_was_begun_at(noted: Visit) -> None:
    (one,) = notes(noted)
    with noted.laptop.vault.transaction() as tx:
        keep(tx, Unsaved(quick={(noted.episode, "one"): ("More", one.begun_at)}), one.begun_at + timedelta(minutes=9))
    assert notes(noted) == [QuickNote("one", one.begun_at, "More")]


def test_sorting_is_marked_on_the_note_and_taken_back_there(noted: Visit) -> None:
    mark = sorted_mark("one", "d1.behaviour.needs")
    with noted.laptop.vault.transaction() as tx:
        file = open_family(tx, noted.laptop.workplace, noted.episode)
        assert file.assessment is not None
        draft = file.assessment.draft
        keep(tx, Unsaved(pages={(draft, mark): True}), noted.laptop.watch.now())
        again = open_family(tx, noted.laptop.workplace, noted.episode)
        assert again.assessment is not None
        assert {one for one in again.assessment.done if one.startswith(SORTED)} == {mark}
        keep(tx, Unsaved(pages={(draft, mark): False}), noted.laptop.watch.now())
    assert [one.sorted_to for one in notes(noted)] == [""]


def test_it_is_in_no_record_that_is_signed_and_stays_when_the_draft_goes(noted: Visit) -> None:
    noted.sign()
    assert WORDS not in str([record.answers for records in noted.signed for record in records])
    assert [one.text for one in notes(noted)] == [WORDS]


def test_a_refusal_takes_it_along(noted: Visit) -> None:
    with noted.laptop.vault.transaction() as tx:
        file = open_family(tx, noted.laptop.workplace, noted.episode)
        erase_refused(tx, noted.laptop.workplace, file.child)
        assert tx.all("SELECT * FROM quick_notes") == []


def test_whoever_may_ask_for_everything_is_told_of_it(noted: Visit) -> None:
    with noted.laptop.vault.transaction() as tx:
        file = open_family(tx, noted.laptop.workplace, noted.episode)
        bundle = gather(tx, noted.laptop.workplace, file.child, Asker.PARENT)
    assert WORDS in [line.said for part in bundle.parts if part.title == "Quick notes" for line in part.lines]


def test_a_mark_says_which_piece_and_where_it_went() -> None:
    assert sorted_in(sorted_mark("a1", "d1.speech.needs")) == ("a1", "d1.speech.needs")


def test_the_time_stands_at_the_end_so_that_the_words_begin_as_they_did() -> None:
    assert (
        with_time("Carly said: he cries.\n", "10:42, 6 October 2026") == "Carly said: he cries. (10:42, 6 October 2026)"
    )
