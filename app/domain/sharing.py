"""Consent as a function: the only two doors through which a record leaves the vault.

``released`` gives what one recipient may see; ``kept`` gives the whole, for its author and the escrow alone. What is
withheld is not in the view at all. Nobody else may build these views (S4 4.16, 4.20).
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.domain.answers import Answers, link_id_of
from app.domain.closedlines import OF_A_SIGNATURE, closed_in_agreement, is_closed
from app.domain.decision import SharingDecision, called, decided_in
from app.domain.denied import (
    adults_particulars,
    childs_words,
    confidential_address,
    contact_risks,
    harm_notes,
    limits,
)
from app.domain.peoplemap import not_for_home, private_on_map
from app.domain.record import AGREEMENTS, FinishedRecord, Leaf, RecordKind, Statement
from app.domain.rules import Kind, rule

_DOOR = object()


class RecipientKind(StrEnum):
    """The sorts of people a view can be made for."""

    DESK = "desk"
    SERVICE = "service"
    FAMILY = "family"
    OWN_FILE = "own file"


@dataclass(frozen=True)
class Recipient:
    """Somebody a view is made for; ``name`` is the service as the sharing grid names it.

    ``person`` is who at home a copy is for, by the name the child was asked about; empty where nobody said.
    """

    kind: RecipientKind
    name: str
    person: str = ""


DESK = Recipient(RecipientKind.DESK, "Early help desk")
DESK_NAMES = frozenset({"early help desk", "early help coordinator"})
"""What families and screens call the desk: a row of the sharing grid under one of these sets limits for the desk."""
FAMILY = Recipient(RecipientKind.FAMILY, "Family")
OWN_FILE = Recipient(RecipientKind.OWN_FILE, "Own file")
"""Paper from its author's own printer, of a form that needs nobody's agreement."""
THEMSELVES = frozenset({"child", "young person"})
"""Names of the recipients in a family who are the child; whoever else reads a copy there is a parent or carer."""


def in_family(reader: str, person: str = "") -> Recipient:
    """Return the recipient for a copy that is for one person at home: "parent", "child" or "young person".

    ``person`` is the parent's or carer's name, where the child was asked about each of them.
    """
    return Recipient(RecipientKind.FAMILY, reader, person) if reader else FAMILY


@dataclass(frozen=True)
class Grant:
    """One row of the sharing grid: may this service see the record, until when, and what is held back from it."""

    service: str
    service_kind: str
    may_see: bool
    sensitive: bool = False
    until: date | None = None
    withheld: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Agreement:
    """The family's choices at the second gate about one exact version (its root, hex)."""

    agrees_to: str
    store: bool
    share: bool
    desk_may_see: bool
    grants: tuple[Grant, ...] = ()
    withheld: frozenset[str] = frozenset()
    until: date | None = None


class NotAgreed(Exception):
    """There is no agreement under which this view may be made; the sentence says which part is missing."""


@dataclass(frozen=True)
class ReleasedView:
    """The view of a record that one recipient may have; only ``released`` makes one."""

    recipient: Recipient
    statement: Statement
    signature: bytes
    disclosed: tuple[Leaf, ...]
    withheld: tuple[bytes, ...]
    _door: object = field(repr=False, compare=False)

    def __post_init__(self) -> None:
        """Refuse to exist unless ``released`` made it."""
        if self._door is not _DOOR:
            raise TypeError("only released() makes a released view")

    @property
    def answers(self) -> Answers:
        """The answers this recipient may see, by their path."""
        return {leaf.path: leaf.answer for leaf in self.disclosed}


@dataclass(frozen=True)
class KeptView:
    """The whole record, for its author and the escrow; only ``kept`` makes one."""

    record: FinishedRecord
    _door: object = field(repr=False, compare=False)

    def __post_init__(self) -> None:
        """Refuse to exist unless ``kept`` made it."""
        if self._door is not _DOOR:
            raise TypeError("only kept() makes a kept view")


def kept(record: FinishedRecord) -> KeptView:
    """Return the whole record for safe keeping: its author's own devices and the escrow, as told at the second gate."""
    return KeptView(record, _DOOR)


@rule(27, "S4 4.4, 4.11", Kind.BLOCK)
def agreed_version(agreement: Agreement, statement: Statement) -> None:
    """Raise ``NotAgreed`` unless the family agreed to exactly this version (S4 4.4: consent is to the final one)."""
    if agreement.agrees_to != statement.root:
        raise NotAgreed("The family agreed to an earlier version. Please ask them again.")


@rule(25, "S4 4.12, 4.4", Kind.BLOCK)
def agreed_recipient(agreement: Agreement, recipient: Recipient, today: date) -> None:
    """Raise ``NotAgreed`` unless this recipient may see the record today (S4 4.12: what, to whom, until when)."""
    if recipient.kind is RecipientKind.FAMILY:
        return
    if not agreement.share or not _may_see(agreement, recipient):
        raise NotAgreed("The family did not agree that this service may see it.")
    until = _until(agreement, recipient)
    if until is not None and today > until:
        raise NotAgreed("The family's agreement for this service has ended. Please ask them again.")


def is_agreed(agreement: Agreement, recipient: Recipient, today: date) -> bool:
    """Say whether this recipient may see the record today."""
    try:
        agreed_recipient(agreement, recipient, today)
    except NotAgreed:
        return False
    return True


def _grants(agreement: Agreement, recipient: Recipient) -> tuple[Grant, ...]:
    """Return every row of the grid about this recipient: one written down twice has the limits of both."""
    names = DESK_NAMES if recipient.kind is RecipientKind.DESK else {called(recipient.name)}
    return tuple(grant for grant in agreement.grants if called(grant.service) in names)


def is_about_desk(grant: Grant) -> bool:
    """Say whether a row of the grid is about the desk, and not about one more service."""
    return called(grant.service) in DESK_NAMES


def desk_grant(agreement: Agreement) -> Grant:
    """Return what was said about the desk: its own question, and its rows of the grid where it has any."""
    limits = held_back_from(agreement, DESK)
    return Grant(DESK.name, "", _may_see(agreement, DESK), until=_until(agreement, DESK), withheld=limits)


def _may_see(agreement: Agreement, recipient: Recipient) -> bool:
    grants = _grants(agreement, recipient)
    asked = agreement.desk_may_see if recipient.kind is RecipientKind.DESK else bool(grants)
    return asked and all(grant.may_see for grant in grants)


def _until(agreement: Agreement, recipient: Recipient) -> date | None:
    own = [grant.until for grant in _grants(agreement, recipient) if grant.until is not None]
    return min(own) if own else agreement.until


@rule(33, "S4 4.16", Kind.BLOCK)
def held_back_from(agreement: Agreement, recipient: Recipient) -> frozenset[str]:
    """Return the ``linkId``s this recipient never sees.

    A line held back from everybody is held back from each; a line held back from one service is held back from that
    one. A family's paper copy travels from hand to hand (S4 4.9), so it leaves out a line held back from anyone.
    """
    everyone = recipient.kind is RecipientKind.FAMILY
    grants = agreement.grants if everyone else _grants(agreement, recipient)
    return agreement.withheld.union(*(grant.withheld for grant in grants))


@rule(23, "S4 4.11", Kind.BLOCK)
def released(record: FinishedRecord, agreement: Agreement, recipient: Recipient, *, today: date) -> ReleasedView:
    """Return the view of ``record`` that ``recipient`` may have.

    Raises ``NotAgreed`` when the family has not agreed to this version, this recipient or this day.
    """
    agreed_version(agreement, record.statement)
    agreed_recipient(agreement, recipient, today)
    closed = held_back_from(agreement, recipient) | denied_by_default(record, recipient)
    return _view(record, recipient, closed)


def for_own_file(record: FinishedRecord) -> ReleasedView:
    """Return what its author may print of a form that is nobody's to agree to; a way to no service and no desk.

    Paper lies about: what could put somebody in danger is left out all the same. Raises ``ValueError`` for a record
    that the family decide about.
    """
    if record.statement.kind is not RecordKind.FORM:
        raise ValueError("the family decide who may see this record")
    return _view(record, OWN_FILE, denied_by_default(record, OWN_FILE))


def told_further(answers: Answers, held_back: frozenset[str] = frozenset()) -> Answers:
    """Return the answers that may be written into another form of the same child.

    What is denied by default, private matters and the lines ``held_back`` stay where they are: in another form
    nobody would know them again.
    """
    closed = held_back | harm_notes() | confidential_address(answers) | contact_risks(answers) | childs_words(answers)
    private = private_rows(answers) + not_for_home(answers, to_themselves=False)
    return {
        path: given for path, given in answers.items() if not is_closed(path, closed) and not path.startswith(private)
    }


def released_by_decision(record: FinishedRecord, decision: SharingDecision, recipient: Recipient) -> ReleasedView:
    """Return the view that ``recipient`` may have without agreement: what the decision names, and nothing beyond it.

    What is denied by default goes only where it is named by itself, and never with a page it stands on; a sensitive
    service never goes. Raises ``NotAgreed`` for another version, another recipient, or a decision not to share (B5).
    """
    if decision.about != record.statement.root:
        raise NotAgreed("The decision was about another version. Please decide again.")
    if decision.to.isdisjoint(names_of(recipient)) or not decision.what:
        raise NotAgreed("The decision does not let this go to them.")
    named = named_lines(record, decision.what)
    return _without({leaf.path for leaf in record.leaves} - named.keys(), record, recipient)


def names_of(recipient: Recipient) -> frozenset[str]:
    """Return by which names a recipient is meant, as names are compared."""
    own = frozenset({called(recipient.name)})
    return own | DESK_NAMES if recipient.kind is RecipientKind.DESK else own


def recipient_named(name: str) -> Recipient:
    """Return who is meant by a name: the desk by any of its own, else a service."""
    return DESK if called(name) in names_of(DESK) else Recipient(RecipientKind.SERVICE, name.strip())


def released_decided(
    decision: FinishedRecord, record: FinishedRecord, recipient: Recipient
) -> tuple[ReleasedView, ReleasedView]:
    """Return what ``recipient`` gets under a finished decision: the decision itself, and what it names of ``record``.

    Of the decision its eight questions go and nothing else: who the child is goes where that is named. Raises
    ``NotAgreed`` as ``released_by_decision`` does, ``ValueError`` when it is no decision about this child.
    """
    if not is_decision(decision) or decision.statement.episode != record.statement.episode:
        raise ValueError("this record is not a decision about this child")
    named = released_by_decision(record, decided_in(decision.answers), recipient)
    hidden = {leaf.path for leaf in decision.leaves if not leaf.path.startswith("is.")}
    return _without(hidden, decision, recipient), named


def is_decision(record: FinishedRecord) -> bool:
    """Say whether a record is a decision about sharing: a form that asks what was decided."""
    return record.statement.kind is RecordKind.FORM and "is.q8" in record.answers


def may_be_named(record: FinishedRecord) -> Answers:
    """Return what a decision can name of a record: all but private matters, which never go without a yes."""
    private = private_rows(record.answers)
    return {path: given for path, given in record.answers.items() if not path.startswith(private)}


def lines_to_name(record: FinishedRecord) -> Answers:
    """Return what is offered to be named: what does not go with its row is not shown as if it did."""
    denied = denied_at_home(record)
    return {
        path: given for path, given in may_be_named(record).items() if "/" not in path or not is_closed(path, denied)
    }


def named_lines(record: FinishedRecord, what: AbstractSet[str]) -> Answers:
    """Return the answers of ``record`` that a decision naming these lines lets go (``linkId``s), and none beside them.

    What is denied by default goes only where it is named by itself, and a private matter never.
    """
    denied, open_to_all = denied_at_home(record), frozenset(what)
    return {path: given for path, given in may_be_named(record).items() if _is_named(path, open_to_all, denied)}


def goes_beyond(paths: Iterable[str], decision: SharingDecision) -> bool:
    """Say whether somebody was sent an answer that the decision does not name."""
    return not all(is_closed(path, decision.what) for path in paths)


def _is_named(path: str, what: frozenset[str], denied: frozenset[str]) -> bool:
    return link_id_of(path) in what if is_closed(path, denied) else is_closed(path, what)


def denied_at_home(record: FinishedRecord) -> frozenset[str]:
    """Return whatever anybody in a family is denied by default: the strictest there is."""
    return denied_by_default(record, FAMILY) | denied_by_default(record, in_family("child"))


def denied_by_default(record: FinishedRecord, recipient: Recipient) -> frozenset[str]:
    """Return the ``linkId``s this person does not see, whatever was ticked: not everyone may see everything."""
    answers = record.answers
    closed = confidential_address(answers) | harm_notes()
    if recipient.kind in {RecipientKind.FAMILY, RecipientKind.OWN_FILE}:
        is_child = recipient.name in THEMSELVES
        own = childs_words(answers, to_themselves=is_child, person=recipient.person)
        closed |= contact_risks(answers) | limits(answers) | own
        closed |= adults_particulars(answers) if is_child else frozenset()
    return closed


def _view(record: FinishedRecord, recipient: Recipient, closed: frozenset[str]) -> ReleasedView:
    rows = private_rows(record.answers)
    if recipient.kind in {RecipientKind.FAMILY, RecipientKind.OWN_FILE}:
        rows += not_for_home(record.answers, to_themselves=recipient.name in THEMSELVES)
    hidden = {leaf.path for leaf in record.leaves if is_closed(leaf.path, closed) or leaf.path.startswith(rows)}
    return _without(hidden, record, recipient)


def _without(hidden: AbstractSet[str], record: FinishedRecord, recipient: Recipient) -> ReleasedView:
    disclosed = tuple(leaf for leaf in record.leaves if leaf.path not in hidden)
    digests = [leaf.digest for leaf in record.leaves if leaf.path in hidden]
    withheld = tuple(sorted([*digests, *record.decoys]))
    return ReleasedView(recipient, record.statement, record.signature, disclosed, withheld, _DOOR)


@rule(34, "S4 4.19-4.20", Kind.BLOCK)
@rule(118, "S0 l.188; C3", Kind.BLOCK)
def private_rows(answers: Answers) -> tuple[str, ...]:
    """Return the beginnings of the paths of rows that are a private matter, on the map too (S0 IDX: such services)."""
    marked = (path for path, given in answers.items() if path.endswith(".sensitive") and given is True and "/" in path)
    return (*(path.removesuffix(link_id_of(path)) for path in marked), *private_on_map(answers))


def released_agreement(
    record: FinishedRecord, agreement: Agreement, recipient: Recipient, *, today: date
) -> ReleasedView:
    """Return the view of the agreement itself that lets ``recipient`` check what was agreed.

    Which lines are held back from everyone is never told; a service learns its own row of the grid, and nobody but
    the family's own record names a sensitive service (S0 IDX). Raises ``NotAgreed`` as ``released`` does, and
    ``ValueError`` when ``record`` is not the agreement itself.
    """
    if record.statement.kind not in AGREEMENTS or record.statement.agrees_to != agreement.agrees_to:
        raise ValueError("this record is not the agreement")
    agreed_recipient(agreement, recipient, today)
    service = recipient.name if recipient.kind is RecipientKind.SERVICE else None
    hidden = {leaf.path for leaf in record.leaves if closed_in_agreement(leaf.path, record.answers, service)}
    return _without(hidden, record, recipient)


def released_signature(
    record: FinishedRecord, later: FinishedRecord, agreement: Agreement, recipient: Recipient, *, today: date
) -> tuple[ReleasedView, ReleasedView]:
    """Return what shows that somebody signed later too: ``record`` with none of its answers, and the signature.

    A later signature changes no choice, so it goes where the record went. What its signer was shown stays: it names
    who else may see the record. Raises ``NotAgreed`` as ``released`` does, ``ValueError`` when it is under other words.
    """
    if later.statement.kind is not RecordKind.ALSO_AGREED or later.statement.agrees_to != record.statement.root:
        raise ValueError("this is not a signature under that record")
    agreed_version(agreement, record.statement)
    agreed_recipient(agreement, recipient, today)
    bare = _without({leaf.path for leaf in record.leaves}, record, recipient)
    return bare, _without({leaf.path for leaf in later.leaves} - OF_A_SIGNATURE, later, recipient)
