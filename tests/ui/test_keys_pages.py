"""The pages for keys: what is shown once goes to paper, what is typed goes when they are left, no wait hides others."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pages_seen import Show, control, cut_off, focused, nameless, press, words_on
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.errors import Trouble
from app.look.theme import theme
from app.look.tokens import TARGET_HEIGHT, PaletteName
from app.storage.guesses import TooManyGuesses
from app.storage.recovery_code import new_code
from app.storage.strength import PassphraseTooWeak
from app.ui.codepage import RecoveryCodePage
from app.ui.entrance import PassphrasePage, Seat, UnlockPage
from app.ui.forgotten import CodeEntryPage, ForgottenPage, WaitingPage
from app.ui.keyspage import KeysPage, KeysState, ProofPage
from app.ui.states import Contact

WORDS = "harbour velvet felt-tip pigeon marmalade"
OWN = "seven green kettles under a slow piano"
TROUBLE = Trouble("The disk of this laptop is full.", "Everything that was saved before is still safe.", "Make room.")
DESK = Contact("Information governance desk", "Weekdays 9:00 to 17:00.", "01632 960 143")
STATE = KeysState(
    "3F2A-91BC",
    "Mornings",
    "None was made yet.",
    code_is_there=False,
    holders_words="Ambleton has 2 keys for this.",
    key_words="This key is in use since 25 November 2025.",
    reminders=("You have no recovery code yet.", "The key of this place is more than a year old."),
)


def typed(page: QWidget, name: str, words: str) -> None:
    box = control(page, name)
    box.setFocus()
    QTest.keyClicks(box, words)


def text_in(page: QWidget, name: str) -> str:
    box = control(page, name)
    assert isinstance(box, QLineEdit)
    return box.text()


def code_page(show: Show, code: str = "") -> RecoveryCodePage:
    page = RecoveryCodePage()
    show(page)
    page.show_code(code or new_code())
    return page


def type_groups(page: RecoveryCodePage, code: str) -> None:
    press(page, "code.written")
    groups = code.split("-")
    for box, number in enumerate(page.groups_asked()):
        typed(page, f"code.group:{box}", groups[number].lower().replace("0", "o").replace("1", "l"))


def test_the_code_is_shown_and_two_of_its_groups_prove_the_paper(show: Show, qtbot: QtBot) -> None:
    code = new_code()
    page = code_page(show, code)
    assert all(group in words_on(page) for group in code.split("-"))
    type_groups(page, code)
    assert not any(group in words_on(page) for group in code.split("-"))
    with qtbot.waitSignal(page.proved) as told:
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert told.args == ["practitioner"]


def test_it_is_told_who_keeps_the_paper(show: Show, qtbot: QtBot) -> None:
    code = new_code()
    page = code_page(show, code)
    press(page, "code.held:office")
    with qtbot.waitSignal(page.sheet_requested) as told:
        press(page, "code.save")
    assert told.args == ["office"]
    type_groups(page, code)
    with qtbot.waitSignal(page.proved) as told:
        press(page, "code.done")
    assert told.args == ["office"]


def test_a_group_that_is_not_on_the_paper_proves_nothing(show: Show, qtbot: QtBot) -> None:
    page = code_page(show)
    press(page, "code.written")
    typed(page, "code.group:0", "XXX")
    with qtbot.assertNotEmitted(page.proved):
        press(page, "code.done")
    assert "is not the same yet" in words_on(page)


def test_a_saved_sheet_is_said_to_stand_outside_the_place(show: Show) -> None:
    page = code_page(show)
    page.show_saved()
    assert "outside your place" in words_on(page)
    assert "delete the file" in words_on(page)
    page.forget()
    page.show_saved()
    assert "outside your place" not in words_on(page)


def test_a_code_page_that_was_left_holds_nothing(show: Show, qtbot: QtBot) -> None:
    code = new_code()
    page = code_page(show, code)
    type_groups(page, code)
    page.forget()
    assert page.whole_code() == ""
    assert text_in(page, "code.group:0") == ""
    assert not any(group in words_on(page) for group in code.split("-"))
    with qtbot.assertNotEmitted(page.proved):
        press(page, "code.written")
        press(page, "code.done")


def own_page(show: Show) -> PassphrasePage:
    page = PassphrasePage()
    show(page)
    page.show_passphrase(WORDS)
    press(page, "passphrase.choose_own")
    return page


def test_an_own_passphrase_is_typed_twice_and_looked_at_before_it_is_taken(show: Show, qtbot: QtBot) -> None:
    page = own_page(show)
    typed(page, "passphrase.own", OWN)
    typed(page, "passphrase.own_again", OWN)
    with qtbot.waitSignal(page.own_offered) as told, qtbot.assertNotEmitted(page.accepted):
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert told.args == [OWN]
    with qtbot.waitSignal(page.accepted) as told:
        page.accept_own()
    assert told.args == [OWN]


def test_two_that_differ_are_not_taken(show: Show, qtbot: QtBot) -> None:
    page = own_page(show)
    typed(page, "passphrase.own", OWN)
    typed(page, "passphrase.own_again", OWN + "s")
    with qtbot.assertNotEmitted(page.own_offered):
        press(page, "passphrase.create")
    assert "not the same yet" in words_on(page)


def test_a_weak_one_is_told_in_words_and_five_words_are_one_press_away(show: Show) -> None:
    page = own_page(show)
    typed(page, "passphrase.own", "letmein")
    page.show_busy("Looking how hard it is to guess…")
    page.show_trouble(PassphraseTooWeak("That would be too easy to guess."))
    assert "too easy to guess" in words_on(page)
    press(page, "passphrase.look")
    assert "harbour" in words_on(page)
    assert text_in(page, "passphrase.own") == ""


def test_an_own_passphrase_is_covered_until_it_is_asked_for(show: Show) -> None:
    page = own_page(show)
    box = control(page, "passphrase.own")
    assert isinstance(box, QLineEdit)
    assert box.echoMode() == QLineEdit.EchoMode.Password
    press(page, "passphrase.own.show")
    assert box.echoMode() == QLineEdit.EchoMode.Normal
    page.forget()
    assert box.echoMode() == QLineEdit.EchoMode.Password


def unlock_page(show: Show) -> UnlockPage:
    page = UnlockPage()
    show(page)
    page.show_seats((Seat("a", "Mornings"), Seat("b", "Place 2")))
    return page


def test_too_many_guesses_count_down_on_the_page_until_the_next_try(show: Show, qtbot: QtBot) -> None:
    page = unlock_page(show)
    typed(page, "unlock.passphrase", WORDS)
    page.show_trouble(TooManyGuesses(62))
    assert "1 minute 2 seconds" in words_on(page)
    with qtbot.assertNotEmitted(page.unlock_requested):
        QTest.keyClick(control(page, "unlock.passphrase"), Qt.Key.Key_Return)
    for _ in range(61):
        page.tick()
    assert "in 1 second." in words_on(page)
    page.tick()
    assert "next try" not in words_on(page)
    with qtbot.waitSignal(page.unlock_requested):
        QTest.keyClick(control(page, "unlock.passphrase"), Qt.Key.Key_Return)


def test_the_wait_of_one_place_neither_hides_nor_slows_another(show: Show, qtbot: QtBot) -> None:
    page = unlock_page(show)
    page.wait_for("a", 300)
    assert not control(page, "unlock.open").isEnabled()
    assert control(page, "unlock.seat:b").isVisible()
    press(page, "unlock.seat:b")
    assert "next try" not in words_on(page)
    typed(page, "unlock.passphrase", WORDS)
    with qtbot.waitSignal(page.unlock_requested):
        press(page, "unlock.open")
    press(page, "unlock.seat:a")
    assert "5 minutes" in words_on(page)
    for name in ("unlock.forgotten", "unlock.new"):
        assert control(page, name).isEnabled()


def test_each_way_back_in_is_one_press(show: Show, qtbot: QtBot) -> None:
    page = ForgottenPage()
    page.show_place("Mornings", "3F2A-91BC", waits=False)
    show(page)
    assert "Mornings · Place 3F2A-91BC" in words_on(page)
    wanted = {
        "forgotten.code": page.by_code,
        "forgotten.holders": page.by_holders,
        "forgotten.new": page.someone_new,
        "forgotten.back": page.left,
    }
    for name, signal in wanted.items():
        with qtbot.waitSignal(signal):
            press(page, name)


def waiting_page(show: Show) -> WaitingPage:
    page = WaitingPage()
    page.show_request("7K2M-Q9XD", DESK)
    show(page)
    return page


def test_the_letters_and_whom_to_ring_stand_on_the_page_that_waits(show: Show) -> None:
    page = waiting_page(show)
    for part in ("7K2M-Q9XD", DESK.label, DESK.number, DESK.words):
        assert part in words_on(page)
    assert control(page, "waiting.letters").accessibleName() == "7 K 2 M - Q 9 X D"
    page.show_request("0000-0000", DESK)
    assert words_on(page).count(DESK.number) == 1
    page.forget()
    assert "0000-0000" not in words_on(page)


def test_the_answer_goes_with_the_new_words(show: Show, qtbot: QtBot) -> None:
    page = waiting_page(show)
    with qtbot.assertNotEmitted(page.answer_given):
        press(page, "waiting.open")
    assert "still empty" in words_on(page)
    typed(page, "waiting.words", WORDS)
    with qtbot.waitSignal(page.answer_given) as told:
        press(page, "waiting.open")
    assert told.args == [WORDS]
    page.forget()
    assert text_in(page, "waiting.words") == ""


def test_the_keys_page_says_who_can_open_the_place_and_what_is_to_be_seen_to(show: Show, qtbot: QtBot) -> None:
    page = KeysPage()
    page.show_keys(STATE)
    show(page)
    for part in (STATE.number, STATE.code_words, STATE.holders_words, STATE.key_words, *STATE.reminders):
        assert part in words_on(page)
    wanted = {"keys.words": page.words_requested, "keys.code": page.code_requested, "keys.key": page.key_requested}
    for name, signal in wanted.items():
        with qtbot.waitSignal(signal):
            control(page, name).setFocus()
            QTest.keyClick(focused(), Qt.Key.Key_Space)
    typed(page, "keys.label", "!")
    with qtbot.waitSignal(page.label_given) as told:
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert told.args == ["!Mornings"]


def test_how_far_a_long_act_is_stands_in_words_and_goes_when_it_is_over(show: Show) -> None:
    page = ProofPage("Change the key", "It may take a minute.", "Change the key now")
    show(page)
    page.show_busy("Changing the key…")
    page.show_far("Writing everything anew…")
    assert "Writing everything anew…" in words_on(page)
    page.show_trouble(TROUBLE)
    assert "Writing everything anew…" not in words_on(page)
    assert TROUBLE.next_step in words_on(page)


def shown_code(*, typing: bool) -> RecoveryCodePage:
    page = RecoveryCodePage()
    page.show_code(new_code())
    if typing:
        press(page, "code.written")
    else:
        page.show_saved()
    return page


def shown_keys() -> KeysPage:
    page = KeysPage()
    page.show_keys(STATE)
    page.show_done("Your new words open this place now", "Keep your old paper until you have opened it once.")
    return page


def shown_ways() -> ForgottenPage:
    page = ForgottenPage()
    page.show_place("Mornings and Wednesday evenings", "3F2A-91BC", waits=True)
    return page


def shown_waiting() -> WaitingPage:
    page = WaitingPage()
    page.show_request("7K2M-Q9XD", DESK)
    page.show_saved("ecaf-request.json")
    return page


def shown_own() -> PassphrasePage:
    page = PassphrasePage()
    page.show_passphrase(WORDS)
    press(page, "passphrase.choose_own")
    page.show_trouble(PassphraseTooWeak("That would be too easy to guess."))
    return page


def shown_wait() -> UnlockPage:
    page = UnlockPage()
    page.show_seats((Seat("a", "Mornings"), Seat("b", "Place 2")))
    page.show_trouble(TooManyGuesses(299))
    return page


def shown_proof() -> ProofPage:
    page = ProofPage("Change the key of this place", "Everything is written anew.", "Change the key now")
    page.show_busy("Changing the key…")
    page.show_far("Writing everything anew under the new key…")
    return page


PAGES: dict[str, Callable[[], QWidget]] = {
    "code": lambda: shown_code(typing=False),
    "groups": lambda: shown_code(typing=True),
    "own": shown_own,
    "wait": shown_wait,
    "ways": shown_ways,
    "code entry": CodeEntryPage,
    "waiting": shown_waiting,
    "keys": shown_keys,
    "proof": shown_proof,
}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(("scale", "palette", "width"), [(1, "light", 1366), (1.5, "dark", 700), (2, "contrast", 1366)])
def test_nothing_is_cut_off_nameless_or_too_small_to_press(
    show: Show, name: str, scale: float, palette: PaletteName, width: int
) -> None:
    theme.set_palette(palette)
    theme.set_scale(scale)
    page = show(PAGES[name](), width)
    assert cut_off(page) == []
    assert nameless(page) == []
    pressed = [button for button in page.findChildren(QAbstractButton) if button.isVisible()]
    assert [button.objectName() for button in pressed if button.height() < TARGET_HEIGHT] == []
