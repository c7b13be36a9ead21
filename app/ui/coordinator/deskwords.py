"""What the coordinator's pages show of what came: in words, and never more than the family released."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.domain.agreement import choices_in
from app.domain.answers import text_of
from app.domain.record import RecordKind
from app.forms.definition import FormDefinition
from app.look.speech import noted, tr
from app.look.text import apart
from app.operations.desk import Read, under
from app.operations.workplace import Workplace
from app.storage import audit, erased, inbox, later_signatures
from app.storage.audit import Act
from app.storage.database import Transaction
from app.storage.inbox import InboxRow
from app.storage.later_signatures import LaterSignature
from app.sync.fetching import name_sent
from app.sync.noticing import held_episodes
from app.ui.days import day_in_words
from app.ui.states import CheckLine, InboxLine, InboxState, Reading, ReadSection
from app.ui.words import day_and_time, reading_of

YOUNG_PERSON = noted("A young person")
"""What a list says in the place of a name, where the young person decides alone."""
NAME_NOT_SENT = noted("A child whose name was not sent")
UNAGREED = noted("Shared without the family’s agreement")
_ONLY_DECIDED = noted(
    "Only the lines somebody decided to share are in here, after the decision itself. There may be more."
)
RESTRICTED = noted("Restricted: do not contact home, and show it to nobody else")


SECOND = noted("A second assessment of this child is open: please bring its authors together, with the family’s yes")
"""What stands at a line whose child has two: both stay, and nobody but a person joins them."""
SIGNED_SINCE = noted("Somebody else signed it too")
"""What stands at a line where a signature was added after it was agreed to, until it is read."""
TAKEN_BACK = noted("Taken back")
"""What a list says in the place of a name, where its author took it back."""
_TAKEN_BACK = {
    "withdrawn": noted("The family no longer agree that you see it"),
    "in-error": noted("It was recorded in error"),
}


def look_at_inbox(tx: Transaction, workplace: Workplace) -> InboxState:
    """Return the inbox, the look written into the audit."""
    audit.write(tx, Act.LISTED, "", workplace.clock.now(), "inbox")
    return read_inbox(tx)


def read_inbox(tx: Transaction) -> InboxState:
    """Return the inbox as it is shown again: what was imported, newest first, and what could not be opened."""
    held, later, rows = held_episodes(tx), later_signatures.all_here(tx), inbox.list_all(tx)
    lines = [_line(row, is_held=row.episode in held, signed_since=_signed_since(row, later)) for row in rows]
    refused = inbox.put_aside(tx)
    collected = tr("{refused} could not be opened and were put aside.").format(refused=refused) if refused else ""
    if gone := erased.from_desk(tx):
        erased_here = tr("1 was erased for ever, and not kept here.")
        if gone > 1:
            erased_here = tr("{gone} were erased for ever, and not kept here.").format(gone=gone)
        collected = f"{collected} {erased_here}".strip()
    return InboxState(tuple(lines), " ".join(filter(None, (collected, _not_here_yet(rows, later)))))


def _signed_since(row: InboxRow, later: Sequence[LaterSignature]) -> bool:
    """Say whether somebody else's signature came that was not read yet."""
    return any(one.under == under(row) and one.read_at is None for one in later)


def _not_here_yet(rows: Sequence[InboxRow], later: Sequence[LaterSignature]) -> str:
    """Return that signatures came before what they are under, as on a stick; each is shown as soon as that is here."""
    here = {under(row) for row in rows}
    alone = sum(one.under not in here for one in later)
    if alone == 1:
        return tr("1 signature came whose assessment is not here yet.")
    return tr("{count} signatures came whose assessments are not here yet.").format(count=alone) if alone else ""


def called_at_desk(row: InboxRow) -> str:
    """Return what a list says of whose it is: no name where the young person decides alone."""
    if row.taken_back:
        return tr(TAKEN_BACK)
    return tr(YOUNG_PERSON) if row.restricted else row.child_name or _unnamed(row)


def _unnamed(row: InboxRow) -> str:
    """Return what somebody is called whose name did not come: an assessment has one, but for a baby not born yet."""
    return tr(NAME_NOT_SENT) if row.kind is RecordKind.FORM else tr("Unborn baby")


def _line(row: InboxRow, *, is_held: bool, signed_since: bool) -> InboxLine:
    new = tr("New") if row.kind is not RecordKind.FORM else tr("New, not an assessment")
    words = tr("Opened by you at {when}").format(when=day_and_time(row.opened_at)) if row.opened_at else new
    if row.taken_back:
        words = tr(_TAKEN_BACK[row.taken_back])
    words = f"{words}. {tr(SIGNED_SINCE)}" if signed_since else words
    words = f"{words}. {tr(RESTRICTED)}" if row.restricted else words
    words = f"{words}. {tr(SECOND)}" if is_held else words
    return InboxLine(
        envelope_id=row.envelope,
        child=called_at_desk(row),
        author=row.author.name,
        agency=row.author.agency,
        agreed_on=row.finished_at.astimezone().date(),
        arrived=row.imported_at.astimezone(),
        state="refused" if row.taken_back else "opened" if row.opened_at else "new",
        words=words,
    )


def reading_state(workplace: Workplace, read: Read) -> Reading:
    """Return an opened assessment as it is read at the desk."""
    record, package = read.package.record, read.package
    form = workplace.forms.by_ref(record.statement.form.url, record.statement.form.version)
    author, finished = record.statement.author, record.statement.finished_at.astimezone()
    marks = (tr(RESTRICTED) if read.row.restricted else "", tr(UNAGREED) if package.decision is not None else "")
    by = f"{_what(form)}{apart(author.name)}, {apart(author.job)}, {apart(author.agency)}"
    version = tr("version {version}").format(version=record.statement.version)
    return Reading(
        title=name_sent(package) or _unnamed(read.row),
        meta=" · ".join((*filter(None, marks), by, day_in_words(finished.date()), version)),
        checks=tuple(CheckLine(tr(check.words), check.ok) for check in (*package.checks, *read.later)),
        may_see=_may_see(read),
        sections=(*reading_of(form, record.answers), *_beside(workplace, read)),
        note=tr(_ONLY_DECIDED) if package.decision is not None else "",
    )


def _beside(workplace: Workplace, read: Read) -> Iterator[ReadSection]:
    """Yield what a decision to share without agreement let go, after the decision itself."""
    for one in read.package.records[1:] if read.package.decision is not None else ():
        form = workplace.forms.by_ref(one.statement.form.url, one.statement.form.version)
        yield from reading_of(form, one.answers)


def _what(form: FormDefinition) -> str:
    """Return what a form is called where it is no assessment, which needs no name here."""
    return f"{form.title} · " if form.use is not None else ""


def _may_see(read: Read) -> tuple[str, ...]:
    agreement = read.package.agreement
    if agreement is None:
        return ()
    rows = {path.split("/")[1] for path in agreement.answers if path.startswith("c2.list/")}
    answers = {**agreement.answers, "c2.list": tuple(sorted(rows))}
    choices = choices_in(answers, agreement.statement.agrees_to)
    signer = text_of(agreement.answers, "c2.signer")
    said = [f"{apart(grant.service)}: {'yes' if grant.may_see else 'no'}" for grant in choices.grants]
    return (tr("Early help desk: yes, said {name}").format(name=apart(signer)), *sorted(said))
