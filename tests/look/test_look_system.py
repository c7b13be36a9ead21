"""The program looks as the computer's own settings ask."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.look.system import palette_for
from app.look.tokens import CONTRAST as HIGH
from app.look.tokens import DARK, LIGHT, PaletteName

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


def test_on_linux_the_window_follows_the_desktops_settings_while_it_runs(tmp_path: Path) -> None:
    """Over a real bus, with the messages of the desktop portal as GNOME sends them."""
    here = Path(__file__).parent
    sys.path.append(str(here.parent / "accessibility"))
    from screen import display, missing, on_a_bus

    if lacking := missing(speech="Gio"):
        pytest.skip(f"NOT RUN: no desktop to follow without {lacking}")
    follower = [sys.executable, str(here / "follower.py")]
    desktop = {"XDG_CURRENT_DESKTOP": "GNOME", "QT_QPA_PLATFORM": "xcb"}
    with display() as name:
        said = json.loads(on_a_bus(name, tmp_path, str(here / "portal_service.py"), *follower, **desktop))
    looks = (LIGHT, DARK, HIGH, DARK, LIGHT)
    assert said == [f"{look.name} {look.window}" for look in looks]
