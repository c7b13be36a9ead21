"""The strip under every page: whole at any width, its buttons named, and what was just done said in words."""

from __future__ import annotations

import pytest
from pages_seen import Show, control, cut_off, nameless, press, words_on
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.look.theme import theme
from app.ui.shell.footer import Footer

SAID = "Undone: Speech, language and communication, what is hard, or worrying"


def footer_in_a_room(show: Show, width: int) -> tuple[Footer, QWidget]:
    room, footer = QWidget(), Footer()
    down = QVBoxLayout(room)
    down.setContentsMargins(0, 0, 0, 0)
    down.addStretch(1)
    down.addWidget(footer)
    footer.show_way(back=True, following="Speech, language and communication")
    footer.show_steps(undo=True, redo=True)
    show(room, width, 600)
    return footer, room


@pytest.mark.parametrize(("scale", "width"), [(1.0, 1366), (2.0, 1366), (2.0, 1024), (1.0, 640)])
@pytest.mark.parametrize("words", ["", SAID, "Saved on this laptop at 10:42"])
def test_every_word_is_whole_and_every_button_named(show: Show, scale: float, width: int, words: str) -> None:
    theme.set_scale(scale)
    footer, room = footer_in_a_room(show, width)
    footer.say(words)
    QApplication.processEvents()
    assert cut_off(room) == []
    assert nameless(room) == []
    assert words in words_on(room)
    for name, spoken in (("step.undo", "Undo"), ("step.redo", "Redo"), ("step.save", "Save"), ("step.back", "Back")):
        assert control(room, name).accessibleName() == spoken


def test_each_button_asks_for_what_it_says(show: Show, qtbot: QtBot) -> None:
    footer, room = footer_in_a_room(show, 1366)
    wanted = {
        "step.undo": footer.undo_requested,
        "step.redo": footer.redo_requested,
        "step.save": footer.save_requested,
        "step.back": footer.back_requested,
        "step.next": footer.next_requested,
    }
    for name, signal in wanted.items():
        with qtbot.waitSignal(signal):
            press(room, name)


def test_pages_with_ways_of_their_own_keep_undo_and_save(show: Show) -> None:
    footer, room = footer_in_a_room(show, 1366)
    footer.show_ways(shown=False)
    assert not control(room, "step.next").isVisible()
    assert "Next:" not in words_on(room)
    for name in ("step.undo", "step.redo", "step.save"):
        assert control(room, name).isVisible()
