"""The pages a family reads have room for their drafts in Welsh, which are longer than ours, in the largest text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from pages_seen import Show, cut_off
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from test_finishing_pages_fit import PAGES

from app.domain.childspage import TEENAGER, YOUNG
from app.look.kit import Text, theme
from app.look.speech import CONTEXT
from app.paths import resources
from app.ui.days import date_in_words, day_in_words, short_day
from app.ui.share.ages import scale_for
from app.ui.share.cards import FeelingCard, LineCard
from app.ui.share.childpage import Child, childs_screens
from app.ui.share.leaving import LeavePage, PinPage
from app.ui.share.mapscreen import MapScreen
from app.ui.share.pages import FeelingPage, LinePage, PausePage
from app.ui.share.saying import Person, Saying

PEOPLE = (Person("child", "Erin"), Person("0", "Carly"))
WORKERS = {"notes", "where"}
"""Pages among those that the worker reads alone."""


class Drafted(QTranslator):
    """The drafts of a translation, which the program itself never speaks before somebody has finished them."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        file = ET.parse(resources() / "i18n" / "ecaf_cy.ts")  # noqa: S314 - a file of our own
        self.said = {str(one.findtext("source")): one.findtext("translation") or "" for one in file.iter("message")}

    def translate(
        self, context: str, source: str, _disambiguation: str | bytes | None = None, _n: int = -1
    ) -> str | None:
        """Return the draft of some words of ours; none where there is none."""
        return self.said.get(source) or None if context == CONTEXT else None

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """Say that there are words."""
        return False


@pytest.fixture(scope="module", autouse=True)
def welsh(qapp: QApplication) -> Iterator[Drafted]:
    """Speak the drafts while the pages of this file are made."""
    language = Drafted(qapp)
    assert qapp.installTranslator(language)
    yield language
    qapp.removeTranslator(language)


def childs(kind: str) -> list[Callable[[], QWidget]]:
    return list(childs_screens(Child("Erin", kind, ("Carly",), list[str]().append), {}, lambda *_given: None))


def left_in_ours(page: QWidget, welsh: Drafted) -> set[str]:
    """Return what a page says in our language although there is a draft of it."""
    said = {text.words for text in page.findChildren(Text)}
    said |= {button.text() for button in page.findChildren(QAbstractButton)}
    return {words for words in said if welsh.said.get(words, words) not in {"", words}}


@pytest.mark.parametrize("name", sorted(PAGES.keys() - WORKERS))
def test_a_page_where_they_choose_sign_or_take_a_copy_has_room(show: Show, welsh: Drafted, name: str) -> None:
    theme.set_scale(2)
    page = show(PAGES[name]())
    assert cut_off(page) == []
    assert left_in_ours(page, welsh) == set()


def a_line() -> QWidget:
    card = LineCard("Behaviour", "d1.behaviour.needs", "What is hard, or worrying?", ())
    return LinePage(card, PEOPLE, Saying(card.about), is_held=False)


def how_it_is() -> QWidget:
    card = FeelingCard("Behaviour")
    return FeelingPage(card, PEOPLE, (Saying(card.about),))


TURNED: dict[str, Callable[[], QWidget]] = {
    "line": a_line,
    "feeling": how_it_is,
    "pause": PausePage,
    "leave": LeavePage,
    "pin": PinPage,
    "map": MapScreen,
}


@pytest.mark.parametrize("name", TURNED)
def test_a_page_that_is_turned_to_them_has_room_and_no_word_of_it_is_left_in_ours(
    show: Show, welsh: Drafted, name: str
) -> None:
    theme.set_scale(2)
    page = show(TURNED[name]())
    assert cut_off(page) == []
    assert left_in_ours(page, welsh) == set()


@pytest.mark.parametrize("kind", [YOUNG, TEENAGER])
def test_a_childs_own_page_has_room_and_no_word_of_it_is_left_in_ours(show: Show, welsh: Drafted, kind: str) -> None:
    theme.set_scale(max(2, scale_for(kind)))
    for make in childs(kind):
        page = show(make())
        assert cut_off(page) == []
        assert left_in_ours(page, welsh) == set()


def test_a_day_on_the_screen_is_said_in_the_language_in_use_as_exactly_as_it_is_known() -> None:
    assert day_in_words(date(2027, 3, 2)) == "Dydd Mawrth 2 Mawrth 2027"
    assert short_day(date(2027, 3, 2)) == "2 Mawrth 2027"
    assert [date_in_words(written) for written in ("2027-05", "2027", "soon")] == ["Mai 2027", "2027", "soon"]
