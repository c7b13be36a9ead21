"""What was checked, in words for the person who reads it: seal, signature and consent; never any content but names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from app.domain.answers import Answers, is_blank, text_of
from app.domain.decision import decided_in
from app.domain.record import AGREEMENTS, Leaf, RecordKind, Statement
from app.domain.sharing import DESK, goes_beyond, names_of
from app.said import one_after_another, said
from app.sealing.words import day_in_words
from protocol.messages import Certificate, EnvelopeKind


@dataclass(frozen=True)
class Check:
    """One thing that was checked, said in plain words, and whether it holds."""

    words: str
    ok: bool


@dataclass(frozen=True)
class OpenedRecord:
    """One record as this reader may see it; ``withheld`` are digests of what they may not see, and of decoys."""

    statement: Statement
    signature: bytes
    disclosed: tuple[Leaf, ...]
    withheld: tuple[bytes, ...]

    @property
    def answers(self) -> Answers:
        """The answers disclosed, by their path."""
        return {leaf.path: leaf.answer for leaf in self.disclosed}


_SEALED_FOR = {EnvelopeKind.RELEASED: "the early help desk", EnvelopeKind.KEPT: "safe keeping"}


def checks_of(
    kind: EnvelopeKind, certificate: Certificate, records: Sequence[OpenedRecord], zone: tzinfo | None
) -> tuple[Check, ...]:
    """Return what held of an opened package, and of the family's agreement whether it holds."""
    first = records[0].statement
    signed = _day(first.finished_at, zone)
    return (
        Check(
            said(
                "Sealed for {sealed_for}; nobody could read or change it on the way.",
                sealed_for=said(_SEALED_FOR[kind]),
            ),
            ok=True,
        ),
        Check(
            said(
                "Signed on {name}’s laptop on {signed}; nothing shown here was changed since.",
                name=certificate.invitation.name,
                signed=signed,
            ),
            ok=True,
        ),
        *(_decided(records, zone) or _consent(kind, first, agreement_in(records), zone)),
    )


def also_agreed_check(signature: OpenedRecord, zone: tzinfo | None = None) -> Check:
    """Return what a signature that was added later says, once it was checked that it is under these words."""
    answers, day = signature.answers, _day(signature.statement.finished_at, zone)
    signer, capacity = text_of(answers, "c2.signer").strip(), text_of(answers, "c2.capacity").strip()
    if not capacity:
        return Check(
            said("Also agreed to by {signer} on {day}, for exactly this version.", signer=signer, day=day), ok=True
        )
    whole = "Also agreed to by {signer}, {capacity}, on {day}, for exactly this version."
    return Check(said(whole, signer=signer, capacity=capacity, day=day), ok=True)


def agreement_in(records: Sequence[OpenedRecord]) -> OpenedRecord | None:
    """Return the agreement to share among the records of a package, or ``None``."""
    return next((record for record in records if record.statement.kind in AGREEMENTS), None)


def decision_in(records: Sequence[OpenedRecord]) -> OpenedRecord | None:
    """Return the decision to share without agreement on which the rest of a package stands, or ``None``."""
    first = records[0]
    stands = first.statement.kind is RecordKind.FORM and "is.q8" in first.answers and len(records) > 1
    return first if stands and agreement_in(records) is None else None


def _decided(records: Sequence[OpenedRecord], zone: tzinfo | None) -> tuple[Check, ...]:
    """Return what holds of a decision to share without agreement; nothing where the package does not stand on one."""
    found = decision_in(records)
    if found is None:
        return ()
    decision, sent = decided_in(found.answers), records[1:]
    if any(one.statement.root != decision.about for one in sent):
        return (Check("It was decided to share another version, not this one.", ok=False),)
    if decision.to.isdisjoint(names_of(DESK)):
        return (Check("The decision that came with this does not name the early help desk.", ok=False),)
    if any(goes_beyond((leaf.path for leaf in one.disclosed), decision) for one in sent):
        return (Check("More came than was decided.", ok=False),)
    return (
        Check(
            said(
                "The family did not agree to this. {name} decided to share it, on {day}: {full}",
                name=found.statement.author.name,
                day=_day(found.statement.finished_at, zone),
                full=_full(text_of(found.answers, "is.q8.why")),
            ),
            ok=True,
        ),
        Check(_told(found.answers), ok=True),
    )


def _told(answers: Answers) -> str:
    if answers.get("is.told") == "yes":
        return "The family have been told that this was shared."
    why = answers.get("is.told.why")
    not_told = "The family have not been told. Please speak with the sender before you speak with them."
    reason = "" if is_blank(why) else said("Why: {full}", full=_full(str(why)))
    return one_after_another((not_told, reason))


def _full(words: str) -> str:
    """Return words with a full stop, whoever wrote them."""
    bare = words.strip()
    return bare if bare.endswith((".", "!", "?")) else f"{bare}."


def _consent(
    kind: EnvelopeKind, first: Statement, agreement: OpenedRecord | None, zone: tzinfo | None
) -> tuple[Check, ...]:
    if agreement is None:
        return () if kind is EnvelopeKind.KEPT else (Check("No agreement of the family came with this.", ok=False),)
    if agreement.statement.agrees_to != first.root:
        return (Check("The family agreed to another version, not to this one.", ok=False),)
    if kind is EnvelopeKind.RELEASED and agreement.answers.get("c2.share") != "yes":
        return (Check("The family’s agreement does not say that this may be shared.", ok=False),)
    day = _day(agreement.statement.finished_at, zone)
    return (Check(_agreed(agreement.answers, day), ok=True),)


def _agreed(answers: Answers, day: str) -> str:
    signer, capacity = text_of(answers, "c2.signer").strip(), text_of(answers, "c2.capacity").strip()
    if not signer:
        return said("Agreed to on {day}, for exactly this version.", day=day)
    if not capacity:
        return said("Agreed to by {signer} on {day}, for exactly this version.", signer=signer, day=day)
    whole = "Agreed to by {signer}, {capacity}, on {day}, for exactly this version."
    return said(whole, signer=signer, capacity=capacity, day=day)


def _day(when: datetime, zone: tzinfo | None) -> str:
    return day_in_words(when.astimezone(zone).date())
