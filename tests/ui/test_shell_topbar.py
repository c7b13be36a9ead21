"""The bar on top: at any width and text size its words are whole, and the ways out are there."""

from __future__ import annotations

import pytest
from pages_seen import Show, control, cut_off, nameless

from app.look.theme import theme
from app.sync.status import Reach, SyncStatus
from app.ui.shell.topbar import TopBar

LONG_NAME = "Bartholomew Alexander Featherstonehaugh-Whitfield"
STATES = {
    "not asked": SyncStatus(),
    "no connection": SyncStatus(Reach.NO_CONNECTION),
    "waiting": SyncStatus(Reach.NO_CONNECTION, waiting=12),
    "could not be sent": SyncStatus(Reach.REACHED, waiting=3, set_aside=2),
    "nothing waiting": SyncStatus(Reach.REACHED),
}


@pytest.fixture(
    params=[(1.0, 1366), (2.0, 1366), (2.0, 1024), (1.3, 1024), (1.0, 800), (1.0, 640)],
    ids=["small laptop", "200", "200 narrow", "130", "narrow", "narrowest"],
)
def bar(request: pytest.FixtureRequest, show: Show) -> TopBar:
    scale, width = request.param
    theme.set_scale(scale)
    bar = TopBar()
    show(bar, width, 144)
    bar.show_list_button(shown=width / scale < 960)
    bar.show_child("Mason Reid", "6 years · An interpreter for Carly, in Polish", "MR")
    return bar


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("name", ["Mason Reid", LONG_NAME])
def test_every_word_on_it_is_whole(bar: TopBar, state: str, name: str) -> None:
    bar.show_child(name, "6 years", "MR")
    bar.show_sync(STATES[state])
    assert cut_off(bar) == []
    assert nameless(bar) == []


def test_where_the_record_is_stands_in_words_whatever_is_folded_away(bar: TopBar) -> None:
    for state in STATES.values():
        bar.show_sync(state)
        assert bar.sync.isVisible()
        assert any(letter.isalpha() for letter in bar.sync.words())


def test_worried_now_keeps_its_words_and_every_way_out_can_be_pressed(bar: TopBar) -> None:
    assert control(bar, "bar.worried").accessibleName() == "Worried now?"
    for name in ("bar.home", "bar.worried", "bar.hide", "bar.lock"):
        assert control(bar, name).isVisible()
    assert "Worried now?" in {button.text() for button in bar._buttons}


def test_a_new_state_is_whole_at_once_where_the_words_grew(bar: TopBar) -> None:
    bar.show_sync(SyncStatus(Reach.REACHED))
    bar.show_sync(SyncStatus(Reach.NO_CONNECTION, waiting=12))
    assert cut_off(bar) == []
    bar.show_list_button(shown=True)
    assert cut_off(bar) == []


def test_where_there_is_no_room_beside_it_has_a_line_of_its_own_with_all_its_words(show: Show) -> None:
    theme.set_scale(2.0)
    bar = TopBar()
    show(bar, 1024, 200)
    bar.show_child("Mason Reid", "6 years", "MR")
    bar.show_list_button(shown=True)
    bar.show_sync(STATES["waiting"])
    assert bar.sync.words() == "No connection · 12 waiting to be sent"
    tall = bar.height()
    bar.resize(2700, tall)
    assert bar.sync.words() == "No connection · 12 waiting to be sent"
    assert bar.height() < tall
    assert cut_off(bar) == []
