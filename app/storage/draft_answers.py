"""The answers of drafts and what they said before; a word that was kept once is not lost by typing over it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.domain.answers import Answer, from_json, is_blank, to_json
from app.domain.ids import DraftId, EpisodeId
from app.storage.database import Transaction
from app.storage.moments import moment, stored

_PAUSE = timedelta(seconds=60)
_ADD = "INSERT INTO draft_answers VALUES (?, ?, ?)"
_SET = "UPDATE draft_answers SET answer = ? WHERE draft = ? AND path = ?"


@dataclass(frozen=True)
class Overwritten:
    """What an answer said before it was changed at ``at``."""

    path: str
    answer: Answer
    at: datetime


def answers(tx: Transaction, draft: DraftId) -> dict[str, Answer]:
    """Return a draft's answers by their path."""
    rows = tx.all("SELECT path, answer FROM draft_answers WHERE draft = ?", (draft,))
    return {row["path"]: _answer(row["answer"]) for row in rows}


def history(tx: Transaction, draft: DraftId, path: str) -> list[Overwritten]:
    """Return what the answer at ``path`` said before, newest first."""
    rows = tx.all("SELECT * FROM answer_history WHERE draft = ? AND path = ? ORDER BY n DESC", (draft, path))
    return [Overwritten(row["path"], _answer(row["answer"]), moment(row["at"])) for row in rows]


def recent(tx: Transaction, episode: EpisodeId, most: int) -> list[tuple[DraftId, Overwritten]]:
    """Return what answers of an episode's drafts said before, the newest first, at most so many."""
    newest = (
        "SELECT n FROM answer_history WHERE draft IN (SELECT draft FROM drafts WHERE episode = ?)"
        " ORDER BY n DESC LIMIT ?"
    )
    rows = tx.all(f"SELECT * FROM answer_history WHERE n IN ({newest}) ORDER BY n DESC", (episode, most))  # noqa: S608 -- both parts stand right here
    return [
        (DraftId(row["draft"]), Overwritten(row["path"], _answer(row["answer"]), moment(row["at"]))) for row in rows
    ]


@dataclass(frozen=True)
class Saved:
    """What an answer said when somebody pressed Save at ``at``, on the page of this ``name``."""

    path: str
    answer: Answer
    at: datetime
    name: str


def save_all(tx: Transaction, episode: EpisodeId, name: str, at: datetime) -> None:
    """Keep every answer of an episode's drafts as it is now, but for those that are as they were saved before."""
    newest = (
        "SELECT s.answer FROM saved_answers s WHERE s.draft = a.draft AND s.path = a.path ORDER BY s.n DESC LIMIT 1"
    )
    tx.run(
        "INSERT INTO saved_answers (draft, path, answer, name, at) SELECT a.draft, a.path, a.answer, ?, ?"  # noqa: S608 -- both parts stand right here
        " FROM draft_answers a WHERE a.draft IN (SELECT draft FROM drafts WHERE episode = ?)"
        f" AND a.answer <> coalesce(({newest}), '')",
        (name, stored(at), episode),
    )


def saved(tx: Transaction, draft: DraftId, path: str) -> list[Saved]:
    """Return what the answer at ``path`` said when somebody pressed Save, newest first."""
    rows = tx.all("SELECT * FROM saved_answers WHERE draft = ? AND path = ? ORDER BY n DESC", (draft, path))
    return [Saved(row["path"], _answer(row["answer"]), moment(row["at"]), row["name"]) for row in rows]


def change(tx: Transaction, draft: DraftId, changes: Mapping[str, Answer | None], at: datetime) -> None:
    """Set or clear answers: those in rows first, so that a row taken out with them takes its newest words along."""
    for path in sorted(changes, key=lambda path: "/" not in path):
        old, new = _current(tx, draft, path), changes[path]
        if "/" not in path and isinstance(old, tuple):
            _take_out_rows(tx, draft, path, old, new, at)
        _change_one(tx, draft, path, old, new, at)


def _change_one(  # noqa: PLR0913, PLR0917 -- one change of one answer
    tx: Transaction, draft: DraftId, path: str, old: Answer | None, new: Answer | None, at: datetime
) -> None:
    if old == new and type(old) is type(new):
        return
    if (
        old is not None
        and not _still_there(old, new)
        and (_much_is_gone(old, new) or not _kept_lately(tx, draft, path, at))
    ):
        _remember(tx, draft, path, old, at)
    if new is None:
        tx.run("DELETE FROM draft_answers WHERE draft = ? AND path = ?", (draft, path))
    elif old is None:
        tx.run(_ADD, (draft, path, _text(new)))
    else:
        tx.run(_SET, (_text(new), draft, path))


def _still_there(old: Answer, new: Answer | None) -> bool:
    """Say whether nothing is lost by the change: text that is only typed further, or a blank that said nothing."""
    return is_blank(old) or (isinstance(old, str) and isinstance(new, str) and new.startswith(old))


def _much_is_gone(old: Answer, new: Answer | None) -> bool:
    """Say whether so much goes that it is kept at once; for smaller changes once a minute is enough."""
    if new is None or is_blank(new) or type(old) is not type(new):
        return True
    return isinstance(old, str) and isinstance(new, str) and 2 * len(new) < len(old)


def _kept_lately(tx: Transaction, draft: DraftId, path: str, at: datetime) -> bool:
    row = tx.one("SELECT at FROM answer_history WHERE draft = ? AND path = ? ORDER BY n DESC LIMIT 1", (draft, path))
    return row is not None and abs(at - moment(row["at"])) < _PAUSE


def _take_out_rows(  # noqa: PLR0913, PLR0917 -- as above
    tx: Transaction, draft: DraftId, group: str, old: tuple[str, ...], new: Answer | None, at: datetime
) -> None:
    staying = new if isinstance(new, tuple) else ()
    for row_id in old:
        if row_id not in staying:
            _take_out(tx, draft, f"{group}/{row_id}/", at)


def _take_out(tx: Transaction, draft: DraftId, prefix: str, at: datetime) -> None:
    within = (draft, prefix, prefix[:-1] + "0")  # "0" follows "/": everything that begins with the prefix
    gone = tx.all("SELECT path, answer FROM draft_answers WHERE draft = ? AND path > ? AND path < ?", within)
    for row in gone:
        _remember(tx, draft, row["path"], _answer(row["answer"]), at)
    tx.run("DELETE FROM draft_answers WHERE draft = ? AND path > ? AND path < ?", within)


def forget_row(tx: Transaction, draft: DraftId, group: str, row: str) -> None:
    """Erase a row of a draft with everything it ever said: it belongs to another child's record, or to nobody's."""
    prefix = f"{group}/{row}/"
    within = (draft, prefix, prefix[:-1] + "0")
    tx.run("DELETE FROM draft_answers WHERE draft = ? AND path > ? AND path < ?", within)
    tx.run("DELETE FROM answer_history WHERE draft = ? AND path > ? AND path < ?", within)
    tx.run("DELETE FROM answer_history WHERE draft = ? AND path = ? AND instr(answer, ?)", (draft, group, row))
    listed = _current(tx, draft, group)
    if isinstance(listed, tuple) and row in listed:
        staying = tuple(one for one in listed if one != row)
        tx.run(_SET, (_text(staying), draft, group))


def _remember(tx: Transaction, draft: DraftId, path: str, old: Answer, at: datetime) -> None:
    tx.run(
        "INSERT INTO answer_history (draft, path, answer, at) VALUES (?, ?, ?, ?)",
        (draft, path, _text(old), stored(at)),
    )


def _current(tx: Transaction, draft: DraftId, path: str) -> Answer | None:
    row = tx.one("SELECT answer FROM draft_answers WHERE draft = ? AND path = ?", (draft, path))
    return _answer(row["answer"]) if row else None


def _text(given: Answer) -> str:
    return json.dumps(to_json(given), ensure_ascii=False, separators=(",", ":"))


def _answer(text: str) -> Answer:
    return from_json(json.loads(text))
