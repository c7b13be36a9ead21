"""The desk checks a decision to share without agreement: another version, another reader, or a line more is told."""

from __future__ import annotations

from datetime import UTC

import pytest
from sealed_family import MASON, Authority

from app.domain.answers import Answer
from app.domain.record import FinishedRecord, RecordKind
from app.sealing.checks import OpenedRecord, checks_of
from protocol.messages import EnvelopeKind

DECIDED: dict[str, Answer] = {
    "is.ask": "The desk asks.",
    "is.q1": "yes",
    "is.q2": "yes",
    "is.q3": "no",
    "is.q5": "no",
    "is.q7": ("accurate", "minimum", "necessary", "only who needs", "secure", "told the person", "up to date"),
    "is.q8": "share",
    "is.q8.why": "He may not be safe",
    "is.told": "yes",
    "is.to": ("Early help desk",),
    "is.what": ("d2.guidance",),
}


def opened(record: FinishedRecord, *, only: str = "") -> OpenedRecord:
    leaves = tuple(leaf for leaf in record.leaves if leaf.path.startswith(only))
    return OpenedRecord(record.statement, record.signature, leaves, ())


def words(authority: Authority, other: dict[str, Answer], only: str = "d2.guidance") -> list[tuple[str, bool]]:
    laptop = authority.enrol()
    record = laptop.finish(MASON)
    decision = laptop.finish({**DECIDED, "is.about": record.statement.root, **other}, RecordKind.FORM)
    package = (opened(decision), opened(record, only=only))
    checks = checks_of(EnvelopeKind.RELEASED, laptop.certificate, package, UTC)
    return [(check.words, check.ok) for check in checks[2:]]


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority()


def test_a_decision_that_holds_is_told_with_its_reason_and_who_knows(authority: Authority) -> None:
    (why, why_ok), (told, told_ok) = words(authority, {})
    assert why.endswith("on Tuesday 6 October 2026: He may not be safe.")
    assert told == "The family have been told that this was shared."
    assert why_ok
    assert told_ok


@pytest.mark.parametrize(
    ("other", "only", "said"),
    [
        ({"is.about": "ab" * 32}, "d2.guidance", "another version"),
        ({"is.to": ("Ambleton Police",)}, "d2.guidance", "does not name the early help desk"),
        ({}, "", "More came than was decided."),
        ({"is.q8": "do not share"}, "d2.guidance", "does not name the early help desk"),
    ],
    ids=["another version", "another reader", "a line more", "not to share"],
)
def test_what_does_not_hold_is_told_and_nothing_good_is_said(
    authority: Authority, other: dict[str, Answer], only: str, said: str
) -> None:
    ((told, ok),) = words(authority, other, only)
    assert said in told
    assert not ok
