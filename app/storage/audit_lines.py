"""Reading the audit for people: whose line it is, what it is about, and nothing that anybody wrote in a record."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from app.domain.ids import ChildId, EpisodeId
from app.storage.database import Row, Transaction
from app.storage.moments import moment, stored


@dataclass(frozen=True)
class AuditLine:
    """One line. ``episode`` is what it is about, empty where that is nobody's record, or is not known any more.

    ``by`` is empty for what was done in this vault, and a name where somebody else opened what was sent to them.
    """

    at: datetime
    act: str
    object: str
    why: str
    episode: str
    by: str = ""


@dataclass(frozen=True)
class Known:
    """One episode that lines can be about: whose it is. ``child`` is empty for what came to the desk from others."""

    episode: EpisodeId
    child: ChildId | None
    name: str
    restricted: bool


_LINES = """
SELECT at, act, object, why, about FROM audit
WHERE (:episodes IS NULL OR about IN (SELECT value FROM json_each(:episodes))
       OR (about = '' AND object IN (SELECT value FROM json_each(:objects))))
  AND at >= :since AND at < :until
ORDER BY n DESC LIMIT :limit
"""
_OPENINGS = """
SELECT openings.at, openings.by, openings.record, records.episode FROM openings JOIN records USING (record, version)
WHERE (:episodes IS NULL OR records.episode IN (SELECT value FROM json_each(:episodes)))
  AND openings.at >= :since AND openings.at < :until
ORDER BY openings.at DESC LIMIT :limit
"""
_OBJECTS = """
WITH own AS (SELECT value AS episode FROM json_each(:episodes))
SELECT episode AS id FROM own
UNION SELECT draft FROM drafts JOIN own USING (episode)
UNION SELECT record FROM records JOIN own USING (episode)
UNION SELECT envelope FROM outbox JOIN records USING (record, version) JOIN own USING (episode)
UNION SELECT envelope FROM inbox JOIN own USING (episode)
UNION SELECT record FROM inbox JOIN own USING (episode)
"""
_KNOWN = """
SELECT episode, child, restricted, given, family, likes_to_be_called FROM episodes JOIN children USING (child)
ORDER BY opened_at
"""


def lines(
    tx: Transaction,
    *,
    episodes: Collection[str] | None = None,
    objects: Collection[str] = (),
    day: date | None = None,
    limit: int = -1,
) -> list[AuditLine]:
    """Return what was done, newest first: about these episodes or these objects, on this local day.

    ``None`` stands for every episode and every day, a ``limit`` of -1 for all there is.
    """
    since, until = _span(day)
    wanted: dict[str, object] = {"since": since, "until": until, "limit": limit}
    wanted["episodes"] = None if episodes is None else json.dumps(sorted(episodes))
    wanted["objects"] = json.dumps(sorted({*objects, *(_objects_of(tx, episodes) if episodes else ())}))
    found = [_line(row) for row in tx.all(_LINES, wanted)]
    del wanted["objects"]
    found += [_opening(row) for row in tx.all(_OPENINGS, wanted)]
    newest = sorted(found, key=lambda line: line.at, reverse=True)
    return newest if limit < 0 else newest[:limit]


def known_episodes(tx: Transaction) -> list[Known]:
    """Return every episode that is here, and those of which something came to the desk."""
    own = [
        Known(EpisodeId(row["episode"]), ChildId(row["child"]), _name(row), bool(row["restricted"]))
        for row in tx.all(_KNOWN)
    ]
    came = tx.all("SELECT episode, max(child_name) AS name, max(restricted) AS restricted FROM inbox GROUP BY episode")
    here = {one.episode for one in own}
    return own + [
        Known(EpisodeId(row["episode"]), None, "" if row["restricted"] else row["name"], bool(row["restricted"]))
        for row in came
        if row["episode"] not in here
    ]


def _objects_of(tx: Transaction, episodes: Collection[str]) -> set[str]:
    """Return all ids that belong to these episodes: lines from before they said what they are about name only those."""
    return {row["id"] for row in tx.all(_OBJECTS, {"episodes": json.dumps(sorted(episodes))})}


def _span(day: date | None) -> tuple[str, str]:
    if day is None:
        return "", "~"
    start = datetime.combine(day, time()).astimezone()
    end = datetime.combine(day + timedelta(days=1), time()).astimezone()
    return stored(start), stored(end)


def _line(row: Row) -> AuditLine:
    return AuditLine(moment(row["at"]), row["act"], row["object"], row["why"], row["about"])


def _opening(row: Row) -> AuditLine:
    return AuditLine(moment(row["at"]), "opened", row["record"], "", row["episode"], row["by"])


def _name(row: Row) -> str:
    return " ".join(part for part in (row["likes_to_be_called"] or row["given"], row["family"]) if part)


def people(tx: Transaction) -> list[str]:
    """Return everybody who opened what was sent from here, by name."""
    return [row["by"] for row in tx.all("SELECT DISTINCT by FROM openings ORDER BY by")]


def days(tx: Transaction) -> list[date]:
    """Return the local days on which anything was done, newest first."""
    hours = tx.all("SELECT DISTINCT substr(at, 1, 13) AS hour FROM audit")
    return sorted({moment(f"{row['hour']}:00:00+00:00").astimezone().date() for row in hours}, reverse=True)


def last_time(tx: Transaction, act: str, since: datetime) -> datetime | None:
    """Return when something was last done, at a time or after it; None where it was not."""
    row = tx.one("SELECT max(at) AS at FROM audit WHERE act = ? AND at >= ?", (act, stored(since)))
    return moment(row["at"]) if row and row["at"] else None
