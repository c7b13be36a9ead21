"""Each type of item takes its answer in its own way and keeps what is not an answer yet."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from shown_form import click, focused, found, heard, type_in

from app.domain.answers import Absent, AbsentReason, Answer
from app.forms.definition import FormDefinition, Item, ItemKind, Option, Page
from app.forms.view import FormView
from app.forms.widgets.arrangement import arranged
from app.forms.widgets.date import boxes_of, written_date
from app.forms.widgets.factory import control_for, field_for
from app.forms.widgets.field import ItemField
from app.forms.widgets.number import whole_number
from app.look.kit import Button, Chip, ChoiceList, RadioChoice, Text, TextBox, TickBox

COLOURS = tuple(Option(code, code.title()) for code in ("red", "green", "blue"))
MANY = tuple(Option(f"c{number}", f"Choice {number}") for number in range(9))


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        (("9", "10", "2020"), "2020-10-09"),
        (("29", "2", "2024"), "2024-02-29"),
        (("", "3", "2024"), "2024-03"),
        (("", "", "2024"), "2024"),
        (("9", "", ""), "9//"),
        (("", "10", ""), "/10/"),
        (("31", "2", "2020"), "31/2/2020"),
        (("9", "10", "20"), "9/10/20"),
        (("9", "13", "2020"), "9/13/2020"),
        (("about", "", "2020"), "about//2020"),
        (("", "", "about 2020"), "about 2020"),
        (("", "", ""), ""),
    ],
)
def test_a_date_is_written_as_iso_where_it_is_one_and_as_typed_where_not(
    typed: tuple[str, str, str], written: str
) -> None:
    assert written_date(*typed) == written
    assert boxes_of(written) == typed


def test_words_that_are_no_date_are_shown_and_kept() -> None:
    assert boxes_of("in the spring") == ("", "", "in the spring")
    assert written_date(*boxes_of("in the spring")) == "in the spring"


@pytest.mark.parametrize(
    ("typed", "answer"), [("12", 12), (" 7 ", 7), ("-3", -3), ("0", 0), ("", None), ("ten", "ten"), ("1.5", "1.5")]
)
def test_a_number_is_a_number_and_anything_else_stays_as_typed(typed: str, answer: int | str | None) -> None:
    assert whole_number(typed) == answer


@pytest.fixture
def note(shown: Callable[..., FormView], visit_note: FormDefinition) -> Callable[..., FormView]:
    """Show a form the program has never heard of."""
    return lambda answers=None: shown(visit_note, "v", answers)


def test_a_form_never_seen_before_is_shown_without_new_code(note: Callable[..., FormView]) -> None:
    view = note()
    reports = heard(view)
    type_in(view, QLineEdit, "v.on:year", "2026")
    click(view, TickBox, "v.seen")
    click(view, RadioChoice, "v.mood:option:stormy")
    type_in(view, QLineEdit, "v.minutes", "15")
    assert found(view, TextBox, "v.calmed").isVisible()
    type_in(view, TextBox, "v.calmed", "A")
    assert reports[3] == ("v.on", "2026")
    assert reports[4:] == [
        ("v.seen", True),
        ("v.mood", "stormy"),
        ("v.minutes", 1),
        ("v.minutes", 15),
        ("v.calmed", "A"),
    ]


def test_half_a_date_is_reported_and_comes_back_as_it_was_typed(note: Callable[..., FormView]) -> None:
    view = note()
    reports = heard(view)
    type_in(view, QLineEdit, "v.on:day", "31")
    type_in(view, QLineEdit, "v.on:month", "2")
    assert reports == [("v.on", "3//"), ("v.on", "31//"), ("v.on", "31/2/")]
    view.load_answers({"v.on": "31/2/"})
    assert [found(view, QLineEdit, f"v.on:{part}").text() for part in ("day", "month", "year")] == ["31", "2", ""]


def test_a_tick_taken_back_is_no_answer(note: Callable[..., FormView]) -> None:
    view = note()
    reports = heard(view)
    click(view, TickBox, "v.seen")
    click(view, TickBox, "v.seen")
    assert reports == [("v.seen", True), ("v.seen", None)]


def test_a_choice_can_be_taken_away_again(note: Callable[..., FormView]) -> None:
    view = note({"v.mood": "sunny"})
    reports = heard(view)
    click(view, Button, "v.mood:absent")
    QApplication.processEvents()
    click(view, Button, "v.mood:clear")
    assert reports == [("v.mood", None)]
    assert not found(view, RadioChoice, "v.mood:option:sunny").isChecked()


def test_a_choice_behind_a_reason_holds_again_when_it_is_clicked(note: Callable[..., FormView]) -> None:
    view = note({"v.mood": "sunny"})
    click(view, Button, "v.mood:absent")
    QApplication.processEvents()
    click(view, Chip, "v.mood:absent:not-known")
    reports = heard(view)
    click(view, RadioChoice, "v.mood:option:sunny")
    assert reports == [("v.mood", "sunny")]
    assert not found(view, Chip, "v.mood:absent:not-known").isChecked()


def test_the_arrow_keys_choose(note: Callable[..., FormView]) -> None:
    view = note({"v.mood": "sunny"})
    reports = heard(view)
    view.focus_item("v.mood")
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    assert reports == [("v.mood", "stormy")]


def item(kind: ItemKind, **more: object) -> Item:
    return Item(link_id="x", kind=kind, text="What is it?", **more)  # type: ignore[arg-type]


@pytest.fixture
def field(qtbot: QtBot, dressed: None) -> Callable[..., tuple[ItemField, list[Answer | None]]]:  # noqa: ARG001 - as above
    """Show one item alone, and hear its answers."""

    def show(shown: Item, answer: Answer | None = None) -> tuple[ItemField, list[Answer | None]]:
        widget = field_for(shown, "x")
        qtbot.addWidget(widget)
        widget.load(answer)
        widget.resize(600, 400)
        with qtbot.waitExposed(widget):
            widget.show()
        answers: list[Answer | None] = []
        widget.answered.connect(lambda _path, given: answers.append(given))
        return widget, answers

    return show


Field = Callable[..., tuple[ItemField, list[Answer | None]]]


def test_several_choices_are_reported_in_the_order_of_the_form(field: Field) -> None:
    widget, answers = field(item(ItemKind.CHOICE, options=COLOURS, repeats=True))
    click(widget, TickBox, "x:option:blue")
    click(widget, TickBox, "x:option:red")
    click(widget, TickBox, "x:option:blue")
    click(widget, TickBox, "x:option:red")
    assert answers == [("blue",), ("red", "blue"), ("red",), None]


def test_own_words_stand_after_the_ticked_choices(field: Field) -> None:
    widget, answers = field(item(ItemKind.OPEN_CHOICE, options=COLOURS, repeats=True), ("red", "pale", "pink"))
    assert found(widget, TickBox, "x:option:pale").isChecked()
    assert found(widget, QLineEdit, "x:other").text() == "pink"
    click(widget, TickBox, "x:option:green")
    assert answers == [("red", "green", "pale", "pink")]


def test_own_words_take_the_place_of_an_option_and_the_other_way_round(field: Field) -> None:
    widget, answers = field(item(ItemKind.OPEN_CHOICE, options=COLOURS), "red")
    type_in(widget, QLineEdit, "x:other", "pi")
    click(widget, RadioChoice, "x:option:blue")
    assert answers == ["p", "pi", "blue"]
    assert found(widget, QLineEdit, "x:other").text() == "pi"


def test_an_answer_no_option_knows_is_shown_as_own_words(field: Field) -> None:
    widget, _ = field(item(ItemKind.OPEN_CHOICE, options=COLOURS), "mauve")
    assert found(widget, QLineEdit, "x:other").text() == "mauve"


def test_many_options_stand_in_a_list_whose_first_line_is_no_answer(field: Field) -> None:
    widget, answers = field(item(ItemKind.CHOICE, options=MANY))
    box = found(widget, ChoiceList, "x")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert answers == ["c0", None]
    assert box.accessibleName() == "What is it?"


def test_a_scale_from_nought_to_ten_shows_every_number(field: Field) -> None:
    widget, answers = field(item(ItemKind.INTEGER, minimum=0, maximum=10))
    click(widget, RadioChoice, "x:option:0")
    click(widget, RadioChoice, "x:option:10")
    assert answers == [0, 10]
    assert found(widget, RadioChoice, "x:option:10").accessibleName() == "What is it? 10"


def test_text_longer_than_the_form_allows_is_kept_and_said_so_calmly(field: Field) -> None:
    widget, answers = field(item(ItemKind.TEXT, max_length=5), "12345")
    type_in(widget, TextBox, "x", "6")
    assert answers == ["612345"]
    words = [label.words for label in widget.findChildren(Text) if label.isVisible()]
    said = "The form has room for 5 letters and this has 6. Nothing is lost; please shorten it before signing."
    assert said in words


def test_what_may_only_be_read_cannot_be_changed(field: Field) -> None:
    widget, answers = field(item(ItemKind.STRING, read_only=True), "as agreed")
    box = found(widget, QLineEdit, "x")
    QTest.keyClicks(box, "no")
    assert answers == []
    assert box.text() == "as agreed"
    assert not found(widget, Button, "x:absent").isVisible()


def test_an_answer_of_another_shape_is_never_a_crash(field: Field) -> None:
    strange: tuple[Answer, ...] = ("words", 3, True, ("a", "b"), Absent(AbsentReason.DECLINED))
    kinds = [
        item(ItemKind.TEXT),
        item(ItemKind.STRING),
        item(ItemKind.DATE),
        item(ItemKind.BOOLEAN),
        item(ItemKind.INTEGER),
        item(ItemKind.INTEGER, minimum=0, maximum=10),
        item(ItemKind.CHOICE, options=COLOURS),
        item(ItemKind.CHOICE, options=MANY),
        item(ItemKind.CHOICE, options=COLOURS, repeats=True),
        item(ItemKind.OPEN_CHOICE, options=COLOURS),
    ]
    for kind in kinds:
        for answer in strange:
            _, answers = field(kind, answer)
            assert answers == []


def test_a_group_takes_no_answer_of_its_own() -> None:
    with pytest.raises(ValueError, match="group"):
        control_for(item(ItemKind.GROUP), "x")


def page(*items: Item, prompts: tuple[str, ...] = ("Ask about sleep",)) -> Page:
    return Page("p", "Page", "", prompts, items)


def named(link_id: str, kind: ItemKind, *, required: bool = False) -> Item:
    return Item(link_id, kind, link_id, required=required)


def test_the_first_two_free_texts_of_a_page_with_prompts_stand_side_by_side() -> None:
    texts = [named(name, ItemKind.TEXT) for name in "abc"]
    cards = arranged(page(*texts))
    assert [(len(card.items), card.side_by_side) for card in cards] == [(2, True), (1, False)]
    assert not any(card.side_by_side for card in arranged(page(*texts, prompts=())))


def test_a_text_that_is_needed_stands_alone() -> None:
    items = named("a", ItemKind.TEXT, required=True), named("b", ItemKind.TEXT), named("c", ItemKind.STRING)
    assert [[item.link_id for item in card.items] for card in arranged(page(*items))] == [["a"], ["b"], ["c"]]


def test_short_items_share_a_card_up_to_four_and_nothing_changes_its_place() -> None:
    kinds = [ItemKind.STRING] * 5 + [ItemKind.CHOICE, ItemKind.DATE, ItemKind.BOOLEAN]
    cards = arranged(page(*(named(str(place), kind) for place, kind in enumerate(kinds))))
    assert [[item.link_id for item in card.items] for card in cards] == [["0", "1", "2", "3"], ["4"], ["5"], ["6", "7"]]
