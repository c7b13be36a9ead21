"""The family's copy is made of the version they agreed to, and never of a later word."""

from __future__ import annotations

import dataclasses
import io

import pytest
from larkrise import AGREED_TO_SHARE, HELD_BACK, PRIVATE, TOLD, Laptop, Visit
from pypdf import PdfReader

from app.documents.language import ENGLISH, read_language
from app.domain.answers import Answers
from app.domain.copyfor import CopyFor
from app.domain.record import RecordKind
from app.operations import copies
from app.operations.auditwords import in_words
from app.operations.copies import (
    CopyNote,
    CopyTo,
    NothingAgreedYet,
    copies_so_far,
    copy_languages,
    make_family_copy,
    write_not_at_home,
)
from app.operations.finishing import change_something
from app.operations.keeping import Unsaved, keep
from app.operations.leaving import Leave, Paper, Way
from app.operations.reviewing import done_for
from app.paths import resources


def copy_of(visit: Visit, reader: str = "", language: str = "en-GB", person: str = "") -> str:
    leave = Leave(Paper.COPY, Way.SAVED, reader)
    with visit.laptop.vault.transaction() as tx:
        pdf = make_family_copy(tx, visit.laptop.workplace, visit.episode, leave, CopyTo(person, language))
    pages = PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_there_is_no_copy_before_the_family_has_agreed(ready: Visit) -> None:
    with pytest.raises(NothingAgreedYet):
        copy_of(ready)


def test_the_copy_holds_the_name_and_the_plan_and_none_of_the_lines_held_back(jo: Laptop) -> None:
    visit = jo.finished_visit()
    with jo.vault.transaction() as tx:
        keep(tx, Unsaved(notes={(visit.episode, "note"): PRIVATE}), jo.watch.now())
    text = copy_of(visit)
    for words in ("Mason", TOLD, "Breakfast club from 8:00"):
        assert words in text
    for words in (HELD_BACK, PRIVATE, "settle three children", "I like PE and Ben"):
        assert words not in text


def test_the_copy_leaves_out_a_line_held_back_from_one_service_only(jo: Laptop) -> None:
    row: Answers = {
        "c2.list": ("0a1b2c3d",),
        "c2.list/0a1b2c3d/c2.list.service": "School nurse",
        "c2.list/0a1b2c3d/c2.list.may_see": "yes",
        "c2.list/0a1b2c3d/c2.list.withheld": ("co.needs",),
    }
    text = copy_of(jo.finished_visit({**AGREED_TO_SHARE, **row}))
    assert "getting to school on time" not in text
    assert TOLD in text


def test_a_draft_begun_after_signing_does_not_touch_the_copy(jo: Laptop) -> None:
    visit = jo.finished_visit()
    with jo.vault.transaction() as tx:
        change_something(tx, jo.workplace, visit.episode)
    visit.write({"co.needs": "Words they have not read."})
    text = copy_of(visit)
    assert "getting to school on time" in text
    assert "have not read" not in text


def test_the_copy_of_a_new_version_is_of_the_new_version(jo: Laptop) -> None:
    visit = jo.finished_visit()
    with jo.vault.transaction() as tx:
        change_something(tx, jo.workplace, visit.episode)
    visit.write({"co.needs": "Words they have read by now."})
    visit.write(AGREED_TO_SHARE, RecordKind.SHARING)
    visit.sign()
    text = copy_of(visit)
    assert "Words they have read by now." in text
    assert "getting to school on time" not in text


def test_each_copy_made_is_in_the_audit(jo: Laptop) -> None:
    visit = jo.finished_visit()
    copy_of(visit)
    with jo.vault.transaction() as tx:
        (line,) = tx.all("SELECT object FROM audit WHERE act = 'printed'")
    assert line["object"] == visit.signed[0][0].statement.record


@pytest.mark.parametrize(
    ("reader", "own_words"),
    [(CopyFor.PARENT, False), (CopyFor.EASY, False), (CopyFor.CHILD, True), (CopyFor.YOUNG, True)],
)
def test_each_reader_gets_a_copy_of_what_that_person_may_see(jo: Laptop, reader: CopyFor, *, own_words: bool) -> None:
    text = copy_of(jo.finished_visit(), reader)
    assert "Breakfast club from 8:00" in text
    assert HELD_BACK not in text
    assert ("I like PE and Ben." in text) is own_words


def test_not_at_home_is_written_down_and_shown_and_told_to_nobody_who_asks_at_home(jo: Laptop) -> None:
    visit = jo.finished_visit()
    copy_of(visit, CopyFor.CHILD)
    with jo.vault.transaction() as tx:
        write_not_at_home(tx, jo.workplace, visit.episode, CopyFor.EASY)
        notes = copies_so_far(tx, visit.episode)
        child = tx.one("SELECT child FROM episodes WHERE episode = ?", (visit.episode,))
        assert child is not None
        told = [one.what for one in done_for(tx, jo.workplace, child["child"])]
    at = jo.watch.now()
    assert notes == (CopyNote(at, CopyFor.EASY, None), CopyNote(at, CopyFor.CHILD, Way.SAVED))
    words = in_words("not-at-home", CopyFor.EASY)
    assert words == "Wrote that a copy is not for home, for a parent or carer, easy to read"
    assert told
    assert words not in told


def test_not_at_home_is_an_answer_about_a_version_that_was_agreed(ready: Visit) -> None:
    with pytest.raises(NothingAgreedYet), ready.laptop.vault.transaction() as tx:
        write_not_at_home(tx, ready.laptop.workplace, ready.episode, CopyFor.PARENT)


def test_a_copy_is_offered_in_no_language_that_nobody_has_reviewed(jo: Laptop) -> None:
    (record, _), *_ = jo.finished_visit().signed
    assert {copy_languages(jo.workplace, record, reader) for reader in CopyFor} == {("en-GB",)}


def test_once_reviewed_the_short_copies_are_in_welsh_and_the_long_ones_wait_for_the_form(
    jo: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    welsh = dataclasses.replace(read_language(resources() / "i18n" / "papers-cy.json"), reviewed=True)
    monkeypatch.setattr(copies, "languages", lambda: {"en-GB": ENGLISH, "cy": welsh})
    visit = jo.finished_visit()
    (record, _), *_ = visit.signed
    offered = {reader: "cy" in copy_languages(jo.workplace, record, reader) for reader in CopyFor}
    assert offered == {CopyFor.PARENT: False, CopyFor.EASY: True, CopyFor.CHILD: True, CopyFor.YOUNG: False}
    assert "I ti, Mason" in copy_of(visit, CopyFor.CHILD, "cy")
    assert "Our plan for Mason" in copy_of(visit, CopyFor.PARENT, "cy")


ASKED_ABOUT_TWO: Answers = {
    "ch.well": "I like it when we cook together.",
    "ch.show": ("aa000001", "aa000002"),
    "ch.show/aa000001/ch.show.who": "Carly Reid",
    "ch.show/aa000001/ch.show.may": "yes",
    "ch.show/aa000002/ch.show.who": "Mark Reid",
    "ch.show/aa000002/ch.show.may": "no",
}


def test_the_childs_word_about_one_parent_decides_over_that_parents_copy(ready: Visit) -> None:
    ready.write(ASKED_ABOUT_TWO)
    ready.sign()
    told = {
        (reader, person): "cook together" in copy_of(ready, reader, person=person)
        for reader in (CopyFor.PARENT, CopyFor.CHILD)
        for person in ("Carly Reid", "Mark Reid", "Nan", "")
    }
    assert [asked for asked, shown in told.items() if shown] == [(CopyFor.PARENT, "Carly Reid")]
