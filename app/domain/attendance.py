"""Attendance as a register counts it, worked out as a share and said in words; nobody is judged by it here."""

from __future__ import annotations

from app.domain.answers import Answers

_PLACE = "id.attend"
POSSIBLE, ATTENDED, LATE, SAID = (f"{_PLACE}.{cell}" for cell in ("possible", "attended", "late", "said"))
COUNTED = frozenset({POSSIBLE, ATTENDED, LATE})
TOO_MANY = "Please look again: there cannot be more than were possible."


def worked_out(answers: Answers) -> str | None:
    """Return the share in words, such as ``72 of 120 sessions: 60.0%. Late 22 times.``; ``None`` while it lacks one."""
    possible, attended, late = _counted(answers)
    if not possible or attended is None or cannot_be(answers):
        return None
    tenths = (attended * 2000 + possible) // (possible * 2)
    share = f"{attended} of {possible} sessions: {tenths // 10}.{tenths % 10}%."
    return share if late is None else f"{share} {_late(late)}"


def with_share(answers: Answers) -> Answers:
    """Return the answers as a page shows them: where the numbers cannot be, it says so; nobody signs that."""
    return {**answers, SAID: TOO_MANY} if cannot_be(answers) else answers


def cannot_be(answers: Answers) -> bool:
    """Say whether the numbers cannot be: somebody was there more often than possible, or late more often than there."""
    possible, attended, late = _counted(answers)
    too_often = possible is not None and attended is not None and attended > possible
    return too_often or (attended is not None and late is not None and late > attended)


def _counted(answers: Answers) -> tuple[int | None, int | None, int | None]:
    return _count(answers, POSSIBLE), _count(answers, ATTENDED), _count(answers, LATE)


def _late(times: int) -> str:
    return {0: "Never late.", 1: "Late once."}.get(times, f"Late {times} times.")


def _count(answers: Answers, path: str) -> int | None:
    given = answers.get(path)
    return given if isinstance(given, int) and not isinstance(given, bool) and given >= 0 else None
