"""What a young person who decides alone wants told at home: said line by line, taken back at any time, written down.

Nothing is told by this program: it makes a paper of just these lines, when the young person says yes to it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.answers import Answers
from app.domain.ids import EpisodeId
from app.domain.lifting import as_told
from app.domain.record import FinishedRecord
from app.domain.sharing import NotAgreed, denied_at_home, lines_to_name
from app.errors import Trouble
from app.forms.definition import FormDefinition
from app.operations.copies import agreed_version_of
from app.operations.leaving import Leave, Paper, Way
from app.operations.workplace import Workplace
from app.storage import audit, episodes, told_at_home
from app.storage.audit import Act
from app.storage.database import Transaction


class NothingToTell(Trouble):
    """There is nobody to be told, or no line that may be."""

    def __init__(self) -> None:
        super().__init__(
            "It is not said yet who may be told, or what.",
            "Nothing was printed.",
            "Please write who it is, and tick each line together.",
        )


@dataclass(frozen=True)
class ToTell:
    """The lines there are to choose from, those nobody at home is shown by default, and who may be told which."""

    form: FormDefinition
    answers: Answers
    closed: frozenset[str]
    told: dict[str, dict[str, date]]


def read_to_tell(tx: Transaction, workplace: Workplace, episode: EpisodeId) -> ToTell | None:
    """Return what there is to tell, the look written down; ``None`` but for a signed record of a young person's own."""
    record = _their_own(tx, episode)
    if record is None:
        return None
    audit.write(tx, Act.VIEWED, episode, workplace.clock.now())
    form = workplace.forms.by_ref(record.statement.form.url, record.statement.form.version)
    told = told_at_home.of_episode(tx, episode)
    return ToTell(form, lines_to_name(record), denied_at_home(record), told)


def let_be_told(tx: Transaction, workplace: Workplace, episode: EpisodeId, person: str, lines: tuple[str, ...]) -> None:
    """Write down which lines one person may be told, in the place of what was said before; none takes it all back.

    Raises ``NothingToTell`` without a name.
    """
    if not person.strip() or _their_own(tx, episode) is None:
        raise NothingToTell
    at = workplace.clock.now()
    told_at_home.set_lines(tx, episode, person.strip(), lines, at.astimezone().date())
    audit.write(tx, Act.LIFTED, episode, at, str(len(lines)))


def print_told(tx: Transaction, workplace: Workplace, episode: EpisodeId, person: str, way: Way) -> bytes:
    """Return a paper with just the lines this person may be told. Raises ``NothingToTell`` where there are none."""
    from app.documents.form_print import form_print  # what lays out pages is heavy, and most days make none

    record, lines = _their_own(tx, episode), told_at_home.of_episode(tx, episode).get(person.strip(), {})
    try:
        view = as_told(record, person, lines.keys()) if record is not None else None
    except NotAgreed:
        view = None
    if record is None or view is None:
        raise NothingToTell
    at = workplace.clock.now()
    audit.write(tx, Act.PRINTED, episode, at, Leave(Paper.TOLD, way).code())
    return form_print(view, workplace.forms.by_ref(record.statement.form.url, record.statement.form.version), at)


def _their_own(tx: Transaction, episode: EpisodeId) -> FinishedRecord | None:
    found, agreed = episodes.get(tx, episode), agreed_version_of(tx, episode)
    return agreed[0] if found is not None and found.restricted and agreed is not None else None
