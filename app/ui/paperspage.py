"""Papers for a family and for others: which can be made now, and why not where one cannot; it makes none itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from app.domain.letter import FOR_HOME, LetterKind, Passing
from app.look.kit import Button, Card, Column, Field, Heading, Notice, PageColumn, Text, TextBox, TickBox
from app.look.speech import noted, tr
from app.ui.finishing.choices import Choices, yes_or_no
from app.ui.finishing.languages import OWN_LANGUAGE, LanguageCard
from app.ui.finishing.remark import Remark, trouble_notice
from app.ui.finishing.stack import fill, held_in, side_by_side, stacked
from app.ui.outside import LETTER, Outside
from app.ui.papernews import PaperNews

_LEAD = noted("Each is made for the moment and not kept here. Every one that leaves is written down in “Who did what”.")
_SAFE_HINT = noted("Think of everyone who lives there or visits. Somebody else may read it.")
_SAY_SAFE = noted("Please say first whether it is safe to have at home.")
_NOT_SAFE = noted("Not on paper at home, then. You can read it together next time.")
_COPY = (
    noted("The family’s copies"),
    noted("What was agreed: for a parent or carer, in easy read, for the child, for a young person."),
)
_WHO = noted("To whom does it go?"), noted("The area, a name and an address, line by line.")
_MAY = noted("Did the family say yes to passing it on?")
PARTS = (
    ("assessment", noted("The assessment")),
    ("plan", noted("The plan")),
    ("reviews", noted("The reviews")),
    ("agreement", noted("The agreement")),
)
TITLES: Mapping[LetterKind, tuple[str, str]] = {
    LetterKind.LEAFLET: (
        noted("Leaflet for families"),
        noted("To read before they say yes or no. There is nothing of anybody on it."),
    ),
    LetterKind.START: (noted("Notice that you are starting"), noted("For the local team. It says who, and not why.")),
    LetterKind.LEAD: (noted("Who the lead professional is"), noted("For the family: a name, and how to reach them.")),
    LetterKind.REMINDER: (
        noted("Is it still all right?"),
        noted("For the family: what they agreed to, and that they can change it."),
    ),
    LetterKind.THANKS: (
        noted("Thank you"),
        noted("For the family, once you have signed together, or when a checklist is the end of it."),
    ),
    LetterKind.TRANSFER: (noted("Letter to another area"), noted("To go with what the family want passed on.")),
}


class _PaperCard(Card):
    """One paper that can be made: what it is for, and two ways out."""

    def __init__(self, kind: LetterKind) -> None:
        super().__init__(gap="s")
        title, what = map(tr, TITLES[kind])
        self.save, self.print = Button(tr("Save as PDF"), "save"), Button(tr("Open to print"), "printer")
        for button, way in ((self.save, "save"), (self.print, "print")):
            button.setObjectName(f"papers.{way}:{kind}")
            button.setAccessibleName(f"{button.text()}: {title}")
        ways = side_by_side(self.save, self.print)
        self.column.add(Heading(title, "h2"), Text(what, "body", "ink_2", wrap=True), ways)


class PapersPage(PaperNews, QWidget):
    """All papers of one record.

    Signals: ``save_requested(LetterKind)`` and ``print_requested(LetterKind)``; ``copy_requested()`` to go to the
    family's copy; ``back_requested()``.
    """

    save_requested = Signal(object)
    print_requested = Signal(object)
    copy_requested = Signal()
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._safe = Choices("papers.safe", tr("Is it safe to have letters at home?"), yes_or_no(), tr(_SAFE_HINT))
        self._cards = {kind: _PaperCard(kind) for kind in TITLES}
        self._ask = Notice("info", tr(_SAY_SAFE))
        self._languages, self._language = Column(gap="l"), OWN_LANGUAGE
        self._outside, self._trouble = Outside(LETTER), trouble_notice()
        self._to, self._agreed = TextBox(3), Choices("papers.agreed", tr(_MAY), yes_or_no())
        self._to.setObjectName("papers.to")
        self._what = {code: TickBox(tr(words)) for code, words in PARTS}
        for code, tick in self._what.items():
            tick.setObjectName(f"papers.what:{code}")
        passing = stacked(Field(tr(_WHO[0]), tr(_WHO[1]), self._to), self._agreed, *self._what.values())
        self._cards[LetterKind.TRANSFER].column.insertWidget(2, passing)
        self._stops, self._safe_card = Column(gap="s"), Card(self._safe)
        self._not_yet = Card(Heading(tr("Not yet"), "h2"), held_in(self._stops))
        self._back, self._copy = (
            Button(tr("Back"), "arrow-left", "quiet"),
            Button(tr("Go to the copies"), "arrow-right"),
        )
        self._make_page()
        for kind, card in self._cards.items():
            card.save.clicked.connect(partial(self._wanted, kind, self.save_requested))
            card.print.clicked.connect(partial(self._wanted, kind, self.print_requested))
        self.clear()

    def show_ready(self, why_not: Mapping[LetterKind, str]) -> None:
        """Show which papers can be made now, and why not where one cannot."""
        stops = {kind: why_not[kind] for kind in TITLES if why_not.get(kind)}
        for kind, card in self._cards.items():
            card.setVisible(kind not in stops)
        self._safe_card.setVisible(not stops.keys() >= FOR_HOME)
        self._copy_card.setVisible(LetterKind.REMINDER not in stops)
        self._not_yet.setVisible(bool(stops))
        fill(
            self._stops,
            *(Remark("minus", f"{tr(TITLES[kind][0])}: {tr(why)}", "ink", "body") for kind, why in stops.items()),
        )

    def show_languages(self, codes: Sequence[str]) -> None:
        """Offer the languages papers for families can be given in; with one alone there is nothing to choose."""
        self._language = OWN_LANGUAGE
        card = LanguageCard("papers.language", codes) if len(codes) > 1 else None
        fill(self._languages, *([card] if card is not None else []))
        if card is not None:
            card.load(OWN_LANGUAGE)
            card.chosen.connect(self._speak)

    def language(self) -> str:
        """Return the code of the language papers for families are to be in."""
        return self._language

    def passing(self) -> Passing:
        """Return to whom the record is passed on, as it was said here; it is kept nowhere."""
        what = tuple(code for code, tick in self._what.items() if tick.isChecked())
        return Passing(self._to.toPlainText(), what, agreed=self._agreed.code() == "yes")

    def clear(self) -> None:
        """Hold nothing of anybody."""
        self._safe.load("")
        self._to.load("")
        self._agreed.load("")
        for tick in self._what.values():
            tick.setChecked(False)
        self._hide_news()
        self.show_ready({})
        self.show_languages(())

    def focus_first(self) -> None:
        """Put the keyboard on the way back, at the top."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_page(self) -> None:
        page = PageColumn()
        for button, name, signal in (
            (self._back, "papers.back", self.back_requested),
            (self._copy, "papers.copy", self.copy_requested),
        ):
            button.setObjectName(name)
            button.clicked.connect(signal)
        page.head.add(Heading(tr("Papers")), Text(tr(_LEAD), "body", "ink_2", wrap=True), side_by_side(self._back))
        title, what = map(tr, _COPY)
        self._copy_card = Card(
            Heading(title, "h2"), Text(what, "body", "ink_2", wrap=True), side_by_side(self._copy), gap="s"
        )
        home = [card for kind, card in self._cards.items() if kind in FOR_HOME]
        others = [card for kind, card in self._cards.items() if kind not in FOR_HOME]
        page.add(
            self._outside,
            self._trouble,
            held_in(self._languages),
            *others[:1],
            self._copy_card,
            self._safe_card,
            self._ask,
        )
        page.add(*home, *others[1:], self._not_yet)
        self.setLayout(Column(page))

    def _speak(self, code: str) -> None:
        self._language = code

    def _wanted(self, kind: LetterKind, signal: SignalInstance, _pressed: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's
        self._hide_news()
        if kind in FOR_HOME and self._safe.code() != "yes":
            self._ask.say(tr(_NOT_SAFE if self._safe.code() == "no" else _SAY_SAFE))
            self._ask.show()
            self._safe.entry().setFocus(Qt.FocusReason.OtherFocusReason)
            return
        signal.emit(kind)

    def _hide_news(self) -> None:
        for news in (self._ask, self._outside, self._trouble):
            news.hide()
