"""The family page of the open record: what it shows, and what is done from it; a restricted record has none."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QObject, Signal

from app.domain.answers import row_path, text_of
from app.domain.household import PEOPLE
from app.domain.ids import EpisodeId, RowId
from app.errors import Trouble
from app.look.speech import noted, tr
from app.operations.family import FamilyFile
from app.operations.households import Child, Home, Household, KnownService, Person, add_child, move_home, read_household
from app.operations.otherforms import begin_form
from app.storage.children import ChildSummary
from app.ui.counting import counted
from app.ui.householdpage import (
    ChildLine,
    HomeLine,
    HouseholdPage,
    HouseholdState,
    PersonLine,
    Relation,
    ServiceLine,
)
from app.ui.shell.bench import Bench
from app.ui.shell.writing import Writing
from app.ui.words import age_of, name_of, who_of

FAMILY = "family"
"""The page with the whole family."""
PARENTS = "each-parent"
"""The form in which it is written that each parent was considered, or why not."""
_REL, _BRINGS = "fh.people.rel", "fh.people.brings"
_KEPT_BACK = noted("This address is kept secret.")
_NO_HOME = noted("No address is written down yet.")
_CHILD_AGES = 18
_OF_CHILDREN = ("brother", "sister", "sibling", "son", "daughter", "twin", "baby", "child")


class TheFamily(QObject):
    """Fills the page and does what is asked for on it.

    Signals: ``opened(str)`` to open another child's record; ``reread(str, str)`` when the record must be read anew: the
    page to show, and what to say; ``wanted(str)`` to go to a page of the record; ``form_begun(str)`` with the address
    of the form about each parent.
    """

    opened = Signal(str)
    reread = Signal(str, str)
    wanted = Signal(str)
    form_begun = Signal(str)

    def __init__(self, bench: Bench, writing: Writing, page: HouseholdPage) -> None:
        super().__init__(page)
        self._bench, self._writing, self._page = bench, writing, page
        self._file: FamilyFile | None = None
        self._household: Household | None = None
        self._added = False
        page.add_requested.connect(lambda name: self._add(name, None))
        page.begin_requested.connect(lambda row: self._add("", RowId(row)))
        page.opened.connect(self.opened)
        page.related.connect(self._related)
        page.brought.connect(self._brought)
        page.step_wanted.connect(self.wanted)
        page.moved.connect(self._move)
        page.parents_requested.connect(self._begin_parents)

    def load(self, file: FamilyFile | None) -> None:
        """Take in a record, or none: nothing said about another family stays."""
        self._file, self._household = file, None
        self._page.show_household(HouseholdState())

    def is_there(self) -> bool:
        """Say whether the open record has such a page."""
        return self._file is not None and not self._file.restricted

    def refresh(self) -> None:
        """Show the family as it is, after what was typed is written."""
        file, workplace = self._file, self._bench.workplace
        if file is None or not self._bench.autosave.flush():
            return
        self._household = self._bench.tasks.ask(lambda tx: read_household(tx, workplace, file.episode))
        if self._household is not None:
            today = workplace.clock.now().astimezone().date()
            self._page.show_household(state_of(self._household, file, today))

    def focus_first(self) -> None:
        """Put the keyboard where the next child is added, if one just was; else at the top."""
        (self._page.focus_name if self._added else self._page.focus_first)()

    def _add(self, given: str, row: RowId | None) -> None:
        file, bench = self._file, self._bench
        if file is None or not bench.autosave.flush():
            return
        try:
            bench.room.check_for_new()
            bench.tasks.ask(lambda tx: add_child(tx, bench.workplace, file.episode, given, row))
        except Trouble as trouble:
            self._page.show_trouble(trouble)
            return
        name = given or next((one.name for one in self._people() if one.row == row), "")
        self._added = True
        self.reread.emit(
            FAMILY, tr("{name} is added. The adults, the home and who helps are in the new record.").format(name=name)
        )
        self._added = False

    def _move(self, address: str, postcode: str) -> None:
        """Write a new address for every child who lives where the open record's does."""
        file, bench = self._file, self._bench
        if file is not None and bench.autosave.flush():
            moved = bench.tasks.ask(lambda tx: move_home(tx, bench.workplace, file.episode, address, postcode))
            self.reread.emit(FAMILY, tr("The new address is in {count}.").format(count=counted(moved, "record")))

    def _people(self) -> Iterable[Person]:
        return self._household.people if self._household is not None else ()

    def _related(self, key: str, row: str, words: str) -> None:
        self._write(key, row_path(PEOPLE, RowId(row), _REL), words)

    def _brought(self, row: str, words: str) -> None:
        if self._file is not None:
            self._write(self._file.episode, row_path(PEOPLE, RowId(row), _BRINGS), words)

    def _write(self, key: str, path: str, words: str) -> None:
        """Write into the open record as its own pages do, or into another child's draft."""
        file, children = self._file, self._household.children if self._household is not None else ()
        child = next((one for one in children if one.episode == key), None)
        if file is None or child is None or child.draft is None:
            return
        if key == file.episode and file.assessment is not None:
            self._writing.write(file.assessment, path, words or None)
        else:
            self._bench.autosave.note_answer(child.draft, path, words or None)

    def _begin_parents(self) -> None:
        """Begin the form about each parent, or go on with it."""
        file, bench = self._file, self._bench
        if file is None or not bench.autosave.flush():
            return
        url = bench.workplace.forms.by_name(PARENTS).url
        bench.tasks.ask(lambda tx: begin_form(tx, bench.workplace, file.episode, url))
        self.form_begun.emit(url)


def state_of(household: Household, file: FamilyFile, today: date) -> HouseholdState:
    """Return the page in words."""
    names = {child.episode: first_name(child.summary) for child in household.children}
    brings = file.assessment is not None and _BRINGS in file.assessment.form
    return HouseholdState(
        children=tuple(_child(child, file.episode, today) for child in household.children),
        homes=tuple(_home(home, names, file) for home in household.homes),
        people=tuple(_person(person, household.children, names, today, brings=brings) for person in household.people),
        services=tuple(_service(service, names) for service in household.services),
        parents=_parents(file),
    )


def first_name(summary: ChildSummary) -> str:
    """Return how a child is called at home; never empty."""
    return summary.likes_to_be_called or summary.given or name_of(summary)


def _child(child: Child, opened: EpisodeId, today: date) -> ChildLine:
    stage = tr("being written") if child.draft is not None else tr("finished")
    if not child.agreed:
        stage = tr("they said no") if child.declined else tr("not asked yet")
    here = child.episode == opened
    told = tr("{stage}, open now").format(stage=stage) if here else stage
    return ChildLine(name_of(child.summary), who_of(child.summary, today), told, "" if here else child.episode)


def _home(home: Home, names: dict[EpisodeId, str], file: FamilyFile) -> HomeLine:
    address = tr(_KEPT_BACK) if home.is_secret else home.address or tr(_NO_HOME)
    together = len(home.episodes) > 1 and file.episode in home.episodes and file.assessment is not None
    return HomeLine(address, all_of([names[one] for one in home.episodes]), may_move=together)


def _person(
    person: Person, children: tuple[Child, ...], names: dict[EpisodeId, str], today: date, *, brings: bool
) -> PersonLine:
    age = age_of(ChildSummary(born=person.born), today) if person.born else ""
    who = ", ".join(filter(None, (age, tr("lives here") if person.is_here else "")))
    relations = tuple(
        _relation(person, child, names[child.episode]) for child in children if child.episode in person.relations
    )
    own = children[0].answers if children else {}
    said = text_of(own, row_path(PEOPLE, person.row, _BRINGS)) if brings and _is_listed(person, children[0]) else None
    return PersonLine(person.row, person.name, who, relations, may_begin=_may_be_a_child(person, today), brings=said)


def _is_listed(person: Person, child: Child) -> bool:
    rows = child.answers.get(PEOPLE)
    return isinstance(rows, tuple) and person.row in rows


def _relation(person: Person, child: Child, name: str) -> Relation:
    may_say = child.draft is not None and _is_listed(person, child)
    return Relation(name, person.relations[child.episode], child.episode if may_say else "")


def _may_be_a_child(person: Person, today: date) -> bool:
    if person.born is not None:
        return (today - person.born).days < _CHILD_AGES * 365.25
    said = " ".join(person.relations.values()).casefold()
    return any(word in said for word in _OF_CHILDREN) and "grand" not in said


def _service(service: KnownService, names: dict[EpisodeId, str]) -> ServiceLine:
    what = ", ".join(filter(None, (service.what, service.person)))
    return ServiceLine(service.name, what, tr("for {all}").format(all=all_of([names[one] for one in service.episodes])))


def _parents(file: FamilyFile) -> str:
    begun = any(one.draft.form.name == PARENTS for one in file.others)
    return tr("You have begun to write about this.") if begun else ""


def all_of(names: list[str]) -> str:
    """Return names as they are said one after the other."""
    return (
        tr("{names} and {names_2}").format(names=", ".join(names[:-1]), names_2=names[-1])
        if len(names) > 1
        else "".join(names)
    )
