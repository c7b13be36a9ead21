"""Under the checklist: where it leads, said kindly; that no assessment is needed is as good an end as any."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal

from app.domain.answers import Answers, text_of
from app.domain.beginning import about_beginning
from app.domain.checklist import WayOn, way_on
from app.look.kit import Button, Card, Column, Flow, Heading, Text, announce
from app.look.speech import each_told, noted, tr
from app.ui.days import day_in_words
from app.ui.parts import holder

Words = tuple[str, tuple[str, ...]]

_THANKS = noted("Thank you for asking before writing. The family keep all the help they have now.")
_SAID: dict[WayOn, Words] = {
    WayOn.UNDECIDED: (noted("What comes next"), (noted("Once you have decided, it says here what comes next."),)),
    WayOn.ASSESS: (
        noted("Next: ask the family"),
        (
            noted(
                "What you wrote here is offered to you in its topic later, as a question. Nothing is copied by itself."
            ),
        ),
    ),
    WayOn.SAFETY_FIRST: (
        noted("Safety first"),
        (noted("An assessment never comes before keeping a child safe. Here is what to do, and whom to ring."),),
    ),
}


def _goes_on(way: WayOn) -> bool:
    """Say whether a decision was made that there is something to think about: not before, and never beside safety."""
    return way in {WayOn.ASSESS, WayOn.NOT_NEEDED}


class ChecklistCard(Card):
    """Where the checklist leads as it stands.

    Signals: ``end_requested()`` to end here, ``assess_requested()`` to go on to the family's agreement, ``worried()``.
    """

    end_requested = Signal()
    assess_requested = Signal()
    worried = Signal()

    def __init__(self, kept_until: date) -> None:
        super().__init__()
        self._kept_until = kept_until
        self._title, self._words = Heading("", "h2"), Text("", "body", "ink_2", wrap=True)
        self._buttons = {
            WayOn.NOT_NEEDED: self._button(tr("End here, with thanks"), "heart-handshake", "checklist.end"),
            WayOn.ASSESS: self._button(tr("Go on to ask them"), "arrow-right", "checklist.assess"),
            WayOn.SAFETY_FIRST: self._button(tr("What to do now"), "shield-alert", "checklist.worried"),
        }
        self._buttons[WayOn.NOT_NEEDED].clicked.connect(self.end_requested)
        self._buttons[WayOn.ASSESS].clicked.connect(self.assess_requested)
        self._buttons[WayOn.SAFETY_FIRST].clicked.connect(self.worried)
        self._flow = holder(Flow(*self._buttons.values()))
        self.column.add(Column(self._title, self._words, gap="xs"), self._flow)
        self._way = WayOn.UNDECIDED
        self.load({})

    def load(self, answers: Answers) -> None:
        """Show where these answers lead; a way that has just opened is spoken."""
        way = way_on(answers)
        title, sentences = _SAID.get(way) or self._ending(text_of(answers, "pre.decision"))
        title, sentences = tr(title), tuple(each_told(sentences))
        self._title.say(title)
        thoughts = [tr(concern.sentence) for concern in about_beginning(answers)] if _goes_on(way) else []
        self._words.say("\n".join((*thoughts, *sentences)))
        for each, button in self._buttons.items():
            button.setVisible(each is way)
        self._flow.setVisible(way is not WayOn.UNDECIDED)
        if way is not self._way:
            announce(self, f"{title}. {' '.join(sentences)}")
        self._way = way

    def _ending(self, decision: str) -> Words:
        return (
            tr("No assessment is needed, and that is a good ending"),
            (
                tr(_THANKS),
                *each_told(_TO_DO.get(decision, ())),
                tr("What you wrote stays on this laptop alone, and goes to nobody."),
                tr("After {day} it is erased.").format(day=day_in_words(self._kept_until)),
                tr("Until then you can come back to it, from the foot of your home page."),
            ),
        )

    @staticmethod
    def _button(words: str, icon: str, name: str) -> Button:
        button = Button(words, icon)
        button.setObjectName(name)
        return button


_TO_DO = {
    "ask another to": (noted("Please tell whoever will do it. This program does not send the checklist to them."),),
    "refer to specialist": (noted("Please make the referral the usual way. This program does not send it."),),
    "join existing CAF": (noted("Please tell whoever leads it that you would like to join."),),
}
