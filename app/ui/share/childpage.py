"""The child's own page: three spaces, a number, a drawing, what was seen of a baby, and who may see it.

The words are the child's. Nothing here explains them, counts them or makes them prettier.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.answers import Answer, Answers, row_answers, row_path, rows_of, text_of
from app.domain.childspage import BABY, TEENAGER, YOUNG
from app.domain.decision import called
from app.domain.ids import new_row_id
from app.domain.strokes import strokes_in
from app.look.kit import Button, Card, Column, Field, Flow, Heading, Icon, LineBox, Row, Text, TextBox, tab_through
from app.look.speech import noted, tr
from app.ui.finishing.choices import Choices
from app.ui.parts import holder
from app.ui.share.ages import CALLED, PICTURES, PRIVATE, faces, other_pages, pictures_for
from app.ui.share.drawing import DrawingPad
from app.ui.share.explaining import AskPage
from app.ui.share.look import family_page

Give = Callable[[str, Answer | None], None]
_SPACES = ("well", "worries", "wishes")
_ASKED = {"well": noted("What is good?"), "worries": noted("What is hard?"), "wishes": noted("What do you wish for?")}
_FURTHER = (("circle-dot", noted("0 to 10")), ("pen-line", noted("Draw")))
_AT_THE_END = {True: ("eye", noted("Who sees it")), False: ("users", noted("Who is here"))}
"""The icons and names of the pages after the three spaces; the last by whether anybody is asked about."""
_NUMBERS = tuple((str(number), str(number)) for number in range(11))
_NAMES = "ch.names"
_SHOW, _WHO, _MAY = "ch.show", "ch.show.who", "ch.show.may"


@dataclass(frozen=True)
class Child:
    """Whose page it is: how they like to be called, which sort of page, and whom they are asked about by name.

    ``change`` leads to another sort of page, with one press.
    """

    name: str
    kind: str
    people: tuple[str, ...]
    change: Callable[[str], None]


def childs_screens(child: Child, answers: Answers, give: Give) -> Iterator[Callable[[], QWidget]]:
    """Yield what makes each page, in order; a baby is not asked, and what was seen of it is written down."""
    if child.kind == BABY:
        yield lambda: _what_we_saw(child, answers, give)
        yield lambda: _who_was_there(answers, give)
        return
    yield lambda: FirstPage(child, answers, give)
    for place in range(len(_SPACES)):
        yield partial(_space_at, place, child, answers, give)
    yield lambda: _number(child, answers, give)
    yield lambda: DrawingPage(answers, give)
    *others, last = child.people or ("",)
    for person in others:
        yield partial(_may_see, child, person, answers, give)
    yield lambda: _at_the_end(child, last, answers, give)


def places_of(child: Child, answers: Answers) -> tuple[tuple[int, str, str], ...]:
    """Return the pages that one press leads to: where each is, its icon and its name; none of a baby's.

    A teenager's have no pictures.
    """
    if child.kind == BABY:
        return ()
    spaces = [(PICTURES[space], name_of_space(child, space, answers)) for space in in_order(answers)]
    pages = enumerate([*spaces, *_FURTHER, _AT_THE_END[bool(child.people)]], 1)
    return tuple((at, "" if child.kind == TEENAGER else icon, name) for at, (icon, name) in pages)


def _space_at(place: int, child: Child, answers: Answers, give: Give) -> QWidget:
    return SpacePage(child, in_order(answers)[place], answers, give)


def in_order(answers: Answers) -> tuple[str, ...]:
    """Return the three spaces, the one the child picked at the front."""
    first = text_of(answers, "ch.first")
    return tuple(sorted(_SPACES, key=lambda space: space != first))


def names_given(answers: Answers) -> dict[str, str]:
    """Return the names the child gave the spaces."""
    lines = (line.partition(": ") for line in text_of(answers, _NAMES).splitlines())
    codes = {_ASKED[space].rstrip("?"): space for space in _SPACES}
    return {codes[asked]: name for asked, _, name in lines if asked in codes and name}


def with_name(answers: Answers, space: str, name: str) -> str | None:
    """Return the names as they are written down, with one of them changed; ``None`` when none is left."""
    names = names_given(answers) | {space: " ".join(name.split())}
    lines = [f"{_ASKED[one].rstrip('?')}: {names[one]}" for one in _SPACES if names.get(one)]
    return "\n".join(lines) or None


def name_of_space(child: Child, space: str, answers: Answers) -> str:
    """Return what a space is called: the child's own name for it, or ours."""
    return names_given(answers).get(space) or tr(CALLED.get(child.kind, CALLED[YOUNG])[space])


class FirstPage(QWidget):
    """Says hello, and asks where to begin; each of the three is as large as the others.

    Signals: ``moves_on()`` once one of them was pressed.
    """

    moves_on = Signal()

    def __init__(self, child: Child, answers: Answers, give: Give) -> None:
        super().__init__()
        page = family_page()
        hello = tr("Hi {name}.").format(name=child.name) if child.name else tr("Hello.")
        page.head.add(Heading(hello), Text(tr("Where would you like to begin?"), "h2", wrap=True))
        options = tuple((space, name_of_space(child, space, answers)) for space in _SPACES)
        asked = tr("You can pick any of the three.")
        self._choices = Choices("share.ch.first", asked, options, across=1)
        self._choices.show_pictures(pictures_for(child.kind))
        self._choices.load(text_of(answers, "ch.first"))
        self._choices.chosen.connect(lambda code: give("ch.first", code))
        self._choices.picked.connect(lambda _: self.moves_on.emit())
        if child.kind == TEENAGER:
            page.add(Text(tr(PRIVATE), "body", wrap=True))
        page.add(Card(self._choices), Text(tr("You can skip anything. You can stop when you like."), "body", wrap=True))
        page.add(other_pages(child.kind, child.change))
        self.setLayout(Column(page))

    def focus_first(self) -> None:
        """Put the keyboard on the three."""
        self._choices.entry().setFocus(Qt.FocusReason.OtherFocusReason)


class SpacePage(QWidget):
    """One of the three spaces: its name, which can be changed, and the child's words just as they are said."""

    def __init__(self, child: Child, space: str, answers: Answers, give: Give) -> None:
        super().__init__()
        page, path = family_page(), f"ch.{space}"
        self._heading = Heading(name_of_space(child, space, answers))
        picture = pictures_for(child.kind).get(space)
        shown = [Row(Icon(picture, "accent", 72), None)] if picture else []
        page.head.add(*shown, self._heading)
        self._words, self._name = TextBox(5), LineBox()
        self._words.setObjectName(f"share.{path}")
        self._words.load(text_of(answers, path))
        self._words.textChanged.connect(lambda: give(path, self._words.toPlainText() or None))
        self._name.setObjectName(f"share.{path}.name")
        self._name.load(names_given(answers).get(space, ""))

        def named(name: str) -> None:
            give(_NAMES, with_name(answers, space, name))
            self._heading.say(name_of_space(child, space, answers))

        self._name.textChanged.connect(named)
        page.add(Card(Field(tr(_ASKED[space]), tr("Just as you say it."), self._words)))
        page.add(Card(Field(tr("Would you call it something else?"), "", self._name)))
        self.setLayout(Column(page))
        tab_through([self._words, self._name])

    def focus_first(self) -> None:
        """Put the keyboard where the words go."""
        self._words.setFocus(Qt.FocusReason.OtherFocusReason)


class DrawingPage(QWidget):
    """A sheet to draw on, and words for it or in its place."""

    drawn = Signal()

    def __init__(self, answers: Answers, give: Give) -> None:
        super().__init__()
        page = family_page()
        page.head.add(Heading(tr("Would you like to draw?")))
        self._pad, self._words = DrawingPad(), TextBox(3)
        self._pad.setObjectName("share.ch.strokes")
        self._pad.show_strokes(strokes_in(text_of(answers, "ch.strokes")))
        self._pad.changed.connect(lambda: give("ch.strokes", self._pad.text() or None))
        self._words.setObjectName("share.ch.drawing_said")
        self._words.load(text_of(answers, "ch.drawing_said"))
        self._words.textChanged.connect(lambda: give("ch.drawing_said", self._words.toPlainText() or None))
        undo, clear = _small(tr("Take the last line back"), "undo-2"), _small(tr("Start again"), "eraser")
        undo.setObjectName("share.draw.undo")
        clear.setObjectName("share.draw.clear")
        undo.clicked.connect(self._pad.undo)
        clear.clicked.connect(self._pad.clear)
        page.add(self._pad, holder(Flow(undo, clear)))
        page.add(
            Card(Field(tr("Tell me about it"), tr("Or say it in words, if you would rather not draw."), self._words))
        )
        self.setLayout(Column(page))
        tab_through([self._pad, undo, clear, self._words])

    def focus_first(self) -> None:
        """Put the keyboard on the sheet."""
        self._pad.setFocus(Qt.FocusReason.OtherFocusReason)


def _small(words: str, icon: str) -> Button:
    return Button(words, icon)


def _number(child: Child, answers: Answers, give: Give) -> QWidget:
    page = AskPage(tr("How are things for you?"), tr("0 is as hard as it could be. 10 is as good as it could be."))
    given = answers.get("ch.scale")
    choices = Choices("share.ch.scale", tr("Pick a number, if you like."), _NUMBERS, across=11)
    choices.load(str(given) if isinstance(given, int) else "")
    choices.chosen.connect(lambda code: give("ch.scale", int(code)))
    if child.kind == YOUNG:
        page.add(faces())
    page.add(Card(choices), *choices.stops())
    return page


def _what_we_saw(child: Child, answers: Answers, give: Give) -> QWidget:
    page = AskPage(tr("What we saw of {name}").format(name=child.name) if child.name else tr("What we saw"))
    page.answered.connect(give)
    hint = tr("What the baby did, looked at, liked and did not like. What happened just before, and just after.")
    page.add_text("ch.saw", tr("What did you see and hear?"), hint, text_of(answers, "ch.saw"), lines=6)
    page.add(other_pages(child.kind, child.change))
    return page


def _who_was_there(answers: Answers, give: Give) -> QWidget:
    page = AskPage(tr("Who was here?"), tr("Everybody in the room."))
    page.answered.connect(give)
    page.add_text("ch.present", tr("Names"), "", text_of(answers, "ch.present"), lines=2)
    return page


def _at_the_end(child: Child, person: str, answers: Answers, give: Give) -> QWidget:
    """Return the last page: whether the last of them may see it, and who was in the room."""
    page = _may_see(child, person, answers, give) if person else AskPage(tr("Who was here?"))
    if not person:
        page.answered.connect(give)
    question, words = tr("Who is here now?") if person else tr("Names"), text_of(answers, "ch.present")
    page.add_text("ch.present", question, tr("Everybody in the room."), words, lines=2)
    return page


def _may_see(child: Child, person: str, answers: Answers, give: Give) -> AskPage:
    page = AskPage(
        tr("May we show this to {person}?").format(person=person),
        tr("Yes and no are both fine. You can change your mind."),
    )

    def take(path: str, given: Answer | None) -> None:
        if path == _MAY:
            _answer_about(person, str(given), answers, give)
        else:
            give(path, given)

    page.answered.connect(take)
    given, pictures = _said_about(person, answers), pictures_for(child.kind)
    page.add_choices(_MAY, tr("Your answer"), (("yes", tr("Yes")), ("no", tr("No"))), given, pictures)
    return page


def _said_about(person: str, answers: Answers) -> str:
    rows = row_answers(answers, _SHOW)
    return next((text_of(row, _MAY) for row in rows if called(text_of(row, _WHO)) == called(person)), "")


def _answer_about(person: str, code: str, answers: Answers, give: Give) -> None:
    """Write down what the child said about one person, in the row of that person."""
    rows = rows_of(answers, _SHOW)
    own = (row for row in rows if called(text_of(answers, row_path(_SHOW, row, _WHO))) == called(person))
    row = next(own, None)
    if row is None:
        row = new_row_id()
        give(_SHOW, (*rows, row))
        give(row_path(_SHOW, row, _WHO), person)
    give(row_path(_SHOW, row, _MAY), code)
