"""The family's copy is made of the version they agreed to, and never of a later word."""

from __future__ import annotations

import io

import pytest
from larkrise import AGREED_TO_SHARE, HELD_BACK, PRIVATE, TOLD, Laptop, Visit
from pypdf import PdfReader

from app.domain.answers import Answers
from app.domain.record import RecordKind
from app.operations.copies import NothingAgreedYet, make_family_copy
from app.operations.finishing import change_something
from app.operations.keeping import Unsaved, keep


def copy_of(visit: Visit) -> str:
    with visit.laptop.vault.transaction() as tx:
        pdf = make_family_copy(tx, visit.laptop.workplace, visit.episode)
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
