"""The version a family agreed to, as its author reads it again; nothing on this page can be changed."""

from __future__ import annotations

from app.domain.answers import text_of
from app.domain.record import FinishedRecord
from app.look.speech import tr
from app.operations.workplace import Workplace
from app.ui.days import day_in_words
from app.ui.finishing.seen import who_sees
from app.ui.states import CheckLine, Reading
from app.ui.words import reading_of


def agreed_reading(workplace: Workplace, record: FinishedRecord, sharing: FinishedRecord) -> Reading:
    """Return the agreed version in words: what it says, who agreed to it and when, and who may see it."""
    statement = record.statement
    form = workplace.forms.by_ref(statement.form.url, statement.form.version)
    day = day_in_words(sharing.statement.finished_at.astimezone().date())
    signer = text_of(sharing.answers, "c2.signer")
    return Reading(
        title=tr("What was agreed"),
        meta=tr("Version {version}, by {name}").format(version=statement.version, name=statement.author.name),
        checks=(
            CheckLine(
                tr("Agreed to by {signer} on {day}, for exactly this version.").format(signer=signer, day=day),
                good=True,
            ),
        ),
        may_see=who_sees(sharing.answers),
        sections=reading_of(form, record.answers),
    )
