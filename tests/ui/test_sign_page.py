"""Read it together, then sign: four equal ways, nothing wiped by changing one's mind, nothing missing left unsaid."""

import pytest
from pages_seen import tab_stops
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.answers import Answer
from app.domain.gates import missing_at_second_gate
from app.domain.knownsigners import KnownSigner
from app.domain.strokes import strokes_in
from app.errors import Trouble
from app.look.kit import Heading, Text
from app.ui.finishing.missing import LinkLine
from app.ui.finishing.pad import SignaturePad
from app.ui.finishing.remark import Quote
from app.ui.finishing.sign import ROUTES, SignPage
from app.ui.states import ReadLine, ReadSection

FINAL = (
    ReadSection(
        "Health",
        (ReadLine("h.strengths", "Strengths", "He loves PE."), ReadLine("h.needs", "Needs", "A cough & sore skin.")),
    ),
    ReadSection("Mason’s own words", (ReadLine("cm.child", "Mason said", "I get tired in maths", is_quote=True),)),
)
WORDING = "I agree that it is kept, and that the people named above may see it."
ON_THE_OTHER_PAGE = "Please choose yes or no for each service."


@pytest.fixture
def page(qtbot: QtBot) -> SignPage:
    page = SignPage()
    qtbot.addWidget(page)
    page.show_final(FINAL, ("Larkrise Primary: yes",), WORDING, "Version 2, finished on Thursday 17 December 2026")
    page.resize(1074, 768)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def named(page: QWidget, name: str) -> QWidget:
    found = page.findChild(QWidget, name)
    assert found is not None, name
    return found


def is_chosen(page: QWidget, name: str) -> bool:
    radio = named(page, name)
    assert isinstance(radio, QAbstractButton)
    return radio.isChecked()


def text_in(page: QWidget, name: str) -> str:
    box = named(page, name)
    assert isinstance(box, QLineEdit)
    return box.text()


def pad_on(page: QWidget) -> SignaturePad:
    pad = named(page, "c2.strokes")
    assert isinstance(pad, SignaturePad)
    return pad


def press(page: QWidget, name: str) -> None:
    QTest.mouseClick(named(page, name), Qt.MouseButton.LeftButton)


def words_on(page: QWidget) -> str:
    return "\n".join(text.words for text in page.findChildren(Text) if text.isVisible())


def given_on(page: SignPage) -> list[tuple[str, Answer | None]]:
    given: list[tuple[str, Answer | None]] = []
    page.answered.connect(lambda path, answer: given.append((path, answer)))
    return given


def draw(pad: QWidget) -> None:
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(40, 60))
    QTest.mouseMove(pad, QPoint(240, 60))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(240, 60))


def test_the_final_version_and_the_wording_are_shown_as_they_are_in_their_order(page: SignPage) -> None:
    words = words_on(page)
    places = [words.index(part) for part in ("He loves PE.", "A cough & sore skin.", "I get tired in maths", WORDING)]
    assert places == sorted(places)
    assert "Larkrise Primary: yes" in words
    assert "Version 2, finished on Thursday 17 December 2026" in words


def test_what_the_child_said_looks_different_from_what_was_written_about_him(page: SignPage) -> None:
    (quote,) = page.findChildren(Quote)
    said = [text.words for text in quote.findChildren(Text)]
    assert said == ["In their own words", "“I get tired in maths”"]


def test_a_newer_final_version_takes_the_place_of_the_older(page: SignPage) -> None:
    newer = (ReadSection("Health", (ReadLine("h.strengths", "Strengths", "He loves PE and Ben."),)),)
    page.show_final(newer, (), WORDING, "Version 3")
    QApplication.processEvents()
    words = words_on(page)
    assert "He loves PE and Ben." in words
    assert "A cough & sore skin." not in words
    assert "Larkrise Primary: yes" not in words


def test_no_way_of_signing_is_chosen_beforehand_and_all_are_the_same_size(page: SignPage) -> None:
    names = [f"c2.route:{code}" for code, _words in ROUTES]
    assert [is_chosen(page, name) for name in names] == [False] * 4
    assert len({named(page, name).size().toTuple() for name in names}) == 1


def test_each_keystroke_is_given(page: SignPage) -> None:
    given = given_on(page)
    QTest.keyClicks(named(page, "c2.signer"), "Ca")
    QTest.keyClick(named(page, "c2.signer"), Qt.Key.Key_Backspace)
    QTest.keyClick(named(page, "c2.signer"), Qt.Key.Key_Backspace)
    assert given == [("c2.signer", "C"), ("c2.signer", "Ca"), ("c2.signer", "C"), ("c2.signer", None)]


@pytest.mark.parametrize("code", ["parent", "carer", "young person"])
def test_who_signs_as_what_is_given(page: SignPage, code: str) -> None:
    given = given_on(page)
    press(page, f"c2.capacity:{code}")
    assert given == [("c2.capacity", code)]


def test_a_drawn_signature_is_given_as_the_text_of_its_lines(page: SignPage) -> None:
    press(page, "c2.route:drawn")
    given = given_on(page)
    pad = pad_on(page)
    draw(pad)
    ((path, text),) = given
    assert path == "c2.strokes"
    assert isinstance(text, str)
    assert " " not in text
    assert strokes_in(text) == pad.strokes()
    assert "Signed, 1 stroke" in words_on(page)


def test_a_slip_of_the_pen_is_given_as_no_signature(page: SignPage) -> None:
    press(page, "c2.route:drawn")
    given = given_on(page)
    QTest.mouseClick(named(page, "c2.strokes"), Qt.MouseButton.LeftButton)
    assert given == [("c2.strokes", None)]
    assert "Not signed" in words_on(page)


def test_clear_and_undo_have_buttons(page: SignPage) -> None:
    press(page, "c2.route:drawn")
    pad = pad_on(page)
    draw(pad)
    press(page, "sign.clear")
    assert pad.strokes() == ()
    press(page, "sign.undo")
    assert len(pad.strokes()) == 1


def test_changing_the_way_of_signing_wipes_nothing(page: SignPage) -> None:
    press(page, "c2.route:drawn")
    pad = pad_on(page)
    draw(pad)
    drawing = pad.strokes()
    press(page, "c2.route:typed")
    QTest.keyClicks(named(page, "c2.typed_name"), "Carly Reid")
    given = given_on(page)
    for route in ("spoken", "paper", "drawn"):
        press(page, f"c2.route:{route}")
    assert given == [("c2.route", "spoken"), ("c2.route", "paper"), ("c2.route", "drawn")]
    assert pad.strokes() == drawing
    assert text_in(page, "c2.typed_name") == "Carly Reid"


@pytest.mark.parametrize(
    ("route", "control"),
    [("drawn", "c2.strokes"), ("typed", "c2.typed_name"), ("spoken", "c2.witness"), ("paper", "c2.paper_note")],
)
def test_each_way_of_signing_shows_its_own_place_and_no_other(page: SignPage, route: str, control: str) -> None:
    press(page, f"c2.route:{route}")
    places = ("c2.strokes", "c2.typed_name", "c2.witness", "c2.paper_note")
    assert [name for name in places if named(page, name).isVisible()] == [control]


def test_what_is_loaded_is_shown_and_not_reported(page: SignPage) -> None:
    given = given_on(page)
    page.load(
        {
            "c2.signer": "Carly Reid",
            "c2.capacity": "parent",
            "c2.route": "drawn",
            "c2.strokes": "[[[1,2,0],[800,200,0]]]",
        }
    )
    assert given == []
    assert text_in(page, "c2.signer") == "Carly Reid"
    assert is_chosen(page, "c2.capacity:parent")
    assert pad_on(page).strokes() == (((1, 2, 0), (800, 200, 0)),)
    assert named(page, "c2.strokes").isVisible()
    page.load({})
    assert not is_chosen(page, "c2.route:drawn")
    assert pad_on(page).strokes() == ()


def test_agreeing_and_saying_no_are_two_buttons(page: SignPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.sign_requested):
        press(page, "sign.agree")
    with qtbot.waitSignal(page.declined):
        press(page, "sign.not_now")
    with qtbot.waitSignal(page.who_sees_requested):
        press(page, "sign.who_sees")


def test_nothing_can_be_signed_twice_while_it_is_being_finished(page: SignPage) -> None:
    page.show_busy("Finishing. This takes a moment.")
    assert "Finishing. This takes a moment." in words_on(page)
    assert not named(page, "sign.agree").isEnabled()
    page.show_busy("")
    assert named(page, "sign.agree").isEnabled()


def test_a_trouble_says_what_is_safe_and_lets_them_try_again(page: SignPage) -> None:
    page.show_busy("Finishing.")
    page.show_trouble(Trouble("The disk is full.", "What you wrote is still here.", "Make some room and try again."))
    assert "The disk is full." in words_on(page)
    assert "What you wrote is still here. Make some room and try again." in words_on(page)
    assert named(page, "sign.agree").isEnabled()


def missing(answers: dict[str, Answer]) -> tuple[str, ...]:
    return missing_at_second_gate({"c2.store": "yes", "c2.share": "no"} | answers)


@pytest.mark.parametrize(
    ("answers", "place"),
    [
        ({}, "c2.signer"),
        ({"c2.signer": "C"}, "c2.capacity:parent"),
        ({"c2.signer": "C", "c2.capacity": "parent"}, "c2.route:drawn"),
        ({"c2.signer": "C", "c2.capacity": "parent", "c2.route": "spoken"}, "c2.witness"),
        ({"c2.signer": "C", "c2.capacity": "parent", "c2.route": "drawn"}, "c2.strokes"),
        ({"c2.signer": "C", "c2.capacity": "parent", "c2.route": "typed"}, "c2.typed_name"),
    ],
)
def test_what_is_missing_leads_to_its_place(
    page: SignPage, qtbot: QtBot, answers: dict[str, Answer], place: str
) -> None:
    page.load(answers)
    page.show_missing(missing(answers))
    links = page.findChildren(LinkLine)
    qtbot.waitUntil(links[0].hasFocus)
    QTest.keyClick(links[0], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is named(page, place))


def test_tab_goes_from_what_is_missing_on_to_the_page(page: SignPage, qtbot: QtBot) -> None:
    page.show_missing(("Who is signing? Please write their name.", ON_THE_OTHER_PAGE))
    links = page.findChildren(LinkLine)
    qtbot.waitUntil(links[0].hasFocus)
    assert tab_stops()[:4] == ["", "", "sign.who_sees", "c2.signer"]


def test_what_is_missing_on_the_page_before_leads_there(page: SignPage, qtbot: QtBot) -> None:
    page.show_missing((ON_THE_OTHER_PAGE,))
    (link,) = page.findChildren(LinkLine)
    with qtbot.waitSignal(page.who_sees_requested):
        QTest.mouseClick(link, Qt.MouseButton.LeftButton)


def test_what_is_missing_comes_into_sight_and_goes_when_it_is_there(page: SignPage, qtbot: QtBot) -> None:
    press(page, "sign.agree")
    page.show_missing(("Who is signing? Please write their name.",))
    (link,) = page.findChildren(LinkLine)
    title = next(text for text in page.findChildren(Text) if text.words.startswith("Nearly there"))
    qtbot.waitUntil(lambda: not title.visibleRegion().isEmpty() and not link.visibleRegion().isEmpty())
    page.show_missing(())
    assert not title.isVisible()


def test_the_page_has_one_heading_of_its_own(page: SignPage) -> None:
    assert [heading.words for heading in page.findChildren(Heading) if heading.kind == "h1"] == [
        "Read it together, then sign"
    ]


def test_whoever_is_known_signs_by_one_press_and_nobody_is_written_in_before_it(page: SignPage) -> None:
    page.offer((KnownSigner("Carly Reid", "parent"), KnownSigner("Ann Whitcombe", "")))
    given = given_on(page)
    assert (text_in(page, "c2.signer"), is_chosen(page, "c2.capacity:parent"), given) == ("", False, [])
    press(page, "sign.known:0")
    assert given == [("c2.signer", "Carly Reid"), ("c2.capacity", "parent")]
    assert (text_in(page, "c2.signer"), is_chosen(page, "c2.capacity:parent")) == ("Carly Reid", True)
    assert QApplication.focusWidget() is named(page, "c2.route:drawn")
    press(page, "sign.known:1")
    assert (text_in(page, "c2.signer"), given[2:]) == ("Ann Whitcombe", [("c2.signer", "Ann Whitcombe")])


def test_a_name_that_is_offered_is_no_signature(page: SignPage) -> None:
    page.offer((KnownSigner("Carly Reid", "parent"),))
    press(page, "sign.known:0")
    press(page, "c2.route:typed")
    assert text_in(page, "c2.typed_name") == ""
    assert QApplication.focusWidget() is named(page, "c2.typed_name")


def test_the_arrow_keys_go_through_the_ways_and_the_space_bar_goes_into_one(page: SignPage) -> None:
    named(page, "c2.route:drawn").setFocus()
    QTest.keyClick(named(page, "c2.route:drawn"), Qt.Key.Key_Down)
    assert QApplication.focusWidget() is named(page, "c2.route:typed")
    QTest.keyClick(named(page, "c2.route:typed"), Qt.Key.Key_Space)
    assert QApplication.focusWidget() is named(page, "c2.typed_name")
