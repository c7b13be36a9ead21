"""Turns tokens into a palette, one style sheet and fonts; nothing outside this package may know a colour."""

import re
from functools import cache
from string import Template

from PySide6.QtCore import QLoggingCategory, QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from app.look import accessible, tokens
from app.look.tokens import Kind, Palette, PaletteName, Space
from app.paths import resources

_SCRIPTS = (
    "Naskh Arabic", "Sans Hebrew", "Sans Bengali", "Sans Devanagari", "Sans Gurmukhi", "Sans Gujarati", "Sans Tamil",
    "Sans Malayalam", "Sans Ethiopic", "Sans Armenian", "Sans Georgian", "Sans Thai", "Sans SC",
)  # fmt: skip
_FAMILIES = ("Inter", "Noto Sans", *(f"Noto {script}" for script in _SCRIPTS), "Noto Emoji", "Segoe UI", "DejaVu Sans")
"""What draws a letter, the first that has it; ours come before the system's, so that a name looks the same anywhere."""
_NO_FAULT = "qt.text.font.db=false"
"""Qt speaks of each family that lacks a script before it asks the next one."""
_LENGTH = re.compile(r"px\((\d+)\)")
_ROLES = (
    (QPalette.ColorRole.Window, "window"),
    (QPalette.ColorRole.Base, "surface"),
    (QPalette.ColorRole.AlternateBase, "surface_sunk"),
    (QPalette.ColorRole.Button, "surface"),
    (QPalette.ColorRole.ToolTipBase, "ink"),
    (QPalette.ColorRole.ToolTipText, "surface"),
    (QPalette.ColorRole.WindowText, "ink"),
    (QPalette.ColorRole.Text, "ink"),
    (QPalette.ColorRole.ButtonText, "ink"),
    (QPalette.ColorRole.PlaceholderText, "ink_3"),
    (QPalette.ColorRole.Highlight, "accent"),
    (QPalette.ColorRole.HighlightedText, "on_accent"),
    (QPalette.ColorRole.Link, "accent"),
    (QPalette.ColorRole.LinkVisited, "accent"),
    (QPalette.ColorRole.Accent, "accent"),
    (QPalette.ColorRole.Light, "hairline"),
    (QPalette.ColorRole.Midlight, "hairline"),
    (QPalette.ColorRole.Mid, "control"),
    (QPalette.ColorRole.Dark, "control"),
    (QPalette.ColorRole.Shadow, "hairline"),
)
_INK_ROLES = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


class Theme(QObject):
    """The palette and text size in use; widgets ask it for lengths, colours and fonts, and hear when they change."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.palette: Palette = tokens.LIGHT
        self.scale = 1.0
        self._fonts: dict[Kind, QFont] = {}
        self._large: QWidget | None = None
        self._before = self._sheet_scale = 1.0

    def px(self, length: float) -> int:
        """Return a length that belongs to text, in pixels at the reader's text size."""
        return round(length * self.scale)

    def space(self, step: Space) -> int:
        """Return a step of the space scale in pixels."""
        return round(tokens.SPACE[step] * (1 + (self.scale - 1) * tokens.SPACE_GROWTH))

    def line(self, kind: Kind) -> int:
        """Return the height of one line of text in pixels."""
        return self.px(tokens.TYPE[kind].line)

    def font(self, kind: Kind) -> QFont:
        """Return the font of one step of the type scale."""
        if kind not in self._fonts:
            self._fonts[kind] = self._made_font(kind)
        return self._fonts[kind]

    def _made_font(self, kind: Kind) -> QFont:
        size, weight, _ = tokens.TYPE[kind]
        first = ("Inter Display",) if kind in ("h1", "h2") else ()
        font = QFont([*first, *_FAMILIES])
        font.setPixelSize(self.px(size))
        font.setWeight(QFont.Weight(weight))
        if kind == "h1":
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 98.5)
        return font

    def colour(self, token: str) -> QColor:
        """Return the colour of a token in the palette in use."""
        return QColor(getattr(self.palette, token))

    def set_palette(self, name: PaletteName) -> None:
        """Show everything in the light, the dark or the high contrast palette."""
        self.palette = tokens.PALETTES[name]
        self._apply()

    def set_scale(self, scale: float) -> None:
        """Show all text at ``scale`` times its usual size, kept between 0.9 and 2."""
        self.scale = min(max(scale, tokens.SCALES[0]), tokens.SCALES[-1])
        self._apply()

    def step_scale(self, steps: int) -> None:
        """Make all text larger (or, for a negative number, smaller) by so many steps."""
        nearest = min(range(len(tokens.SCALES)), key=lambda i: abs(tokens.SCALES[i] - self.scale))
        self.set_scale(tokens.SCALES[min(max(nearest + steps, 0), len(tokens.SCALES) - 1)])

    def enlarge(self, room: QWidget, least: float) -> None:
        """Show one room at ``least`` times the usual size or more, and everything painted; ``end_enlarged`` ends it.

        The sheet of the whole window is left alone: to set it takes a second where a record is open.
        """
        if self._large is None:
            self._before = self.scale
        self._large, self.scale = room, max(self._before, least)
        self._show_scale()

    def end_enlarged(self) -> None:
        """Show everything in the text size from before."""
        room, self._large = self._large, None
        if room is None or not isValid(room):
            return
        self.scale = self._before
        room.setStyleSheet("")
        if self._sheet_scale != self.scale:
            self._apply()  # another palette was put on meanwhile
        else:
            self._show_scale()

    def _show_scale(self) -> None:
        self._fonts.clear()
        if self._large is not None and isValid(self._large):
            self._large.setStyleSheet(self._style_sheet())
        self.changed.emit()

    def dress(self, application: QApplication) -> None:
        """Load the fonts, make the whole program look like this theme, and cure what screen readers would trip on."""
        QLoggingCategory.setFilterRules(_NO_FAULT)
        _load_fonts()
        accessible.install()
        application.setStyle("Fusion")
        self._apply()

    def _apply(self) -> None:
        self._fonts.clear()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setFont(self.font("ui"))
            application.setPalette(self._qpalette())
            application.setStyleSheet(self._style_sheet())
            self._sheet_scale = self.scale
        self._show_scale()

    def _qpalette(self) -> QPalette:
        palette = QPalette()
        for role, token in _ROLES:
            palette.setColor(role, self.colour(token))
        for role in _INK_ROLES:
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("ink_3"))
        return palette

    def _style_sheet(self) -> str:
        words = {name: str(value) for name, value in vars(self.palette).items()} | self._derived()
        sheet = Template(_style_file()).substitute(words)
        return _LENGTH.sub(lambda found: f"{self.px(int(found[1]))}px", sheet)

    def _derived(self) -> dict[str, str]:
        """Return what follows from the tokens: insides of controls, and edges that only high contrast shows."""
        edge, palette = self.palette.edge, self.palette
        chip = self.px(tokens.TARGET_HEIGHT)
        edged = palette.name == "contrast"
        return {
            "edge": f"{edge}px",
            "control_inside": f"{self.px(tokens.CONTROL_HEIGHT) - 2 * edge}px",
            "chip_inside": f"{chip - 2 * edge}px",
            "chip_radius": f"{chip // 2}px",
            "quiet_edge": palette.control if edged else "transparent",
            "good_edge": palette.good if edged else palette.good_soft,
            "warn_edge": palette.warn if edged else palette.warn_soft,
            "bad_edge": palette.bad if edged else palette.bad_soft,
        }


@cache
def _load_fonts() -> None:
    for file in sorted((resources() / "fonts").glob("*.?tf")):
        QFontDatabase.addApplicationFont(str(file))


@cache
def _style_file() -> str:
    return (resources() / "styles" / "look.qss").read_text("utf-8")


theme = Theme()
"""The one theme of the running program: Qt knows one style for all windows."""
