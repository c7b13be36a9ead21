"""The gates a set of screens must pass before anybody is shown it, on the real window of a small laptop.

Gate 5 is measured in ``test_gate_contrast.py``, gates 7 and 8 in files of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from furnished import PRIVATE_WORDS, Furnished, Opened, furnish, opened, settle
from larkrise import PASSPHRASE, PRIVATE
from pages_seen import control
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from test_gate_invented_people import DRAMA, NHS, PHONE, POSTCODE, RAW
from tour import PIN, Seen, everything_shown, look_at, practitioner, second_gate, stretches, taken_back, toured

from app.look.tokens import PaletteName
from app.sync.status import Reach, SyncStatus

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")

LOOKS: tuple[tuple[PaletteName, float], ...] = (("light", 1.0), ("dark", 1.5), ("contrast", 2.0))
AT_ONCE = (("light", 1.0), ("contrast", 2.0))
"""The looks of every run: as most see it, and the hardest."""
"""Every palette and the ends of the text sizes; high contrast has the widest edges, and so the least room."""
OUTSIDE = ("five words", "a recovery code", "join", "unlock", "bring back", "forgotten words", "hidden", "locked")
"""How the names of the pages begin that stand outside the vault or cover what is in it."""
TURNED = "share view"
"""How the names of the pages begin that are turned to a family; a worker has nothing to do there."""
DRAWN_LARGER = QSize(910, 512)
"""What is left of 1366 x 768 where the system draws everything at 150 %, as Windows does on small laptops."""


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
def every_page(
    request: pytest.FixtureRequest, qapp: QApplication, found: Furnished, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Seen]:
    """Walk through every page in one look, and note what is on each; the looks between with ``--long``."""
    if request.param not in AT_ONCE and not request.config.getoption("--long"):
        pytest.skip("looked at with --long")
    passed: dict[str, Seen] = {}
    for home, way, unlocked in stretches(found, tmp_path_factory.mktemp("nobody")):
        with opened(qapp, home, tmp_path_factory.mktemp("pictures")) as program:
            program.wear(*request.param)
            if unlocked:
                program.unlock()
                program.let_the_courier_rest(SyncStatus(Reach.NO_CONNECTION, waiting=2))
            passed |= toured(program, found, way)
    return passed


@pytest.fixture(scope="module")
def seen(every_page: dict[str, Seen]) -> dict[str, Seen]:
    """Return the pages of somebody at work: those behind the lock, and turned to nobody."""
    return {name: screen for name, screen in every_page.items() if not name.startswith((*OUTSIDE, TURNED))}


def private_words_in(words: str) -> list[str]:
    return [word for word in PRIVATE_WORDS if word.casefold() in words.casefold()]


def test_gate_1_the_title_says_nothing_whatever_is_open(every_page: dict[str, Seen]) -> None:
    assert {screen.title for screen in every_page.values()} == {"eCAF"}


def test_gate_1_outside_the_vault_and_on_its_covers_there_is_nobody(every_page: dict[str, Seen]) -> None:
    outside = {name: screen.words for name, screen in every_page.items() if name.startswith(OUTSIDE)}
    assert len(outside) >= 10
    assert {name: private_words_in(words) for name, words in outside.items() if private_words_in(words)} == {}


TURNED_TO_THE_FAMILY = (
    "who may see it",
    "lines held back",
    "read together",
    "sign, ",
    "leave a copy",
    "what was agreed",
)


def test_gate_1_what_is_read_together_shows_no_private_note_and_no_other_family(seen: dict[str, Seen]) -> None:
    turned = {name: screen.words for name, screen in seen.items() if name.startswith(TURNED_TO_THE_FAMILY)}
    assert len(turned) >= 12
    children = {"Ruby Marsh", "Kayden Marsh", "Noah Marsh", "Erin Walsh", "Baby Walsh", "Mason Reid", "Amara Bassi"}
    for name, words in turned.items():
        assert PRIVATE not in words, name
        others = {child for child in children if child in words}
        assert len(others) <= 1, name


def test_gate_1_share_view_shows_no_private_note_no_other_family_and_no_news(every_page: dict[str, Seen]) -> None:
    """Its own file looks at every line; here every look and text size is seen."""
    turned = {name: screen for name, screen in every_page.items() if name.startswith(TURNED)}
    assert len(turned) >= 14
    for name, screen in turned.items():
        assert {one for one in ("Ruby", "Marsh", "Erin", "Noah", "Amara", PRIVATE) if one in screen.words} == set(), (
            name
        )
        assert not {one for one in screen.buttons if one.startswith(("bar.", "room.", "home."))}, name
        assert (screen.cut_off, screen.nameless, screen.where) == ((), (), ""), name


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


def test_gate_1_what_was_typed_to_look_a_child_up_is_on_no_turned_and_no_locked_screen(
    program: Opened, found: Furnished
) -> None:
    hands, asked = program.hands, "Quillfeather"
    program.room.go_home()
    hands.click("home.lookup")
    page = program.room.beside.lookup.page
    program.let_the_courier_rest(SyncStatus(Reach.NO_CONNECTION))
    hands.type("lookup.family", asked)
    hands.type("lookup.number", "7")
    hands.type("lookup.reason", "The school asked who else helps.")
    hands.click("lookup.go")
    hands.until(lambda: "no connection to your authority" in everything_shown(program.window), "that nobody answered")
    program.room.open_family(found.writing, step="d1.behaviour")
    assert asked not in everything_shown(program.window)
    hands.click("step.turn")
    settle()
    if hands.sees("pin.one"):
        hands.type("pin.one", PIN)
        hands.type("pin.two", PIN)
        hands.click("pin.keep")
    hands.find("share.next")
    assert asked not in everything_shown(program.window)
    list(taken_back(program))
    program.room.show_lookup()
    assert page.typed().family == asked  # what nobody answered is asked again without being typed again
    hands.click("bar.lock")
    assert asked not in everything_shown(program.window)


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


def test_gate_3_the_record_that_is_open_says_where_it_is_and_does_not_look_sent(
    program: Opened, found: Furnished
) -> None:
    program.room.open_family(found.signed)
    assert program.room.bar.saved_words() == "Waiting to be sent"
    program.room.open_family(found.writing)
    assert program.room.bar.saved_words() == "On this laptop only"


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


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_gate_4_to_sign_and_not_to_sign_weigh_the_same(program: Opened, found: Furnished, scale: float) -> None:
    program.wear("light", scale)
    program.room.open_family(found.undecided, step="sign")
    settle()
    agree, not_now = (control(program.window, name) for name in ("sign.agree", "sign.not_now"))
    assert stand_alike(program.window, agree, not_now)
    assert agree.property("look") == not_now.property("look")


def test_gate_4_no_way_of_signing_is_larger_or_chosen_beforehand(program: Opened, found: Furnished) -> None:
    program.room.open_family(found.undecided, step="sign")
    settle()
    ways = [control(program.window, f"c2.route:{route}") for route in ("drawn", "typed", "spoken", "paper")]
    assert len({way.size().toTuple() for way in ways}) == 1
    assert not any(way.isChecked() for way in ways if isinstance(way, QAbstractButton))


def test_gate_4_after_a_no_to_the_computer_the_keyboard_is_not_on_what_erases(
    program: Opened, found: Furnished
) -> None:
    """One press more on the same key must not erase a child."""
    program.room.open_family(found.declining, step="c1")
    program.hands.click("start.agree")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "refusal.reason"


def test_gate_6_nothing_is_cut_off_and_nothing_scrolls_sideways(every_page: dict[str, Seen]) -> None:
    assert {name: screen.cut_off for name, screen in every_page.items() if screen.cut_off} == {}


def test_gate_6_nothing_is_cut_off_where_the_system_draws_everything_larger(
    program: Opened, found: Furnished, request: pytest.FixtureRequest
) -> None:
    if not request.config.getoption("--long"):
        pytest.skip("looked at with --long")
    program.window.resize(DRAWN_LARGER)
    settle()
    assert program.window.size() == DRAWN_LARGER
    seen = toured(program, found, practitioner)
    assert {name: screen.cut_off for name, screen in seen.items() if screen.cut_off} == {}


def test_gate_6_a_change_of_text_size_on_an_open_page_cuts_nothing_off(program: Opened, found: Furnished) -> None:
    program.room.open_family(found.writing, step="d1.participation")
    program.wear("light", 2.0)
    assert program.hands.sees("bar.list"), "the topics are folded away, and nothing brings them back"
    larger = toured(program, found, lambda *_: iter(["taking part"]))
    program.wear("contrast", 1.0)
    smaller = toured(program, found, lambda *_: iter(["taking part"]))
    assert [screen.cut_off for screen in chain(larger.values(), smaller.values())] == [(), ()]


def test_everything_that_takes_the_keyboard_has_a_name_and_a_role(every_page: dict[str, Seen]) -> None:
    assert {name: screen.nameless for name, screen in every_page.items() if screen.nameless} == {}


def test_every_page_was_passed(every_page: dict[str, Seen]) -> None:
    assert len(every_page) >= 70


def test_another_family_at_the_same_step_is_shown_and_not_the_one_before(program: Opened, found: Furnished) -> None:
    program.room.open_family(found.writing, step="c1")
    program.room.open_family(found.writing, step="id")
    assert "Mason" in everything_shown(program.window)
    program.room.open_family(found.asking, step="id")
    shown = everything_shown(program.window)
    assert "Ruby" in shown
    assert "Mason" not in shown


def test_what_is_missing_before_signing_leads_to_its_page(program: Opened, found: Furnished) -> None:
    walked = second_gate(program, found)
    assert next(walked) == "before you sign"
    links = [b for b in program.window.findChildren(QAbstractButton) if "What do we conclude?" in b.accessibleName()]
    links[0].click()
    assert program.room.family.step == "co"
    assert "Conclusions" in look_at(program).words


def test_gate_8_no_page_shows_a_stand_in_or_raw_machinery(seen: dict[str, Seen]) -> None:
    raw = {(name, found) for name, page in seen.items() for found in RAW.findall(page.words)}
    assert raw == set()


def test_gate_8_no_page_shows_somebody_who_could_be_real(seen: dict[str, Seen]) -> None:
    words = "\n".join(page.words for page in seen.values())
    assert {number for number in PHONE.findall(words) if not DRAMA.match(number)} == set()
    assert {number for number in NHS.findall(words) if not number.startswith("999 ")} == set()
    assert {code for code in POSTCODE.findall(words) if not code.startswith("AM")} == set()
