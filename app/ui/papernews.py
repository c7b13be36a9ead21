"""What a page says once a paper was saved, shown to be printed, or not made; it never says that a paper is safe."""

from __future__ import annotations

from app.errors import Trouble
from app.look.kit import Notice
from app.ui.finishing.remark import tell_trouble
from app.ui.outside import Outside


class PaperNews:
    """For a page with a notice for troubles and one for what leaves; each piece of news takes the place of the last."""

    _outside: Outside
    _trouble: Notice

    def _hide_news(self) -> None:
        raise NotImplementedError

    def show_saved(self) -> None:
        """Say that it is saved, and what is true of the file from now on."""
        self._hide_news()
        self._outside.tell_saved()

    def show_shown(self) -> None:
        """Say that another program shows it, to be printed."""
        self._hide_news()
        self._outside.tell_shown()

    def show_trouble(self, trouble: Trouble) -> None:
        """Say what happened, what is safe and what to do next."""
        self._hide_news()
        tell_trouble(self._trouble, trouble)
