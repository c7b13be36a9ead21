"""That an assessment is open, about whom; closed ones are emptied of all that names a child."""

from __future__ import annotations

import unicodedata

from sqlalchemy import delete, insert, select

from endpoint.storage.database import Transaction
from endpoint.storage.tables import NOTICES
from protocol.codec import decode, encode
from protocol.notices import Notice, NoticeState, SignedNotice


def find_notice(tx: Transaction, episode: str) -> SignedNotice | None:
    """Return the newest notice of an episode, if there is one."""
    query = select(NOTICES.c.statement).where(NOTICES.c.authority == tx.authority, NOTICES.c.episode == episode)
    found = tx.connection.execute(query).scalar_one_or_none()
    return decode(found, SignedNotice) if found is not None else None


def keep_notice(tx: Transaction, signed: SignedNotice) -> None:
    """Keep a notice in the place of the episode's one before."""
    notice = signed.notice
    tx.connection.execute(
        delete(NOTICES).where(NOTICES.c.authority == tx.authority, NOTICES.c.episode == notice.episode)
    )
    row = {"authority": tx.authority, "episode": notice.episode, "device": notice.device, "n": notice.n}
    tx.connection.execute(insert(NOTICES), {**row, "about": about(notice), "statement": encode(signed)})


def about(notice: Notice) -> str:
    """Return what two notices of one child have in common: name without accents or case, and birth date.

    Empty, which is like nothing, for one that is closed or names nobody.
    """
    name = f"{_plain(notice.given)} {_plain(notice.family)}"
    return f"{name} {notice.born}" if notice.state is NoticeState.OPEN and name.strip() else ""


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name).casefold()
    return "".join(letter for letter in letters if letter.isalnum())
