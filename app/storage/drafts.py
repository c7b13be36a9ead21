"""Drafts: answers as they are typed, one draft for each kind of record in an episode; text is never dropped unkept.

Of the forms that are none of the program's own steps an episode has one draft each: these are *about* their form. Kind
and form's address together stand where a step has its kind alone (``slot``).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.domain.answers import Answer
from app.domain.ids import ChildId, DraftId, EpisodeId, RecordId, new_id
from app.domain.record import FormRef, RecordKind
from app.storage import draft_answers, finding
from app.storage.database import Row, Transaction
from app.storage.draft_answers import Overwritten, answers, forget_row, history, recent
from app.storage.moments import moment, stored

__all__ = [
    "Base",
    "Draft",
    "LastPlace",
    "Overwritten",
    "Place",
    "answers",
    "changed_or_asked_since",
    "find",
    "forget_places",
    "forget_row",
    "get",
    "history",
    "keep",
    "keep_beside",
    "last_place",
    "move_to_form",
    "of_episode",
    "pages_done",
    "place_of",
    "recent",
    "remove",
    "set_page_done",
    "slot",
    "slot_in",
    "start",
    "worries",
]

_AN_INSTANT = timedelta(microseconds=1)
_KEEP_PLACE = (
    "INSERT INTO draft_places VALUES (?, ?, ?, ?)"
    " ON CONFLICT (draft) DO UPDATE SET path = excluded.path, caret = excluded.caret, at = excluded.at"
)

Base = tuple[RecordId, int]
"""The record and version that a draft follows."""


@dataclass(frozen=True)
class Place:
    """Where the writer is: the path of an answer, and the caret's position in it."""

    path: str
    caret: int


@dataclass(frozen=True)
class Draft:
    """A draft without its answers; ``about`` is the address of a form that is none of the program's own steps."""

    draft: DraftId
    episode: EpisodeId
    kind: RecordKind
    form: FormRef
    started_at: datetime
    changed_at: datetime
    base: Base | None
    about: str = ""


@dataclass(frozen=True)
class LastPlace:
    """Where somebody was writing last, in which draft, for which child; ``at`` is later than at any place before."""

    place: Place
    draft: DraftId
    episode: EpisodeId
    child: ChildId
    at: datetime

    @property
    def link_id(self) -> str:
        """The question of the form it is at."""
        return self.place.path.rsplit("/", 1)[-1]


def slot(kind: RecordKind, about: str = "") -> str:
    """Return under what an episode has one draft: its kind, and for any other form which form it is about."""
    return f"{kind.value} {about}" if about else kind.value


def slot_in(text: str) -> tuple[RecordKind, str]:
    """Return the kind in a slot, and the form it is about. Raises ``ValueError`` for a kind that is not known."""
    kind, _, about = text.partition(" ")
    return RecordKind(kind), about


def start(  # noqa: PLR0913, PLR0917 -- a draft is these things, and hardly one has a default
    tx: Transaction,
    episode: EpisodeId,
    kind: RecordKind,
    form: FormRef,
    at: datetime,
    base: Base | None = None,
    about: str = "",
) -> DraftId:
    """Start the episode's one draft of this kind, about this form, and return its id."""
    draft = DraftId(new_id())
    record, version = base or (None, None)
    tx.run(
        "INSERT INTO drafts (draft, episode, kind, form_url, form_version, form_sha256, base_record, base_version,"
        " started_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            draft,
            episode,
            slot(kind, about),
            form.url,
            form.version,
            form.sha256,
            record,
            version,
            stored(at),
            stored(at),
        ),
    )
    return draft


def of_episode(tx: Transaction, episode: EpisodeId) -> list[Draft]:
    """Return the episode's drafts, the one begun first at the front."""
    return [_draft(row) for row in tx.all("SELECT * FROM drafts WHERE episode = ? ORDER BY started_at", (episode,))]


def count(tx: Transaction) -> int:
    """Return how many drafts there are."""
    row = tx.one("SELECT count(*) AS n FROM drafts")
    return int(row["n"]) if row else 0


def worries(tx: Transaction) -> list[Draft]:
    """Return every worry that nobody has answered yet, the one begun first at the front."""
    return [_draft(row) for row in tx.all("SELECT * FROM drafts WHERE kind = 'significant-harm' ORDER BY started_at")]


_CHANGED_OR_ASKED = """
SELECT drafts.* FROM drafts LEFT JOIN draft_backups USING (draft)
WHERE changed_at > coalesce(posted_at, ?) OR EXISTS (
    SELECT 1 FROM records WHERE records.episode = drafts.episode AND records.kind = (? || '') AND finished_at > ?)
ORDER BY changed_at, draft
"""


def changed_or_asked_since(tx: Transaction, since: str, agreement: str) -> list[Draft]:
    """Return every draft that was written in since it was sealed for safe keeping, or since a stored time where it was
    not, and those whose family finished an agreement of a kind since then; the one changed last at the end.
    """
    return [_draft(row) for row in tx.all(_CHANGED_OR_ASKED, (since, agreement, since))]


def keep(
    tx: Transaction, draft: DraftId, changes: Mapping[str, Answer | None], place: Place | None, at: datetime
) -> None:
    """Keep what was typed since the last time; None clears an answer, and what it said stays in the history.

    A row left out of its group's new list takes its answers with it into the history; to bring the row back, pass
    its answers again. ``place``, when given, becomes the last place.
    """
    draft_answers.change(tx, draft, changes, at)
    if changes:
        tx.run("UPDATE drafts SET changed_at = ? WHERE draft = ?", (stored(at), draft))
        finding.note_work(tx, draft, stored(at))
    if place is not None:
        tx.run(_KEEP_PLACE, (draft, place.path, place.caret, stored(_after_every_other_place(tx, draft, at))))


def keep_beside(tx: Transaction, draft: DraftId, changes: Mapping[str, Answer | None], at: datetime) -> None:
    """Keep what was written in another child's record and holds for this one too; nobody is at work in this draft."""
    draft_answers.change(tx, draft, changes, at)
    tx.run("UPDATE drafts SET changed_at = ? WHERE draft = ?", (stored(at), draft))


def _after_every_other_place(tx: Transaction, draft: DraftId, at: datetime) -> datetime:
    """Return ``at``, or just after the other drafts' places where the clock was put back since they were written."""
    row = tx.one("SELECT max(at) AS last FROM draft_places WHERE draft <> ?", (draft,))
    return max(at, moment(row["last"]) + _AN_INSTANT) if row and row["last"] else at


def get(tx: Transaction, draft: DraftId) -> Draft | None:
    """Return a draft, or None."""
    row = tx.one("SELECT * FROM drafts WHERE draft = ?", (draft,))
    return _draft(row) if row else None


def find(tx: Transaction, episode: EpisodeId, kind: RecordKind, about: str = "") -> Draft | None:
    """Return the episode's draft of this kind, about this form, or None."""
    row = tx.one("SELECT * FROM drafts WHERE episode = ? AND kind = ?", (episode, slot(kind, about)))
    return _draft(row) if row else None


def move_to_form(tx: Transaction, draft: DraftId, form: FormRef, at: datetime) -> None:
    """Say that a draft now answers another version of its form; its answers stay as they are."""
    tx.run(
        "UPDATE drafts SET form_url = ?, form_version = ?, form_sha256 = ?, changed_at = ? WHERE draft = ?",
        (form.url, form.version, form.sha256, stored(at), draft),
    )
    finding.note_work(tx, draft, stored(at))


def set_page_done(tx: Transaction, draft: DraftId, page: str, *, done: bool) -> None:
    """Mark a page of the form as done, or as not done."""
    if done:
        tx.run("INSERT OR IGNORE INTO draft_pages_done VALUES (?, ?)", (draft, page))
    else:
        tx.run("DELETE FROM draft_pages_done WHERE draft = ? AND page = ?", (draft, page))


def pages_done(tx: Transaction, draft: DraftId) -> frozenset[str]:
    """Return the pages marked as done."""
    return frozenset(row["page"] for row in tx.all("SELECT page FROM draft_pages_done WHERE draft = ?", (draft,)))


def place_of(tx: Transaction, draft: DraftId) -> Place | None:
    """Return where the writer was last in this draft, or None."""
    row = tx.one("SELECT path, caret FROM draft_places WHERE draft = ?", (draft,))
    return Place(row["path"], row["caret"]) if row else None


def forget_places(tx: Transaction, episode: EpisodeId) -> None:
    """Forget where the writer was in every draft of an episode: there is nothing to carry on with."""
    tx.run("DELETE FROM draft_places WHERE draft IN (SELECT draft FROM drafts WHERE episode = ?)", (episode,))


def last_place(tx: Transaction) -> LastPlace | None:
    """Return where somebody was writing last, in any draft, or None."""
    row = tx.one(
        "SELECT draft_places.*, drafts.episode, episodes.child FROM draft_places JOIN drafts USING (draft)"
        " JOIN episodes USING (episode) ORDER BY draft_places.at DESC LIMIT 1"
    )
    if row is None:
        return None
    place = Place(row["path"], row["caret"])
    ids = DraftId(row["draft"]), EpisodeId(row["episode"]), ChildId(row["child"])
    return LastPlace(place, *ids, moment(row["at"]))


def remove(tx: Transaction, draft: DraftId) -> None:
    """Remove a draft that has been finished, with its history: the finished record is what stays."""
    tx.run("DELETE FROM drafts WHERE draft = ?", (draft,))


def _draft(row: Row) -> Draft:
    base = (RecordId(row["base_record"]), int(row["base_version"])) if row["base_record"] else None
    kind, about = slot_in(row["kind"])
    return Draft(
        DraftId(row["draft"]),
        EpisodeId(row["episode"]),
        kind,
        FormRef(row["form_url"], row["form_version"], row["form_sha256"]),
        moment(row["started_at"]),
        moment(row["changed_at"]),
        base,
        about,
    )
