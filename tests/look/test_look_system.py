"""The program looks as the computer's own settings ask."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.look.system import palette_for
from app.look.tokens import PaletteName

SCHEME, CONTRAST = Qt.ColorScheme, Qt.ContrastPreference


@pytest.mark.parametrize(
    ("scheme", "contrast", "palette"),
    [
        (SCHEME.Unknown, CONTRAST.NoPreference, "light"),
        (SCHEME.Light, CONTRAST.NoPreference, "light"),
        (SCHEME.Dark, CONTRAST.NoPreference, "dark"),
        (SCHEME.Light, CONTRAST.HighContrast, "contrast"),
        (SCHEME.Dark, CONTRAST.HighContrast, "contrast"),
    ],
)
def test_dark_and_high_contrast_are_taken_over_from_the_system(
    scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference, palette: PaletteName
) -> None:
    assert palette_for(scheme, contrast) == palette
