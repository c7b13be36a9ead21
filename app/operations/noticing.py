"""Telling the authority that an assessment is open, with what the family read beforehand and no word more.

Nothing of what was written, no service and no address is in it; there is none where a young person decides alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.ids import EpisodeId
from app.domain.people import Role
from app.domain.record import RecordKind
from app.errors import Trouble
from app.operations.workplace import Workplace
from app.storage import audit, children, episodes, notices, records
from app.storage.audit import Act
from app.storage.children import ChildSummary
from app.storage.database import Transaction
from app.storage.notices import KeptNotice
from protocol.childindex import FoundOut, GoesOn, SettledHow
from protocol.codec import decode, encode
from protocol.notices import Another, Notice, NoticeState, SignedNotice
from protocol.statements import Kind, sign


class Elsewhere(StrEnum):
    """What is known of another open assessment of a child: asked of nobody, asked and not heard, or what was heard.

    ``SETTLED`` is one of which a coordinator has found out how it stands.
    """

    NOT_ASKED = "not asked"
    NOT_CHECKED = "not checked"
    NOT_HELD = "not held"
    HELD = "held"
    SETTLED = "settled"


@dataclass(frozen=True)
class WhatGoes:
    """The whole of what a notice would say of a child, and nothing else goes."""

    given: str
    family: str
    born: str


@dataclass(frozen=True)
class ToldElsewhere:
    """Where asking stands. ``at`` is when that was so: the answer's time, or when the family had read it.

    ``found`` is how it was settled, where a coordinator did that, ``at`` then.
    """

    elsewhere: Elsewhere = Elsewhere.NOT_ASKED
    at: datetime | None = None
    found: FoundOut | None = None

    @property
    def is_open(self) -> bool:
        """Say whether another one is still in the way: nobody settled it, the family said no, or it is to go on."""
        found = self.found
        if found is None:
            return self.elsewhere is Elsewhere.HELD
        goes_on = found.how is SettledHow.JOINED and found.goes_on is not GoesOn.OTHER
        return not (goes_on or found.how is SettledHow.DIFFERENT)


class NothingToTell(Trouble):
    """There is nothing that may be told about this child."""

    def __init__(self) -> None:
        super().__init__(
            "There is nothing to ask about this child yet.",
            "Nothing was sent.",
            "It needs both names, the date of birth, and the family’s yes to begin.",
        )


def hears_held(workplace: Workplace) -> bool:
    """Say whether this is a desk that is told of second assessments."""
    return workplace.worker.role is Role.COORDINATOR and workplace.policy.tells_of_open_assessments


def what_goes(tx: Transaction, workplace: Workplace, episode: EpisodeId) -> WhatGoes | None:
    """Return what a notice would say; None where the authority wants none, or there may be none."""
    found = episodes.get(tx, episode)
    if found is None or found.restricted or not workplace.policy.tells_of_open_assessments:
        return None
    row = children.get(tx, found.child)
    if row is None or not records.episodes_with(tx, RecordKind.START, [episode]):
        return None
    return _of(row.summary)


def _of(child: ChildSummary) -> WhatGoes | None:
    if child.born is None or not child.given.strip() or not child.family.strip():
        return None
    return WhatGoes(child.given.strip(), child.family.strip(), child.born.isoformat())


def tell(tx: Transaction, workplace: Workplace, episode: EpisodeId, read: WhatGoes) -> None:
    """Queue the notice that the family has read. Raises ``NothingToTell`` where that is not what would go now."""
    goes = what_goes(tx, workplace, episode)
    if goes is None or goes != read:
        raise NothingToTell
    at = workplace.clock.now()
    signed = _signed(tx, workplace, episode, NoticeState.OPEN, goes)
    notices.keep(tx, episode, KeptNotice(signed, at))
    audit.write(tx, Act.TOLD, episode, at, NoticeState.OPEN.value)


def take_back_notices(tx: Transaction, workplace: Workplace, told: Iterable[EpisodeId]) -> None:
    """Have the endpoint forget these children, where it was told of them: what was kept here of it goes at once."""
    for episode in told:
        kept = notices.get(tx, episode)
        if kept is not None and _notice_in(kept).state is NoticeState.OPEN:
            at = workplace.clock.now()
            signed = _signed(tx, workplace, episode, NoticeState.CLOSED, WhatGoes("", "", ""))
            notices.keep(tx, episode, KeptNotice(signed, at))
            audit.write(tx, Act.TOLD, episode, at, NoticeState.CLOSED.value)


def _signed(tx: Transaction, workplace: Workplace, episode: EpisodeId, state: NoticeState, goes: WhatGoes) -> str:
    kept = notices.get(tx, episode)
    n = _notice_in(kept).n + 1 if kept is not None else 1
    said = Notice(episode, workplace.device, n, state, goes.given, goes.family, goes.born, "")
    return encode(SignedNotice(said, sign(Kind.NOTICE, said, workplace.secrets.signing))).decode()


def _notice_in(kept: KeptNotice) -> Notice:
    return decode(kept.signed.encode(), SignedNotice).notice


def told_elsewhere(tx: Transaction, episode: EpisodeId) -> ToldElsewhere:
    """Return where asking stands; without a connection it is "not checked", and never "none"."""
    kept = notices.get(tx, episode)
    if kept is None or _notice_in(kept).state is NoticeState.CLOSED:
        return ToldElsewhere()
    if not kept.another:
        return ToldElsewhere(Elsewhere.NOT_CHECKED, kept.told_at)
    if kept.another != Another.HELD:
        return ToldElsewhere(Elsewhere.NOT_HELD, kept.asked_at)
    if not kept.found:
        return ToldElsewhere(Elsewhere.HELD, kept.asked_at)
    found = decode(kept.found.encode(), FoundOut)
    return ToldElsewhere(Elsewhere.SETTLED, datetime.fromisoformat(found.settled_at), found)
