"""The widgets every screen is made of, under one roof for import; nothing is defined here."""

from app.look.accessible import announce
from app.look.boxes import ChoiceList, LineBox, TextBox, leave_undo, set_aside
from app.look.buttons import Button, Chip, RadioChoice, TickBox
from app.look.focus import FocusRing, tab_through
from app.look.frames import Avatar, Bar, Card, Notice, Pill, Rule, Stage, StatusLine
from app.look.icons import Icon
from app.look.layouts import Column, Flow, InColumns, Row
from app.look.page import Field, PageColumn
from app.look.text import Heading, Text
from app.look.theme import theme

__all__ = [
    "Avatar",
    "Bar",
    "Button",
    "Card",
    "Chip",
    "ChoiceList",
    "Column",
    "Field",
    "Flow",
    "FocusRing",
    "Heading",
    "Icon",
    "InColumns",
    "LineBox",
    "Notice",
    "PageColumn",
    "Pill",
    "RadioChoice",
    "Row",
    "Rule",
    "Stage",
    "StatusLine",
    "Text",
    "TextBox",
    "TickBox",
    "announce",
    "leave_undo",
    "set_aside",
    "tab_through",
    "theme",
]
