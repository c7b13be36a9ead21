"""Says whose the line is that somebody writes in, from the bar above the questions; it changes no word of the line."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.domain.ids import DraftId
from app.domain.voices import Voice
from app.forms.view import FormView
from app.operations.opendrafts import OpenDraft
from app.ui.shell.othersteps import FormStep
from app.ui.shell.voicebar import VoiceBar, names_in
from app.ui.shell.writing import Writing


class Voicing(QObject):
    """One bar for each draft. Signals: ``earlier_wanted(OpenDraft, str)`` to see what an answer said before."""

    earlier_wanted = Signal(object, str)

    def __init__(self, writing: Writing) -> None:
        super().__init__()
        self._writing = writing
        self._bars: dict[DraftId, VoiceBar] = {}

    def bar(self, draft: OpenDraft, view: FormView) -> VoiceBar:
        """Return the bar for a draft, which marks lines in its view."""
        bar = self._bars[draft.draft] = VoiceBar()
        bar.chosen.connect(lambda voice, who: self._say_whose(view, voice, who))
        bar.next_requested.connect(lambda: self._say_whose(view, Voice.SAID, bar.names))
        bar.earlier_requested.connect(lambda: self._show_earlier(draft, view))
        return bar

    def show(self, step: FormStep, view: FormView) -> None:
        """Offer to say whose a line is where there is room for words, but not where the child is registered."""
        bar = self._bars.get(step.draft.draft)
        if bar is not None:
            bar.show_names(names_in(step.draft.answers))
            bar.setVisible(not step.step.startswith("id") and view.text_in_use() is not None)

    def forget(self) -> None:
        """Let go of the bars of a family that was closed."""
        self._bars.clear()

    def _say_whose(self, view: FormView, voice: Voice, who: str | tuple[str, ...]) -> None:
        box = view.text_in_use()
        if box is not None:
            self._writing.begin_step()
            box.mark(voice, who if isinstance(who, str) else box.next_of(who))
            self._writing.begin_step()

    def _show_earlier(self, draft: OpenDraft, view: FormView) -> None:
        box = view.text_in_use()
        if box is not None:
            self.earlier_wanted.emit(draft, box.path)
