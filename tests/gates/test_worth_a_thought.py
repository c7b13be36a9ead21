"""What is worth a thought stands where the worker writes: at the first gate, and where it says what happens next."""

from __future__ import annotations

from pathlib import Path

import pytest
from furnished import opened
from larkrise import AGREED_TO_START, MASON, Laptop, Visit, by_hand, new_office
from PySide6.QtWidgets import QApplication

from app.domain.record import RecordKind
from app.ui.shell.thinking import Thoughts


@pytest.fixture
def visits(tmp_path: Path) -> tuple[Path, Visit, Visit]:
    """Make two visits: one before the first gate, one after it with things left open."""
    laptop = Laptop.new(tmp_path / "vaults" / "place", by_hand(new_office(tmp_path / "office"), "practitioner"))
    before, after = laptop.visit(), laptop.visit()
    before.write({"id.dob": "2012-01-01"})
    before.write({"pre.q1": "not sure", "pre.self": "no", "pre.decision": "no action"}, RecordKind.CHECKLIST)
    after.start({**AGREED_TO_START, "c1.who": "parent or carer", "c1.limits": "Nothing about his father"})
    after.write({**MASON, "co.specialist": ("SEN",), "id.flags": ("young carer",)})
    laptop.vault.lock()
    return tmp_path, before, after


def test_the_gate_and_the_plan_say_what_is_worth_a_thought(
    qapp: QApplication, visits: tuple[Path, Visit, Visit], tmp_path: Path
) -> None:
    home, before, after = visits
    with opened(qapp, home, tmp_path) as program:
        program.unlock()

        def thoughts() -> str:
            shown = [one for one in program.window.findChildren(Thoughts) if one.isVisible()]
            return shown[0].spoken_words() if shown else ""

        program.room.open_family(before.episode, step="c1")
        assert "Please explain it first." in thoughts()
        program.room.open_family(before.episode, step="pre")
        assert "Something was not clear." in thoughts()
        assert "services at level 2 ask for an assessment first" in thoughts()
        program.room.open_family(after.episode, step="describing")
        assert "may need help early" in thoughts()
        program.room.open_family(after.episode, step="plan")
        assert "Please tell the local team once the assessment is done." in thoughts()
        assert "A specialist assessment never waits for this one." in thoughts()
        assert "A parent agreed. What does the child think?" in thoughts()
        assert "They asked for something to be left out." in thoughts()
        program.room.open_family(after.episode, step="share")
        assert thoughts() == ""
