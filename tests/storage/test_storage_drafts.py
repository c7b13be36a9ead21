"""Drafts keep what is typed, and what it said before."""

from collections.abc import Iterator

import pytest
from mason import ELLIE, FORM, MASON, MORNING, WORDS, after, register

from app.domain.answers import Absent, AbsentReason, Answer
from app.domain.ids import DraftId, RecordId
from app.domain.record import FormRef, RecordKind
from app.storage import drafts, episodes
from app.storage.database import Transaction
from app.storage.drafts import Place
from app.storage.vault import Vault


@pytest.fixture
def tx(vault: Vault) -> Iterator[Transaction]:
    with vault.transaction() as work:
        yield work


@pytest.fixture
def draft(tx: Transaction) -> DraftId:
    return drafts.start(tx, register(tx, MASON), RecordKind.ASSESSMENT, FORM, MORNING)


def said_before(tx: Transaction, draft: DraftId, path: str) -> list[Answer]:
    return [old.answer for old in drafts.history(tx, draft, path)]


def test_every_form_an_answer_takes_comes_back_as_it_was_given(tx: Transaction, draft: DraftId) -> None:
    given: dict[str, Answer] = {
        "cm.child": "Zoë said: “I’m fine”  \n",
        "fh.rooms": 1,
        "id.unborn": True,
        "ac": ("4f1c22ab", "00ff00ff"),
        "ac/4f1c22ab/ac.who": "Carly",
        "d1.speech.needs": Absent(AbsentReason.DECLINED),
        "empty": "",
        "none": (),
    }
    drafts.keep(tx, draft, given, None, after(1))
    kept = drafts.answers(tx, draft)
    assert kept == given
    assert {path: type(answer) for path, answer in kept.items()} == {
        path: type(answer) for path, answer in given.items()
    }


def test_a_draft_knows_its_form_its_times_and_what_it_follows(tx: Transaction) -> None:
    episode = register(tx, MASON)
    draft = drafts.start(tx, episode, RecordKind.ASSESSMENT, FORM, MORNING, (RecordId("record"), 2))
    drafts.keep(tx, draft, {"cm.child": "a"}, None, after(5))
    found = drafts.find(tx, episode, RecordKind.ASSESSMENT)
    assert found == drafts.get(tx, draft)
    assert found is not None
    assert (found.form, found.base) == (FORM, (RecordId("record"), 2))
    assert (found.started_at, found.changed_at) == (MORNING, after(5))
    assert drafts.find(tx, episode, RecordKind.START) is None


def test_an_episode_has_one_draft_of_a_kind(tx: Transaction, draft: DraftId) -> None:
    found = drafts.get(tx, draft)
    assert found is not None
    with pytest.raises(Exception, match="UNIQUE"):
        drafts.start(tx, found.episode, RecordKind.ASSESSMENT, FORM, MORNING)


def test_an_overwritten_text_stays_in_the_history(tx: Transaction, draft: DraftId) -> None:
    drafts.keep(tx, draft, {"cm.child": WORDS}, None, after(0))
    drafts.keep(tx, draft, {"cm.child": "Something else"}, None, after(5))
    assert said_before(tx, draft, "cm.child") == [WORDS]
    assert drafts.answers(tx, draft) == {"cm.child": "Something else"}


def test_typing_on_fills_no_history(tx: Transaction, draft: DraftId) -> None:
    for second, end in enumerate(range(1, len(WORDS) + 1)):
        drafts.keep(tx, draft, {"cm.child": WORDS[:end]}, None, after(10 * second))
    assert said_before(tx, draft, "cm.child") == []


def test_small_changes_are_kept_once_a_minute_and_a_cleared_text_always(tx: Transaction, draft: DraftId) -> None:
    versions = [f"{WORDS} ({n})" for n in range(130)]
    for second, words in enumerate(versions):
        drafts.keep(tx, draft, {"cm.child": words}, None, after(second))
    assert said_before(tx, draft, "cm.child") == [versions[120], versions[60], versions[0]]
    drafts.keep(tx, draft, {"cm.child": None}, None, after(131))
    assert said_before(tx, draft, "cm.child")[0] == versions[-1]
    assert drafts.answers(tx, draft) == {}


def test_a_clock_that_was_put_back_does_not_stop_the_history(tx: Transaction, draft: DraftId) -> None:
    for at, words in ((0, "one thing"), (10, "two things"), (-90_000, "six things"), (-80_000, "ten things")):
        drafts.keep(tx, draft, {"cm.child": words}, None, after(at))
    assert said_before(tx, draft, "cm.child") == ["six things", "two things", "one thing"]


def test_a_row_taken_out_takes_its_answers_into_the_history(tx: Transaction, draft: DraftId) -> None:
    row: dict[str, Answer] = {"ac/aaaaaaaa/ac.who": "Carly", "ac/aaaaaaaa/ac.done": True}
    other: dict[str, Answer] = {"ac/bbbbbbbb/ac.who": "Leanne", "acx": "no row of this group"}
    drafts.keep(tx, draft, {"ac": ("aaaaaaaa", "bbbbbbbb"), **row, **other}, None, after(0))
    drafts.keep(tx, draft, {"ac": ("bbbbbbbb",), "ac/aaaaaaaa/ac.who": "Carly Reid"}, None, after(1))
    assert drafts.answers(tx, draft) == {"ac": ("bbbbbbbb",), **other}
    assert said_before(tx, draft, "ac/aaaaaaaa/ac.who") == ["Carly Reid"]
    assert said_before(tx, draft, "ac/aaaaaaaa/ac.done") == [True]
    drafts.keep(tx, draft, {"ac": None}, None, after(2))
    assert drafts.answers(tx, draft) == {"acx": "no row of this group"}
    assert said_before(tx, draft, "ac/bbbbbbbb/ac.who") == ["Leanne"]


def test_the_last_place_is_the_newest_of_all_drafts(tx: Transaction, draft: DraftId) -> None:
    other = drafts.start(tx, register(tx, ELLIE), RecordKind.ASSESSMENT, FORM, MORNING)
    assert drafts.last_place(tx) is None
    drafts.keep(tx, draft, {}, Place("cm.child", 12), after(1))
    drafts.keep(tx, other, {}, Place("cm.parent", 3), after(2))
    drafts.keep(tx, draft, {}, Place("cm.child", 15), after(3))
    last = drafts.last_place(tx)
    assert last is not None
    assert (last.place, last.draft, last.child, last.at) == (Place("cm.child", 15), draft, MASON, after(3))
    assert last.episode == episodes.of_child(tx, MASON).episode  # type: ignore[union-attr]
    assert drafts.place_of(tx, other) == Place("cm.parent", 3)


def test_pages_are_marked_done_and_not_done(tx: Transaction, draft: DraftId) -> None:
    drafts.set_page_done(tx, draft, "d1", done=True)
    drafts.set_page_done(tx, draft, "d1", done=True)
    drafts.set_page_done(tx, draft, "d2", done=True)
    drafts.set_page_done(tx, draft, "d2", done=False)
    assert drafts.pages_done(tx, draft) == {"d1"}


def test_a_draft_moves_to_a_newer_form_with_its_answers(tx: Transaction, draft: DraftId) -> None:
    newer = FormRef(FORM.url, "1.1", "cd" * 32)
    drafts.keep(tx, draft, {"cm.child": WORDS}, None, MORNING)
    drafts.move_to_form(tx, draft, newer, after(9))
    moved = drafts.get(tx, draft)
    assert moved is not None
    assert (moved.form, moved.changed_at) == (newer, after(9))
    assert drafts.answers(tx, draft) == {"cm.child": WORDS}


def test_a_finished_draft_goes_with_its_history(tx: Transaction, draft: DraftId) -> None:
    drafts.keep(tx, draft, {"cm.child": WORDS}, Place("cm.child", 1), after(0))
    drafts.keep(tx, draft, {"cm.child": "b"}, None, after(1))
    drafts.remove(tx, draft)
    assert drafts.get(tx, draft) is None
    assert drafts.last_place(tx) is None
    assert drafts.history(tx, draft, "cm.child") == []


def test_a_time_without_a_zone_is_a_mistake(tx: Transaction, draft: DraftId) -> None:
    with pytest.raises(ValueError, match="zone"):
        drafts.keep(tx, draft, {"cm.child": "a"}, None, MORNING.replace(tzinfo=None))
