"""Gate 7: a restricted episode appears in no list and no hint but its own, and goes to nobody by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from furnished import opened
from households import visited
from larkrise import AGREED_TO_SHARE, Laptop, Visit, by_hand, new_office
from PySide6.QtWidgets import QApplication
from tour import everything_shown

from app.domain.ids import EpisodeId
from app.domain.record import RecordKind
from app.operations.families import register_child
from app.storage import episodes, outbox
from app.ui.shell.steps import in_order, is_open

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")

ERINS_WORDS = ("Erin", "Walsh-Ade", "They’ll make it about them.", "2012", "school pastoral office")
"""What belongs to her episode alone; her brother here has another family name, so that hers can be looked for."""


@dataclass(frozen=True)
class Siblings:
    """A laptop with a young person who decides alone, and her small brother with a record of his own."""

    home: Path
    erin: EpisodeId
    finn: EpisodeId


@pytest.fixture
def siblings(tmp_path: Path) -> Siblings:
    """Write a restricted episode and another of the same household."""
    jo = Laptop.new(tmp_path / "home" / "vaults" / "place", by_hand(new_office(tmp_path / "office"), "practitioner"))
    with jo.vault.transaction() as tx:
        erin = Visit(jo, register_child(tx, jo.workplace, restricted=True))
    erin.judge()
    erin.start()
    erin.write(
        {
            "id.given": "Erin",
            "id.family": "Walsh-Ade",
            "id.dob": "2012-06-21",
            "id.special": "Through the school pastoral office",
            "as.reason": "They’ll make it about them.",
        }
    )
    finn = jo.visit()
    finn.start()
    finn.write({**visited("mason-reid"), "id.given": "Finn", "id.family": "Adeyemi", "id.address": "4 Heron Close"})
    finn.write(AGREED_TO_SHARE, RecordKind.SHARING)
    with jo.vault.transaction() as tx:
        kept = episodes.get(tx, erin.episode)
        assert kept is not None
        assert kept.restricted
        assert outbox.waiting(tx, jo.watch.now()) == []
    jo.vault.lock()
    return Siblings(tmp_path / "home", erin.episode, finn.episode)


@pytest.fixture
def of_her_brother(qapp: QApplication, siblings: Siblings, tmp_path: Path) -> Iterator[dict[str, str]]:
    """Return every word on every page of her brother's record, after hers was open a moment before."""
    with opened(qapp, siblings.home, tmp_path) as program:
        program.unlock()
        program.room.open_family(siblings.erin, step="as")
        assert "They’ll make it about them." in everything_shown(program.window)
        program.room.open_family(siblings.finn)
        file = program.room.family.file
        assert file is not None
        shown = {}
        for step in (step for step in in_order(file) if is_open(file, step)):
            program.room.family.go(step)
            shown[step] = everything_shown(program.window)
        program.room.show_worried()
        shown["worried"] = everything_shown(program.window)
        yield shown


def test_gate_7_no_page_of_her_brothers_record_hints_at_a_restricted_episode(of_her_brother: dict[str, str]) -> None:
    assert len(of_her_brother) > 25
    assert all("Finn" in words for words in of_her_brother.values())
    told = {step: word for step, words in of_her_brother.items() for word in ERINS_WORDS if word in words}
    assert told == {}
