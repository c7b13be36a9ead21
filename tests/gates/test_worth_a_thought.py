"""What is worth a thought stands where the worker writes: at the first gate, and where it says what happens next."""

from __future__ import annotations

from pathlib import Path

import pytest
from furnished import Opened, opened
from larkrise import AGREED_TO_SHARE, AGREED_TO_START, MASON, Laptop, Visit, by_hand, new_office
from PySide6.QtWidgets import QApplication

from app.domain.record import RecordKind
from app.look.kit import TextBox
from app.operations.unagreed import NOT_SAFE
from app.storage import children, drafts, reasons
from app.ui.shell.thinking import Thoughts

WHY = "They said yes on the phone."
DECISION = "https://ecaf.example/forms/information-sharing-decision"


@pytest.fixture
def visits(tmp_path: Path) -> tuple[Path, Visit, Visit]:
    """Make two visits: one before the first gate, one after it with things left open."""
    laptop = Laptop.new(tmp_path / "vaults" / "place", by_hand(new_office(tmp_path / "office"), "practitioner"))
    before, after = laptop.visit(), laptop.visit()
    before.write({"id.dob": "2012-01-01"})
    before.write({"pre.q1": "not sure", "pre.self": "no", "pre.decision": "no action"}, RecordKind.CHECKLIST)
    after.start({**AGREED_TO_START, "c1.who": "parent or carer", "c1.limits": "Nothing about his father"})
    after.write({**MASON, "co.specialist": ("SEN",), "id.flags": ("young carer",), "ac/4f1c22ab/ac.status": "offered"})
    signed = laptop.visit()
    signed.start()
    signed.write({**MASON, "id.given": "Finn"})
    signed.write(AGREED_TO_SHARE, RecordKind.SHARING)
    signed.sign()
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
        assert "An action is offered for somebody." in thoughts()
        program.hands.type("why:11", WHY)
        program.room.save()
        program.room.open_family(after.episode, step="share")
        assert thoughts().strip() == ""
        program.room.open_family(after.episode, step="plan")
        assert written(program, "why:11") == WHY
        assert "Not checked elsewhere when they agreed to start, on " in written(program, "why:66")
        kept = program.program.tasks.ask(lambda tx: reasons.of_episode(tx, after.episode))
        assert [one.rule for one in kept] == [11, 66]
        no_dead_end(program, before)
        no_copy(program)


def written(program: Opened, name: str) -> str:
    return program.hands.find_as(name, TextBox).toPlainText()


def no_dead_end(program: Opened, before: Visit) -> None:
    """Say that asking could put somebody at risk, and be led on."""
    hands = program.hands
    program.room.open_family(before.episode, step="c1")
    assert not hands.sees("start.join")
    hands.click("start.unsafe")
    hands.click("start.worried")
    hands.find("worried.back")
    hands.click("worried.looked")
    program.room.open_family(before.episode, step="c1")
    hands.click("start.unsafe")
    hands.click("start.decide")
    hands.find("is.ask")
    found = program.program.tasks.ask(lambda tx: drafts.find(tx, before.episode, RecordKind.FORM, DECISION))
    assert found is not None
    answers = program.program.tasks.ask(lambda tx: drafts.answers(tx, found.draft))
    assert (answers["is.q4"], answers["is.q4.why"]) == ("not asked", NOT_SAFE)


def no_copy(program: Opened) -> None:
    """Leave no copy, and say why where it would have been left."""
    hands = program.hands
    (episode,) = (row.episode for row in program.program.tasks.ask(children.list_all) if row.summary.given == "Finn")
    assert episode is not None
    program.room.open_family(episode, step="copy")
    assert not hands.sees("copy.why")
    hands.choose("copy.safe:no")
    hands.type("copy.why", WHY)
    program.room.save()
    program.room.go_home()
    program.room.open_family(episode, step="copy")
    assert written(program, "copy.why") == WHY
