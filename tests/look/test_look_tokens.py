"""The colours keep their promises to eyes that need contrast."""

import pytest

from app.look import tokens
from app.look.tokens import PALETTES, Palette, contrast


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES.keys())
@pytest.mark.parametrize(("ink", "ground", "needed"), tokens.PAIRS)
def test_every_colour_stands_out_from_its_ground(palette: Palette, ink: str, ground: str, needed: float) -> None:
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= needed


def test_high_contrast_doubles_what_is_asked_of_text() -> None:
    texts = [(ink, ground) for ink, ground, needed in tokens.PAIRS if needed == 4.5]
    palette = tokens.CONTRAST
    assert min(contrast(getattr(palette, ink), getattr(palette, ground)) for ink, ground in texts) >= 9


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#0E5C63", "#0E5C63") == 1


def test_no_text_is_smaller_than_thirteen_pixels() -> None:
    assert min(kind.size for kind in tokens.TYPE.values()) >= 13


def test_every_line_is_taller_than_its_letters() -> None:
    assert all(kind.line >= 1.19 * kind.size for kind in tokens.TYPE.values())
