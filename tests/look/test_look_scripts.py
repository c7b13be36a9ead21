"""Names in any script on the screen: drawn with our own letters, in the right order, never turned about in secret."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QTextLayout, QTextLine
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.look.kit import LineBox, Text, TextBox
from app.look.text import apart, begins_right, set_lines, without_orders

URDU = "احمد خان"
SCRIPTS = {
    "Urdu": ("بچوں کا مرکز ۲۵", "Noto Naskh Arabic"),
    "Hebrew": ("שלום", "Noto Sans Hebrew"),
    "Bengali": ("আমি ভালো", "Noto Sans Bengali"),
    "Hindi": ("मैं ठीक", "Noto Sans Devanagari"),
    "Punjabi": ("ਮੈਂ ਠੀਕ", "Noto Sans Gurmukhi"),
    "Gujarati": ("હું ઠીક", "Noto Sans Gujarati"),
    "Tamil": ("நான் நலம்", "Noto Sans Tamil"),
    "Malayalam": ("ഞാൻ", "Noto Sans Malayalam"),
    "Tigrinya": ("ሰላም", "Noto Sans Ethiopic"),
    "Armenian": ("Անի", "Noto Sans Armenian"),
    "Georgian": ("ნინო", "Noto Sans Georgian"),
    "Thai": ("สมชาย", "Noto Sans Thai"),
    "Chinese": ("我叫王小明陳國華", "Noto Sans SC"),
    "Greek": ("Ελένη", "Inter"),
    "Cyrillic": ("Олександра", "Inter"),
    "Polish": ("Zażółć", "Inter"),
    "emoji": ("😀👨‍👩‍👧🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f", "Noto Emoji"),
}


def used(laid: QTextLayout) -> dict[str, bool]:
    """Return each family that draws the words, and whether it had every letter."""
    return {run.rawFont().familyName(): 0 not in run.glyphIndexes() for run in laid.glyphRuns()}


def x_of(line: QTextLine, place: int) -> float:
    """Return how far from the left the caret stands before a letter."""
    found: Any = line.cursorToX(place)
    return float(found[0])


@pytest.mark.parametrize("script", SCRIPTS)
def test_each_script_is_drawn_in_letters_of_ours(script: str) -> None:
    words, family = SCRIPTS[script]
    found = used(set_lines(words.replace(" ", ""), "body", 10_000))
    assert found == {family: True}


def test_they_are_there_on_a_machine_without_a_single_font(tmp_path: Path) -> None:
    bare = tmp_path / "fonts.conf"
    bare.write_text(f"<fontconfig><cachedir>{tmp_path}</cachedir></fontconfig>", "utf-8")
    here = Path(__file__)
    code = (
        "import sys; from PySide6.QtWidgets import QApplication; a = QApplication([])\n"
        "from app.look.kit import theme; theme.dress(a)\n"
        f"sys.path.insert(0, {str(here.parent)!r}); import test_look_scripts as t\n"
        "lacking = [n for n, (w, f) in t.SCRIPTS.items() "
        "if t.used(t.set_lines(w.replace(' ', ''), 'body', 10_000)) != {f: True}]\n"
        "print(lacking)\n"
    )
    env = {**os.environ, "FONTCONFIG_FILE": str(bare), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", code], cwd=here.parents[2], env=env, capture_output=True, check=False)  # noqa: S603 - ours
    assert done.stdout.decode().strip() == "[]", done.stderr.decode()
    assert "OpenType support missing" not in done.stderr.decode()


def test_an_urdu_sentence_in_a_label_runs_from_the_right() -> None:
    laid = set_lines("میرا نام Ahmed ہے", "body", 10_000)
    line = laid.lineAt(0)
    assert x_of(line, 0) > x_of(line, 5) > x_of(line, 16)


def test_a_paragraph_in_urdu_stands_at_the_right_and_one_line_beside_its_label(qtbot: QtBot) -> None:
    long, short = Text("بچوں کا مرکز " * 30, "body", wrap=True), Text(URDU, "body", wrap=True)
    for text in (long, short):
        qtbot.addWidget(text)
    last = long._lines(300)
    assert last.lineAt(0).naturalTextRect().right() >= 299
    assert short._lines(300).lineAt(0).naturalTextRect().left() < 1


def test_the_boxes_to_type_in_turn_with_what_is_typed(qtbot: QtBot) -> None:
    line, text = LineBox(), TextBox(2)
    for box in (line, text):
        qtbot.addWidget(box)
        box.resize(400, 80)
        with qtbot.waitExposed(box):
            box.show()
    line.load(URDU)
    text.load(URDU)
    assert ink_at_right(line) > 0.9
    assert ink_at_right(text) > 0.9


def ink_at_right(box: QWidget) -> float:
    """Return how much of what is written inside a box stands in its right half."""
    image = box.grab().toImage()
    dark = [
        across
        for across in range(8, image.width() - 8)
        for down in range(8, image.height() - 8)
        if image.pixelColor(across, down).lightness() < 128
    ]
    return sum(across > image.width() / 2 for across in dark) / len(dark)


def test_hidden_orders_in_a_name_turn_nothing_about() -> None:
    assert without_orders("Mase\u202eevil\u202c \u2067x\u2069") == "Maseevil x\u2069"
    laid = set_lines("\u202eabc", "body", 10_000)
    assert x_of(laid.lineAt(0), 1) > x_of(laid.lineAt(0), 0)


def test_a_name_stands_in_a_sentence_and_leaves_its_order_alone() -> None:
    assert apart("Siân") == "Siân"
    laid = set_lines(f"{apart(URDU)}, 5", "body", 10_000)
    words = laid.text()
    comma, five = words.index(","), words.index("5")
    line = laid.lineAt(0)
    assert x_of(line, comma) < x_of(line, five)


@pytest.mark.parametrize(("words", "right"), [(URDU, True), ("5 احمد", True), ("Ahmed احمد", False), ("", False)])
def test_the_first_strong_letter_says_where_words_begin(words: str, right: bool) -> None:  # noqa: FBT001 - expected
    assert begins_right(words) is right
