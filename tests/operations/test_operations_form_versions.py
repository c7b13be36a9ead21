"""A draft stays on the form version it was begun on, to the signature and after; what begins anew takes the newest."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from larkrise import AGREED_TO_SHARE, FORMS, MASON, Laptop, Visit

from app.domain.record import RecordKind
from app.forms.definition import FormLibrary
from app.operations.families import register_child
from app.operations.family import open_family
from app.operations.finishing import change_something
from app.paths import resources
from app.storage import drafts

FIRST = "1.0.0"
EARLIER = (FIRST, "1.1.0")


@pytest.fixture(params=EARLIER)
def earlier(request: pytest.FixtureRequest) -> str:
    """Return a version that was the newest once."""
    return str(request.param)


@pytest.fixture
def begun_before(jo: Laptop, tmp_path: Path, earlier: str) -> Visit:
    """Register a family while the laptop had the earlier versions alone; then the new ones come."""
    folder = tmp_path / "forms"
    folder.mkdir()
    for path in (resources() / "forms").glob("*.json"):
        if json.loads(path.read_bytes())["version"] <= earlier:
            shutil.copy(path, folder)
    before = replace(jo.workplace, forms=FormLibrary(folder))
    with jo.vault.transaction() as tx:
        return Visit(jo, register_child(tx, before))


def versions(visit: Visit) -> dict[str, str]:
    """Return the version each open draft of the family stands on, by the name of its form."""
    with visit.laptop.vault.transaction() as tx:
        file = open_family(tx, visit.laptop.workplace, visit.episode)
    open_drafts = (file.assessment, file.checklist, file.start, file.sharing)
    return {draft.form.name: draft.form.version for draft in open_drafts if draft is not None}


def test_there_is_a_newer_version_than_the_earlier_ones() -> None:
    assert FORMS.by_name("caf-assessment").version > max(EARLIER)
    assert FORMS.by_name("checklist").version > max(EARLIER)


def test_a_draft_begun_before_keeps_its_form_and_the_next_takes_the_newest(begun_before: Visit, earlier: str) -> None:
    found = versions(begun_before)
    assert found["caf-assessment"] == earlier
    assert found["checklist"] == FORMS.by_name("checklist").version
    assert versions(begun_before.laptop.visit())["caf-assessment"] == FORMS.by_name("caf-assessment").version


def test_a_draft_begun_before_is_signed_and_changed_on_its_own_form(begun_before: Visit, earlier: str) -> None:
    begun_before.start()
    begun_before.write(MASON)
    begun_before.write(AGREED_TO_SHARE, RecordKind.SHARING)
    begun_before.sign()
    record, _ = begun_before.signed[0]
    assert record.statement.form.version == earlier
    with begun_before.laptop.vault.transaction() as tx:
        kept = drafts.get(tx, change_something(tx, begun_before.laptop.workplace, begun_before.episode))
    assert kept is not None
    assert kept.form == record.statement.form
