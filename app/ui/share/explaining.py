"""Explaining before anybody agrees: short picture pages with the form's own words; yes and no are alike."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QWidget

from app.domain.answers import Answer, Answers, text_of
from app.forms.definition import FormDefinition, Item
from app.forms.fhir import is_full_date, is_text
from app.forms.languages import Review
from app.look.kit import Button, Card, Column, Field, Flow, Heading, Icon, Row, Text, TextBox, TickBox, tab_through
from app.look.speech import noted, tr
from app.paths import resources
from app.ui.finishing.choices import Choices
from app.ui.finishing.languages import OWN_LANGUAGE
from app.ui.parts import holder
from app.ui.share.look import family_page

_ICONS = (("message-circle", 2), ("pen-line", 2), ("hand", 2), ("heart-handshake", 1), ("shield-alert", 2))
"""The picture of each page, and how many sentences of the form's introduction stand on it."""
_MORE = ("info", 2)
_PICTURE, _SMALL_PICTURE = 112, 40
_TALKED_ABOUT = noted("We have talked about all of this")
_ACTION = QAbstractSlider.SliderAction
_SCROLLS = {
    Qt.Key.Key_PageDown: _ACTION.SliderPageStepAdd,
    Qt.Key.Key_Space: _ACTION.SliderPageStepAdd,
    Qt.Key.Key_PageUp: _ACTION.SliderPageStepSub,
    Qt.Key.Key_Down: _ACTION.SliderSingleStepAdd,
    Qt.Key.Key_Up: _ACTION.SliderSingleStepSub,
}
"""The keys that read on, where a page is longer than the screen."""
_SENTENCE = re.compile(r"(?<=[.?!])\s+")
SAID_BACK, FORMAT, EXPLAINED, AGREE = "c1.said_back", "c1.format", "c1.explained", "c1.do"

ASKED = (SAID_BACK, FORMAT, EXPLAINED, AGREE)
"""What the family or their worker answer on these pages; nothing else of the agreement is known here."""


@dataclass(frozen=True)
class Picture:
    """One page, or a part of one: a picture, a sentence or two, and what the form calls that which they explain."""

    icon: str
    sentences: tuple[str, ...]
    explains: tuple[str, ...] = ()


def pictures_of(words: str) -> tuple[Picture, ...]:
    """Return the pages for what a form says before it asks; every sentence is there, in its order."""
    rest, pages = [one for one in _SENTENCE.split(words.strip()) if one], []
    ways = iter(_ICONS)
    while rest:
        icon, count = next(ways, _MORE)
        pages.append(Picture(icon, tuple(rest[:count])))
        rest = rest[count:]
    return tuple(pages)


def for_young_person(language: str = OWN_LANGUAGE) -> tuple[Picture, ...]:
    """Return what a young person who decides alone is told; in another language only where somebody has reviewed it."""
    own = _young_persons("young-person.json")["pages"]
    other = f"young-person-{language}.json"
    said = _young_persons(other) if language != OWN_LANGUAGE and (_folder() / other).exists() else {}
    told = said["pages"] if _is_reviewed(said.get("review", {})) else own
    return tuple(
        Picture(one["icon"], tuple(words["words"]), tuple(one.get("explains", ())))
        for one, words in zip(own, told, strict=True)
    )


def _folder() -> Path:
    return resources() / "shareview"


def _young_persons(name: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((_folder() / name).read_text(encoding="utf-8"))
    return told


def _is_reviewed(review: Mapping[str, str]) -> bool:
    return review.get("state") == Review.REVIEWED and is_text(review.get("by")) and is_full_date(review.get("on"))


class PicturePage(QWidget):
    """A picture and what it stands for; the heading is the first sentence."""

    accessible_role = QAccessible.Role.Paragraph

    def __init__(self, picture: Picture, place: str) -> None:
        super().__init__()
        first, *more = picture.sentences
        self._page = family_page()
        heading = Heading(first)
        self._page.head.add(Text(place, "ui", "ink_2"), Row(Icon(picture.icon, "accent", _PICTURE), None), heading)
        for sentence in more:
            self._page.add(Text(sentence, "h2", wrap=True))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("own_focus", True)
        self._sentences = picture.sentences
        self.setLayout(Column(self._page))

    def spoken_name(self) -> str:
        """Return what a screen reader says of the page."""
        return " ".join(self._sentences)

    def focus_first(self) -> None:
        """Put the keyboard on the page, so that a screen reader reads it."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)


class ToldPage(QWidget):
    """All that a young person is told, on one page, and the press that says it was talked about.

    Signals: ``told()`` when the worker says so; ``moves_on()`` after that.
    """

    told = Signal()
    moves_on = Signal()
    accessible_role = QAccessible.Role.Paragraph

    def __init__(self, pictures: tuple[Picture, ...]) -> None:
        super().__init__()
        self._sentences = tuple(sentence for picture in pictures for sentence in picture.sentences)
        self._page = family_page()
        first, *rest = pictures
        heading, *more = first.sentences
        self._page.head.add(Heading(heading), *(Text(words, "h2", wrap=True) for words in more))
        self._page.add(*(_part(picture) for picture in rest))
        self._told = Button(tr(_TALKED_ABOUT), "check", "primary")
        self._told.setObjectName("share.told")
        self._told.clicked.connect(self._say_told)
        self._page.add(holder(Flow(self._told)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("own_focus", True)
        self.setLayout(Column(self._page))

    def spoken_name(self) -> str:
        """Return what a screen reader says of the page."""
        return " ".join(self._sentences)

    def focus_first(self) -> None:
        """Put the keyboard on the page, so that a screen reader reads it."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = _SCROLLS.get(Qt.Key(event.key()))
        if action is None:
            super().keyPressEvent(event)
        else:
            self._page.verticalScrollBar().triggerAction(action)

    def _say_told(self) -> None:
        self.told.emit()
        self.moves_on.emit()


def _part(picture: Picture) -> Row:
    """Return a picture with its sentences beside it."""
    first, *more = picture.sentences
    said = Column(Text(first, "label", wrap=True), *(Text(words, "body", wrap=True) for words in more), gap="xs")
    row = Row(Column(Icon(picture.icon, "accent", _SMALL_PICTURE), None), said, gap="l")
    row.setStretch(1, 1)
    return row


class AskPage(QWidget):
    """One question of a form with its answer. Signals: ``answered(str, object)`` with the path and what was given."""

    answered = Signal(str, object)

    def __init__(self, heading: str, lead: str = "") -> None:
        super().__init__()
        self._page = family_page()
        self._page.head.add(Heading(heading), *([Text(lead, "body", "ink_2", wrap=True)] if lead else []))
        self._stops: list[QWidget] = []
        self.setLayout(Column(self._page))

    def focus_first(self) -> None:
        """Put the keyboard where the page begins."""
        if self._stops:
            self._stops[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def add_text(self, path: str, question: str, hint: str, words: str, lines: int = 4) -> None:
        """Ask for words."""
        box = TextBox(lines)
        box.setObjectName(f"share.{path}")
        box.load(words)
        box.textChanged.connect(lambda: self.answered.emit(path, box.toPlainText() or None))
        self._page.add(Card(Field(question, hint, box)))
        self._then(box)

    def add_choices(
        self,
        path: str,
        question: str,
        options: tuple[tuple[str, str], ...],
        given: str,
        pictures: Mapping[str, str] | None = None,
    ) -> None:
        """Ask for one of a few; none is larger, and none is chosen beforehand."""
        choices = Choices(f"share.{path}", question, options)
        choices.show_pictures(pictures or {})
        choices.load(given)
        choices.chosen.connect(lambda code: self.answered.emit(path, code))
        choices.picked.connect(lambda _: self._go_past(choices))
        self._page.add(Card(choices))
        self._then(*choices.stops())

    def _go_past(self, choices: Choices) -> None:
        """Put the keyboard on what is asked after these, where there is anything."""
        for following in self._stops[self._stops.index(choices.stops()[-1]) + 1 :][:1]:
            following.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_ticks(self, item: Item, given: Answer | None) -> None:
        """Ask for any of several."""
        ticks: dict[str, TickBox] = {}
        for option in item.options:
            tick = ticks[option.code] = TickBox(option.display)
            tick.setObjectName(f"share.{item.link_id}:{option.code}")
            tick.setChecked(isinstance(given, tuple) and option.code in given)
            tick.clicked.connect(lambda: self.answered.emit(item.link_id, _ticked(ticks)))
        self._page.add(Card(Text(item.text, "label", wrap=True), *ticks.values()))
        self._then(*ticks.values())

    def add(self, widget: QWidget, *stops: QWidget) -> None:
        """Show something of its own kind, with what takes the keyboard in it."""
        self._page.add(widget)
        self._then(*stops)

    def _then(self, *stops: QWidget) -> None:
        self._stops.extend(stops)
        tab_through(self._stops)


def _ticked(ticks: dict[str, TickBox]) -> tuple[str, ...] | None:
    return tuple(code for code, tick in ticks.items() if tick.isChecked()) or None


Give = Callable[[str, Answer | None], None]


def explaining(
    form: FormDefinition, answers: Answers, give: Give, *, alone: bool, language: str = OWN_LANGUAGE
) -> Iterator[Callable[[], QWidget]]:
    """Yield what makes each page: the pictures, their own words back with how it was explained, and yes or no.

    A young person who decides ``alone`` reads all of it on one page. The ``form`` is in the ``language`` it is read in.
    """
    page = form.page_of(AGREE)
    if alone:
        yield lambda: _all_told(form, for_young_person(language), answers, give)
    pictures = () if alone else pictures_of(page.intro)
    for number, picture in enumerate(pictures, 1):
        yield partial(PicturePage, picture, tr("{number} of {number_2}").format(number=number, number_2=len(pictures)))
    yield lambda: _said_back(form, answers, give, alone=alone)
    yield lambda: _yes_or_no(form, page.title, answers, give)


def _all_told(form: FormDefinition, pictures: tuple[Picture, ...], answers: Answers, give: Give) -> QWidget:
    """Return the page of all that is told; only the worker's press writes down what was explained by it."""
    page = ToldPage(pictures)

    def told() -> None:
        now = {*_codes(answers.get(EXPLAINED)), *(code for picture in pictures for code in picture.explains)}
        give(EXPLAINED, tuple(one.code for one in form.item(EXPLAINED).options if one.code in now) or None)

    page.told.connect(told)
    return page


def _codes(given: Answer | None) -> tuple[str, ...]:
    return given if isinstance(given, tuple) else ()


def _said_back(form: FormDefinition, answers: Answers, give: Give, *, alone: bool) -> QWidget:
    """Return the page for what they understood; to somebody deciding alone it is noted too what was said."""
    page = AskPage(tr("What do you think will happen now?"), tr("Say it in your own words. There is no wrong answer."))
    page.answered.connect(give)
    if SAID_BACK in form:
        page.add_text(SAID_BACK, tr("In your own words"), "", text_of(answers, SAID_BACK), lines=3)
    for link_id in (FORMAT, EXPLAINED) if alone else (FORMAT,):
        page.add_ticks(form.item(link_id), answers.get(link_id))
    return page


def _yes_or_no(form: FormDefinition, title: str, answers: Answers, give: Give) -> QWidget:
    page = AskPage(title, tr("Yes and no are both fine."))
    page.answered.connect(give)
    item = form.item(AGREE)
    page.add_choices(
        AGREE, tr("Your answer"), tuple((one.code, one.display) for one in item.options), text_of(answers, AGREE)
    )
    return page
