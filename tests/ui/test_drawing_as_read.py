"""A child's drawing is a picture wherever a record is read, with words for whoever cannot see it."""

from __future__ import annotations

import json

import pytest
from pytestqt.qtbot import QtBot

from app.domain.answers import Answers
from app.forms.definition import FormLibrary
from app.look.kit import theme
from app.paths import resources
from app.ui.coordinator.reading import ReadingPage
from app.ui.finishing.drawn import DrawnSheet
from app.ui.finishing.lines import HeldLines, read_card
from app.ui.states import Reading, ReadSection
from app.ui.words import reading_of

HOUSE = json.dumps([[[100, 500, 0], [300, 90, 0], [500, 500, 0]], [[800, 80, 0]]])
ANSWERS: Answers = {"ch.strokes": HOUSE, "ch.drawing_said": "That is our house."}


@pytest.fixture(scope="module")
def sections() -> tuple[ReadSection, ...]:
    """Return the record as it is read."""
    return reading_of(FormLibrary(resources() / "forms").by_name("caf-assessment"), ANSWERS)


def test_a_drawing_is_one_line_of_the_record_in_words_and_never_its_numbers(sections: tuple[ReadSection, ...]) -> None:
    (section,) = sections
    assert [line.words for line in section.lines] == ["A drawing of 2 lines", "That is our house."]


def test_it_is_a_picture_when_it_is_read_together_and_at_the_desk(
    qtbot: QtBot, sections: tuple[ReadSection, ...]
) -> None:
    together, desk = read_card(sections[0]), ReadingPage()
    desk.show_reading(Reading("Mason", "", (), (), sections))
    for page in (together, desk):
        qtbot.addWidget(page)
        page.resize(900, 700)
        page.show()
        (sheet,) = page.findChildren(DrawnSheet)
        assert sheet.accessibleName() == "What they drew: A drawing of 2 lines"
        seen = sheet.grab().toImage()
        ink = theme.colour("signature").rgb()
        assert any(
            seen.pixel(across, down) == ink for across in range(seen.width()) for down in range(3, seen.height() - 3)
        )


def test_the_family_can_hold_it_back_like_any_other_line(qtbot: QtBot, sections: tuple[ReadSection, ...]) -> None:
    held = HeldLines("c2.withheld")
    qtbot.addWidget(held)
    held.show_lines(sections, frozenset())
    assert "ch.strokes" in held.link_ids()
