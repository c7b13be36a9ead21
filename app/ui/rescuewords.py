"""What came back of a damaged place and what did not, in words; it names people, and is for the place's owner alone."""

from __future__ import annotations

from app.domain.record import RecordKind
from app.look.speech import noted, tr
from app.operations.rescuing import LostRecord, Rescue
from app.ui.counting import counted
from app.ui.words import day_and_time

_KINDS = {
    RecordKind.ASSESSMENT.value: noted("assessment"),
    RecordKind.CHECKLIST.value: "checklist",
    RecordKind.START.value: noted("agreement to start"),
    RecordKind.SHARING.value: noted("agreement to share"),
    RecordKind.FORM.value: noted("form"),
    RecordKind.FORM_SHARING.value: noted("agreement about a form"),
    RecordKind.ALSO_AGREED.value: noted("another signature"),
}

_RECORD = noted("record")

_RECORD = noted("record")

_RECORD = noted("record")

_RECORD = noted("record")

_RECORD = noted("record")

_RECORD = noted("record")

_RECORD = noted("record")


def came_back(told: Rescue) -> str:
    """Return what came back, in a sentence or two."""
    given = told.given
    what = [
        counted(given.children, "child"),
        counted(given.drafts, "draft"),
        counted(given.records, "finished record"),
        counted(given.notes, "private note"),
    ]
    sealed = counted(told.from_sealed, "record") if told.from_sealed else ""
    whole = tr("{names} and {what} came back.").format(names=", ".join(what[:-1]), what=what[-1])
    return f"{whole} {tr('{count} came from a sealed copy.').format(count=sealed)}" if sealed else whole


def did_not(told: Rescue) -> tuple[str, ...]:
    """Return, a sentence each, what did not come back or has to be looked at; nothing is left out."""
    given, said = told.given, [_lost(one) for one in told.lost]
    if told.may_lack:
        said.append(
            tr("Answers may be missing in what was being written about {names}.").format(names=_listed(told.may_lack))
        )
    if told.notes_lost:
        said.append(tr("At least one private note could not be read."))
    if given.without_family == 1:
        said.append(tr("1 child came back without its own entry. Please look whether the name is right."))
    elif given.without_family:
        many = tr("{number} children came back without their own entries. Please look whether the name is right.")
        said.append(many.format(number=given.without_family))
    if told.sealed_unread:
        unread = counted(told.sealed_unread, "sealed copy")
        said.append(tr("{count} could not be read here.").format(count=unread))
    if not told.is_enrolled:
        said.append(tr("The keys of this laptop could not be read: you will be asked to join your team again."))
    if not told.is_proved:
        said.append(tr("Nothing shows that every word is as it was. Please read through what came back."))
    if told.damaged_pages:
        said.append(
            tr("{damaged_pages} of {count} of the database were damaged.").format(
                damaged_pages=told.damaged_pages, count=counted(told.pages, "page")
            )
        )
    return (*said, tr("Who looked at what until now is written in the damaged place, which stays as it is."))


def _lost(one: LostRecord) -> str:
    what, when = tr(_KINDS.get(one.kind, _RECORD)), day_and_time(one.finished_at)
    if not one.child:
        return tr("The {what}, finished at {when}, could not be read.").format(what=what, when=when)
    whole = tr("The {what} about {child}, finished at {when}, could not be read.")
    return whole.format(what=what, child=one.child, when=when)


def _listed(names: tuple[str, ...]) -> str:
    shown = [name or tr("a child without a name") for name in names]
    return (
        shown[0] if len(shown) == 1 else tr("{names} and {shown}").format(names=", ".join(shown[:-1]), shown=shown[-1])
    )
