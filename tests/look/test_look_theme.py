"""One theme dresses everything, in three palettes and at every text size."""

import pytest
from PySide6.QtGui import QColor, QFontInfo
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.look import tokens
from app.look.frames import TONE_ICONS
from app.look.kit import Card, Icon, theme
from app.look.tokens import PaletteName
from app.paths import resources


@pytest.mark.parametrize("name", tokens.PALETTES)
def test_the_style_sheet_leaves_no_token_unfilled(qapp: QApplication, name: PaletteName) -> None:
    theme.set_palette(name)
    sheet = qapp.styleSheet()
    assert "$" not in sheet
    assert "px(1" not in sheet
    assert tokens.PALETTES[name].surface in sheet


@pytest.mark.parametrize("name", tokens.PALETTES)
def test_a_card_shown_before_changes_colour_with_the_palette(qtbot: QtBot, name: PaletteName) -> None:
    card = Card()
    qtbot.addWidget(card)
    card.resize(120, 120)
    card.show()
    theme.set_palette(name)
    assert card.grab().toImage().pixelColor(60, 60) == QColor(tokens.PALETTES[name].surface)


def test_an_icon_takes_the_colour_of_its_ink(qtbot: QtBot) -> None:
    icon = Icon("circle-dot", "good", 40)
    qtbot.addWidget(icon)
    for name, palette in tokens.PALETTES.items():
        theme.set_palette(name)
        seen, meant = icon.grab().toImage().pixelColor(20, 20), QColor(palette.good)
        assert (
            max(abs(seen.red() - meant.red()), abs(seen.green() - meant.green()), abs(seen.blue() - meant.blue())) < 8
        )


def test_text_size_stays_between_nine_tenths_and_double() -> None:
    theme.set_scale(5)
    assert theme.scale == 2
    theme.set_scale(0.1)
    assert theme.scale == 0.9


def test_larger_and_smaller_go_through_the_steps_and_stop_at_the_ends() -> None:
    sizes = []
    for _ in range(8):
        theme.step_scale(+1)
        sizes.append(theme.scale)
    assert sizes == [1.15, 1.3, 1.5, 1.75, 2.0, 2.0, 2.0, 2.0]
    theme.step_scale(-1)
    assert theme.scale == 1.75


def test_space_grows_less_than_text() -> None:
    theme.set_scale(2)
    assert theme.px(16) == 32
    assert theme.space("l") == 22
    assert theme.font("body").pixelSize() == 32


def test_text_is_set_in_the_fonts_that_come_with_the_program() -> None:
    assert QFontInfo(theme.font("body")).family() == "Inter"
    assert QFontInfo(theme.font("h1")).family() == "Inter Display"


def test_every_tone_has_an_icon_beside_its_colour() -> None:
    assert len(set(TONE_ICONS.values())) == len(TONE_ICONS)
    assert all((resources() / "icons" / f"{name}.svg").is_file() for name in TONE_ICONS.values())
