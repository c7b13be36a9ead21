"""Gate 5: what is written and what can be operated stands out, by the tokens and by the pixels, and also in grey."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from furnished import Furnished, Opened, furnish, opened, settle
from pages_seen import control
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from tour import everything_shown

from app.forms.session import PageStatus
from app.look import tokens
from app.look.frames import TONE_ICONS
from app.look.kit import Text
from app.look.tokens import PALETTES, PaletteName, contrast
from app.sync.status import Reach, SyncStatus
from app.ui.shell.tasklist import ICONS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")

TEXT, SHAPE = 4.5, 3.0
SHOWN = ("d1.behaviour", "share", "c1", "where")
"""Pages with every kind of thing on them: boxes, chips, choices, services, pills, a list of topics."""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Furnished:
    """Furnish the laptops once; the tests only look."""
    return furnish(tmp_path_factory.mktemp("furnished"))


@pytest.fixture
def program(qapp: QApplication, found: Furnished, tmp_path: Path) -> Iterator[Opened]:
    """Open the practitioner's program."""
    with opened(qapp, found.practitioner, tmp_path) as program:
        program.unlock()
        program.let_the_courier_rest(SyncStatus(Reach.NO_CONNECTION, waiting=2))
        yield program


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES.keys())
def test_gate_5_text_and_controls_stand_out_in_every_palette(palette: tokens.Palette) -> None:
    faint = [pair for pair in tokens.PAIRS if contrast(getattr(palette, pair[0]), getattr(palette, pair[1])) < pair[2]]
    assert faint == []


def picture_of(window: QWidget) -> QImage:
    return window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def colours_in(picture: QImage, place: QRect) -> Counter[str]:
    """Return every colour in a part of a picture and how often it is there."""
    place = place.intersected(picture.rect())
    return Counter(
        QColor(picture.pixel(x, y)).name().upper()
        for y in range(place.top(), place.bottom() + 1)
        for x in range(place.left(), place.right() + 1)
    )


def stands_out(picture: QImage, place: QRect) -> float:
    """Return the contrast between the ground of a part of a picture and whatever differs most from it there."""
    colours = colours_in(picture, place)
    ((ground, _),) = colours.most_common(1)
    return max(contrast(ground, colour) for colour in colours)


def in_sight(window: QWidget) -> Iterator[tuple[Text, QRect]]:
    """Yield the words that are wholly in sight, and where they are."""
    for text in window.findChildren(Text):
        whole = QRect(text.mapTo(window, QPoint(0, 0)), text.size())
        is_whole = text.isVisible() and text.visibleRegion().boundingRect().size() == text.size()
        if is_whole and text.isEnabled() and text.words.strip():
            yield text, whole


@pytest.mark.parametrize("palette", list(PALETTES))
def test_gate_5_the_words_on_the_screen_stand_out_by_the_pixels(
    program: Opened, found: Furnished, palette: PaletteName
) -> None:
    program.wear(palette, 1.0)
    faint, measured = {}, 0
    for step in SHOWN:
        family = {"c1": found.asking, "where": found.signed}.get(step, found.writing)
        program.room.open_family(family, step=step)
        settle()
        picture = picture_of(program.window)
        for text, place in in_sight(program.window):
            measured += 1
            if (ratio := stands_out(picture, place)) < TEXT:
                faint[step, text.words] = round(ratio, 2)
    assert measured > 50
    assert faint == {}


@pytest.mark.parametrize("palette", list(PALETTES))
def test_gate_5_the_ring_round_what_has_the_keyboard_stands_out(
    program: Opened, found: Furnished, palette: PaletteName
) -> None:
    program.wear(palette, 1.0)
    program.room.open_family(found.writing, step="d1.behaviour")
    for name in ("d1.behaviour.strengths", "step.next", "bar.worried"):
        place = control(program.window, name)
        place.setFocus()
        settle()
        ringed = QRect(place.mapTo(program.window, QPoint(0, 0)), place.size()).adjusted(-5, -5, 5, 5)
        above = QRect(ringed.center().x(), ringed.top() - 4, 1, 9)
        assert stands_out(picture_of(program.window), above) >= SHAPE, name


@pytest.mark.parametrize("palette", list(PALETTES))
def test_gate_5_what_was_chosen_is_seen_without_colour(program: Opened, found: Furnished, palette: PaletteName) -> None:
    """Yes chosen and no not chosen differ in grey by a mark, not by a tint."""
    program.wear(palette, 1.0)
    program.room.open_family(found.writing, step="share")
    settle()
    program.room.bar.setFocus()
    grey = program.window.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    marks = []
    for answer in ("yes", "no"):
        radio = control(program.window, f"c2.store:{answer}")
        corner = radio.mapTo(program.window, QPoint(0, 0))
        middle = corner + QPoint(11, radio.height() // 2)
        marks.append(QColor(grey.pixel(middle)).name().upper())
    assert contrast(*marks) >= SHAPE


def test_gate_5_no_state_is_told_by_colour_alone() -> None:
    assert len({icon for icon, _ in ICONS.values()}) == len(PageStatus)
    assert len({status.value for status in PageStatus}) == len(PageStatus)
    assert len(set(TONE_ICONS.values())) == len(TONE_ICONS)
    states = [SyncStatus(reach, waiting, aside) for reach in Reach for waiting in (0, 2) for aside in (0, 1)]
    assert all(state.words() for state in states)


def test_gate_5_every_topic_says_how_far_it_is_in_words(program: Opened, found: Furnished) -> None:
    program.room.open_family(found.undecided, step="d1.behaviour")
    spoken = everything_shown(program.window)
    assert all(status in spoken for status in ("Behaviour, in progress", "General health, not started"))
