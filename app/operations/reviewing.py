"""Looking at who did what: by child, person or day, and who looked and did not write; the look is written down too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.account import Account, Done
from app.domain.bundle import Asker
from app.errors import Trouble
from app.operations.auditwords import in_words
from app.operations.leaving import Leave, Paper, Way
from app.operations.workplace import Workplace
from app.said import said
from app.storage import audit, audit_lines
from app.storage.audit import Act
from app.storage.audit_lines import AuditLine, Known
from app.storage.database import Transaction

MOST_LINES = 500
"""So many lines are shown at once, the newest; a child or a day brings the others."""

_LOOKED = frozenset({Act.VIEWED, Act.OPENED, Act.PRINTED})
_WROTE = frozenset({Act.WRITTEN, Act.FORM_CHANGED, Act.FINISHED, Act.SIGNED, Act.CHILD_ADDED, Act.EPISODE_OPENED})
_LEFT = frozenset({Act.PRINTED, Act.EXPORTED, Act.BACKED_UP, Act.MOVED_OUT, Act.RECEIVED, Act.DECIDED})
"""Acts after which something stands outside the vault: on paper, in a file, or with the authority."""
_NOT_TOLD = frozenset({Act.SEALED, Act.DRAFT_STARTED, Act.WORRY_BEGUN, Act.WORRY_ENDED, Act.DECIDED, Act.NOT_AT_HOME})
"""Steps of the program itself, which say nothing to whoever asks; and what could put somebody in danger: a worry, a
decision to share without agreement, and that paper is not safe at home."""


@dataclass(frozen=True)
class Wanted:
    """Which lines somebody wants to see. ``person`` is a name; empty stands for everybody."""

    child: str = ""
    person: str = ""
    day: date | None = None
    only_looked: bool = False
    only_left: bool = False


@dataclass(frozen=True)
class Told:
    """One line, in words. ``child`` is empty where it is about nobody."""

    at: datetime
    who: str
    what: str
    child: str


@dataclass(frozen=True)
class Review:
    """The lines that were wanted, newest first; what there is to choose from: children by id and name, people, days.

    ``is_all`` says that there are no more of them.
    """

    told: tuple[Told, ...]
    children: tuple[tuple[str, str], ...]
    people: tuple[str, ...]
    days: tuple[date, ...]
    is_all: bool


_THEIR_OWN = frozenset(
    Leave(paper, way, Asker.CHILD).code() for paper in (Paper.BUNDLE, Paper.BUNDLE_FILE) for way in Way
)


class NothingToTell(Trouble):
    """There is no record of this child that the list could be about."""

    def __init__(self) -> None:
        super().__init__("There is nothing to save for this child.", "", "Choose another child.")


def review(tx: Transaction, workplace: Workplace, wanted: Wanted) -> Review:
    """Return the lines that are wanted; that somebody looked stands in the audit afterwards."""
    known = audit_lines.known_episodes(tx)
    limit = -1 if wanted.only_looked or wanted.only_left or wanted.person else MOST_LINES + 1
    found = _of_child(tx, known, wanted.child, wanted.day, limit)
    if wanted.only_looked:
        found = _looked_only(found)
    if wanted.only_left:
        found = [line for line in found if line.act in _LEFT]
    own = workplace.worker.name
    if wanted.person:
        found = [line for line in found if (line.by or own) == wanted.person]
    names = _names(known)
    told = tuple(_told(line, own, names) for line in found[:MOST_LINES])
    audit.write(tx, Act.REVIEWED, wanted.child, workplace.clock.now())
    people, is_all = (own, *_others(tx, own)), len(found) <= MOST_LINES
    return Review(told, _choices(known), people, tuple(audit_lines.days(tx)), is_all)


def make_account(tx: Transaction, workplace: Workplace, child: str) -> bytes:
    """Return what was done with one child's records, as PDF bytes, for somebody who has a right to see it.

    No line of another child is in it, and none of a restricted episode. Raises ``NothingToTell``.
    """
    from app.documents.account import account_on_paper  # what lays out pages is heavy, and most days make none

    account = account_of(tx, workplace, child)
    at = workplace.clock.now()
    audit.write(tx, Act.EXPORTED, child, at)
    return account_on_paper(account, at.astimezone().date())


def account_of(tx: Transaction, workplace: Workplace, child: str) -> Account:
    """Return what was done with one child's records. Raises ``NothingToTell``."""
    open_ones = [one for one in _known(tx, child) if not one.restricted]
    if not open_ones:
        raise NothingToTell
    worker = workplace.worker
    who = ", ".join(part for part in (worker.name, worker.job, worker.agency) if part)
    return Account(open_ones[-1].name, who, done_for(tx, workplace, child))


def done_for(tx: Transaction, workplace: Workplace, child: str, *, alone: bool = False) -> tuple[Done, ...]:
    """Return what was done with one child's records, oldest first; of a restricted one only for the child ``alone``."""
    own = _known(tx, child)
    told = [one.episode for one in own if alone or not one.restricted]
    # That a child was added tells of a restricted episode, where that came first.
    objects = [child] if alone or not own[0].restricted else []
    found = audit_lines.lines(tx, episodes=told, objects=objects)
    done = [
        _done(line, workplace.worker.name) for line in found if line.act not in _NOT_TOLD and (alone or _tells(line))
    ]
    return tuple(reversed(done))


def _known(tx: Transaction, child: str) -> list[Known]:
    return [one for one in audit_lines.known_episodes(tx) if _key(one) == child]


def _done(line: AuditLine, own: str) -> Done:
    return Done(line.at, line.by or own, in_words(line.act, line.why))


def _tells(line: AuditLine) -> bool:
    """Say whether a parent may read a line: that a young person asked for their own bundle is theirs to tell."""
    return not (line.act == Act.PRINTED and line.why in _THEIR_OWN)


def _of_child(tx: Transaction, known: list[Known], child: str, day: date | None, limit: int) -> list[AuditLine]:
    if not child:
        return audit_lines.lines(tx, day=day, limit=limit)
    episodes = [one.episode for one in known if _key(one) == child]
    return audit_lines.lines(tx, episodes=episodes, objects=[child], day=day, limit=limit)


def _looked_only(found: list[AuditLine]) -> list[AuditLine]:
    """Return the looks at records in which nothing was written on the same day by the same person."""
    wrote = {_sitting(line) for line in found if line.act in _WROTE}
    looks = (line for line in found if line.act in _LOOKED and line.episode)
    return [line for line in looks if _sitting(line) not in wrote]


def _sitting(line: AuditLine) -> tuple[str, str, date]:
    return line.episode, line.by, line.at.astimezone().date()


def _key(one: Known) -> str:
    """Return what a child is chosen by: its id, or the episode of what came from somebody else."""
    return one.child or one.episode


def _names(known: Iterable[Known]) -> dict[str, str]:
    named = {one.episode: _called(one) for one in known}
    return named | {one.child: named[one.episode] for one in known if one.child}


def _called(one: Known) -> str:
    """Return what a child is called here: of a restricted episode that came to the desk nobody's name is known."""
    return one.name or said("A young person" if one.restricted else "New child")


def _told(line: AuditLine, own: str, names: dict[str, str]) -> Told:
    erased = said("A child whose record was erased") if line.episode else ""
    child = names.get(line.episode) or names.get(line.object) or erased
    return Told(line.at, line.by or own, in_words(line.act, line.why), child)


def _choices(known: Iterable[Known]) -> tuple[tuple[str, str], ...]:
    named = {_key(one): _called(one) for one in known}
    return tuple(sorted(named.items(), key=lambda pair: pair[1].casefold()))


def _others(tx: Transaction, own: str) -> tuple[str, ...]:
    return tuple(name for name in audit_lines.people(tx) if name != own)
