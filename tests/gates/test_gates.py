"""The six gates a set of screens must pass before anybody is shown it, on the real window of a small laptop."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from furnished import PRIVATE_WORDS, Furnished, Opened, furnish, opened, settle
from larkrise import PASSPHRASE
from pages_seen import control
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from tour import Seen, coordinator, everything_shown, practitioner, toured

from app.forms.session import PageStatus
from app.look import tokens
from app.look.frames import TONE_ICONS
from app.look.tokens import PALETTES, PaletteName, contrast
from app.sync.status import Reach, SyncStatus
from app.ui.shell.tasklist import ICONS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")

LOOKS: tuple[tuple[PaletteName, float], ...] = (("light", 1.0), ("light", 2.0), ("contrast", 1.0), ("contrast", 2.0))


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Furnished:
    """Furnish the laptops once; the tests only look."""
    return furnish(tmp_path_factory.mktemp("furnished"))


@pytest.fixture
def program(qapp: QApplication, found: Furnished, tmp_path: Path) -> Iterator[Opened]:
    """Open the practitioner's program."""
    with opened(qapp, found.practitioner, tmp_path) as program:
        program.unlock()
        yield program


@pytest.fixture(scope="module", params=LOOKS, ids=[f"{name}-{scale:.0%}" for name, scale in LOOKS])
def seen(
    request: pytest.FixtureRequest, qapp: QApplication, found: Furnished, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Seen]:
    """Walk through every screen in one look, and note what is on each."""
    passed: dict[str, Seen] = {}
    for home, way in ((found.practitioner, practitioner), (found.coordinator, coordinator)):
        with opened(qapp, home, tmp_path_factory.mktemp("pictures")) as program:
            program.wear(*request.param)
            program.unlock()
            program.let_the_courier_rest(SyncStatus(Reach.NO_CONNECTION, waiting=2))
            passed |= toured(program, found, way)
    return passed


def private_words_in(words: str) -> list[str]:
    return [word for word in PRIVATE_WORDS if word.casefold() in words.casefold()]


def test_gate_1_the_title_says_nothing_whatever_is_open(seen: dict[str, Seen]) -> None:
    assert {screen.title for screen in seen.values()} == {"eCAF"}


def test_gate_1_a_hidden_screen_shows_nobody_and_nothing(program: Opened, found: Furnished) -> None:
    program.room.open_family(found.writing, step="d1.behaviour")
    assert len(private_words_in(everything_shown(program.window))) > 2
    program.hands.click("bar.hide")
    assert private_words_in(everything_shown(program.window)) == []
    assert program.window.windowTitle() == "eCAF"


def test_gate_1_a_locked_screen_shows_nobody_and_nothing(program: Opened, found: Furnished) -> None:
    program.room.open_family(found.writing, step="d1.behaviour")
    program.hands.click("bar.lock")
    assert program.told == ["started afresh", "left with 0"]
    assert private_words_in(everything_shown(program.window)) == []
    assert program.window.windowTitle() == "eCAF"


def test_gate_1_the_way_in_shows_nobody_and_nothing(qapp: QApplication, found: Furnished, tmp_path: Path) -> None:
    with opened(qapp, found.practitioner, tmp_path) as program:
        assert program.hands.sees("unlock.passphrase")
        assert private_words_in(everything_shown(program.window)) == []
        program.hands.type("unlock.passphrase", PASSPHRASE)
        assert PASSPHRASE not in everything_shown(program.window)
        program.hands.click("unlock.new")
        assert program.hands.sees("passphrase.words")
        assert private_words_in(everything_shown(program.window)) == []
        assert program.window.windowTitle() == "eCAF"


def test_gate_2_worried_now_stands_in_words_on_every_page(seen: dict[str, Seen]) -> None:
    assert [name for name, screen in seen.items() if "bar.worried" not in screen.buttons] == []
    assert [name for name, screen in seen.items() if "Worried now?" not in screen.words.split("\n")] == []


def test_gate_3_where_the_record_is_stands_in_words_on_every_page(seen: dict[str, Seen]) -> None:
    assert [name for name, screen in seen.items() if not any(map(str.isalpha, screen.where))] == []
    assert [name for name, screen in seen.items() if screen.where not in screen.words] == []


def place_in(window: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def stand_alike(window: QWidget, yes: QWidget, no: QWidget) -> bool:
    """Say whether two answers have the same size and stand in one line or one column."""
    one, other = place_in(window, yes), place_in(window, no)
    return one.size() == other.size() and (one.left() == other.left() or one.top() == other.top())


def answers_of(page: QWidget, path: str, between: str = ":") -> tuple[QAbstractButton, QAbstractButton]:
    yes, no = (control(page, f"{path}{between}{answer}") for answer in ("yes", "no"))
    assert isinstance(yes, QAbstractButton)
    assert isinstance(no, QAbstractButton)
    return yes, no


def unequal(program: Opened, paths: tuple[str, ...], between: str = ":") -> list[str]:
    """Return what is larger, bolder, in front or chosen beforehand."""
    faults = []
    for path in paths:
        yes, no = answers_of(program.window, path, between)
        if not stand_alike(program.window, yes, no):
            faults.append(f"{path} is larger on one side")
        if (yes.font().weight(), yes.font().pixelSize()) != (no.font().weight(), no.font().pixelSize()):
            faults.append(f"{path} is bolder on one side")
        if type(yes) is not type(no) or yes.isChecked() or no.isChecked() or not (yes.isEnabled() and no.isEnabled()):
            faults.append(f"{path} favours one side")
    return faults


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_gate_4_yes_and_no_weigh_the_same_and_nothing_is_ticked(
    program: Opened, found: Furnished, scale: float
) -> None:
    program.wear("light", scale)
    program.room.open_family(found.asking, step="c1")
    settle()
    assert unequal(program, ("c1.do", "c1.record_ecaf"), ":option:") == []
    program.room.open_family(found.undecided, step="share")
    settle()
    assert unequal(program, ("c2.store", "c2.desk", "c2.share")) == []
    before = program.hands.rows("c2.list")
    program.hands.click("c2.list:add")
    (row,) = program.hands.rows("c2.list") - before
    assert unequal(program, (f"{row}/c2.list.may_see",)) == []
    one, other = (answer.parentWidget() for answer in answers_of(program.window, "c2.share"))
    assert one is not None
    assert other is not None
    assert stand_alike(program.window, one, other)


def test_gate_4_an_answer_that_is_larger_is_noticed(program: Opened, found: Furnished) -> None:
    program.room.open_family(found.undecided, step="share")
    yes, no = answers_of(program.window, "c2.share")
    yes.resize(yes.width() + 1, yes.height())
    assert not stand_alike(program.window, yes, no)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES.keys())
def test_gate_5_text_and_controls_stand_out_in_every_palette(palette: tokens.Palette) -> None:
    faint = [pair for pair in tokens.PAIRS if contrast(getattr(palette, pair[0]), getattr(palette, pair[1])) < pair[2]]
    assert faint == []


def test_gate_5_no_state_is_told_by_colour_alone() -> None:
    assert len({icon for icon, _ in ICONS.values()}) == len(PageStatus)
    assert len({status.value for status in PageStatus}) == len(PageStatus)
    assert len(set(TONE_ICONS.values())) == len(TONE_ICONS)
    states = [SyncStatus(reach, waiting, aside) for reach in Reach for waiting in (0, 2) for aside in (0, 1)]
    assert all(state.words() for state in states)


def test_gate_5_every_topic_says_how_far_it_is_in_words(program: Opened, found: Furnished) -> None:
    program.room.open_family(found.writing, step="d1.behaviour")
    spoken = everything_shown(program.window)
    assert all(status in spoken for status in ("Behaviour, in progress", "General health, not started"))


def test_gate_6_nothing_is_cut_off_and_nothing_scrolls_sideways(seen: dict[str, Seen]) -> None:
    assert {name: screen.cut_off for name, screen in seen.items() if screen.cut_off} == {}


def test_gate_6_a_change_of_text_size_on_an_open_page_cuts_nothing_off(program: Opened, found: Furnished) -> None:
    program.room.open_family(found.writing, step="d1.participation")
    program.wear("light", 2.0)
    assert program.hands.sees("bar.list"), "the topics are folded away, and nothing brings them back"
    larger = toured(program, found, lambda *_: iter(["taking part"]))
    program.wear("contrast", 1.0)
    smaller = toured(program, found, lambda *_: iter(["taking part"]))
    assert [screen.cut_off for screen in chain(larger.values(), smaller.values())] == [(), ()]


def test_everything_that_takes_the_keyboard_has_a_name_and_a_role(seen: dict[str, Seen]) -> None:
    assert {name: screen.nameless for name, screen in seen.items() if screen.nameless} == {}


def test_every_screen_was_passed(seen: dict[str, Seen]) -> None:
    assert len(seen) >= 20
    assert len({screen.words for screen in seen.values()}) == len(seen)
