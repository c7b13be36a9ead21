"""Design tokens: the only place where a colour, a size or a space is written down."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

PaletteName = Literal["light", "dark", "contrast"]
Ink = Literal[
    "ink", "ink_2", "ink_3", "control", "accent", "on_accent", "on_accent_soft", "focus", "good", "warn", "bad"
]
"""What words and icons may be coloured with."""
Kind = Literal["caption", "ui", "strong", "hint", "body", "label", "h2", "h1"]
"""The steps of the type scale."""
Space = Literal["none", "hair", "xs", "s", "m", "l", "xl", "xxl", "xxxl"]
"""The steps of the space scale."""
Tone = Literal["info", "good", "warn", "bad"]
"""What a pill, a status or a notice means; each has an icon and words beside its colour."""


@dataclass(frozen=True)
class Palette:
    """One set of colours, each named for its one meaning."""

    name: PaletteName
    dark: bool
    window: str
    sidebar: str
    surface: str
    surface_sunk: str
    ink: str
    ink_2: str
    ink_3: str
    hairline: str
    control: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    on_accent_soft: str
    focus: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    signature: str
    bar: str
    thumb: str
    hover: str
    pressed: str
    edge: int = 1
    """Width of every border, in pixels."""


LIGHT = Palette(
    name="light",
    dark=False,
    window="#F6F6F3",
    sidebar="#EEEFEB",
    surface="#FFFFFF",
    surface_sunk="#F1F2EE",
    ink="#18222D",
    ink_2="#404B57",
    ink_3="#56616D",
    hairline="#DFE1DB",
    control="#7A838C",
    accent="#0E5C63",
    accent_hover="#0A484E",
    on_accent="#FFFFFF",
    accent_soft="#D9E9E8",
    on_accent_soft="#0A4146",
    focus="#0E7C86",
    good="#226642",
    good_soft="#E3F0E7",
    warn="#7F4B00",
    warn_soft="#FAEFD9",
    bad="#A32018",
    bad_soft="#FBE9E7",
    signature="#1B2A5C",
    bar="#86AEB0",
    thumb="#B4B9B4",
    hover="#F1F2EE",
    pressed="#DFE1DB",
)

DARK = Palette(
    name="dark",
    dark=True,
    window="#14181C",
    sidebar="#0F1215",
    surface="#1C2126",
    surface_sunk="#171B20",
    ink="#EDF0F2",
    ink_2="#C3CAD1",
    ink_3="#A0AAB4",
    hairline="#2B323A",
    control="#78838E",
    accent="#7CCBCF",
    accent_hover="#97DADD",
    on_accent="#05282B",
    accent_soft="#173A3E",
    on_accent_soft="#C6EDEE",
    focus="#8FDDE1",
    good="#8FD3A8",
    good_soft="#17301F",
    warn="#F0C377",
    warn_soft="#35280F",
    bad="#F5A39C",
    bad_soft="#3C1B18",
    signature="#EDF0F2",
    bar="#3C6669",
    thumb="#49525B",
    hover="#262C33",
    pressed="#2B323A",
)

CONTRAST = Palette(
    name="contrast",
    dark=True,
    window="#000000",
    sidebar="#000000",
    surface="#000000",
    surface_sunk="#000000",
    ink="#FFFFFF",
    ink_2="#FFFFFF",
    ink_3="#FFFFFF",
    hairline="#FFFFFF",
    control="#FFFFFF",
    accent="#FFE100",
    accent_hover="#FFF27A",
    on_accent="#000000",
    accent_soft="#FFE100",
    on_accent_soft="#000000",
    focus="#00E5FF",
    good="#7CFF9B",
    good_soft="#000000",
    warn="#FFE100",
    warn_soft="#000000",
    bad="#FF9C8F",
    bad_soft="#000000",
    signature="#FFFFFF",
    bar="#FFFFFF",
    thumb="#FFFFFF",
    hover="#2A2A2A",
    pressed="#444444",
    edge=2,
)

PALETTES: dict[PaletteName, Palette] = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}


class Type(NamedTuple):
    """One step of the type scale at 100 % text size: size and line height in pixels, weight as in CSS."""

    size: int
    weight: int
    line: int


TYPE: dict[Kind, Type] = {
    "caption": Type(13, 500, 18),
    "ui": Type(15, 500, 20),
    "strong": Type(15, 600, 20),
    "hint": Type(15, 400, 22),
    "body": Type(16, 400, 25),
    "label": Type(17, 600, 24),
    "h2": Type(21, 600, 28),
    "h1": Type(30, 600, 36),
}
SPACE: dict[Space, int] = {"none": 0, "hair": 2, "xs": 4, "s": 8, "m": 12, "l": 16, "xl": 24, "xxl": 32, "xxxl": 48}

RADIUS_CONTROL = 8
RADIUS_CARD = 12
CONTROL_HEIGHT = 42
"""Every button and one-line box, in pixels at 100 % text size."""
TARGET_HEIGHT = 32
"""The least height of anything that can be pressed, in pixels at 100 % text size."""
MEASURE = 720
"""The widest column of text, in pixels at 100 % text size: about 75 characters."""
PROMPTS_WIDTH = 232
SIDEBAR_WIDTH = 292
TOP_BAR_HEIGHT = 72
WIDE = 980
"""From this width on, in pixels at 100 % text size, a page has room for a panel at its side."""
ROOMY = 700
"""From this width on, in pixels at 100 % text size, two boxes may stand side by side."""

SCALES = (0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
SPACE_GROWTH = 0.4
"""Space grows this much as fast as text, so that large text does not use up a laptop's screen."""

_TEXT, _SHAPE = 4.5, 3.0
_GROUNDS = ("window", "sidebar", "surface", "surface_sunk")

PAIRS: tuple[tuple[str, str, float], ...] = (
    *((ink, ground, _TEXT) for ink in ("ink", "ink_2", "ink_3") for ground in _GROUNDS),
    *(("accent", ground, _TEXT) for ground in ("window", "surface", "surface_sunk")),
    ("on_accent", "accent", _TEXT),
    ("on_accent", "accent_hover", _TEXT),
    ("on_accent_soft", "accent_soft", _TEXT),
    ("ink", "hover", _TEXT),
    ("ink", "pressed", _TEXT),
    *((shape, ground, _SHAPE) for shape in ("focus", "control") for ground in _GROUNDS),
    *(("good", ground, _TEXT) for ground in ("surface", "window", "sidebar", "good_soft")),
    *(("warn", ground, _TEXT) for ground in ("surface", "window", "sidebar", "warn_soft")),
    *(("bad", ground, _TEXT) for ground in ("surface", "window", "sidebar", "bad_soft")),
    ("signature", "surface", _TEXT),
)
"""Each colour, the ground it stands on, and the contrast it needs there (WCAG 2.2, 1.4.3 and 1.4.11)."""


_NEARLY_BLACK = 0.04045
"""Below this a channel is linear (WCAG 2.2, relative luminance)."""


def _luminance(colour: str) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= _NEARLY_BLACK else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours written ``#RRGGBB``, from 1 to 21 (WCAG 2.2, relative luminance)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
