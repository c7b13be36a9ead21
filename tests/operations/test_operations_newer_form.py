"""A draft moves to a newer form only when the person says so, all at once, and comes back until it is finished."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from larkrise import AGREED_TO_SHARE, FORMS, MASON, Laptop, Visit

from app.domain.answers import Answers
from app.domain.record import RecordKind
from app.forms.definition import FormLibrary
from app.forms.newer import Fate, from_earlier, is_earlier
from app.operations.family import FamilyFile, open_family
from app.operations.moving import carried
from app.operations.newer_form import move_back, move_to_newer, what_would_change
from app.paths import resources
from app.storage import audit, drafts, private_notes

NEXT = "9.0.0"
GONE = frozenset({"d1.health.strengths", "d1.health.needs"})
WORDS: Answers = {
    **MASON,
    "d1.health.needs": "Coughs at night.\nNo inhaler at school.",
    "d1.health.strengths": "Runs a lot.",
}


@dataclass
class Begun:
    """A family begun on today's forms, on a laptop that then has a newer assessment without some questions."""

    visit: Visit

    def file(self) -> FamilyFile:
        """Open the record."""
        laptop = self.visit.laptop
        with laptop.vault.transaction() as tx:
            return open_family(tx, laptop.workplace, self.visit.episode)

    def do(self, act: Callable[..., bool]) -> bool:
        """Move the assessment there or back."""
        draft = self.file().assessment
        assert draft is not None
        with self.visit.laptop.vault.transaction() as tx:
            return act(tx, self.visit.laptop.workplace, draft.draft)

    def answers(self) -> Answers:
        """Return what stands in the draft, but for the marks of a move."""
        draft = self.file().assessment
        assert draft is not None
        return {path: given for path, given in draft.answers.items() if not is_earlier(path)}


def without(form: dict[str, Any], gone: frozenset[str]) -> dict[str, Any]:
    """Return a form file's content without some questions."""
    items = [without(item, gone) for item in form.get("item", ()) if item["linkId"] not in gone]
    return form | ({"item": items} if "item" in form else {})


@pytest.fixture
def begun(jo: Laptop, tmp_path: Path) -> Begun:
    newest, folder = FORMS.by_name("caf-assessment"), tmp_path / "forms"
    shutil.copytree(resources() / "forms", folder)
    files = [json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*.json")]
    (raw,) = (file for file in files if (file["url"], file["version"]) == (newest.url, newest.version))
    changed = without(raw, GONE) | {"version": NEXT}
    (folder / "newer.json").write_text(json.dumps(changed), encoding="utf-8")
    visit = jo.visit()
    visit.start()
    visit.write(WORDS)
    jo.workplace = replace(jo.workplace, forms=FormLibrary(folder))
    return Begun(visit)


def test_nothing_changes_until_somebody_says_so(begun: Begun) -> None:
    draft = begun.file().assessment
    assert draft is not None
    change = what_would_change(begun.visit.laptop.workplace.forms, draft)
    assert change is not None
    assert {line.path for line in change.of(Fate.ORPHANED)} == GONE
    assert begun.answers() == WORDS
    assert draft.form.version != NEXT


def test_a_moved_draft_stands_on_the_newer_form_with_every_word(begun: Begun) -> None:
    assert begun.do(move_to_newer)
    file = begun.file()
    assert file.assessment is not None
    assert file.assessment.form.version == NEXT
    assert begun.answers() == {path: given for path, given in WORDS.items() if path not in GONE}
    assert [one.said for one in from_earlier(file.assessment.answers)] == [
        "Coughs at night.\nNo inhaler at school.",
        "Runs a lot.",
    ]
    assert not begun.do(move_to_newer)


def test_a_move_is_one_line_in_the_audit(begun: Begun) -> None:
    begun.do(move_to_newer)
    with begun.visit.laptop.vault.transaction() as tx:
        rows = [row["why"] for row in tx.all("SELECT why FROM audit WHERE act = 'form-changed'")]
        assert audit.verify(tx) is None
    assert rows == [f"{FORMS.by_name('caf-assessment').version} to {NEXT}"]


def test_a_move_is_taken_back_to_the_letter(begun: Begun) -> None:
    begun.do(move_to_newer)
    assert begun.do(move_back)
    file = begun.file()
    assert file.assessment is not None
    assert file.assessment.form.version == FORMS.by_name("caf-assessment").version
    assert begun.answers() == WORDS
    assert from_earlier(file.assessment.answers) == ()
    assert not begun.do(move_back)


def test_what_was_written_since_stays_when_a_move_is_taken_back(begun: Begun) -> None:
    begun.do(move_to_newer)
    begun.visit.laptop.watch.wait(minutes=5)
    begun.visit.write({"co.needs": "Sleep above all."})
    begun.do(move_back)
    assert begun.answers() == {**WORDS, "co.needs": "Sleep above all."}


def test_undo_does_not_bring_back_what_the_newer_form_has_no_place_for(begun: Begun) -> None:
    begun.visit.laptop.watch.wait(minutes=5)
    begun.visit.write({"d1.health.needs": "Sleeps badly."})
    begun.visit.laptop.watch.wait(minutes=5)
    begun.do(move_to_newer)
    assert begun.file().past == ()
    begun.visit.laptop.watch.wait(minutes=5)
    begun.visit.write({"co.needs": "Rest"})
    assert [step.first.path for step in begun.file().past] == ["co.needs"]


def test_what_an_earlier_form_asked_is_in_no_record_and_stays_as_a_private_note(begun: Begun) -> None:
    begun.do(move_to_newer)
    begun.visit.write(AGREED_TO_SHARE, RecordKind.SHARING)
    begun.visit.sign()
    record, _ = begun.visit.signed[0]
    assert not [path for path in record.answers if is_earlier(path)]
    with begun.visit.laptop.vault.transaction() as tx:
        notes = [note.text for note in private_notes.list_for(tx, begun.visit.episode)]
    assert any("Coughs at night.\nNo inhaler at school." in note for note in notes)
    assert any("Runs a lot." in note for note in notes)


def test_what_an_earlier_form_asked_goes_along_to_a_new_laptop(begun: Begun) -> None:
    begun.do(move_to_newer)
    workplace = begun.visit.laptop.workplace
    with begun.visit.laptop.vault.transaction() as tx:
        draft = drafts.find(tx, begun.visit.episode, RecordKind.ASSESSMENT)
        assert draft is not None
        along = carried(tx, workplace, draft).answers
    assert "Runs a lot." in along.values()
    assert [path for path in along if is_earlier(path)]
