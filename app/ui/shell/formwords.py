"""What the shelf of other forms says, and a finished one as it is read: in words, from what the vault tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from app.domain.earlier import Notice, written_elsewhere
from app.domain.ids import RecordId
from app.domain.people import Worker
from app.domain.record import FinishedRecord
from app.domain.rules import heard
from app.domain.thoughts import to_tell
from app.domain.unagreed import shares
from app.domain.workforce import next_to_ask
from app.forms.definition import FormDefinition, Item
from app.forms.uses import Audience
from app.look.speech import noted, tr
from app.look.text import apart
from app.operations.family import FamilyFile
from app.operations.otherforms import ReadForm, finished_forms, may_begin, switched_on, use_of
from app.operations.policy import Policy
from app.operations.unagreed import names_lines
from app.operations.whereabouts import where_one_is
from app.operations.workplace import Workplace
from app.storage.database import Transaction
from app.storage.records import RecordHeader
from app.ui.days import day_in_words, short_day
from app.ui.otherforms.people import KnownAgency, PersonToAsk
from app.ui.otherforms.reading import FormToRead, Stands
from app.ui.otherforms.shelf import FormOnShelf, ShelfState
from app.ui.shell.wherewords import short_words
from app.ui.states import ReadLine, ReadSection
from app.ui.words import reading_of

_NOT_YET = noted("After they have agreed to start.")
_FOR = {
    Audience.OWN: noted("For this record. Nobody else is sent it."),
    Audience.FAMILY: noted("With the family."),
    Audience.COLLEAGUE: noted("For a colleague."),
}
_SIGNED = noted("The family sign it, and choose who may see it.")
_PRINTED = noted("Printed only. It is not kept.")
_NOTHING = noted("nothing written")
_UNKNOWN = noted("A form that is not on this laptop")
_COMES = noted("It is safe here, and can be read once its form comes with the next update.")
_AFTER = (Notice.DONE, Notice.TEAM_IN_PLACE)
"""What the local team is told once an assessment is finished."""

Said = dict[str, tuple[str, str]]


class FinishedKey(NamedTuple):
    """Which version of which record."""

    record: RecordId
    version: int

    @classmethod
    def of(cls, key: str) -> FinishedKey:
        """Return what a key on the shelf stands for."""
        record, _, version = key.partition("@")
        return cls(RecordId(record), int(version))


def look_at_shelf(tx: Transaction, workplace: Workplace, policy: Policy, file: FamilyFile) -> ShelfState:
    """Return the shelf of a record that is open: what is being written, what is finished, what policy offers."""
    offered = switched_on(workplace.forms, policy.other_forms)
    written = [other.draft.form for other in file.others]
    begun = {form.url for form in written}
    done, known = finished_forms(tx, workplace, file.episode), frozenset(form.url for form in workplace.forms)
    notices = (to_tell(one, policy.local_rules, file.told) for one in _AFTER if file.finished is not None)
    return ShelfState(
        writing=tuple(_on_shelf(form, file) for form in written),
        finished=tuple(_finished(tx, form, header, known) for form, header in done),
        offered=tuple(_on_shelf(form, file) for form in offered if form.url not in begun),
        reminders=tuple(tr(concern.sentence) for concern in heard(notices)),
    )


def _on_shelf(form: FormDefinition, file: FamilyFile) -> FormOnShelf:
    why_not = "" if may_begin(form, file.gate) else tr(_NOT_YET)
    return FormOnShelf(form.url, form.title, form.description, _for(form), why_not)


def _for(form: FormDefinition) -> str:
    use = use_of(form)
    return tr(_PRINTED) if use.print_only else tr(_SIGNED) if use.signed_by_family else tr(_FOR[use.audience])


def _finished(tx: Transaction, form: FormDefinition | None, header: RecordHeader, known: frozenset[str]) -> FormOnShelf:
    return FormOnShelf(
        key=f"{header.record}@{header.version}",
        title=form.title if form is not None else tr(_UNKNOWN),
        about=_by(header.author, header),
        why_not="" if form is not None else _not_known(header, known),
        where=f"{short_words(where_one_is(tx, header))}.",
    )


def _not_known(header: RecordHeader, known: frozenset[str]) -> str:
    """Return why a finished form cannot be read here: nobody here knows it, or only a newer version of it."""
    unknown = written_elsewhere(header.form.url, known)
    return tr(unknown.sentence) if unknown is not None else tr(_COMES)


def _by(author: Worker, header: RecordHeader) -> str:
    return tr("Finished by {name} on {day}.").format(
        name=apart(author.name), day=day_in_words(header.finished_at.astimezone().date())
    )


def finished_form(read: ReadForm) -> FormToRead:
    """Return a finished form as it is read."""
    statement = read.record.statement
    finished = day_in_words(statement.finished_at.astimezone().date())
    sections = reading_of(read.form, read.record.answers)
    if read.first is not None:
        sections = beside(read.form, read.first, sections)
    return FormToRead(
        title=read.form.title,
        stands=Stands.FINISHED,
        sections=sections,
        meta=f"{apart(statement.author.name)}, {apart(statement.author.job)} · {finished}",
        sends=shares(read.record.answers) and names_lines(read.form),
    )


def beside(form: FormDefinition, first: FinishedRecord, sections: tuple[ReadSection, ...]) -> tuple[ReadSection, ...]:
    """Return a form read beside an earlier record: what was said then and now, in words; nothing is counted."""
    day = short_day(first.statement.finished_at.astimezone().date())
    then, now = _said(reading_of(form, first.answers)), _said(sections)
    pages = ((page.title, _compared(links_of(page.items), (then, now), day)) for page in form.pages)
    return tuple(ReadSection(title, lines) for title, lines in pages if lines)


def links_of(items: Iterable[Item]) -> Iterator[str]:
    """Yield the ``linkId`` of each question among these, and of those that stand in it."""
    for item in items:
        yield item.link_id
        yield from links_of(item.items)


def _said(sections: Iterable[ReadSection]) -> dict[str, tuple[str, str]]:
    """Return label and words of each question; rows of one group are read together."""
    said: dict[str, tuple[str, str]] = {}
    for line in (line for section in sections for line in section.lines):
        label, before = said.get(line.link_id, (line.label, ""))
        said[line.link_id] = (label, "\n".join(filter(None, (before, line.words))))
    return said


def _compared(links: Iterable[str], said: tuple[Said, Said], day: str) -> tuple[ReadLine, ...]:
    then, now = said
    asked = [link for link in links if link in then or link in now]
    return tuple(ReadLine(link, (now.get(link) or then[link])[0], _both(link, then, now, day)) for link in asked)


def _both(link: str, then: Said, now: Said, day: str) -> str:
    words = {f"On {day}": then.get(link, ("", tr(_NOTHING)))[1], "This time": now.get(link, ("", tr(_NOTHING)))[1]}
    return "\n".join(f"{when}: {what}" for when, what in words.items())


def people_of(policy: Policy) -> tuple[tuple[PersonToAsk, ...], tuple[KnownAgency, ...]]:
    """Return whom the authority names to be asked, and the agencies it knows."""
    cards = (
        PersonToAsk(card.label, card.words, tuple(filter(None, (card.number, card.email))))
        for card in policy.contact_cards
    )
    return tuple(cards), tuple(KnownAgency(agency.name, agency.signed_up) for agency in policy.agencies)


def asked_in_turn(policy: Policy) -> tuple[str, ...]:
    """Return who is asked where people cannot agree, one after the other."""
    steps = policy.disagreements
    return tuple(next_to_ask(steps, asked) for asked in range(len(steps)))
