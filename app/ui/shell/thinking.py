"""What there is to think about on a page, for the worker: sentences that stop nobody, and are gone when heeded."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.rules import Concern
from app.look.kit import Notice

_TITLE = "Worth a thought"


class Thoughts(Notice):
    """The sentences of the rules that have something to say about what is written; nothing, and it is not there."""

    def __init__(self) -> None:
        super().__init__("info", _TITLE)
        self.setObjectName("thoughts")
        self.hide()

    def show_concerns(self, concerns: Iterable[Concern]) -> None:
        """Show one line for each."""
        sentences = [concern.sentence for concern in concerns]
        self.say(_TITLE, "\n".join(sentences))
        self.setVisible(bool(sentences))
