"""Turns the screen to the family and back: what they see is made from a view of the record, never from the record.

While it is turned, the window shows another room than the workroom; after a lock it is turned to them again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property, partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.answers import Answer, Answers, text_of
from app.domain.carers import carers_asked_about
from app.domain.childspage import KIND, begun, kind_by_age
from app.domain.peoplemap import MAP
from app.domain.turned import for_the_child, turned_to_family
from app.errors import Trouble
from app.forms.definition import FormDefinition
from app.look.kit import theme
from app.operations.copies import read_agreed
from app.operations.family import FamilyFile
from app.operations.opendrafts import OpenDraft
from app.operations.turning import Shown, choose_pin, has_pin, note_page, turn, turn_back
from app.ui.finishing.languages import OWN_LANGUAGE
from app.ui.share.ages import scale_for
from app.ui.share.cards import Card, FeelingCard, LineCard, cards_of, feeling_of, first_of
from app.ui.share.childpage import Child, childs_screens, places_of
from app.ui.share.explaining import ASKED, explaining
from app.ui.share.look import LEAST_SCALE
from app.ui.share.mapscreen import MapScreen
from app.ui.share.pages import FeelingPage, LinePage
from app.ui.share.places import Placed
from app.ui.share.room import Screens, ShareRoom
from app.ui.share.saying import Person, Saying
from app.ui.shell.bench import Bench
from app.ui.shell.familyroom import FamilyRoom
from app.ui.shell.mapping import PEOPLE_MAP, MapKeeper
from app.ui.shell.speaking import people_of
from app.ui.shell.steps import listed

AGREEMENT, OWN_PAGE = "c1", "ch"
"""The steps at which something else is turned to the family than their record: the explaining, and the child's page."""
_WITHHELD, _GIVER = "c2.withheld", "c1.giver"


class Turning(QObject):
    """Does what is asked for on the pages that are turned to a family.

    Signals: ``turned(QWidget)`` with the room to show in the window's place; ``given_back()`` when the record is to be
    shown again; ``hide_now()``; ``lock_requested()``.
    """

    turned = Signal(QWidget)
    given_back = Signal()
    hide_now = Signal()
    lock_requested = Signal()

    def __init__(self, bench: Bench, family: Callable[[], FamilyRoom]) -> None:
        super().__init__()
        self._bench, self._family = bench, family
        self._sayings: dict[str, list[Saying]] = {}
        self._asked = ""

    @cached_property
    def share(self) -> ShareRoom:
        """The room the family sees; made when the screen is first turned."""
        room = ShareRoom()
        room.leave_typed.connect(self._leave)
        room.pin_chosen.connect(self._keep_pin)
        room.pin_cancelled.connect(self._back_to_record)
        room.hide_now.connect(self.hide_now)
        room.shown.connect(lambda page: self._bench.tasks.ask(lambda tx: note_page(tx, page)))
        room.lock_requested.connect(self.lock_requested)
        self._bench.autosave.saved.connect(lambda _: room.show_saved())
        self._bench.autosave.failed.connect(lambda _: room.show_not_saved())
        return room

    def begin(self, page: int | None = None) -> None:
        """Turn the screen to the family whose record is open; the first time a PIN is chosen before that.

        After a lock ``page`` is the one they were on.
        """
        if self._family().file is None or not self._bench.autosave.flush():
            return
        if self._bench.tasks.ask(has_pin):
            self._turn(page)
        else:
            theme.enlarge(self.share, LEAST_SCALE)
            self.share.ask_for_pin()
            self.turned.emit(self.share)
            self.share.focus_first()

    def explain(self) -> None:
        """Turn the screen to a young person who is to be told what they need to know before they decide."""
        self._family().go(AGREEMENT)
        self.begin()

    def ask_how_it_is(self, who: str) -> None:
        """Turn the screen to somebody (a ``Person.code``) with the question how the topic that is open is for them."""
        self._asked = who
        self.begin()

    def _keep_pin(self, pin: str) -> None:
        cost = self._bench.cost
        self._bench.tasks.hold(lambda vault: choose_pin(vault, pin, cost()), lambda _: self._turn(), self._no_pin)

    def _no_pin(self, fault: Exception) -> None:
        if isinstance(fault, Trouble):
            self.share.pin.show_trouble(fault)
        else:
            self._bench.crashed(fault)

    def _turn(self, page: int | None = None) -> None:
        file, step = self._family().file, self._family().step
        if file is None:
            return
        asked, self._asked = self._asked, ""
        shown, screens, at = self._screens(file, step, asked)
        workplace = self._bench.workplace
        self._bench.tasks.ask(lambda tx: turn(tx, workplace, file.episode, step, shown))
        self._sayings.clear()
        theme.enlarge(self.share, scale_for(self._child(file).kind) if shown == "child" else LEAST_SCALE)
        self.share.show_screens(screens, at if page is None else page, partial(self._places, shown))
        self.turned.emit(self.share)
        self.share.focus_first()

    def _leave(self, typed: str) -> None:
        workplace = self._bench.workplace
        self._bench.tasks.hold(
            lambda vault: turn_back(vault, typed, workplace), lambda _: self._back_to_record(), self._not_left
        )

    def _not_left(self, fault: Exception) -> None:
        if isinstance(fault, Trouble):
            self.share.show_trouble(fault)
        else:
            self._bench.crashed(fault)

    def _back_to_record(self) -> None:
        """Show the record again, with all that was said meanwhile."""
        self._asked = ""
        self.share.forget()
        theme.end_enlarged()
        self.given_back.emit()
        family = self._family()
        if family.file is not None:
            step, family.step = family.step, ""
            family.tasks.show_sections(listed(family.file), step)
            family.go(step)
            if step == AGREEMENT and family.file.start is not None and not text_of(family.file.start.answers, _GIVER):
                family.forms.focus_on(_GIVER, None)  # the first thing that is left to be said

    def _screens(self, file: FamilyFile, step: str, asked: str) -> tuple[Shown, Screens, int]:
        if step == AGREEMENT and file.start is not None:
            return "agreement", tuple(self._explaining(file, file.start)), 0
        if step == OWN_PAGE and file.assessment is not None and "ch.well" in file.assessment.form:
            return "child", self._childs(file, file.assessment), 0
        if step == PEOPLE_MAP and file.assessment is not None and MAP in file.assessment.form:
            return "child", (partial(self._map, file.assessment),), 0
        return self._record(file, step, asked)

    def _places(self, shown: Shown) -> Placed:
        """Return which pages one press leads to: those of the child's own page alone."""
        file, is_map = self._family().file, self._family().step == PEOPLE_MAP
        if shown != "child" or is_map or file is None or file.assessment is None:
            return ()
        return places_of(self._child(file), file.assessment.answers)

    def _childs(self, file: FamilyFile, draft: OpenDraft) -> Screens:
        own = dict(for_the_child(draft.answers).answers)
        child, giving, today = self._child(file), self._giving(draft, own), self._today()

        def give(path: str, given: Answer | None) -> None:
            for place, said in begun(own, child.kind, today).items() if path != KIND else ():
                giving(place, said)
            giving(path, given)

        return tuple(childs_screens(child, own, give))

    def _change_kind(self, kind: str) -> None:
        """Show the child's page for another age, from its beginning; what was said stays where it was written."""
        file = self._family().file
        if file is None or file.assessment is None:
            return
        self._giving(file.assessment)(KIND, kind)
        theme.enlarge(self.share, scale_for(kind))
        self.share.show_screens(self._childs(file, file.assessment), places=partial(self._places, "child"))
        self.share.focus_first()

    def _today(self) -> date:
        return self._bench.workplace.clock.now().astimezone().date()

    def _map(self, draft: OpenDraft) -> QWidget:
        screen = MapScreen()
        MapKeeper(screen.map, draft, self._family().writing, turned=True)
        return screen

    def _explaining(self, file: FamilyFile, start: OpenDraft) -> Iterator[Callable[[], QWidget]]:
        chosen = text_of(start.answers, "c1.language")
        language = chosen if chosen in start.form.languages else OWN_LANGUAGE
        form = start.form.languages.get(language, start.form)
        asked = {path: start.answers[path] for path in ASKED if path in start.answers}
        return explaining(form, asked, self._giving(start, asked), alone=file.restricted, language=language)

    def _giving(self, draft: OpenDraft, shown: dict[str, Answer] | None = None) -> Callable[[str, Answer | None], None]:
        """Return what takes in an answer given by the family; ``shown`` is what the pages know, and goes along."""

        def give(path: str, given: Answer | None) -> None:
            self._family().writing.write(draft, path, given)
            if shown is not None and given is None:
                shown.pop(path, None)
            elif shown is not None and given is not None:
                shown[path] = given

        return give

    def _record(self, file: FamilyFile, step: str, asked: str) -> tuple[Shown, Screens, int]:
        form, answers = self._form_and_answers(file)
        view = turned_to_family(answers, self._held_before(file), alone=file.restricted)
        can_say = file.assessment is not None and "fw.child" in form
        cards = tuple(card for card in cards_of(form, view, step) if can_say or isinstance(card, LineCard))
        people = people_of(file, answers) if can_say else ()
        person = next((one for one in people if one.code == asked), None)
        topic = next((page.title for page in form.pages if page.link_id == step), "")
        screens = tuple(partial(self._page, card, file, people, person) for card in cards)
        return "record", screens, feeling_of(cards, topic) if person is not None else first_of(cards, topic)

    def _held_before(self, file: FamilyFile) -> frozenset[str]:
        """Return the lines that were held back before today, in what is being written or in what was agreed."""
        if file.sharing is not None:
            return _withheld(file.sharing.answers) | _withheld(file.agreed_before)
        workplace, episode = self._bench.workplace, file.episode
        agreed = self._bench.tasks.ask(lambda tx: read_agreed(tx, workplace, episode))
        return _withheld(agreed[1].answers) if agreed is not None else frozenset()

    def _form_and_answers(self, file: FamilyFile) -> tuple[FormDefinition, Answers]:
        if file.assessment is not None:
            return file.assessment.form, file.assessment.answers
        assert file.finished is not None, "a record without its draft was finished"  # noqa: S101 -- for the type checker
        ref = file.finished.statement.form
        return self._bench.workplace.forms.by_ref(ref.url, ref.version), file.finished.answers

    def _page(self, card: Card, file: FamilyFile, people: tuple[Person, ...], asked: Person | None) -> QWidget:
        """Return the page of a card; how it is for them begins with the one it was ``asked`` of, if anybody."""
        said = tuple(self._sayings.get(card.about, ()))
        if isinstance(card, FeelingCard):
            first = (Saying(card.about, by=asked.code, name=asked.name),) if asked is not None else ()
            feeling = FeelingPage(card, people, said or first)
            feeling.said.connect(lambda saying: self._say(file, saying))
            return feeling
        sharing = file.sharing
        is_held = card.link_id in _withheld(sharing.answers) if sharing is not None else None
        page = LinePage(card, people, said[0] if said else None, is_held=is_held)
        page.held.connect(lambda held: self._hold_back(file, card.link_id, held=held))
        page.said.connect(lambda saying: self._say(file, saying))
        return page

    def _hold_back(self, file: FamilyFile, link_id: str, *, held: bool) -> None:
        if file.sharing is not None:
            rest = _withheld(file.sharing.answers) - {link_id}
            now = tuple(sorted(rest | {link_id} if held else rest))
            self._giving(file.sharing)(_WITHHELD, now or None)

    def _say(self, file: FamilyFile, saying: Saying) -> None:
        if file.assessment is None:
            return
        known = self._sayings.setdefault(saying.about, [])
        if saying not in known:
            known.append(saying)
        for path, given in tuple(saying.changes(file.assessment.answers)):
            self._giving(file.assessment)(path, given)

    def _child(self, file: FamilyFile) -> Child:
        answers = file.assessment.answers if file.assessment is not None else {}
        born, expected = file.summary.born, file.summary.expected is not None
        by_age = kind_by_age(born, expected=expected, today=self._today(), teenager_from=self._teenager_from())
        kind = text_of(answers, KIND) or by_age
        name = text_of(answers, "id.known_as") or text_of(answers, "id.given")
        people = () if file.restricted else carers_asked_about(answers)
        return Child(name.strip(), kind, people, self._change_kind)

    def _teenager_from(self) -> int:
        return self._bench.policy.years.secondary_school


def _withheld(answers: Answers) -> frozenset[str]:
    held = answers.get(_WITHHELD)
    return frozenset(held) if isinstance(held, tuple) else frozenset()
