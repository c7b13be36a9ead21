"""Keeping what was typed: drafts, the place somebody was at, and private notes; nothing typed is ever dropped here."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from app.domain.answers import Answer, Answers, text_of
from app.domain.ids import DraftId, EpisodeId
from app.domain.jotting import SORTED, sorted_in
from app.domain.record import RecordKind
from app.operations.dailylines import note_writing
from app.operations.living_together import spread
from app.operations.remembering import keep_due
from app.storage import audit, children, drafts, episodes, private_notes, quick_notes, reasons
from app.storage.audit import Act
from app.storage.children import ChildSummary
from app.storage.database import Transaction
from app.storage.drafts import Place


@dataclass
class Unsaved:
    """What was typed and is not on disk yet: answers and places by draft, private notes by episode and
    note id, and pages that somebody says are done, or not after all, by draft and page. A quick note is kept with
    the time it was begun. Reasons for going on although a rule spoke stand by episode and the rule's number.
    """

    answers: dict[DraftId, dict[str, Answer | None]] = field(default_factory=dict)
    places: dict[DraftId, Place] = field(default_factory=dict)
    notes: dict[tuple[EpisodeId, str], str] = field(default_factory=dict)
    pages: dict[tuple[DraftId, str], bool] = field(default_factory=dict)
    quick: dict[tuple[EpisodeId, str], tuple[str, datetime]] = field(default_factory=dict)
    reasons: dict[tuple[EpisodeId, int], str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Say whether anything waits to be kept."""
        return bool(self.answers or self.places or self.notes or self.pages or self.quick or self.reasons)

    def note_answer(self, draft: DraftId, path: str, answer: Answer | None) -> None:
        """Remember the newest answer at a path; ``None`` clears it."""
        self.answers.setdefault(draft, {})[path] = answer

    def take_back(self, older: Unsaved) -> None:
        """Take in what could not be kept a moment ago; where both have an answer, the newer one stands."""
        for draft, changes in older.answers.items():
            self.answers[draft] = {**changes, **self.answers.get(draft, {})}
        self.places = {**older.places, **self.places}
        self.notes = {**older.notes, **self.notes}
        self.pages = {**older.pages, **self.pages}
        self.quick = {**older.quick, **self.quick}
        self.reasons = {**older.reasons, **self.reasons}


def keep(tx: Transaction, unsaved: Unsaved, at: datetime) -> datetime:
    """Write everything unsaved, and return when: from then on it survives a crash."""
    for draft in {*unsaved.answers, *unsaved.places}:
        if unsaved.answers.get(draft):
            note_writing(tx, draft, at)
        drafts.keep(tx, draft, unsaved.answers.get(draft, {}), unsaved.places.get(draft), at)
        if any(path.startswith("id.") for path in unsaved.answers.get(draft, ())):
            keep_summary(tx, draft)
        keep_due(tx, draft, unsaved.answers.get(draft, {}))
        spread(tx, draft, unsaved.answers.get(draft, {}), at)
    for (episode, note), (text, begun_at) in unsaved.quick.items():
        note_private_writing(tx, episode, at)
        quick_notes.keep(tx, episode, note, text, begun_at)
    for (draft, page), done in unsaved.pages.items():
        _keep_done(tx, draft, page, done=done)
    for (episode, note), text in unsaved.notes.items():
        note_private_writing(tx, episode, at)
        private_notes.keep(tx, episode, note, text, at)
    for (episode, rule), why in unsaved.reasons.items():
        note_explaining(tx, episode, at)
        reasons.keep(tx, episode, rule, why, at)
    return at


def _keep_done(tx: Transaction, draft: DraftId, page: str, *, done: bool) -> None:
    """Keep that a page is done; that a quick note was sorted stands with the note, which outlives the draft."""
    if page.startswith(SORTED):
        note, path = sorted_in(page)
        quick_notes.set_sorted(tx, note, path if done else "")
    else:
        drafts.set_page_done(tx, draft, page, done=done)


def note_explaining(tx: Transaction, episode: EpisodeId, at: datetime) -> None:
    """Write once a day that a reason for going on is being written."""
    today = at.astimezone().date()
    if not any(one.at.astimezone().date() == today for one in reasons.of_episode(tx, episode)):
        audit.write(tx, Act.WRITTEN, episode, at)


def note_private_writing(tx: Transaction, episode: EpisodeId, at: datetime) -> None:
    """Write once a day that a note beside the record is being written, private or quick."""
    today = at.astimezone().date()
    times = [note.at for note in private_notes.list_for(tx, episode)]
    times += [note.begun_at for note in quick_notes.list_for(tx, episode)]
    if not any(time.astimezone().date() == today for time in times):
        audit.write(tx, Act.WRITTEN, episode, at)


def keep_summary(tx: Transaction, draft: DraftId) -> None:
    """Bring the list of children up to date with what is written about the child in this draft."""
    found = drafts.get(tx, draft)
    if found is None or found.kind is not RecordKind.ASSESSMENT:
        return
    episode = episodes.get(tx, found.episode)
    if episode is not None:
        children.update_summary(tx, episode.child, summary_of(drafts.answers(tx, draft)))


def summary_of(answers: Answers) -> ChildSummary:
    """Return what lists and banners show of a child."""
    return ChildSummary(
        given=text_of(answers, "id.given").strip(),
        family=text_of(answers, "id.family").strip(),
        likes_to_be_called=text_of(answers, "id.known_as").strip(),
        born=_day(text_of(answers, "id.dob")),
        expected=_day(text_of(answers, "id.edd")),
        communication=text_of(answers, "id.special").strip(),
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
