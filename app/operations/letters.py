"""Letters and notices: which can be made for a family now, and making one from what may leave; none is kept.

What was agreed is read from released views alone. Before there is one, only names and addresses come from what the
worker wrote, without what is denied by default.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from app.documents.language import OWN, Language, languages
from app.domain.agreement import agreement_of, choices_disclosed
from app.domain.answers import Answers, link_id_of, text_of
from app.domain.checklist import WayOn, way_on
from app.domain.denied import confidential_address
from app.domain.gates import FirstGate
from app.domain.ids import EpisodeId
from app.domain.letter import FOR_HOME, Letter, LetterKind, LetterPart, Passing
from app.domain.record import RecordKind
from app.domain.sharing import FAMILY, desk_grant, is_about_desk, released, released_agreement
from app.errors import Trouble
from app.operations.copies import agreed_version_of
from app.operations.leaving import Leave, Way
from app.operations.policy import Letters, Policy
from app.operations.starting import where_at_first_gate
from app.operations.workplace import Workplace
from app.storage import audit, drafts, episodes, records
from app.storage.audit import Act
from app.storage.database import Transaction

_LEADS = {"interim (convenor)", "agreed by TAC", "agreed by panel"}
_FOR_NOW = "interim (convenor)"
_ADDRESS = ("id.address", "id.postcode")

NO_LEAFLET = "Your authority has not given this program a leaflet."
NOT_STARTED = "The family have not said yes to start yet."
NOT_AGREED = "There is no version yet that the family have read and agreed to."
NO_LEAD = "No lead professional is written down yet."
NOT_ENDED = "It is for when you have signed together, or when a checklist is the end of it."
THEIR_OWN = "This record is the young person’s own. Talk with the coordinator first."
ASK_FIRST = "Please say who it goes to, and that the family said yes to it."


class NotNow(Trouble):
    """This letter cannot be made for this family now; the sentence says why."""

    def __init__(self, why: str) -> None:
        super().__init__(why, "Nothing was made.", "You can come back to it later.")


@dataclass(frozen=True)
class _Known:
    """What a letter may say of a family: ``open`` is without what is denied; the views are of what was agreed."""

    restricted: bool
    gate: FirstGate
    agreed_on: date | None
    giver: str
    open: Answers
    view: Answers | None
    choices: Answers | None
    signed_on: date | None
    ending: bool


def letters_ready(tx: Transaction, workplace: Workplace, episode: EpisodeId) -> dict[LetterKind, str]:
    """Return for each letter why it cannot be made now; empty where it can."""
    known = _known(tx, workplace, episode)
    return {kind: _why_not(kind, known) for kind in LetterKind}


def letter_languages(policy: Policy, kind: LetterKind) -> tuple[str, ...]:
    """Return the languages a letter may be given in: our own, and for families those whose every word is reviewed."""
    if kind not in FOR_HOME and kind is not LetterKind.LEAFLET:
        return (OWN,)
    told = policy.leaflets if kind is LetterKind.LEAFLET else policy.letters.lead_elsewhere
    named = (code for code in languages() if code in told and policy.letters.in_language(code) is not None)
    return (OWN, *(code for code in named if code != OWN))


def make_letter(  # noqa: PLR0913, PLR0917 - which letter, of whom, by whose words, on what terms, which way and language
    tx: Transaction,
    workplace: Workplace,
    policy: Policy,
    episode: EpisodeId,
    kind: LetterKind,
    way: Way,
    passing: Passing | None = None,
    language: str = OWN,
) -> bytes:
    """Return a letter as PDF bytes; that it leaves stands in the audit. Raises ``NotNow``.

    A ``language`` it may not be given in is as good as our own.
    """
    from app.documents.letters import letter_on_paper  # what lays out pages is heavy, and most days make none

    known = _known(tx, workplace, episode)
    why = _why_not(kind, known)
    if not why and kind is LetterKind.TRANSFER and (passing is None or not passing.agreed or not passing.to.strip()):
        why = ASK_FIRST
    if why:
        raise NotNow(why)
    at = workplace.clock.now()
    spoken = languages()[language if language in letter_languages(policy, kind) else OWN]
    writing = _Writing(workplace, policy, known, at.astimezone().date(), passing, spoken)
    audit.write(tx, Act.PRINTED, episode if kind is not LetterKind.LEAFLET else "", at, Leave(kind, way).code())
    return letter_on_paper(writing.letter(kind), spoken)


def _why_not(kind: LetterKind, known: _Known) -> str:
    """Return why a letter cannot be made, or nothing; nobody outside hears of a young person's own record by post."""
    agreed = known.view is not None
    asks: dict[LetterKind, tuple[tuple[bool, str], ...]] = {
        LetterKind.LEAFLET: (),
        LetterKind.START: ((known.restricted, THEIR_OWN), (known.gate is not FirstGate.AGREED, NOT_STARTED)),
        LetterKind.TRANSFER: ((known.restricted, THEIR_OWN), (not agreed, NOT_AGREED)),
        LetterKind.LEAD: (
            (known.gate is not FirstGate.AGREED, NOT_STARTED),
            (text_of(known.open, "lp.status") not in _LEADS or not _lead(known), NO_LEAD),
        ),
        LetterKind.REMINDER: ((not agreed, NOT_AGREED),),
        LetterKind.THANKS: ((not known.ending and not agreed, NOT_ENDED),),
    }
    return next((why for stops, why in asks[kind] if stops), "")


def _lead(known: _Known) -> str:
    return text_of(known.open, "lp.name").strip()


def _known(tx: Transaction, workplace: Workplace, episode: EpisodeId) -> _Known:
    found, start = episodes.get(tx, episode), records.newest(tx, episode, RecordKind.START)
    view = choices = signed_on = None
    agreed = agreed_version_of(tx, episode)
    if agreed is not None:
        (record, sharing), today = agreed, workplace.clock.now().date()
        agreement = agreement_of(sharing)
        view = released(record, agreement, FAMILY, today=today).answers
        choices = released_agreement(sharing, agreement, FAMILY, today=today).answers
        signed_on = sharing.statement.finished_at.astimezone().date()
    checklist = _written(tx, episode, RecordKind.CHECKLIST)
    return _Known(
        restricted=found is not None and found.restricted,
        gate=where_at_first_gate(tx, episode),
        agreed_on=start.statement.finished_at.astimezone().date() if start is not None else None,
        giver=text_of(start.answers, "c1.giver").strip() if start is not None else "",
        open=view if view is not None else _not_denied(_written(tx, episode, RecordKind.ASSESSMENT)),
        view=view,
        choices=choices,
        signed_on=signed_on,
        ending=start is None and way_on(checklist) is WayOn.NOT_NEEDED,
    )


def _written(tx: Transaction, episode: EpisodeId, kind: RecordKind) -> Answers:
    draft = drafts.find(tx, episode, kind)
    return drafts.answers(tx, draft.draft) if draft is not None else {}


def _not_denied(answers: Answers) -> Answers:
    closed = confidential_address(answers)
    return {path: given for path, given in answers.items() if link_id_of(path) not in closed}


class _Writing:
    """One letter being written, on one day, by one worker."""

    def __init__(  # noqa: PLR0913, PLR0917 - as above
        self,
        workplace: Workplace,
        policy: Policy,
        known: _Known,
        day: date,
        passing: Passing | None,
        language: Language,
    ) -> None:
        self._words, self._known, self._day, self._passing = language.letters, known, day, passing
        self._worker, self._policy, self._language = workplace.worker, policy, language
        self._set: Letters = policy.letters.in_language(language.code) or policy.letters

    def letter(self, kind: LetterKind) -> Letter:
        """Return the whole letter."""
        return _WRITERS[kind](self)

    def _to(self, title: str, parts: tuple[LetterPart, ...], *, to: tuple[str, ...], greeting: str) -> Letter:
        worker = self._worker
        signed = tuple(filter(None, (worker.name, worker.job, worker.agency)))
        sender = (*self._set.sender, self._words.PHONE.format(phone=self._set.phone))
        return Letter(title, self._day, sender, to, greeting, parts, signed)

    def _home(self, title: str, *parts: LetterPart) -> Letter:
        """Return a letter to whoever said yes; to a young person deciding alone nothing is addressed home."""
        known = self._known
        lines = (line for path in _ADDRESS for line in text_of(known.open, path).splitlines())
        to = () if known.restricted or not known.giver else (known.giver, *filter(str.strip, lines))
        greeting = self._words.DEAR.format(name=known.giver) if known.giver else self._words.HELLO
        return self._to(title, parts, to=to if len(to) > 1 else (), greeting=greeting)

    def _child(self) -> tuple[tuple[str, str], ...]:
        """Return who the child is, as far as a notice needs it."""
        answers, w = self._known.open, self._words
        name = " ".join(filter(None, (text_of(answers, "id.given").strip(), text_of(answers, "id.family").strip())))
        dates = ((w.BORN, "id.dob"), (w.EXPECTED, "id.edd"))
        return ((w.NAME, name), *((label, self._language.date(text_of(answers, path))) for label, path in dates))

    def leaflet(self) -> Letter:
        """Return what a family reads before they say yes or no; there is nothing of anybody on it but the worker."""
        w, worker, leaflet = (
            self._words,
            self._worker,
            self._policy.leaflets.get(self._language.code, self._policy.leaflet),
        )
        if leaflet is None:
            raise NotNow(NO_LEAFLET)
        told = tuple(LetterPart(part.title, (part.words,)) for part in leaflet.parts)
        who = ", ".join(filter(None, (worker.name, worker.job, worker.agency)))
        ask = LetterPart(w.LEAFLET_ASK, (who, w.PHONE.format(phone=self._set.phone)))
        sender = (*self._set.sender, w.PHONE.format(phone=self._set.phone))
        small = w.LEAFLET_VERSION.format(version=leaflet.version, day=self._language.day(self._day))
        return Letter(leaflet.title, self._day, sender, (), w.LEAFLET_FOR, (*told, ask), small=small)

    def start(self) -> Letter:
        """Return the notice to the local team: who, and by whom, and never why (S2 4(iii); S4 2.14)."""
        w = self._words
        agreed = self._language.day(self._known.agreed_on) if self._known.agreed_on is not None else ""
        facts = (*self._child(), (w.STARTED_BY, self._worker.name), (w.AGREED_ON, agreed))
        parts = (LetterPart(lines=(w.START_SAID,), facts=facts), LetterPart(lines=(w.START_ONLY,)))
        title = w.START_TITLE.format(assessment=self._set.assessment)
        return self._to(title, parts, to=self._set.local_team, greeting=w.HELLO)

    def transfer(self) -> Letter:
        """Return the letter to another area: who, what comes with it, and room for both to sign (S4 2.14)."""
        w, passing = self._words, self._passing or Passing("", (), agreed=False)
        what = tuple(words for code, words in w.TRANSFER_PARTS if code in passing.what)
        weeks = w.TRANSFER_WEEKS.format(weeks=self._set.transfer_review_weeks)
        parts = (
            LetterPart(lines=(w.TRANSFER_SAID,), facts=self._child()),
            *((LetterPart(w.TRANSFER_WITH, points=what),) if what else ()),
            LetterPart(w.TRANSFER_YES, pen=w.TRANSFER_SIGNS),
            LetterPart(w.TRANSFER_GOT, lines=(weeks,), pen=w.TRANSFER_BACK),
        )
        title = w.TRANSFER_TITLE.format(assessment=self._set.assessment)
        return self._to(title, parts, to=tuple(filter(str.strip, passing.to.splitlines())), greeting=w.HELLO)

    def lead(self) -> Letter:
        """Return who the lead professional is; one for now is said to be that."""
        w, answers, lead = self._words, self._known.open, self._set.lead
        called = w.LEAD_FOR_NOW.format(lead=lead) if text_of(answers, "lp.status") == _FOR_NOW else lead
        reach = ((w.WORKS_FOR, "lp.org"), (w.CALL, "lp.phone"), (w.EMAIL, "lp.email"))
        facts = tuple((label, text_of(answers, path)) for label, path in reach)
        said = LetterPart(lines=(w.LEAD_IS.format(name=_lead(self._known), lead=called),), facts=facts)
        return self._home(w.LEAD_TITLE.format(lead=lead), said, LetterPart(lines=(w.LEAD_WILL, w.LEAD_CHANGE)))

    def reminder(self) -> Letter:
        """Return what the family agreed to and when it is asked again; no private service is in the view (S4 4.12)."""
        w, choices = self._words, self._known.choices or {}
        agreement = choices_disclosed(choices)
        on = self._language.day(self._known.signed_on) if self._known.signed_on is not None else ""
        grants = [grant.service for grant in agreement.grants if grant.may_see and not is_about_desk(grant)]
        may = [w.DESK] * desk_grant(agreement).may_see + sorted(grants) if agreement.share else []
        can = LetterPart(w.REMINDER_CAN, points=tuple(may)) if may else LetterPart(lines=(w.REMINDER_NOBODY,))
        again = text_of(choices, "c2.review_on")
        when = w.REMINDER_ON.format(day=self._language.date(again)) if again else w.REMINDER_SOON
        last = LetterPart(lines=(when, w.REMINDER_CHANGE, w.SAFETY))
        return self._home(w.REMINDER_TITLE, LetterPart(lines=(w.REMINDER_SAID.format(day=on),)), can, last)

    def thanks(self) -> Letter:
        """Return the thank-you: after a visit that led to a plan, or when a checklist was the end of it."""
        w = self._words
        gone = w.THANKS_GONE.format(days=self._policy.checklist_kept_days)
        ended = (w.THANKS_SAID, w.THANKS_LATER, gone)
        agreed = (w.THANKS_AGREED, w.THANKS_PLAN, w.THANKS_LATER)
        return self._home(w.THANKS_TITLE, LetterPart(lines=ended if self._known.ending else agreed))


def _is_own_words(path: str) -> bool:
    link_id = link_id_of(path)
    return link_id.endswith((".words", "cm.child", "fw.child.said", "ch.well", "ch.worries", "ch.wishes"))


_WRITERS: dict[LetterKind, Callable[[_Writing], Letter]] = {
    LetterKind.LEAFLET: _Writing.leaflet,
    LetterKind.START: _Writing.start,
    LetterKind.TRANSFER: _Writing.transfer,
    LetterKind.LEAD: _Writing.lead,
    LetterKind.REMINDER: _Writing.reminder,
    LetterKind.THANKS: _Writing.thanks,
}
