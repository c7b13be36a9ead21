"""Gathering everything held here about one child, to be read and decided about, and then made; a look at it is a look.

What a young person decides about alone is gathered for nobody but them, and its absence is told to nobody.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial

from app.domain.answers import Answer, Answers, is_blank, link_id_of, rows_of
from app.domain.bundle import (
    Asker,
    Bundle,
    Circumstances,
    Decide,
    Disclosure,
    LeftOut,
    Line,
    Part,
    about_others,
    circumstances,
    disclosed,
    left_out,
    names_of_others,
    to_decide,
)
from app.domain.ids import ChildId, RowId
from app.domain.peoplemap import PLACE
from app.domain.record import FinishedRecord, RecordKind
from app.errors import Trouble
from app.forms.definition import FormDefinition, ItemKind
from app.forms.holding import in_words
from app.forms.newer import asked, from_earlier, is_earlier
from app.operations.leaving import Leave, Paper, Way
from app.operations.reviewing import done_for
from app.operations.workplace import Workplace
from app.said import said
from app.sealing.words import date_in_words, day_in_words
from app.storage import audit, children, drafts, episodes, private_notes, quick_notes, reasons, records
from app.storage.audit import Act
from app.storage.children import ChildSummary
from app.storage.database import Transaction
from app.storage.episodes import Episode
from app.storage.private_notes import PrivateNote
from app.storage.reasons import Reason

WORRIED = "worried"
"""The id of the note under "Worried now?"."""
_KINDS = frozenset({RecordKind.ASSESSMENT, RecordKind.CHECKLIST, RecordKind.START, RecordKind.SHARING})
"""Kinds of record whose lines have been thought about one by one; of any other each line is for a person to decide."""
_DRAWN = said("A signature, drawn by hand")
_NOTES, _QUICK, _CHANGED = said("Private notes"), said("Quick notes"), said("Words that were changed while writing")
_REASONS = said("Why it went on although the guidance says to think again")
_OURS = frozenset({"c2.wording"})
"""What was shown to the family in words of the authority's."""
_ALL = 100_000


class NothingHeld(Trouble):
    """Nothing is held here about this child that could be handed over."""

    def __init__(self) -> None:
        super().__init__(
            "There is nothing to save for this child.",
            "",
            "Choose another child. What came from somebody else is asked of them.",
        )


@dataclass(frozen=True)
class _Source:
    """A record or draft: what it is called, its form, its answers, and whether each line of it is to be decided."""

    title: str
    form: FormDefinition
    answers: Answers
    is_known: bool

    @cached_property
    def order(self) -> dict[str, int]:
        """Where each question stands in the form."""
        return {item.link_id: number for number, item in enumerate(self.form)}


def gather(tx: Transaction, workplace: Workplace, child: ChildId, asker: Asker) -> Bundle:
    """Return everything to be read and decided about; each look at a record is written down. Raises ``NothingHeld``."""
    bundle = _gathered(tx, workplace, child, asker)
    for episode in _open_to(tx, child, asker):
        audit.write(tx, Act.VIEWED, episode.episode, workplace.clock.now())
    return bundle


@dataclass(frozen=True)
class Handing:
    """What is handed over, as decided: about whom, who asked, and the keys of the lines that somebody said go in."""

    child: ChildId
    asker: Asker
    included: frozenset[str] = frozenset()


def make_bundle(tx: Transaction, workplace: Workplace, handing: Handing, way: Way) -> bytes:
    """Return it as PDF bytes; that it leaves stands in the audit. Raises ``NothingHeld``."""
    from app.documents.bundle import bundle_on_paper  # what lays out pages is heavy, and most days make none

    return bundle_on_paper(*_decided(tx, workplace, handing, Leave(Paper.BUNDLE, way, handing.asker)))


def make_bundle_file(tx: Transaction, workplace: Workplace, handing: Handing) -> bytes:
    """Return the same as a file for another program (JSON in UTF-8). Raises ``NothingHeld``."""
    from app.documents.bundle import bundle_as_json  # it stands with the paper

    return bundle_as_json(*_decided(tx, workplace, handing, Leave(Paper.BUNDLE_FILE, Way.SAVED, handing.asker)))


def _decided(tx: Transaction, workplace: Workplace, handing: Handing, leave: Leave) -> tuple[Disclosure, date]:
    """Return what goes and the day, and write down that it left; what changed since it was read is not in it."""
    at = workplace.clock.now()
    disclosure = disclosed(_gathered(tx, workplace, handing.child, handing.asker), handing.included)
    audit.write(tx, Act.PRINTED, handing.child, at, leave.code())
    return disclosure, at.astimezone().date()


def _gathered(tx: Transaction, workplace: Workplace, child: ChildId, asker: Asker) -> Bundle:
    row = children.get(tx, child)
    own = _open_to(tx, child, asker)
    if row is None or not own:
        raise NothingHeld
    sources = [source for episode in own for source in _sources(tx, workplace, episode)]
    gathering = _Gathering(_around(tx, child, asker, row.summary, sources), _questions(sources))
    parts = [Part(source.title, tuple(gathering.lines(source))) for source in sources]
    for episode in own:
        changed = [
            line for source, path, was in _changed(tx, workplace, episode) for line in gathering.line(source, path, was)
        ]
        notes = [gathering.note(note) for note in private_notes.list_for(tx, episode.episode)]
        quick = [
            gathering.note(PrivateNote(one.note, one.text, one.begun_at), _QUICK)
            for one in quick_notes.list_for(tx, episode.episode)
        ]
        whys = [gathering.reason(one) for one in reasons.of_episode(tx, episode.episode)]
        parts += [Part(_CHANGED, tuple(changed)), Part(_NOTES, tuple(notes))]
        parts += [Part(_QUICK, tuple(quick)), Part(_REASONS, tuple(whys))]
    worker = workplace.worker
    return Bundle(
        child=f"{row.summary.given} {row.summary.family}".strip() or "New child",
        laptop_of=", ".join(filter(None, (worker.name, worker.job, worker.agency))),
        asker=asker,
        parts=tuple(part for part in parts if part.lines),
        done=done_for(tx, workplace, child, alone=asker is Asker.CHILD),
        left_out=tuple(kind for kind in LeftOut if kind in gathering.missed),
    )


def _open_to(tx: Transaction, child: ChildId, asker: Asker) -> list[Episode]:
    """Return the child's episodes that whoever asks may know of at all."""
    own = [episode for episode in episodes.list_all(tx) if episode.child == child]
    return [episode for episode in own if asker is Asker.CHILD or not episode.restricted]


def _around(
    tx: Transaction, child: ChildId, asker: Asker, summary: ChildSummary, sources: list[_Source]
) -> Circumstances:
    """Look at everybody whose names are known here: those written down as other people, and other children."""
    answers = [source.answers for source in sources]
    others = [name for one in answers for name in names_of_others(one)]
    others += [row.summary.given for row in children.list_all(tx) if row.child != child]
    own = f"{summary.given} {summary.family} {summary.likes_to_be_called}"
    return circumstances(asker, answers, own, others)


def _sources(tx: Transaction, workplace: Workplace, episode: Episode) -> Iterator[_Source]:
    for header in records.of_episode(tx, episode.episode):
        record = records.get(tx, header.record, header.version)
        if record is not None:
            form = workplace.forms.by_ref(header.form.url, header.form.version)
            yield _Source(_record_title(form, record), form, record.answers, header.kind in _KINDS)
    for draft in drafts.of_episode(tx, episode.episode):
        form = workplace.forms.by_ref(draft.form.url, draft.form.version)
        title = said("{form}, not finished", form=form.title)
        yield _Source(title, form, drafts.answers(tx, draft.draft), draft.kind in _KINDS)


def _record_title(form: FormDefinition, record: FinishedRecord) -> str:
    statement = record.statement
    day = day_in_words(statement.finished_at.astimezone().date())
    whole = "{form}, version {version}, by {name}, {day}"
    return said(whole, form=form.title, version=statement.version, name=statement.author.name, day=day)


def _questions(sources: list[_Source]) -> dict[str, str]:
    """Return every question by its ``linkId``: a list of held-back lines names them so."""
    return {item.link_id: asked(source.form, {}, item.link_id) for source in sources for item in source.form}


def _changed(tx: Transaction, workplace: Workplace, episode: Episode) -> Iterator[tuple[_Source, str, Answer]]:
    """Yield what answers of drafts said before they were changed: it is held, so it is asked for too."""
    written = {draft.draft: draft for draft in drafts.of_episode(tx, episode.episode)}
    now = {draft: drafts.answers(tx, draft) for draft in written}
    for draft, old in reversed(drafts.recent(tx, episode.episode, _ALL)):
        ref = written[draft].form
        form = workplace.forms.by_ref(ref.url, ref.version)
        if not is_earlier(old.path) and now[draft].get(old.path) != old.answer:
            yield _Source(_CHANGED, form, now[draft], written[draft].kind in _KINDS), old.path, old.answer


class _Gathering:
    """What is made into lines under the same circumstances; ``missed`` is which kinds of thing were left out."""

    def __init__(self, around: Circumstances, questions: dict[str, str]) -> None:
        self._around, self._questions = around, questions
        self.missed: set[LeftOut] = set()

    def lines(self, source: _Source) -> Iterator[Line]:
        """Yield the lines of a record or draft in the order of its form; what an earlier form asked comes last."""
        for path in sorted(source.answers, key=partial(_place, source)):
            if not is_earlier(path):
                yield from self.line(source, path, source.answers[path])
        for one in from_earlier(source.answers):
            yield _with_key(source.title, one.asked, one.said, about_others(one.said, self._around))

    def line(self, source: _Source, path: str, given: Answer) -> Iterator[Line]:
        """Yield one answer as a line, or note which kind of thing was left out; what says nothing is no line."""
        said = self._said(source.form, path, given)
        if not said:
            return
        kind = left_out(path, {**source.answers, path: given}, self._around)
        if kind is not None:
            self.missed.add(kind)
            return
        own = link_id_of(path) not in _OURS and not _is_chosen(source.form, path, given)
        why = to_decide(path, said, self._around, in_own_words=own) if source.is_known else Decide.UNKNOWN
        yield _with_key(source.title, asked(source.form, source.answers, path), said, why)

    def note(self, note: PrivateNote, part: str = _NOTES) -> Line:
        """Return a note beside the record: it is no part of it, and can be asked for by law."""
        why = Decide.WORRY if note.note == WORRIED else about_others(note.text, self._around)
        return _with_key(part, said("Note of {day}", day=day_in_words(note.at.astimezone().date())), note.text, why)

    def reason(self, reason: Reason) -> Line:
        """Return why somebody went on although a rule spoke: whether it goes in is for a person to decide."""
        asked_on = said("Written on {day}", day=day_in_words(reason.at.astimezone().date()))
        return _with_key(_REASONS, asked_on, reason.why, Decide.UNKNOWN)

    def _said(self, form: FormDefinition, path: str, given: Answer) -> str:
        """Return an answer as somebody reads it who never saw the form."""
        link_id = link_id_of(path)
        item = form.item(link_id) if link_id in form else None
        if is_blank(given) or (item is not None and item.is_rows and isinstance(given, tuple)):
            return ""
        if link_id.endswith(".strokes"):
            return _DRAWN
        if link_id == PLACE:
            return ""
        if link_id.endswith(".withheld") and isinstance(given, tuple):
            return "; ".join(self._questions.get(code, code) for code in given)
        if item is not None and item.kind is ItemKind.DATE and isinstance(given, str):
            return date_in_words(given)
        return in_words(item, given)


def _is_chosen(form: FormDefinition, path: str, given: Answer) -> bool:
    """Say whether an answer is all of the form's own words."""
    item = form.item(link_id_of(path)) if link_id_of(path) in form else None
    codes = given if isinstance(given, tuple) else (given,)
    return item is not None and all(isinstance(code, str) and item.option(code) is not None for code in codes)


def _place(source: _Source, path: str) -> tuple[int, int, int]:
    """Return where an answer stands in its form: by group, row and question."""
    group, _, rest = path.partition("/")
    number = source.order.get(link_id_of(path), len(source.order))
    rows, row = rows_of(source.answers, group), rest.partition("/")[0]
    return source.order.get(group, number), rows.index(RowId(row)) if row in rows else len(rows), number


def _with_key(title: str, question: str, said: str, why: Decide | None) -> Line:
    key = hashlib.sha256(f"{title}\0{question}\0{said}".encode()).hexdigest()
    return Line(key, question, said, why)
