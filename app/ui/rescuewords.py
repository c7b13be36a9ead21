"""What came back of a damaged place and what did not, in words; it names people, and is for the place's owner alone."""

from __future__ import annotations

from app.domain.record import RecordKind
from app.operations.rescuing import LostRecord, Rescue
from app.ui.words import counted, day_and_time

_KINDS = {
    RecordKind.ASSESSMENT.value: "assessment",
    RecordKind.CHECKLIST.value: "checklist",
    RecordKind.START.value: "agreement to start",
    RecordKind.SHARING.value: "agreement to share",
    RecordKind.FORM.value: "form",
    RecordKind.FORM_SHARING.value: "agreement about a form",
    RecordKind.ALSO_AGREED.value: "another signature",
}


def came_back(told: Rescue) -> str:
    """Return what came back, in a sentence or two."""
    given = told.given
    what = [
        _people(given.children),
        counted(given.drafts, "draft"),
        counted(given.records, "finished record"),
        counted(given.notes, "private note"),
    ]
    sealed = f" {counted(told.from_sealed, 'record')} came from a sealed copy." if told.from_sealed else ""
    return f"{', '.join(what[:-1])} and {what[-1]} came back.{sealed}"


def did_not(told: Rescue) -> tuple[str, ...]:
    """Return, a sentence each, what did not come back or has to be looked at; nothing is left out."""
    given, said = told.given, [_lost(one) for one in told.lost]
    if told.may_lack:
        said.append(f"Answers may be missing in what was being written about {_listed(told.may_lack)}.")
    if told.notes_lost:
        said.append("At least one private note could not be read.")
    if given.without_family:
        back = "came back without its own entry" if given.without_family == 1 else "came back without their own entries"
        said.append(f"{_people(given.without_family)} {back}. Please look whether the name is right.")
    if told.sealed_unread:
        said.append(f"{counted(told.sealed_unread, 'sealed copy').replace('copys', 'copies')} could not be read here.")
    if not told.is_enrolled:
        said.append("The keys of this laptop could not be read: you will be asked to join your team again.")
    if not told.is_proved:
        said.append("Nothing shows that every word is as it was. Please read through what came back.")
    if told.damaged_pages:
        said.append(f"{told.damaged_pages} of {counted(told.pages, 'page')} of the database were damaged.")
    return (*said, "Who looked at what until now is written in the damaged place, which stays as it is.")


def _people(number: int) -> str:
    return f"{number} {'child' if number == 1 else 'children'}"


def _lost(one: LostRecord) -> str:
    whose = f" about {one.child}" if one.child else ""
    what = _KINDS.get(one.kind, "record")
    return f"The {what}{whose}, finished at {day_and_time(one.finished_at)}, could not be read."


def _listed(names: tuple[str, ...]) -> str:
    shown = [name or "a child without a name" for name in names]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
