"""What somebody did to the answers of one open record, step by step, to be taken back and done again; in memory alone.

Typing is gathered into bursts: not letter by letter, and not a page at once. Nothing here knows a screen or a clock.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from itertools import takewhile

from app.domain.answers import Answer
from app.domain.ids import DraftId

MOST_STEPS = 500
PAUSE_SECONDS = 1.5
"""After a pause so long, what is typed next is a step of its own."""
BURST_SECONDS = 15.0
"""No burst is longer, however fast somebody types."""
AT_ONCE = 40
"""So many letters more or less at once were pasted, dictated or cut: that is a step of its own."""
DONE = "done:"
"""A page said to be done is kept as an answer of yes at ``done:`` and the page's id."""


@dataclass(frozen=True)
class Change:
    """One answer before and after; ``None`` for no answer."""

    draft: DraftId
    path: str
    before: Answer | None
    after: Answer | None

    @property
    def place(self) -> tuple[DraftId, str]:
        """Where it happened."""
        return self.draft, self.path

    def turned(self) -> Change:
        """Return the change that takes this one back."""
        return replace(self, before=self.after, after=self.before)


@dataclass(frozen=True)
class Step:
    """What is taken back at once: one change, or several that one act made together."""

    changes: tuple[Change, ...]

    @property
    def first(self) -> Change:
        """The change that names the step and tells where to go."""
        return self.changes[0]

    def is_in(self, draft: DraftId) -> bool:
        """Say whether any of it was done in a draft."""
        return any(change.draft == draft for change in self.changes)

    def turned(self) -> Step:
        """Return the step that takes this one back."""
        return Step(tuple(change.turned() for change in reversed(self.changes)))


class Past:
    """The steps behind and, after taking some back, before. ``at`` is any clock's seconds, ``act`` counts acts.

    Changes noted under one number of ``act`` belong to one act: they make one step.
    """

    def __init__(self) -> None:
        self._behind: deque[Step] = deque(maxlen=MOST_STEPS)
        self._before: list[Step] = []
        self._act, self._began, self._last = -1, 0.0, 0.0
        self._is_burst = False

    def remember(self, steps: tuple[Step, ...]) -> None:
        """Begin anew with steps known from before, the oldest first."""
        self._behind = deque(steps, maxlen=MOST_STEPS)
        self._before.clear()
        self.end_burst()

    def note(self, change: Change, at: float, act: int) -> None:
        """Take in a change made by hand; what was taken back before cannot be done again after it."""
        if change.before == change.after and type(change.before) is type(change.after):
            return
        self._before.clear()
        typed = _is_typing(change)
        if (act == self._act and self._behind) or (typed and self._goes_on(change, at)):
            self._behind.append(_together(self._behind.pop(), change))
        else:
            self._behind.append(Step((change,)))
            self._began = at
        self._act, self._last, self._is_burst = act, at, typed

    def forget(self, draft: DraftId) -> None:
        """Let go of every step in a draft that is no more: it was signed."""
        self._behind = deque((step for step in self._behind if not step.is_in(draft)), maxlen=MOST_STEPS)
        self._before = [step for step in self._before if not step.is_in(draft)]
        self.end_burst()

    def can_undo(self) -> bool:
        """Say whether there is a step to take back."""
        return bool(self._behind)

    def can_redo(self) -> bool:
        """Say whether a step that was taken back can be done again."""
        return bool(self._before)

    def undo(self) -> Step | None:
        """Return the changes that take the newest step back, or ``None``."""
        if not self._behind:
            return None
        step = self._behind.pop()
        self._before.append(step)
        self.end_burst()
        return step.turned()

    def redo(self) -> Step | None:
        """Return the changes that do the step taken back last once more, or ``None``."""
        if not self._before:
            return None
        step = self._before.pop()
        self._behind.append(step)
        self.end_burst()
        return step

    def end_burst(self) -> None:
        """Let whatever comes next be a step of its own."""
        self._act, self._is_burst = -1, False

    def _goes_on(self, change: Change, at: float) -> bool:
        if not self._is_burst or not self._behind:
            return False
        last = self._behind[-1].changes[-1]
        in_time = at - self._last < PAUSE_SECONDS and at - self._began < BURST_SECONDS
        return in_time and last.place == change.place and _grows(last) == _grows(change)


def _together(step: Step, change: Change) -> Step:
    """Return a step with one more change; two at one place are one, from the first before to the last after."""
    for number, earlier in enumerate(step.changes):
        if earlier.place == change.place:
            merged = replace(earlier, after=change.after)
            return Step((*step.changes[:number], merged, *step.changes[number + 1 :]))
    return Step((*step.changes, change))


def _is_typing(change: Change) -> bool:
    """Say whether a change is a few letters more or less in a text."""
    before, after = change.before or "", change.after or ""
    return isinstance(before, str) and isinstance(after, str) and abs(len(after) - len(before)) < AT_ONCE


def _grows(change: Change) -> bool:
    return len(str(change.after or "")) >= len(str(change.before or ""))


def caret_after(change: Change) -> int | None:
    """Return where the caret stands once a change of text was made: behind what is new; ``None`` for no text."""
    if not isinstance(change.after, str):
        return None
    before, after = change.before if isinstance(change.before, str) else "", change.after
    caret = len(after) - _alike(before[::-1], after[::-1])
    return max(caret, _alike(before, after)) if len(after) > len(before) else max(caret, 0)


def _alike(one: str, other: str) -> int:
    """Return how many letters two texts have in common from their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
