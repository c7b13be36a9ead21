"""Who may well be the one that agrees or signs, as the record knows them; it offers, and never chooses for anybody."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from app.domain.answers import Answers, is_blank, row_answers, text_of
from app.domain.decision import called

PARENT, CARER, YOUNG_PERSON = "parent", "carer", "young person"
MOST = 4
"""So many are offered; whoever else signs writes their name."""
_PARENTS = frozenset({"mother", "father", "parent", "mum", "mam", "dad"})
_CARERS = frozenset({"foster carer", "guardian", "carer", "grandparent", "step-parent"})


class KnownSigner(NamedTuple):
    """Somebody by name, and as what they agree; ``capacity`` is empty where the record does not say."""

    name: str
    capacity: str


def known_signers(agreed: Answers, record: Answers, *, alone: bool) -> tuple[KnownSigner, ...]:
    """Return who may sign: whoever agreed to start first, then the parents and carers that are named, each once.

    Of a young person who decides ``alone`` nobody else is ever offered, and nobody with whom contact is limited.
    """
    found: dict[str, KnownSigner] = {}
    for one in _young_person(agreed, record) if alone else _grown(agreed, record):
        found.setdefault(called(one.name), one)
    return tuple(found.values())[:MOST]


def capacity_of(name: str, record: Answers) -> str:
    """Return as what somebody of this very name agrees, if the record says who they are to the child; else nothing."""
    known = (one for one in _adults(record) if called(one.name) == called(name))
    return next((one.capacity for one in known if one.capacity), "")


def _young_person(agreed: Answers, record: Answers) -> Iterator[KnownSigner]:
    own = " ".join(filter(None, (text_of(record, "id.given").strip(), text_of(record, "id.family").strip())))
    giver = text_of(agreed, "c1.giver").strip() if text_of(agreed, "c1.capacity") == YOUNG_PERSON else ""
    if giver or own:
        yield KnownSigner(giver or own, YOUNG_PERSON)


def _grown(agreed: Answers, record: Answers) -> Iterator[KnownSigner]:
    if giver := text_of(agreed, "c1.giver").strip():
        yield KnownSigner(giver, text_of(agreed, "c1.capacity"))
    named = [text_of(row, "c1.givers.name") for row in row_answers(agreed, "c1.givers")]
    named += [text_of(row, "pc.name") for row in row_answers(record, "pc") if is_blank(row.get("pc.contact_limits"))]
    yield from (KnownSigner(name.strip(), capacity_of(name, record)) for name in named if name.strip())


def _adults(record: Answers) -> Iterator[KnownSigner]:
    for group, name, relation in (("pc", "pc.name", "pc.rel"), ("fh.people", "fh.people.name", "fh.people.rel")):
        for row in row_answers(record, group):
            yield KnownSigner(text_of(row, name), _as_what(text_of(row, relation)))


def _as_what(relation: str) -> str:
    said = called(relation)
    return PARENT if said in _PARENTS else CARER if said in _CARERS else ""
