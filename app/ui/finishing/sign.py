"""Read it together, then sign: what is signed is what is shown, and no way of signing is better than another."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.domain.answers import Answers, text_of
from app.domain.knownsigners import KnownSigner
from app.domain.strokes import canonical, strokes_in
from app.errors import Trouble
from app.look.kit import (
    Button,
    Card,
    Column,
    Field,
    Heading,
    LineBox,
    PageColumn,
    Rule,
    Text,
    announce,
    tab_through,
)
from app.look.speech import noted, told, tr
from app.ui.finishing.choices import Choices
from app.ui.finishing.knownpeople import CAPACITIES, KnownPeople
from app.ui.finishing.languages import LanguageCard
from app.ui.finishing.lines import read_card
from app.ui.finishing.missing import MissingList
from app.ui.finishing.pad import SignaturePad
from app.ui.finishing.remark import Remark, tell_trouble, trouble_notice
from app.ui.finishing.stack import Equals, fill, held_in, side_by_side, stacked
from app.ui.states import ReadSection

_LEAD = noted("This is the final version. Read it out, or let them read all of it, before anybody signs.")
ROUTES = (
    ("drawn", noted("Sign here on the screen")),
    ("typed", noted("Type their name")),
    ("spoken", noted("Say yes aloud, with a witness")),
    ("paper", noted("Sign on paper")),
)
_LEADS = {
    "Who is signing? Please write their name.": "c2.signer",
    "Are they the parent, a carer, or the young person?": "c2.capacity",
    "How are they signing: drawn, typed, spoken or on paper?": "c2.route",
    "A spoken yes needs a witness. Who heard it?": "c2.witness",
    "There is no signature in the box yet.": "c2.strokes",
    "Please let them type their name.": "c2.typed_name",
}
"""Where each sentence of the second gate leads on this page; any other belongs to the page "Who may see it"."""

LANGUAGE = "c2.wording_language"
"""In which language the words were shown that they agree to."""


class SignPage(QWidget):
    """The final version, the words of the agreement, and four equal ways to sign.

    ``answered`` carries (path, answer), with ``None`` for no answer any more. ``who_sees_requested`` asks for the page
    where sharing is chosen. Changing the way of signing never wipes what was drawn or typed. Whoever the record knows
    is offered by name, to be pressed; nobody is written in beforehand.
    """

    answered = Signal(str, object)
    sign_requested = Signal()
    declined = Signal()
    who_sees_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._make_controls()
        self._version = Text("", "caption", "ink_3", wrap=True)
        self._missing, self._first = MissingList(), Remark("info", "", "ink", "body")
        self._first.hide()
        self._trouble = trouble_notice()
        self._final, self._who, self._wording = Column(gap="l"), Column(gap="xs"), Text("", "body", wrap=True)
        self._languages, self._known = Column(gap="l"), KnownPeople()
        self._known.chosen.connect(self._is_signing)
        self._speaking: LanguageCard | None = None
        self._page = PageColumn()
        self._page.head.add(
            self._version,
            Heading(tr("Read it together, then sign")),
            Text(tr(_LEAD), "body", "ink_2", wrap=True),
            self._first,
            side_by_side(self._skip),
            self._missing,
        )
        self._page.add(held_in(self._final), self._agreement(), self._signing(), self._trouble, self._ends())
        self.setLayout(Column(self._page))
        self._missing.followed.connect(self._lead_to)
        self._order_tabs()
        self.load({})

    def load(self, answers: Answers) -> None:
        """Show the answers without reporting them."""
        for path, box in self._boxes.items():
            box.load(text_of(answers, path))
        self._capacity.load(text_of(answers, "c2.capacity"))
        self._route.load(text_of(answers, "c2.route"))
        self._pad.show_strokes(strokes_in(text_of(answers, "c2.strokes")))
        self._show_route(text_of(answers, "c2.route"))
        self._say_signed()

    def show_final(
        self, sections: tuple[ReadSection, ...], who_sees: tuple[str, ...], wording: str, version_words: str
    ) -> None:
        """Show the version to be signed, who may see it, and the words they agree to, exactly as given."""
        fill(self._final, *(read_card(section) for section in sections))
        fill(self._who, *(Remark("users", sentence, "ink", "body") for sentence in who_sees))
        self.say_wording(wording)
        self._version.say(version_words)

    def say_first(self, words: str) -> None:
        """Say what is good to do before anybody signs; nothing without ``words``."""
        self._first.say("info", words, "ink")
        self._first.setVisible(bool(words))

    def offer(self, people: tuple[KnownSigner, ...]) -> None:
        """Offer those who may well be signing, each by one press; anybody else writes their name."""
        self._known.show_people(people)
        self._order_tabs()

    def _is_signing(self, one: KnownSigner) -> None:
        """Write down who was pressed, and go on to how they sign."""
        self._boxes["c2.signer"].load(one.name)
        self.answered.emit("c2.signer", one.name)
        if one.capacity:
            self._capacity.load(one.capacity)
            self.answered.emit("c2.capacity", one.capacity)
        following = self._route if one.capacity else self._capacity
        following.entry().setFocus(Qt.FocusReason.OtherFocusReason)

    def fix_choices(self) -> None:
        """Have the choices stand as they were agreed to: whoever signs here signs just those."""
        self._change.hide()

    def say_wording(self, wording: str) -> None:
        """Show the words they agree to, exactly as given."""
        self._wording.say(wording)

    def show_languages(self, codes: tuple[str, ...], chosen: str) -> None:
        """Offer the languages those words may be read in; with one alone there is nothing to choose."""
        self._speaking = self._language_card(codes, chosen) if len(codes) > 1 else None
        fill(self._languages, *([self._speaking] if self._speaking is not None else []))
        self._order_tabs()

    def _language_card(self, codes: tuple[str, ...], chosen: str) -> LanguageCard:
        card = LanguageCard(LANGUAGE, codes)
        card.load(chosen)
        card.chosen.connect(lambda code: self.answered.emit(LANGUAGE, code))
        return card

    def show_missing(self, sentences: tuple[str, ...]) -> None:
        """Show what is still missing at the top, each line leading to its place; an empty tuple takes it away."""
        self.show_busy("")
        self._missing.show_missing(sentences)
        self._order_tabs()
        if sentences:
            QTimer.singleShot(0, self._page, self._page.to_top)  # once the list has its place there

    def show_busy(self, words: str) -> None:
        """Say what is being done, and take no second press meanwhile; no words, and it is over."""
        self._agree.setDisabled(bool(words))
        self._not_now.setDisabled(bool(words))
        self._busy.say("clock", words, "ink_2")
        self._busy.setVisible(bool(words))
        self._trouble.hide()
        if words:
            announce(self, words)

    def show_trouble(self, trouble: Trouble) -> None:
        """Say what went wrong, what is safe and what to do next."""
        self.show_busy("")
        tell_trouble(self._trouble, trouble)

    def focus_first(self) -> None:
        """Put the keyboard at the top, where reading starts; one press from there leads to signing."""
        self._skip.setFocus(Qt.FocusReason.OtherFocusReason)
        self._page.to_top()

    def _go_to_signing(self) -> None:
        self._boxes["c2.signer"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _order_tabs(self) -> None:
        """Let Tab go through the page as it stands; Qt puts what is added later at the end."""
        who = [*self._known.stops(), self._boxes["c2.signer"], *self._capacity.stops(), *self._route.stops()]
        drawn = [self._pad, self._undo, self._clear]
        told = [self._boxes[path] for path in ("c2.typed_name", "c2.witness", "c2.paper_note")]
        spoken = self._speaking.stops() if self._speaking is not None else []
        tab_through(
            [
                self._skip,
                *self._missing.stops(),
                *self._choosing(),
                *spoken,
                *who,
                *drawn,
                *told,
                self._agree,
                self._not_now,
            ]
        )

    def _choosing(self) -> list[QWidget]:
        return [] if self._change.isHidden() else [self._change]

    def _make_controls(self) -> None:
        self._skip = Button(tr("Go to signing"), "signature")
        self._skip.setObjectName("sign.skip")
        self._skip.clicked.connect(self._go_to_signing)
        self._boxes = {path: LineBox() for path in ("c2.signer", "c2.typed_name", "c2.witness", "c2.paper_note")}
        for path, box in self._boxes.items():
            box.setObjectName(path)
            box.leave_undo()
            box.textEdited.connect(lambda words, path=path: self.answered.emit(path, words or None))
        self._capacity = Choices("c2.capacity", tr("They sign as"), told(CAPACITIES), across=3)
        self._capacity.chosen.connect(lambda code: self.answered.emit("c2.capacity", code))
        self._route = Choices(
            "c2.route", tr("How would they like to sign?"), told(ROUTES), tr("Each way counts the same.")
        )
        self._route.chosen.connect(self._route_chosen)
        self._route.picked.connect(self._go_to_way)
        self._pad = SignaturePad()
        self._pad.setObjectName("c2.strokes")
        self._pad.changed.connect(self._drawn)
        self._panels = {
            "drawn": self._drawing(),
            "typed": self._typing(),
            "spoken": self._saying(),
            "paper": stacked(
                Field(
                    tr("Where is the paper kept?"),
                    tr("For example: in the blue folder at the health team."),
                    self._boxes["c2.paper_note"],
                )
            ),
        }

    def _drawing(self) -> QWidget:
        self._undo, self._clear = Button(tr("Undo stroke"), "undo-2", "quiet"), Button(tr("Clear"), "eraser", "quiet")
        self._undo.setObjectName("sign.undo")
        self._clear.setObjectName("sign.clear")
        self._undo.clicked.connect(self._pad.undo)
        self._clear.clicked.connect(self._pad.clear)
        self._signed = Remark("signature", "")
        hint = tr("With a finger, a pen or the mouse. Delete clears it, Ctrl+Z takes the last line back.")
        field = Field(tr("Their signature"), hint, self._pad)
        return stacked(field, self._signed, side_by_side(self._undo, self._clear), gap="m")

    def _typing(self) -> QWidget:
        hint = tr("Let them type it themselves. Typing it here counts as their signature.")
        return stacked(Field(tr("Their name"), hint, self._boxes["c2.typed_name"]))

    def _saying(self) -> QWidget:
        ask = tr("Read the words above aloud. Then ask: “Do you agree to this?” A yes in any language counts.")
        heard = Field(
            tr("Who heard it?"), tr("The name of somebody who was there and heard it."), self._boxes["c2.witness"]
        )
        return stacked(Remark("ear", ask, "ink", "body"), heard, gap="m")

    def _agreement(self) -> Card:
        self._change = Button(tr("Change who may see it"), "users", "quiet")
        self._change.setObjectName("sign.who_sees")
        self._change.clicked.connect(self.who_sees_requested)
        return Card(
            Heading(tr("Who may see it"), "h2"),
            held_in(self._who),
            side_by_side(self._change),
            Rule(),
            Heading(tr("What they agree to"), "h2"),
            held_in(self._languages),
            self._wording,
        )

    def _signing(self) -> Card:
        signer = Field(tr("Who is signing?"), tr("Their full name."), self._boxes["c2.signer"])
        signer.column.insertWidget(1, self._known)
        return Card(signer, self._capacity, self._route, *self._panels.values(), gap="xl")

    def _ends(self) -> QWidget:
        self._agree = Button(tr("They agree: finish it"))
        self._agree.setObjectName("sign.agree")
        self._agree.clicked.connect(self.sign_requested)
        self._not_now = Button(tr("They say no, or not today"))
        self._not_now.setObjectName("sign.not_now")
        self._not_now.clicked.connect(self.declined)
        self._busy = Remark("clock", "")
        self._busy.hide()
        return stacked(Equals(self._agree, self._not_now), self._busy)

    def _route_chosen(self, route: str) -> None:
        self._show_route(route)
        self.answered.emit("c2.route", route)

    def _go_to_way(self, route: str) -> None:
        """Put the keyboard where this way of signing goes on."""
        paths = {"typed": "c2.typed_name", "spoken": "c2.witness", "paper": "c2.paper_note"}
        place = self._boxes[paths[route]] if route in paths else self._pad
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_route(self, route: str) -> None:
        for name, panel in self._panels.items():
            panel.setVisible(name == route)

    def _drawn(self) -> None:
        self._say_signed()
        self.answered.emit("c2.strokes", None if self._pad.is_blank() else canonical(self._pad.strokes()))

    def _say_signed(self) -> None:
        self._signed.say("signature", self._pad.spoken_words())

    def _lead_to(self, sentence: str) -> None:
        path = _LEADS.get(sentence)
        if path is None:
            self.who_sees_requested.emit()
            return
        places = {"c2.capacity": self._capacity.entry(), "c2.route": self._route.entry(), "c2.strokes": self._pad}
        place = places.get(path) or self._boxes[path]
        place.setFocus(Qt.FocusReason.OtherFocusReason)
