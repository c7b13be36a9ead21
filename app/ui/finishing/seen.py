"""Who sees what as the choices stand, in words; it tells what the rules of sharing say and decides nothing itself."""

from datetime import date

from app.domain.agreement import choices_in
from app.domain.answers import Answers, row_answers, text_of
from app.domain.sharing import DESK, Agreement, Grant, Recipient, RecipientKind, held_back_from
from app.look.speech import noted, tr
from app.ui.days import day_in_words

COORDINATOR = noted("Early help coordinator")
_UNREADABLE = date.min
"""What the agreement makes of an end date that is not a whole day: nothing goes to that service."""


def seen_by(answers: Answers, link_id: str) -> str:
    """Return who else may see one line, such as ``Seen by: Early help coordinator, Larkrise Primary``."""
    agreement = choices_in(answers, "")
    if link_id in agreement.withheld:
        return tr("Held back. Nobody else sees this line.")
    may_see = (who for who in _recipients(agreement) if link_id not in held_back_from(agreement, who))
    names = [tr(COORDINATOR) if who is DESK else who.name for who in may_see]
    return (
        tr("Seen by: {names}").format(names=", ".join(names))
        if names
        else tr("Nobody else sees this line as things stand.")
    )


def who_sees(answers: Answers) -> tuple[str, ...]:
    """Return one sentence for each recipient, and one for the lines held back from everyone."""
    if answers.get("c2.share") == "no":
        return (tr("It is not shared with anyone."),)
    agreement = choices_in(answers, "")
    named = [row for row in row_answers(answers, "c2.list") if text_of(row, "c2.list.service").strip()]
    services = (_service_line(row, grant) for row, grant in zip(named, agreement.grants, strict=True))
    held = (
        (tr("{lines} held back from everyone").format(lines=_lines(len(agreement.withheld))),)
        if agreement.withheld
        else ()
    )
    return (f"{tr(COORDINATOR)}: {_said(answers.get('c2.desk'))}", *services, *held)


def _service_line(row: Answers, grant: Grant) -> str:
    said = f"{grant.service}: {_said(row.get('c2.list.may_see'))}"
    if not grant.may_see:
        return said
    if grant.until == _UNREADABLE:
        return tr("{said}, once the end date is a whole day").format(said=said)
    whole = {
        (False, False): "{said}",
        (True, False): tr("{said}, until {day}"),
        (False, True): tr("{said}, all but {lines}"),
        (True, True): tr("{said}, until {day}, all but {lines}"),
    }[bool(grant.until), bool(grant.withheld)]
    day = day_in_words(grant.until) if grant.until else ""
    return whole.format(said=said, day=day, lines=_lines(len(grant.withheld)))


def _lines(count: int) -> str:
    return tr("1 line") if count == 1 else tr("{count} lines").format(count=count)


def _recipients(agreement: Agreement) -> tuple[Recipient, ...]:
    """Return everyone who may see something of it; an end date nobody can read is never taken for "no end"."""
    if not agreement.share:
        return ()
    desk = (DESK,) if agreement.desk_may_see else ()
    grants = (grant for grant in agreement.grants if grant.may_see and grant.until != _UNREADABLE)
    return (*desk, *(Recipient(RecipientKind.SERVICE, grant.service) for grant in grants))


def _said(given: object) -> str:
    return {"yes": "yes", "no": "no"}.get(str(given), tr("not answered yet"))
