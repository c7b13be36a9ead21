"""Putting what was read of a damaged vault into a new one: a row whose parent was lost gets one that says so by being
empty, so that no word is left behind; finished records come whole or not at all.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime

from app.domain.answers import from_json
from app.domain.ids import ChildId, DraftId, EpisodeId, new_id
from app.domain.record import FinishedRecord, FormRef, RecordKind
from app.storage import children, drafts, episodes, record_body, records, sync_state
from app.storage.database import Transaction
from app.storage.library import sqlcipher
from app.storage.moments import stored
from app.storage.salvage.rows import Row, Salvaged

CURSOR = "cursor"
"""Under this name stands how far was fetched from the endpoint."""
SPARE_NUMBERS = 100
"""Envelopes may have been numbered after the last one that can be read: so many numbers are left out."""
COPIED = (
    ("draft_answers", "draft"),
    ("answer_history", "draft"),
    ("saved_answers", "draft"),
    ("draft_pages_done", "draft"),
    ("draft_places", "draft"),
    ("private_notes", "episode"),
    ("quick_notes", "episode"),
    ("reasons", "episode"),
    ("steps_done", "episode"),
    ("told_at_home", "episode"),
)
ALONE = (
    "outbox",
    "hand_ins",
    "withdrawals",
    "inbox",
    "inbox_bodies",
    "later_signatures",
    "enrolment",
    "wrapped_secrets",
    "sync_state",
    "phrases",
    "own_words",
    "other_devices",
    "other_ledgers",
)

_BEGIN_WITH = {
    "c1.": RecordKind.START,
    "c2.": RecordKind.SHARING,
    "pre.": RecordKind.CHECKLIST,
    "ex.": RecordKind.CONCERN,
    "cp.": RecordKind.COMPETENCE,
}
"""How the paths of each kind of record begin, where not as those of an assessment."""
FormOf = Callable[[RecordKind], FormRef]
"""Which form a draft of a kind answers, for a draft that has lost what says so."""


@dataclass
class GivenBack:
    """What came over: how many of each, the finished records that are not whole, and drafts that lost their family."""

    children: int = 0
    drafts: int = 0
    notes: int = 0
    records: int = 0
    without_family: int = 0
    not_whole: list[Row] = field(default_factory=list, repr=False)
    refused: int = 0


class Giving:
    """Gives rows back in one transaction of the new vault."""

    def __init__(self, tx: Transaction, salvaged: Salvaged, form_of: FormOf, at: datetime) -> None:
        self._tx, self._rows, self._form_of, self._at = tx, salvaged, form_of, at
        self.done = GivenBack()

    def give(self, is_genuine: Callable[[FinishedRecord], bool]) -> GivenBack:
        """Put everything in, parents first. ``is_genuine`` says whether a finished record is what was signed."""
        self._give_families()
        for table, parent in COPIED:
            rows = self._rows.of(table)
            self._mend(parent, {str(row[parent]) for row in rows})
            self._insert(table, rows)
        self.done.notes = len(self._rows.of("private_notes")) + len(self._rows.of("quick_notes"))
        self._give_records(is_genuine)
        for table in ALONE:
            self._insert(table, self._rows.of(table))
        sync_state.forget(self._tx, CURSOR)  # so that what was fetched and lost is fetched again
        self._count_on()
        return self.done

    def give_openings(self) -> None:
        """Say who opened which record, once all records are there that can be."""
        self._insert("openings", self._rows.of("openings"))

    def _give_families(self) -> None:
        """Give children, episodes and drafts, with a new child for each episode that lost its own."""
        known = {str(row["child"]) for row in self._rows.of("children")}
        self._insert("children", self._rows.of("children"))
        for row in self._rows.of("episodes"):
            if str(row["child"]) not in known:
                children.add(self._tx, ChildId(str(row["child"])), self._at)
                known.add(str(row["child"]))
                self.done.without_family += 1
        self._insert("episodes", self._rows.of("episodes"))
        self._mend("episode", {str(row["episode"]) for row in (*self._rows.of("drafts"), *self._rows.of("records"))})
        self._insert("drafts", self._rows.of("drafts"))
        self._insert(
            "household_children", [row for row in self._rows.of("household_children") if row["child"] in known]
        )
        self._insert("household_rows", [row for row in self._rows.of("household_rows") if row["child"] in known])
        self.done.children = len(known)
        self.done.drafts = len(self._rows.of("drafts"))

    def _mend(self, parent: str, needed: Iterable[str]) -> None:
        for lost in sorted(needed):
            if parent == "episode":
                self._mend_episode(EpisodeId(lost))
            elif drafts.get(self._tx, DraftId(lost)) is None:
                self._mend_draft(DraftId(lost))

    def _mend_episode(self, episode: EpisodeId) -> None:
        """Make an episode whose own row is lost. Whether it was restricted is lost with it, so it is from now on."""
        if episodes.get(self._tx, episode) is not None:
            return
        child = ChildId(new_id())
        children.add(self._tx, child, self._at)
        self._tx.run("INSERT INTO episodes VALUES (?, ?, 1, ?)", (episode, child, stored(self._at)))
        self.done.children += 1
        self.done.without_family += 1

    def _mend_draft(self, draft: DraftId) -> None:
        """Make a draft whose own row is lost, with a family of its own; its kind shows in what it answers."""
        episode, kind = EpisodeId(new_id()), self._kind_of(draft)
        self._mend_episode(episode)
        form, at = self._form_of(kind), stored(self._at)
        self._tx.run(
            "INSERT INTO drafts (draft, episode, kind, form_url, form_version, form_sha256, started_at, changed_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (draft, episode, kind, form.url, form.version, form.sha256, at, at),
        )
        self.done.drafts += 1

    def _kind_of(self, draft: DraftId) -> RecordKind:
        rows = (*self._rows.of("draft_answers"), *self._rows.of("answer_history"), *self._rows.of("draft_places"))
        paths = [str(row["path"]) for row in rows if row["draft"] == draft]
        for start, kind in _BEGIN_WITH.items():
            if any(path.startswith(start) for path in paths):
                return kind
        return RecordKind.ASSESSMENT

    def _give_records(self, is_genuine: Callable[[FinishedRecord], bool]) -> None:
        given = set()
        for row in self._rows.of("record_bodies"):
            record = _record(row)
            if record is not None and is_genuine(record) and self.add_record(record):
                given.add((record.statement.record, record.statement.version))
        self.done.not_whole = [row for row in self._rows.of("records") if (row["record"], row["version"]) not in given]

    def add_record(self, record: FinishedRecord) -> bool:
        """Add a finished record unless it is there already; say whether it was new."""
        statement = record.statement
        if records.get(self._tx, statement.record, statement.version) is not None:
            return False
        self._mend_episode(statement.episode)
        records.add(self._tx, record)
        self.done.records += 1
        self.done.not_whole = [
            row
            for row in self.done.not_whole
            if (row["record"], row["version"]) != (statement.record, statement.version)
        ]
        return True

    def _insert(self, table: str, rows: Iterable[Row]) -> None:
        for row in rows:
            if table == "draft_answers" and not _is_answer(row["answer"]):
                self.done.refused += 1
                continue
            names = ", ".join(row)
            marks = ", ".join("?" * len(row))
            try:
                self._tx.run(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(row.values()))  # noqa: S608 -- the schema's own names
            except sqlcipher.IntegrityError:
                self.done.refused += 1

    def _count_on(self) -> None:
        """Go on numbering envelopes well above every number that can be read."""
        seen = [row["last"] for row in self._rows.of("device_counter")]
        seen += [row["device_seq"] for row in self._rows.of("outbox")]
        last = max((int(n) for n in seen if isinstance(n, int)), default=0)
        self._tx.run("UPDATE device_counter SET last = ?", (last + SPARE_NUMBERS,))


def _record(row: Row) -> FinishedRecord | None:
    try:
        return record_body.from_bytes(bytes(row["body"])) if isinstance(row["body"], bytes) else None
    except Exception:  # noqa: BLE001 - whatever damaged bytes make of it, it is not a record
        return None


def _is_answer(text: object) -> bool:
    try:
        from_json(json.loads(str(text)))
    except ValueError:
        return False
    return True
