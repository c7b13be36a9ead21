"""Worried now: a short record that one press begins; its question stands open until somebody says what was done.

It stops no save and no visit. It stops the end: nothing is finished, and nothing erased, while the question is open.
"""

from __future__ import annotations

from app.domain.answers import Answer
from app.domain.beginning import harm_unanswered
from app.domain.harm import holds_up_assessment, missing_in_worry, only_looked
from app.domain.ids import ChildId, EpisodeId
from app.domain.record import FinishedRecord, RecordKind
from app.errors import Trouble
from app.operations.families import draft_of
from app.operations.opendrafts import OpenDraft
from app.operations.posting import post_kept
from app.operations.starting import NotSaidYet, finished_from
from app.operations.workplace import Workplace
from app.storage import audit, drafts, episodes, records
from app.storage.audit import Act
from app.storage.database import Transaction
from app.storage.drafts import Draft

PAGE = "ex"
"""The page of the form on which it is written."""


class StillWorried(Trouble):
    """A worry about the child is open, so nothing of the record may go."""

    def __init__(self) -> None:
        super().__init__(
            "There is an open question about this child’s safety.",
            "Nothing was erased.",
            "Please press “Worried now?” and write what was done about it. Then you can erase the record.",
        )


def begin_worry(tx: Transaction, workplace: Workplace, episode: EpisodeId) -> OpenDraft:
    """Return the short record of a worry, begun now where none is open: when, and who pressed, stand in it at once.

    It works before any agreement: a child's safety does not wait for one (S0 MIH; S4 3.5).
    """
    found = drafts.find(tx, episode, RecordKind.CONCERN)
    if found is None:
        draft, now = draft_of(tx, workplace, episode, RecordKind.CONCERN), workplace.clock.now()
        here = now.astimezone()
        noted: dict[str, Answer] = {
            "ex.when": here.date().isoformat(),
            "ex.time": f"{here:%H:%M}",
            "ex.by": workplace.worker.name,
        }
        drafts.keep(tx, draft, noted, None, now)
        audit.write(tx, Act.WORRY_BEGUN, episode, now)
    else:
        audit.write(tx, Act.VIEWED, found.draft, workplace.clock.now())
    opened = open_worry(tx, workplace, episode)
    if opened is None:
        raise LookupError("no such episode")
    return opened


def open_worry(tx: Transaction, workplace: Workplace, episode: EpisodeId) -> OpenDraft | None:
    """Return the worry of an episode that nobody has answered yet, or ``None``."""
    found = drafts.find(tx, episode, RecordKind.CONCERN)
    if found is None:
        return None
    form = workplace.forms.by_ref(found.form.url, found.form.version)
    answers, place = drafts.answers(tx, found.draft), drafts.place_of(tx, found.draft)
    return OpenDraft(found.draft, form, answers, set(), place, found.changed_at)


def open_worries(tx: Transaction) -> list[Draft]:
    """Return every worry that nobody has answered yet, the one begun first at the front; no answer is read."""
    return drafts.worries(tx)


def only_a_look(tx: Transaction, workplace: Workplace, episode: EpisodeId) -> bool:
    """Close a worry that was none: somebody wanted the numbers. Say whether it is closed; what was written stays."""
    found = drafts.find(tx, episode, RecordKind.CONCERN)
    if found is None:
        return True
    if not only_looked(drafts.answers(tx, found.draft)):
        return False
    audit.write(tx, Act.WORRY_ENDED, episode, workplace.clock.now(), "only looked")
    drafts.remove(tx, found.draft)
    return True


def answer_worry(tx: Transaction, workplace: Workplace, episode: EpisodeId) -> FinishedRecord | None:
    """Finish the record of a worry, and return it; ``None`` when there is none open.

    From then on it never changes. Once the family agreed to the assessment being kept, it goes to safe keeping, whole
    and to nobody else. Raises ``NotSaidYet`` while the question is not answered (B1.1).
    """
    found = drafts.find(tx, episode, RecordKind.CONCERN)
    if found is None:
        return None
    missing = missing_in_worry(drafts.answers(tx, found.draft))
    if missing:
        raise NotSaidYet("The question is still open.", missing, (PAGE,) * len(missing))
    record = finished_from(tx, workplace, found, agrees_to="")
    records.add(tx, record)
    audit.write(tx, Act.WORRY_ENDED, episode, record.statement.finished_at)
    drafts.remove(tx, found.draft)
    sharing = records.newest(tx, episode, RecordKind.SHARING)
    if sharing is not None and sharing.answers.get("c2.store") == "yes":
        post_kept(tx, workplace, (record,))
    return record


def check_no_worry_open(tx: Transaction, episode: EpisodeId) -> None:
    """Raise ``NotSaidYet`` while a worry is open, or while one says that the assessment waits or stops (B1.1)."""
    found = drafts.find(tx, episode, RecordKind.CONCERN)
    if found is not None:
        asked = "“Worried now?” was pressed here. What was done about it? Please write it down first."
        raise NotSaidYet("A question about safety is still open.", (asked,), (PAGE,))
    last = records.newest(tx, episode, RecordKind.CONCERN)
    unanswered = harm_unanswered(last.answers) if last is not None else None
    if unanswered is not None:  # such a record was never finished here: it came from elsewhere
        raise NotSaidYet("A question about safety is still open.", (unanswered.sentence,), (PAGE,))
    if last is not None and holds_up_assessment(last.answers):
        stopped = "You wrote that this assessment stops, because of a worry. If that has changed, please write how."
        waits = "You wrote that this assessment waits, because of a worry. If that has changed, please write how."
        held = stopped if last.answers.get("ex.result") == "stopped" else waits
        raise NotSaidYet("This assessment is held up by a worry.", (held,), (PAGE,))


def is_worried_about(tx: Transaction, child: ChildId) -> bool:
    """Say whether a worry about a child is open, in any episode."""
    found = episodes.all_of_child(tx, child)
    return any(drafts.find(tx, one.episode, RecordKind.CONCERN) is not None for one in found)


def worries_before(tx: Transaction, episode: EpisodeId) -> list[FinishedRecord]:
    """Return the answered worries of an episode, the first at the front: they are kept safe with its assessment."""
    headers = [one for one in records.of_episode(tx, episode) if one.kind is RecordKind.CONCERN]
    found = (records.get(tx, one.record, one.version) for one in headers)
    return [record for record in found if record is not None]
