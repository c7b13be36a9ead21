"""A family reads what they agree to in Welsh only once that was reviewed; what they read is what is written down."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import furnished
import msgspec
import pytest
from furnished import Furnished, Opened, furnish, opened, settle
from pages_seen import words_on
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.ids import EpisodeId
from app.domain.record import RecordKind
from app.forms.definition import FormLibrary
from app.forms.languages import REVIEW
from app.operations.policy import Policy, read_policy
from app.paths import resources
from app.storage import drafts
from app.storage.database import Transaction

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")

WELSH = ("Hoffech chi i ni wneud hyn gyda chi?", "Ydyn nhw’n cytuno i’r asesiad?")
REVIEWED = [
    {"url": "lang", "valueCode": "cy"},
    {"url": "state", "valueCode": "reviewed"},
    {"url": "by", "valueString": "A translator"},
    {"url": "on", "valueDate": "2027-01-12"},
]
POLICY = resources() / "policy" / "default.json"


def reviewed_forms(folder: Path) -> FormLibrary:
    """Return the forms as they are once a person has looked at the Welsh of the agreement to start."""
    copytree(resources() / "forms", folder)
    for path in folder.glob("agreement-to-start-1.4*.json"):
        form = json.loads(path.read_bytes())
        form["extension"] = [{"url": REVIEW, "extension": REVIEWED}]
        path.write_text(json.dumps(form), encoding="utf-8")
    return FormLibrary(folder)


def reviewed_policy(path: Path = POLICY) -> Policy:
    """Return the policy as it is once a person has looked at the Welsh wording."""
    policy = read_policy(path)
    (welsh,) = policy.sharing_wording_elsewhere
    looked_at = msgspec.structs.replace(welsh, reviewed_by="A translator", reviewed_on="2027-01-12")
    return msgspec.structs.replace(policy, sharing_wording_elsewhere=(looked_at,))


@pytest.fixture
def found(tmp_path: Path) -> Furnished:
    """Furnish laptops of this test's own: it writes on one."""
    return furnish(tmp_path / "laptops")


@pytest.fixture
def program(
    qapp: QApplication,
    found: Furnished,
    tmp_path: Path,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Opened]:
    """Open the program: with what was reviewed where the test asks for it, else as it comes."""
    if getattr(request, "param", False):
        monkeypatch.setattr(furnished, "FORMS", reviewed_forms(tmp_path / "forms"))
        monkeypatch.setattr(furnished, "read_policy", reviewed_policy)
    with opened(qapp, found.practitioner, tmp_path) as program:
        program.unlock()
        yield program


def offers(program: Opened, path: str) -> bool:
    return program.window.findChild(QWidget, f"{path}:cy") is not None


def written(program: Opened, episode: str, kind: RecordKind) -> dict[str, object]:
    program.program.autosave.flush()

    def read(tx: Transaction) -> dict[str, object]:
        draft = drafts.find(tx, EpisodeId(episode), kind)
        assert draft is not None
        return dict(drafts.answers(tx, draft.draft))

    return program.program.tasks.ask(read)


def test_what_awaits_its_review_is_offered_at_neither_gate(program: Opened, found: Furnished) -> None:
    program.room.open_family(found.asking, step="c1")
    settle()
    assert not offers(program, "c1.language")
    program.room.open_family(found.writing, step="sign")
    settle()
    assert not offers(program, "c2.wording_language")
    assert not any(words in words_on(program.window) for words in WELSH)


@pytest.mark.parametrize("program", [True], indirect=True)
def test_what_was_reviewed_is_offered_at_both_gates_and_what_was_read_is_written_down(
    program: Opened, found: Furnished
) -> None:
    program.room.open_family(found.asking, step="c1")
    settle()
    assert not any(words in words_on(program.window) for words in WELSH)
    program.hands.choose("c1.language:cy")
    settle()
    shown = words_on(program.window)
    assert all(words in shown for words in WELSH)
    assert written(program, found.asking, RecordKind.START)["c1.language"] == "cy"
    program.hands.choose("c1.language:en-GB")
    settle()
    assert WELSH[0] not in words_on(program.window)

    program.room.open_family(found.writing, step="sign")
    settle()
    program.hands.choose("c2.wording_language:cy")
    settle()
    welsh = reviewed_policy().sharing_wordings["cy"]
    assert welsh.words in words_on(program.window)
    signed = written(program, found.writing, RecordKind.SHARING)
    assert (signed["c2.wording"], signed["c2.wording_language"]) == (welsh.words, "cy")
