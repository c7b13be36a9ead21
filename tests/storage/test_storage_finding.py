"""Children are found again by their names and by when they were worked on; who was erased is found by nobody."""

import json
from collections.abc import Iterator

import pytest
from mason import ELLIE, FORM, MASON, MORNING, after, finished, register
from test_storage_disk import pages

from app.domain.answers import Answers
from app.domain.ids import ChildId, EpisodeId
from app.domain.record import RecordKind
from app.storage import children, drafts, finding, records
from app.storage.children import ChildSummary
from app.storage.database import Transaction
from app.storage.vault import Vault

WRITTEN: Answers = {"d1.behaviour.needs": "calm"}
RARE = "Qwyzella"


@pytest.fixture
def tx(vault: Vault) -> Iterator[Transaction]:
    with vault.transaction() as work:
        yield work


def named(tx: Transaction, child: str, given: str, family: str, called: str = "") -> ChildId:
    children.add(tx, ChildId(child), MORNING)
    children.update_summary(tx, ChildId(child), ChildSummary(given, family, called))
    return ChildId(child)


def begun(tx: Transaction, child: str, given: str, at: float) -> EpisodeId:
    """Register a child and begin a draft at a time."""
    episode = register(tx, ChildId(child), given)
    drafts.start(tx, episode, RecordKind.ASSESSMENT, FORM, after(at))
    return episode


def test_a_child_is_found_by_given_family_or_other_name_and_by_a_few_letters(tx: Transaction) -> None:
    mason = named(tx, "m", "Mason", "Reid", "Mase")
    named(tx, "e", "Erin", "Walsh")
    for typed in ("mason", "REID", "mase", "msn rd", "reid m"):
        assert finding.search(tx, typed, 10) == [mason], typed
    for typed in ("", "  ", "%", "son", "mason walsh", "x"):
        assert finding.search(tx, typed, 10) == [], typed


def test_a_new_name_takes_the_place_of_the_old(tx: Transaction) -> None:
    child = named(tx, "m", "Mason", "Reid")
    children.update_summary(tx, child, ChildSummary("Zoë", "Marsh"))
    assert finding.search(tx, "mason", 10) == []
    assert finding.search(tx, "zoe", 10) == [child]


def test_those_whose_name_begins_so_come_first_and_of_them_the_one_last_worked_on(tx: Transaction) -> None:
    for number, given in enumerate(("Marion", "Mason", "Mirona", "Masie")):
        begun(tx, given, given, number)
    assert finding.search(tx, "ma", 10) == ["Masie", "Mason", "Marion", "Mirona"]
    assert finding.search(tx, "mn", 10) == ["Mirona", "Mason", "Marion"]
    assert finding.search(tx, "ma", 2) == ["Masie", "Mason"]


def test_a_beginning_is_found_behind_hundreds_that_only_have_its_letters(tx: Transaction) -> None:
    oldest = named(tx, "mae", "Mae", "Reid")
    for number in range(300):
        begun(tx, f"x{number}", "Michaela", 10 + number)
    assert finding.search(tx, "mae", 3)[0] == oldest


def test_both_words_are_begun_however_many_have_the_one_or_the_other(
    tx: Transaction, monkeypatch: pytest.MonkeyPatch
) -> None:
    mason, other = named(tx, "m", "Mason", "Reid"), named(tx, "o", "Ellie", "Reid")
    named(tx, "n", "Mason", "Walsh")
    assert [finding.search(tx, typed, 1) for typed in ("mas rei", "rei ell", "wal rei")] == [[mason], [other], []]
    monkeypatch.setattr(finding, "_MANY", 1)
    assert [finding.search(tx, typed, 1) for typed in ("mas rei", "rei ell", "wal rei")] == [[mason], [other], []]


def test_writing_in_a_record_brings_its_child_to_the_front_and_typing_on_moves_nothing(tx: Transaction) -> None:
    first, second = begun(tx, "mason", "Mason", 1), begun(tx, "ellie", "Ellie", 2)
    draft = drafts.find(tx, first, RecordKind.ASSESSMENT)
    assert draft is not None
    assert [row.episode for row in children.list_all(tx)] == [second, first]
    drafts.keep(tx, draft.draft, WRITTEN, None, after(3))
    assert [row.episode for row in children.list_all(tx)] == [first, second]
    before = tx.one("SELECT worked_at FROM finding WHERE child = 'mason'")
    drafts.keep(tx, draft.draft, {"d1.speech.needs": "more"}, None, after(4))
    assert tx.one("SELECT worked_at FROM finding WHERE child = 'mason'") == before
    records.add(tx, finished(second, at=after(5)))
    assert [row.episode for row in children.list_all(tx)] == [second, first]


def test_a_page_of_the_list_has_the_newest_and_none_that_ended(tx: Transaction) -> None:
    ended = begun(tx, "ended", "Ended", 9)
    drafts.remove(tx, drafts.of_episode(tx, ended)[0].draft)
    records.add(tx, finished(ended, kind=RecordKind.CHECKLIST, at=after(20)))
    working = [begun(tx, f"c{number}", "Noah", number) for number in range(5)]
    assert [row.episode for row in children.newest(tx, 3)] == working[:1:-1]
    assert [row.episode for row in children.ended_since(tx)] == [ended]
    assert [row.episode for row in children.newest(tx, 100)] == working[::-1]
    assert children.these(tx, [ChildId("c1"), ChildId("ended"), ChildId("c0")]) == [
        children.get(tx, ChildId("c1")),
        children.get(tx, ChildId("c0")),
    ]
    assert [row.child for row in children.of_episodes(tx, {working[2], ended})] == ["c2"]


def test_names_that_stood_here_before_are_caught_up_with(tx: Transaction) -> None:
    child = named(tx, "m", "Zoë", "Reid")
    tx.run("UPDATE finding SET sought = ''")
    assert finding.search(tx, "zoe", 10) == []
    finding.catch_up(tx)
    assert finding.search(tx, "zoe", 10) == [child]


def test_an_erased_childs_name_is_in_no_page_and_nobody_finds_it(vault: Vault) -> None:
    with vault.transaction() as tx:
        named(tx, MASON, RARE, "Reid")
        named(tx, ELLIE, "Ellie", "Reid")
    vault.checkpoint()
    assert f" {RARE.casefold()} reid".encode() in pages(vault)
    with vault.transaction() as tx:
        children.erase(tx, MASON)
    left = pages(vault)
    assert not [mark for mark in (RARE, RARE.casefold()) if mark.encode() in left]
    with vault.transaction() as tx:
        assert finding.search(tx, RARE, 10) == []
        assert finding.search(tx, "reid", 10) == [ELLIE]
        assert [tuple(row) for row in tx.all("SELECT word, child FROM name_words ORDER BY word")] == [
            (" ellie", ELLIE),
            (" reid", ELLIE),
        ]
        assert json.dumps([row["sought"] for row in tx.all("SELECT sought FROM finding")]) == '[" ellie reid"]'
