"""What stands beside the records of an episode goes along: reasons, quick notes, what was taken back or is done, and
who lives together.


The household of a restricted episode is never said, and nobody of whom one stands here is linked by what comes in.
"""

from __future__ import annotations

from datetime import date, datetime

from app.domain.ids import ChildId, EpisodeId, RecordId, RowId
from app.operations.living_together import open_episode_of
from app.operations.workplace import Workplace
from app.sealing.moved import signed_beside
from app.sealing.wire import (
    Beside,
    SignedBeside,
    WireEpisode,
    WireHousehold,
    WireNote,
    WireReason,
    WireShared,
    WireStep,
    WireTakenBack,
    moment_out,
)
from app.storage import audit, children, episodes, households, quick_notes, reasons, steps_done, withdrawals
from app.storage.audit import Act
from app.storage.database import Transaction
from app.storage.episodes import Episode
from app.storage.households import Member
from app.storage.quick_notes import QuickNote
from app.storage.reasons import Reason
from app.storage.steps_done import StepDone
from app.storage.withdrawals import Withdrawn


def belonging(tx: Transaction, episode: EpisodeId) -> WireEpisode | None:
    """Return where an episode belongs, as it is told to safe keeping alone."""
    found = episodes.get(tx, episode)
    if found is None:
        return None
    return WireEpisode(found.episode, found.child, found.restricted, moment_out(found.opened_at))


def beside_of(tx: Transaction, workplace: Workplace, episode: EpisodeId, *, with_notes: bool) -> SignedBeside | None:
    """Return what stands beside an episode's records, signed by this laptop; ``None`` where nothing does."""
    belongs = belonging(tx, episode)
    whys = tuple(WireReason(one.rule, one.why, moment_out(one.at)) for one in reasons.of_episode(tx, episode))
    notes = tuple(map(_note_out, quick_notes.list_for(tx, episode))) if with_notes else ()
    back = tuple(map(_taken_back_out, withdrawals.of_episode(tx, episode)))
    household = _household_of(tx, episode)
    steps = tuple(map(_step_out, steps_done.of_episode(tx, episode)))
    if belongs is None or not (whys or notes or back or steps or household):
        return None
    at = moment_out(workplace.clock.now())
    said = Beside(workplace.device, at, belongs, whys, notes, back, steps, household)
    return signed_beside(said, workplace.secrets.signing)


def _note_out(one: QuickNote) -> WireNote:
    return WireNote(one.note, moment_out(one.begun_at), one.text, one.sorted_to)


def _taken_back_out(one: Withdrawn) -> WireTakenBack:
    return WireTakenBack(one.record, one.version, one.by, one.agency, one.why, moment_out(one.at))


def _step_out(one: StepDone) -> WireStep:
    return WireStep(one.step, one.on.isoformat(), one.by, moment_out(one.at))


def _household_of(tx: Transaction, episode: EpisodeId) -> WireHousehold | None:
    """Return the household round an episode that others at home may know of."""
    found = episodes.get(tx, episode)
    own = households.of_child(tx, found.child) if found is not None else None
    if own is None or open_episode_of(tx, own.child) != episode:
        return None
    told = {one.child for one in households.members(tx, own.household) if open_episode_of(tx, one.child) is not None}
    shared = tuple(
        WireShared(path, own=child == own.child)
        for path, child in households.every_row(tx, own.household).items()
        if child == own.child or child not in told
    )
    return WireHousehold(own.household, own.row, own.was_known, moment_out(own.joined_at), shared)


def take_beside(tx: Transaction, workplace: Workplace, came: Beside) -> bool:
    """Take in what stands beside an episode's records and say whether any of it was new; what is here already stays."""
    opened = datetime.fromisoformat(came.episode.opened_at)
    belongs = Episode(EpisodeId(came.episode.episode), ChildId(came.episode.child), came.episode.restricted, opened)
    settle_episode(tx, belongs)
    new = [reasons.take_in(tx, belongs.episode, _reason_in(one)) for one in came.reasons]
    new += [quick_notes.take_in(tx, belongs.episode, _note_in(one)) for one in came.notes]
    new += [withdrawals.add(tx, _taken_back_in(one)) for one in came.taken_back]
    new += [steps_done.take_in(tx, belongs.episode, _step_in(one)) for one in came.steps]
    if came.household is not None and open_episode_of(tx, belongs.child) is not None:
        new.append(_link(tx, belongs.child, came.household))
    if any(new):
        audit.write(tx, Act.MOVED_IN, belongs.episode, workplace.clock.now(), why=f"from device {came.device}")
    return any(new)


def _reason_in(one: WireReason) -> Reason:
    return Reason(one.rule, one.why, datetime.fromisoformat(one.at))


def _note_in(one: WireNote) -> QuickNote:
    return QuickNote(one.note, datetime.fromisoformat(one.begun_at), one.text, one.sorted_to)


def _taken_back_in(one: WireTakenBack) -> Withdrawn:
    at = datetime.fromisoformat(one.at)
    return Withdrawn(RecordId(one.record), one.by, one.agency, one.version, one.why, at)


def _step_in(one: WireStep) -> StepDone:
    return StepDone(RowId(one.step), date.fromisoformat(one.on), one.by, datetime.fromisoformat(one.at))


def _link(tx: Transaction, child: ChildId, said: WireHousehold) -> bool:
    if (here := households.of_child(tx, child)) is not None and here.household != said.household:
        return False
    if here is None:
        at = datetime.fromisoformat(said.joined_at)
        households.take_in(tx, Member(child, said.household, RowId(said.row), said.was_known, at))
    for row in said.shared:
        households.take_in_row(tx, said.household, row.path, child if row.own else None)
    return here is None


def settle_episode(tx: Transaction, episode: Episode) -> None:
    """Have an episode here. One that is restricted anywhere is restricted here: nothing that comes in opens it."""
    here = episodes.get(tx, episode.episode)
    if here is not None:
        if episode.restricted and not here.restricted:
            episodes.set_restricted(tx, episode.episode, restricted=True)
        return
    if children.get(tx, episode.child) is None:
        children.add(tx, episode.child, episode.opened_at)
    episodes.take_in(tx, episode)
