"""What is written for one child and holds for every child at home goes into each one's draft, in the same transaction.

Each draft keeps the whole of its own words, so that a refusal, a restriction or a finished version of one child never
takes a word from another. Nothing passes into or out of a restricted record, ever (S2 §7).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from app.domain.answers import Answer, Answers, row_path, rows_of
from app.domain.household import (
    CALLED,
    GROUPS,
    PEOPLE,
    SIBLING,
    as_sibling,
    brought,
    changed_in,
    group_of,
    is_private,
    is_used,
    listed,
    says_something,
)
from app.domain.ids import ChildId, DraftId, EpisodeId, RowId
from app.domain.record import RecordKind
from app.operations.dailylines import note_writing
from app.storage import drafts, episodes, households
from app.storage.database import Transaction
from app.storage.households import Member


@dataclass(frozen=True)
class Beside:
    """A child of the same household with a draft that may be written in, and what it says."""

    member: Member
    draft: DraftId
    answers: Answers


@dataclass(frozen=True)
class Circle:
    """A child with the household it belongs to, and the others who may be told."""

    own: Member
    beside: tuple[Beside, ...]
    standing_for: frozenset[RowId]
    """The rows among the people that stand for children of the household."""

    def keeps_back(self, group: str, row: RowId) -> bool:
        """Say whether a row is never shared as others are: it stands for a child with a record of its own."""
        return group == PEOPLE and row in self.standing_for


def open_episode_of(tx: Transaction, child: ChildId) -> EpisodeId | None:
    """Return a child's episode that others at home may know of; ``None`` for a restricted one, as for none at all."""
    every = episodes.all_of_child(tx, child)
    return every[-1].episode if every and not any(one.restricted for one in every) else None


def circle_of(tx: Transaction, episode: EpisodeId) -> Circle | None:
    """Return the household round an episode; ``None`` where there is none, or where nobody at home may know of it."""
    found = episodes.get(tx, episode)
    own = households.of_child(tx, found.child) if found is not None else None
    if own is None or open_episode_of(tx, own.child) != episode:
        return None
    members = households.members(tx, own.household)
    beside = (_beside(tx, member) for member in members if member.child != own.child)
    rows = frozenset(member.row for member in members)
    return Circle(own, tuple(one for one in beside if one is not None), rows)


def _beside(tx: Transaction, member: Member) -> Beside | None:
    episode = open_episode_of(tx, member.child)
    draft = drafts.find(tx, episode, RecordKind.ASSESSMENT) if episode is not None else None
    return Beside(member, draft.draft, drafts.answers(tx, draft.draft)) if draft is not None else None


def spread(tx: Transaction, draft: DraftId, changes: Mapping[str, Answer | None], at: datetime) -> None:
    """Pass on what was just written in a child's draft and holds for the others too. Call it once it is kept."""
    groups = {group for path in changes if (group := group_of(path))}
    if not groups and not CALLED & changes.keys():
        return
    found = drafts.get(tx, draft)
    circle = circle_of(tx, found.episode) if found is not None and found.kind is RecordKind.ASSESSMENT else None
    if circle is None:
        return
    own = drafts.answers(tx, draft)
    for group in sorted(groups):
        _spread_rows(tx, circle, group, own, changes, at)
    if CALLED & changes.keys():
        _say_name(tx, circle, own, at)


def share_rows(tx: Transaction, circle: Circle, own: Answers) -> None:
    """Note that all a child's record says of adults and services is entered once for the household from now on."""
    for group in GROUPS:
        known = households.rows(tx, circle.own.household, group)
        for row in rows_of(own, group):
            if row not in known and not circle.keeps_back(group, row) and _is_for_all(own, group, row):
                households.share(tx, circle.own.household, group, row, circle.own.child)


def _is_for_all(own: Answers, group: str, row: RowId) -> bool:
    return says_something(own, group, row) and not is_private(own, group, row)


def _spread_rows(  # noqa: PLR0913, PLR0917 - whose, which, what is said and what of it is new
    tx: Transaction, circle: Circle, group: str, own: Answers, changes: Collection[str], at: datetime
) -> None:
    known = households.rows(tx, circle.own.household, group)
    for row in rows_of(own, group):
        if circle.keeps_back(group, row):
            continue
        if row not in known:
            if _is_for_all(own, group, row):
                _give(tx, circle, group, row, own, at)
        elif is_private(own, group, row):
            if known[row] == circle.own.child:
                _take_back(tx, circle, group, row)
        else:
            _pass_on(tx, circle, group, row, own, changed_in(changes, group, row), at)
    if group in changes:
        gone = [row for row, child in known.items() if child == circle.own.child and row not in rows_of(own, group)]
        for row in gone:
            _take_out(tx, circle, group, row, at)


def _give(  # noqa: PLR0913, PLR0917 - as above
    tx: Transaction, circle: Circle, group: str, row: RowId, own: Answers, at: datetime
) -> None:
    """Enter a row for everybody: what was written for one child, each child's record has."""
    households.share(tx, circle.own.household, group, row, circle.own.child)
    for other in circle.beside:
        if row not in rows_of(other.answers, group):
            _write(tx, other, {group: listed(_now(tx, other), group, row), **brought(own, group, row)}, at)


def _pass_on(  # noqa: PLR0913, PLR0917 - as above
    tx: Transaction, circle: Circle, group: str, row: RowId, own: Answers, paths: list[str], at: datetime
) -> None:
    for other in circle.beside:
        if paths and row in rows_of(other.answers, group):
            _write(tx, other, {path: own.get(path) for path in paths}, at)


def _take_back(tx: Transaction, circle: Circle, group: str, row: RowId) -> None:
    """Take a private matter out of every other record, with all it ever said there."""
    households.share_no_more(tx, circle.own.household, group, row)
    for other in circle.beside:
        drafts.forget_row(tx, other.draft, group, row)


def _take_out(tx: Transaction, circle: Circle, group: str, row: RowId, at: datetime) -> None:
    """Take out of the others what was taken out where it was first written, unless they say something of their own."""
    households.share_no_more(tx, circle.own.household, group, row)
    for other in circle.beside:
        rows = rows_of(other.answers, group)
        if row in rows and not is_used(other.answers, group, row):
            _write(tx, other, {group: tuple(one for one in rows_of(_now(tx, other), group) if one != row)}, at)


def _say_name(tx: Transaction, circle: Circle, own: Answers, at: datetime) -> None:
    """Call a child in the others' records as it is called in its own, but for what they said of it before."""
    for other in circle.beside if not circle.own.was_known else ():
        if circle.own.row in rows_of(other.answers, PEOPLE):
            _write(tx, other, as_sibling(own, circle.own.row), at)


def introduce(tx: Transaction, circle: Circle, own: Answers, at: datetime) -> None:
    """Write a child who joined into the others' records as a brother or sister, where it does not stand there yet."""
    row = circle.own.row
    for other in circle.beside:
        if row not in rows_of(other.answers, PEOPLE):
            _write(tx, other, {PEOPLE: listed(_now(tx, other), PEOPLE, row), **sibling_row(own, row)}, at)


def sibling_row(answers: Answers, row: RowId) -> dict[str, Answer | None]:
    """Return what stands of a child in the records of those it grows up with."""
    return {
        **as_sibling(answers, row),
        row_path(PEOPLE, row, "fh.people.rel"): SIBLING,
        row_path(PEOPLE, row, "fh.people.here"): True,
    }


def draw_back(tx: Transaction, episode: EpisodeId) -> None:
    """Take out of the others' records what was entered for this child and nobody else says anything about.

    Call it before the child's record is restricted; what it says from then on never reaches them.
    """
    circle = circle_of(tx, episode)
    if circle is None:
        return
    for group in GROUPS:
        for row, child in households.rows(tx, circle.own.household, group).items():
            if child == circle.own.child:
                _forget_unused(tx, circle, group, row)


def _forget_unused(tx: Transaction, circle: Circle, group: str, row: RowId) -> None:
    unused = [other for other in circle.beside if not is_used(other.answers, group, row)]
    for other in unused:
        drafts.forget_row(tx, other.draft, group, row)
    if len(unused) == len(circle.beside):
        households.share_no_more(tx, circle.own.household, group, row)


def part(tx: Transaction, child: ChildId, at: datetime) -> tuple[DraftId, ...]:
    """Take a child who is about to be erased out of the others' drafts; return the drafts that said something of it.

    What stood in another child's record before is that record's own and stays, and so do adults and services that
    another child's record lists (S4 4.18).
    """
    own = households.of_child(tx, child)
    if own is None or own.was_known:
        return ()
    others = [member.child for member in households.members(tx, own.household) if member.child != child]
    found = [draft for other in others for draft in _drafts_of(tx, other)]
    said = tuple(draft for draft in found if own.row in rows_of(drafts.answers(tx, draft), PEOPLE))
    for draft in said:
        drafts.forget_row(tx, draft, PEOPLE, own.row)
        drafts.keep_beside(tx, draft, {}, at)
    return said


def _drafts_of(tx: Transaction, child: ChildId) -> list[DraftId]:
    kept = (drafts.find(tx, one.episode, RecordKind.ASSESSMENT) for one in episodes.all_of_child(tx, child))
    return [draft.draft for draft in kept if draft is not None]


def _now(tx: Transaction, other: Beside) -> Answers:
    """Return what a draft says now: another row may have come into it a moment ago."""
    return drafts.answers(tx, other.draft)


def _write(tx: Transaction, other: Beside, changes: Mapping[str, Answer | None], at: datetime) -> None:
    note_writing(tx, other.draft, at)
    drafts.keep_beside(tx, other.draft, changes, at)
