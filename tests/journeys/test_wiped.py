"""After a no to a computer: no word of the child, nor of anybody entered only for them, is left in any page or file."""

from __future__ import annotations

import json
from collections.abc import Iterator

from bare_pages import bare_pages
from marked import EXAMPLE, found_in
from plays import Play

from app.storage.seats import seat_folder

INTENDED = ("note.pdf",)
"""The note on paper that is offered before anything is erased: the family may take it home."""


def words_of_the_family() -> set[str]:
    """Return what was typed before the no: about the child, everybody at home, the checklist, notes, who said no."""
    case = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    parts = [case[key] for key in ("child", "household", "checklist", "private_notes")]
    found = {word for part in parts for word in _texts(part)} | {case["consent_to_start"]["giver"]}
    return {word for word in found if len(word) > 7 or word in {"Mason", "Carly Reid", "Jade Reid", "Alfie Reid"}}


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _texts(inner)


def practitioners_pages(play: Play) -> bytes:
    return bare_pages(seat_folder(play.home("practitioner"), ""), play.passphrases["practitioner"])


def test_the_pages_can_be_read_at_all_and_hold_what_was_not_erased(no_reason: Play) -> None:
    pages = practitioners_pages(no_reason)
    assert b"Jo Whitfield" in pages
    left = {word for word in words_of_the_family() if word.encode() in pages}
    assert {"Mason", "Jade Reid", "Alfie Reid", "4 Heron Close, Ambleton"} < left


def test_no_page_free_or_not_holds_a_word_of_anybody_in_the_family(not_on_a_computer: Play) -> None:
    pages = practitioners_pages(not_on_a_computer)
    assert b"Jo Whitfield" in pages
    # The school is where Jo works too, so its name stays with hers.
    words = words_of_the_family() - {"Larkrise Primary School"}
    assert {word for word in words if word.encode() in pages} == set()


def test_no_log_no_temporary_file_and_no_sealed_file_holds_one_either(not_on_a_computer: Play) -> None:
    kept_elsewhere = {"Larkrise Primary School"}
    words = {word: word for word in words_of_the_family() - kept_elsewhere}
    steps = not_on_a_computer.folder / "steps"
    last = max(steps.iterdir())
    assert found_in(not_on_a_computer.out, words, but=INTENDED) == []
    assert found_in(last, words, but=INTENDED) == []
    assert list(not_on_a_computer.home("practitioner").rglob("*.ecaf")) == []
