"""Leave a copy: it asks who it is for and whether it is safe at home before anything can be made."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from app.domain.copyfor import CopyFor
from app.domain.denied import ChildsSay
from app.look.kit import Button, Card, Column, Heading, Notice, PageColumn, Text, tab_through
from app.look.speech import noted, tr
from app.operations.copies import CopyNote
from app.operations.leaving import Way
from app.ui.days import day_in_words
from app.ui.finishing.choices import Choices
from app.ui.finishing.forwhom import WhichCarer
from app.ui.finishing.languages import OWN_LANGUAGE, LanguageCard
from app.ui.finishing.remark import Remark, tell, trouble_notice
from app.ui.finishing.stack import fill, held_in, side_by_side, stacked
from app.ui.finishing.why import WhyField
from app.ui.outside import COPY, Outside
from app.ui.papernews import PaperNews
from app.ui.parts import give_back

FOR = (
    (CopyFor.PARENT, noted("A parent or carer")),
    (CopyFor.EASY, noted("A parent or carer, easy read")),
    (CopyFor.CHILD, noted("The child")),
    (CopyFor.YOUNG, noted("The young person")),
)
SAFE = (("yes", noted("Yes")), ("no", noted("Not on paper at home")))
_LEFT_OUT = (
    noted("Lines you held back from anyone."),
    noted("An address that is to stay private."),
    noted("Notes on whom it is not safe to get in touch with."),
    noted("What was written under “Worried now?”, and that something was left unsaid."),
    noted("On a parent’s copy: the child’s own words, unless the child was asked and said yes."),
    noted("On a child’s own copy: how to reach adults, and what is about them alone."),
)
_SAY = {
    ChildsSay.YES: noted("The child was asked, and said yes: a parent’s copy shows their own words."),
    ChildsSay.NO: noted("The child was asked, and said no: no copy shows their own words."),
    ChildsSay.NOT_ASKED: noted(
        "The child was not asked yet: “May we show this to your parents or carers?” Write their answer where the "
        "family comments. Until then a parent’s copy leaves their words out."
    ),
}
_SAY_OF_ONE = {
    ChildsSay.YES: noted("The child was asked about {name}, and said yes: this copy shows their own words."),
    ChildsSay.NO: noted("The child was asked about {name}, and said no: this copy does not show their own words."),
    ChildsSay.NOT_ASKED: noted(
        "The child was not asked about {name} yet: “May we show this to …?” Until then, their words are left out."
    ),
}
_OF_A_CARER = frozenset({CopyFor.PARENT.value, CopyFor.EASY.value})
_NOT_HOME = (
    noted("Not on paper at home is a good answer"),
    noted(
        "Write it down, so that nobody hands them paper. To read it together next time, print it and keep it at work."
    ),
)
_WRITTEN = noted("It is written down that this copy is not for home.")
_WENT = {
    Way.SAVED: noted("{day}: a copy for {reader} was saved as a file."),
    Way.SHOWN: noted("{day}: a copy for {reader} was opened to be printed."),
    None: noted("{day}: not on paper at home, for {reader}."),
}
_READERS = {
    CopyFor.PARENT: noted("a parent or carer"),
    CopyFor.EASY: noted("a parent or carer (easy read)"),
    CopyFor.CHILD: noted("the child"),
    CopyFor.YOUNG: noted("the young person"),
}
_SOMEBODY = noted("the family")
_MOST_NOTES = 4
_WHY_HINT = noted("What is the risk, and who thought about it with you?")
PRINT, PRINT_FOR_WORK = noted("Open to print"), noted("Open to print, to keep at work")


class CopyPage(PaperNews, QWidget):
    """Asks, then lets a copy be saved or opened to be printed, or the answer be written down that it is not for home.

    The signals carry whom it is for (a ``CopyFor``). ``save_requested`` comes only after somebody said that the copy is
    safe at home; ``print_requested`` then too, or to be kept at work; ``not_home_requested`` after the other answer.
    ``safe_at_home_answered`` carries that answer. ``explained``
    carries why no copy is left.
    """

    save_requested = Signal(str)
    print_requested = Signal(str)
    not_home_requested = Signal(str)
    safe_at_home_answered = Signal(bool)
    explained = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._for = Choices("copy.for", tr("Who is it for?"), [(code, tr(words)) for code, words in FOR])
        hint = tr("Think of everyone who lives there or visits. Somebody else may read it.")
        safe = [(code, tr(words)) for code, words in SAFE]
        self._safe = Choices("copy.safe", tr("Is it safe to have at home?"), safe, hint=hint)
        self._save = Button(tr("Save as PDF"), "save", "primary")
        self._save.setObjectName("copy.save")
        self._print = Button(tr(PRINT), "printer")
        self._print.setObjectName("copy.print")
        self._not = Button(tr("Write it down"), "pen-line", "primary")
        self._not.setObjectName("copy.not_home")
        self._pressed = self._save
        self._ask = Remark("info", "", "ink", "body")
        self._not_home = Notice("info", tr(_NOT_HOME[0]), tr(_NOT_HOME[1]), icon="house")
        self._written = Notice("good", tr(_WRITTEN), icon="check")
        self._notes, self._languages = Column(gap="xs"), Column(gap="l")
        self._spoken: Mapping[CopyFor, Sequence[str]] = {}
        self._language, self._spoken_stops = OWN_LANGUAGE, list[QWidget]()
        self._asked = Remark("ear", "", "ink", "label")
        self._carer, self._says = WhichCarer(), dict[str, ChildsSay | None]()
        self._say: ChildsSay | None = None
        self._why = WhyField("copy.why", tr("Why is no copy left?"), tr(_WHY_HINT))
        self._why.given.connect(self.explained)
        self._outside, self._trouble = Outside(COPY), trouble_notice()
        self._not_ready, self._busy = Notice("info", ""), Notice("info", "", icon="clock")
        self._make_page()
        self._for.chosen.connect(self._answered)
        self._safe.chosen.connect(self._safety_answered)
        self._save.clicked.connect(lambda: self._wanted(self._save, self.save_requested))
        self._print.clicked.connect(lambda: self._wanted(self._print, self.print_requested))
        self._not.clicked.connect(lambda: self._wanted(self._not, self.not_home_requested))
        self.show_childs_say(None)
        self.clear()

    def show_busy(self, words: str) -> None:
        """Say what is being done, and take no second press meanwhile; no words, and it is over."""
        for button in (self._save, self._print, self._not):
            button.setDisabled(bool(words))
        if not words:
            give_back(self._pressed)
        self._hide_news()
        if words:
            tell(self._busy, words)

    def show_not_ready(self, words: str) -> None:
        """Say why there is nothing to copy yet; nothing can be saved until ``clear``."""
        self._hide_news()
        self._buttons.hide()
        tell(self._not_ready, tr("There is nothing to copy yet"), words)

    def show_childs_say(self, say: ChildsSay | None) -> None:
        """Say whether the child was asked about their own words, and what they said; nothing where there are none."""
        self._say = say
        self._show_say()

    def know_carers(self, says: Mapping[str, ChildsSay | None]) -> None:
        """Take in the parents and carers by name, each with what the child said about them."""
        self._says = dict(says)
        self._carer.know(tuple(says))
        self._ask_which()

    def person(self) -> str:
        """Return for which parent or carer the copy is, by name; empty where it is for no one of them."""
        return self._carer.person(of_a_carer=self._for.code() in _OF_A_CARER)

    def _ask_which(self) -> None:
        asked = self._carer.ask(wanted=self._for.code() in _OF_A_CARER)
        if asked is not None:
            asked.chosen.connect(self._one_chosen)
        self._show_say()
        self._tab_in_order()

    def _one_chosen(self, _: str) -> None:
        self._hide_news()
        self._show_say()

    def _show_say(self) -> None:
        """Show what the child said: about the one it is for, else about all of them."""
        of_one, name = self._says.get(self.person()), self.person()
        words = tr(_SAY_OF_ONE[of_one]).format(name=name) if of_one is not None and len(self._says) > 1 else ""
        words = words or (tr(_SAY[self._say]) if self._say is not None else "")
        self._asked.say("ear", words, "ink")
        self._asked.setVisible(bool(words))

    def show_notes(self, notes: Sequence[CopyNote]) -> None:
        """Show what became of earlier copies, the newest first."""
        fill(self._notes, *(Remark("clock", _note_in_words(note), "ink_2", "body") for note in notes[:_MOST_NOTES]))
        self._so_far.setVisible(bool(notes))

    def know_languages(self, spoken: Mapping[CopyFor, Sequence[str]]) -> None:
        """Take in the languages each reader's copy can be given in."""
        self._spoken = spoken
        self._show_languages()

    def _show_languages(self) -> None:
        """Offer the languages of the copy that is asked for; with one alone there is nothing to choose."""
        self._language, reader = OWN_LANGUAGE, self._for.code()
        codes = self._spoken.get(CopyFor(reader), ()) if reader else ()
        card = LanguageCard("copy.language", codes) if len(codes) > 1 else None
        fill(self._languages, *([card] if card is not None else []))
        if card is not None:
            card.load(OWN_LANGUAGE)
            card.chosen.connect(self._speak)
        self._spoken_stops = card.stops() if card is not None else []
        self._tab_in_order()

    def _tab_in_order(self) -> None:
        asked = [*self._for.stops(), *self._carer.stops(), *self._safe.stops(), *self._spoken_stops]
        tab_through([*asked, self._why, self._save, self._not, self._print])

    def language(self) -> str:
        """Return the code of the language the copy is to be in."""
        return self._language

    def show_written_down(self) -> None:
        """Say that it is written down that there is no copy for home."""
        self._hide_news()
        self._not_home.hide()  # what is news now stands in its place
        tell(self._written, tr(_WRITTEN))

    def show_why(self, why: str) -> None:
        """Show why no copy was left, where that was written; it stays in sight until a copy may be made."""
        self._why.load(why)
        self._why.setVisible(bool(why))

    def clear(self) -> None:
        """Ask afresh, with nothing chosen."""
        self.show_why("")
        self._for.load("")
        self._safe.load("")
        self._hide_news()
        self._offer(home=True)
        self._buttons.show()
        self.show_notes(())
        self.know_languages({})
        self.know_carers({})

    def ask_for(self, code: str) -> None:
        """Begin with whom the copy is for, where that was said on the page before; all else is asked here."""
        self._for.load(code)
        self._answered()
        following = self._carer.unanswered() or self._safe.entry()
        following.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """Put the keyboard on the first question."""
        self._for.entry().setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_page(self) -> None:
        page = PageColumn()
        lead = tr("They can keep it, and show it to whom they like, so that they need not tell it all again.")
        page.head.add(Heading(tr("Leave a copy")), Text(lead, "body", "ink_2", wrap=True))
        left_out = Card(
            Heading(tr("What the copy leaves out"), "h2"),
            *(Remark("minus", tr(words), "ink", "body") for words in _LEFT_OUT),
            self._asked,
            gap="s",
        )
        self._so_far = Card(Heading(tr("Copies so far"), "h2"), held_in(self._notes), gap="s")
        self._buttons = stacked(self._ask, side_by_side(self._save, self._not, self._print))
        page.add(Card(self._for, self._carer.room, self._safe, gap="xl"), held_in(self._languages))
        page.add(self._not_home, self._why)
        page.add(
            self._buttons,
            self._written,
            self._busy,
            self._outside,
            self._not_ready,
            self._trouble,
            self._so_far,
            left_out,
        )
        self.setLayout(Column(page))

    def _answered(self) -> None:
        self._hide_news()
        self._ask_which()
        self._show_languages()

    def _safety_answered(self, code: str) -> None:
        self._hide_news()
        self._offer(home=code == "yes")
        self._why.setVisible(code == "no")
        if code == "no":
            tell(self._not_home, tr(_NOT_HOME[0]), tr(_NOT_HOME[1]))
        self.safe_at_home_answered.emit(code == "yes")

    def _offer(self, *, home: bool) -> None:
        """Offer what fits the answer: a file is for taking home, a note and a print for work are for the other."""
        self._save.setVisible(home)
        self._not.setVisible(not home)
        self._print.setText(tr(PRINT if home else PRINT_FOR_WORK))
        self._not_home.hide()

    def _speak(self, code: str) -> None:
        self._language = code

    def _wanted(self, pressed: Button, requested: SignalInstance) -> None:
        self._hide_news()
        self._pressed = pressed
        asked = (
            (None if self._for.code() else self._for.entry(), tr("Please choose who it is for.")),
            (self._carer.unanswered(), tr("Please choose which parent or carer it is for.")),
            (None if self._safe.code() else self._safe.entry(), tr("Please choose whether it is safe at home.")),
        )
        for entry, words in asked:
            if entry is not None:
                self._ask.say("info", words, "ink")
                self._ask.show()
                entry.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        requested.emit(self._for.code())

    def _hide_news(self) -> None:
        for news in (self._ask, self._written, self._outside, self._trouble, self._not_ready, self._busy):
            news.hide()


def _note_in_words(note: CopyNote) -> str:
    reader = tr(_READERS[CopyFor(note.reader)] if note.reader in set(CopyFor) else _SOMEBODY)
    return tr(_WENT[note.way]).format(day=day_in_words(note.at.astimezone().date()), reader=reader)
