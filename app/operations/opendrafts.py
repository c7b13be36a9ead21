"""A draft while somebody writes in it; what stands here goes to disk through the autosave and in no other way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.domain.answers import Answer
from app.domain.ids import DraftId
from app.forms.definition import FormDefinition
from app.storage.drafts import Place


@dataclass
class OpenDraft:
    """A draft as it is being written: its answers change as somebody types, and go to disk through the autosave."""

    draft: DraftId
    form: FormDefinition
    answers: dict[str, Answer]
    done: set[str]
    place: Place | None
    changed_at: datetime
