"""The home page's doings: who is on this laptop, where somebody stopped, and what waits; a list reads no answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from app.domain.ids import EpisodeId
from app.domain.lease import LeaseStanding
from app.domain.record import RecordKind
from app.forms.definition import FormDefinition
from app.look.speech import noted, tr
from app.operations.leasing import lease_standing, what_lapses
from app.operations.safekeeping import Lost, lost_work
from app.operations.whereabouts import Whereabouts, is_noticed_as_copy, whereabouts_of
from app.operations.workplace import Workplace
from app.operations.worrying import open_worries
from app.storage import audit, children, drafts, due, openings, records
from app.storage.audit import Act
from app.storage.children import ChildRow, ChildSummary
from app.storage.database import Transaction
from app.storage.drafts import Draft, LastPlace
from app.storage.due import DueRow
from app.storage.moments import stored
from app.storage.outbox import Unsent, last_received, unsent
from app.sync.status import SyncStatus
from app.ui.days import day_in_words
from app.ui.shell.bench import Bench
from app.ui.shell.duewords import due_words, reminders
from app.ui.shell.lapsewords import lapse_words
from app.ui.shell.leftoff import step_at, title_at
from app.ui.shell.lostwords import OUT_OF_TOUCH, lost_words
from app.ui.shell.wherewords import short_words
from app.ui.states import CarryOn, FamilyLine, HomeState, Reminder
from app.ui.words import ALONE, day_and_time, name_of, who_of

AT_FIRST = 30
"""So many families stand on the page before somebody asks for more."""
_EVER = datetime(2000, 1, 1, tzinfo=UTC)
TELL = noted("Please tell your eCAF support, who can see why.")


@dataclass(frozen=True)
class HomeReader:
    """Who reads the home page: her first name, her authority's name, and how long ended checklists are kept here."""

    first_name: str
    authority: str
    kept_days: int


COPY = noted(
    "Your authority has noticed that this place was brought back from a backup, or stands on two laptops. What you "
    "finished is safe here and was not sent. Please ask your eCAF support before you go on."
)
"""What stands where something waits, once the endpoint has noticed a copy: nothing goes by itself any more."""


@dataclass(frozen=True)
class HomeFacts:
    """What the home page is made from, read in one transaction.

    ``rows`` are the children last worked on, ``is_all`` says whether there are no others; ``others`` are further
    children of whom something else on the page speaks; ``agreed`` are the episodes that were agreed to be started.
    """

    rows: tuple[ChildRow, ...]
    where: Mapping[EpisodeId, Whereabouts]
    last: LastPlace | None
    page_title: str
    waiting: Unsent
    due: tuple[DueRow, ...]
    ended: tuple[ChildRow, ...]
    is_copy: bool = False
    lost: tuple[Lost, ...] = ()
    lease: LeaseStanding = LeaseStanding.NONE
    others: tuple[ChildRow, ...] = ()
    is_all: bool = True
    worries: tuple[Draft, ...] = ()
    agreed: frozenset[EpisodeId] = frozenset()
    lapses: Mapping[str, date] = field(default_factory=dict)


@dataclass(frozen=True)
class HomeSpan:
    """How much the home page shows: so many ``families``, what is due until a day, what ended since a time."""

    due_until: date
    families: int = AT_FIRST
    ended_since: datetime = _EVER


def read_home(tx: Transaction, workplace: Workplace, span: HomeSpan, *, again: bool = False) -> HomeFacts:
    """Read what the home page shows.

    The look is written into the audit, but not when the same page is shown again.
    """
    if not again:
        audit.write(tx, Act.LISTED, "", workplace.clock.now(), "home")
    found = children.newest(tx, span.families + 1)
    rows = tuple(found[: span.families])
    last, due_rows, worries = drafts.last_place(tx), tuple(due.until(tx, span.due_until)), tuple(open_worries(tx))
    spoken_of = {one.episode for one in due_rows} | {one.episode for one in worries}
    spoken_of |= {last.episode} if last is not None else set()
    others = _others(tx, rows, spoken_of)
    return HomeFacts(
        rows=rows,
        where=whereabouts_of(tx, [row.episode for row in (*rows, *others) if row.episode and row.finished]),
        last=last,
        page_title=_title(tx, workplace, last),
        waiting=unsent(tx),
        due=due_rows,
        ended=tuple(children.ended_since(tx, stored(span.ended_since))),
        is_copy=is_noticed_as_copy(tx),
        lost=lost_work(tx),
        lease=lease_standing(tx, workplace.clock),
        others=others,
        is_all=len(found) <= span.families,
        worries=worries,
        lapses=what_lapses(tx, workplace.clock),
        agreed=records.episodes_with(tx, RecordKind.START, [row.episode for row in rows if row.episode]),
    )


def look_at_home(bench: Bench, families: int, *, again: bool = False) -> HomeFacts:
    """Read the home page with so many families, as the authority's policy has it; see ``read_home``."""
    workplace, policy, now = bench.workplace, bench.policy, bench.workplace.clock.now()
    span = HomeSpan(
        now.astimezone().date() + timedelta(days=policy.due_soon_days),
        families,
        now - timedelta(days=policy.checklist_kept_days + 1),
    )
    return bench.tasks.ask(lambda tx: read_home(tx, workplace, span, again=again))


def home_of(bench: Bench, facts: HomeFacts, status: SyncStatus, keys: str) -> HomeState:
    """Return the home page of whoever works here, in words."""
    workplace = bench.workplace
    first, authority = workplace.worker.name.split(" ")[0], workplace.directory.directory.name
    who = HomeReader(first, authority, bench.policy.checklist_kept_days)
    return home_state(facts, who, workplace.clock.now().astimezone().date(), status, keys)


def _others(tx: Transaction, rows: Sequence[ChildRow], spoken_of: set[EpisodeId]) -> tuple[ChildRow, ...]:
    """Return the children who are not among the rows, and of whom the page speaks: what is due, and what went well."""
    news = {one for one in (openings.last_opened(tx), last_received(tx)) if one is not None}
    wanted = (spoken_of | news) - {row.episode for row in rows}
    return tuple(children.of_episodes(tx, wanted))


def _title(tx: Transaction, workplace: Workplace, last: LastPlace | None) -> str:
    form = _form_of(tx, workplace, last) if last is not None else None
    if form is None or last is None:
        return ""
    return title_at(form, last.place.path)


def step_of(tx: Transaction, workplace: Workplace, last: LastPlace) -> str:
    """Return the step of its record that a last place is on; empty where no page has it."""
    draft, form = drafts.get(tx, last.draft), _form_of(tx, workplace, last)
    return step_at(draft.kind, form, last.place.path, draft.about) if draft is not None and form is not None else ""


def _form_of(tx: Transaction, workplace: Workplace, last: LastPlace) -> FormDefinition | None:
    draft = drafts.get(tx, last.draft)
    return workplace.forms.by_ref(draft.form.url, draft.form.version) if draft is not None else None


def home_state(facts: HomeFacts, who: HomeReader, today: date, status: SyncStatus, keys: str = "") -> HomeState:
    """Return the home page in words; ``keys`` is what is to be seen to about the keys of this place."""
    everybody = (*facts.rows, *facts.others)
    names = {row.episode: name_of(row.summary) for row in everybody if row.episode is not None}
    return HomeState(
        first_name=who.first_name,
        today=day_in_words(today),
        families=tuple(_line(row, facts, today) for row in facts.rows),
        has_more=not facts.is_all,
        carry_on=_carry_on(facts),
        waiting=tr(COPY) if facts.is_copy else waiting_words(status),
        went_well=went_well(facts, who.authority),
        sending=tr(status.words()),
        due=reminders(facts.due, names, today),
        worries=tuple(_worry(one, names) for one in facts.worries),
        ended=tuple(_ended(row, who.kept_days) for row in facts.ended),
        keys=keys,
        lost=" ".join(lost_words(one) for one in facts.lost),
        lapses=lapse_words(facts.lapses),
        out_of_touch=tr(OUT_OF_TOUCH) if facts.lease is LeaseStanding.ENDED else "",
    )


def _worry(worry: Draft, names: Mapping[EpisodeId, str]) -> Reminder:
    since = tr("“Worried now?” was pressed at {when}. What was done about it?").format(
        when=day_and_time(worry.started_at)
    )
    return Reminder(worry.episode, names.get(worry.episode, name_of(ChildSummary())), since)


def _ended(row: ChildRow, kept_days: int) -> Reminder:
    until = row.ended_at.astimezone().date() + timedelta(days=kept_days) if row.ended_at is not None else None
    words = tr("Kept on this laptop until {day}").format(day=day_in_words(until)) if until is not None else ""
    return Reminder(row.episode or "", name_of(row.summary), words)


def _line(row: ChildRow, facts: HomeFacts, today: date) -> FamilyLine:
    episode = row.episode or EpisodeId("")
    due_next = next((one for one in facts.due if one.episode == episode), None)
    following = comes_next(row, has_agreed=episode in facts.agreed, due_next=due_next, today=today)
    return family_line(row, facts.where.get(episode), today, following)


def family_line(row: ChildRow, where: Whereabouts | None, today: date, following: str = "") -> FamilyLine:
    """Return one child's line in words."""
    return FamilyLine(
        episode_id=row.episode or "",
        name=name_of(row.summary),
        age=who_of(row.summary, today),
        next=following or next_words(row),
        where=short_words(where),
        need=" · ".join(part for part in (tr(ALONE) if row.restricted else "", row.summary.communication) if part),
    )


def comes_next(row: ChildRow, *, has_agreed: bool, due_next: DueRow | None, today: date) -> str:
    """Return what comes next with a child; empty where that is said by how far it is."""
    if not has_agreed and not row.finished:
        return tr("Next: ask whether they agree to start")
    if row.draft_changed_at is not None and row.finished:
        return tr("Next: read the new version together and ask again")
    if row.draft_changed_at is not None:
        return tr("Next: go on together, then read it and sign")
    return tr("Next: {when}").format(when=due_words(due_next, today)) if due_next is not None else ""


def next_words(row: ChildRow) -> str:
    """Return how far the work with a child is, in words."""
    if row.draft_changed_at is not None:
        return tr("Being written")
    return tr("Finished") if row.finished else tr("Just started")


def _carry_on(facts: HomeFacts) -> CarryOn | None:
    if facts.last is None:
        return None
    child = next((row for row in (*facts.rows, *facts.others) if row.child == facts.last.child), None)
    if child is None:
        return None
    return CarryOn(
        name_of(child.summary), facts.page_title, tr("Saved at {when}").format(when=day_and_time(facts.last.at))
    )


def waiting_words(status: SyncStatus) -> str:
    """Say what to do about what could not be sent, or that nothing need be done; nothing where nothing waits."""
    if status.set_aside:
        return tr("What could not be sent is safe on this laptop. {tell}").format(tell=tr(TELL))
    if not status.waiting:
        return ""
    return tr(status.trouble) or tr("It goes by itself when there is a connection.")


def went_well(facts: HomeFacts, authority: str) -> str:
    """Say the newest thing that went well: what somebody wrote was opened, or all of it was received."""
    events = [event for row in (*facts.rows, *facts.others) for event in _events(row, facts.where, authority)]
    return max(events)[1] if events else ""


def _events(row: ChildRow, known: Mapping[EpisodeId, Whereabouts], authority: str) -> Iterator[tuple[datetime, str]]:
    where = known.get(row.episode) if row.episode is not None else None
    if where is None:
        return
    name = name_of(row.summary)
    for one in where.openings:
        yield one.at, tr("{by} has opened what you wrote about {name}.").format(by=one.by, name=name)
    times = [envelope.received_at for envelope in where.envelopes if envelope.received_at is not None]
    if where.all_received and times:
        yield (
            max(times),
            tr("{authority} received what you wrote about {name}, at {when}.").format(
                authority=authority, name=name, when=day_and_time(max(times))
            ),
        )
