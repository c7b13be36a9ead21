"""Follows the computer's own settings for dark and high contrast; a person's eyes decided those, not this program."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.look.theme import theme
from app.look.tokens import PaletteName


def palette_for(scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference) -> PaletteName:
    """Return the palette that fits the system's settings; light where the system says nothing."""
    if contrast is Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if scheme is Qt.ColorScheme.Dark else "light"


def follow_system(application: QApplication) -> None:
    """Use the palette the system's settings ask for, now and whenever they change."""
    hints = application.styleHints()

    def follow() -> None:
        name = palette_for(hints.colorScheme(), hints.accessibility().contrastPreference())
        if name != theme.palette.name:
            theme.set_palette(name)

    hints.colorSchemeChanged.connect(follow)
    hints.accessibility().contrastPreferenceChanged.connect(follow)
    follow()
