"""Mason's record and agreement as released views, for the tests of paper; invented people only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pypdf import PdfReader

from app.documents.family_copy import CopyTerms, family_copy
from app.domain.agreement import agreement_of
from app.domain.answers import Absent, AbsentReason, Answer, Answers
from app.domain.copyfor import CopyFor
from app.domain.ids import DeviceId, EpisodeId, RecordId
from app.domain.people import Worker
from app.domain.record import FinishedRecord, RecordKind
from app.domain.sharing import Recipient, RecipientKind, ReleasedView, in_family, released, released_agreement
from app.forms.definition import FormDefinition, FormLibrary
from app.paths import resources
from app.sealing.records import finish

KEY = Ed25519PrivateKey.generate()
NOON = datetime(2026, 12, 14, 12, 0, tzinfo=UTC)
FAMILY = Recipient(RecipientKind.FAMILY, "Carly Reid")

MASON: Answers = {
    "id.given": "Mason",
    "id.family": "Reid",
    "id.dob": "2020-10-09",
    "id.sex": "male",
    "id.unborn": False,
    "id.setting": "Larkrise Primary School",
    "fh.people": ("bb000001", "bb000002"),
    "fh.people/bb000001/fh.people.name": "Carly Reid",
    "fh.people/bb000001/fh.people.rel": "mother",
    "fh.people/bb000001/fh.people.here": True,
    "fh.people/bb000002/fh.people.name": "Jade Reid",
    "fh.people/bb000002/fh.people.rel": "sister",
    "fh.people/bb000002/fh.people.dob": "2013-05-21",
    "as.reason": "Mason came to 72 of 120 sessions this term. Carly asked for help with bedtimes.",
    "d1.health_general.needs": "A cough since September. Sore skin round his mouth (impetigo) that comes back.",
    "d1.behaviour.strengths": "Calm and kind with smaller children at playtime.",
    "d1.behaviour.needs": "Bedtime is a row most nights. He falls asleep after ten.",
    "d1.behaviour.evidence": ("seen by me", "parent said"),
    "d1.behaviour.looked_at": "covered",
    "d1.participation.needs": "60 % attendance, 14 September to 11 December. Tired in maths.",
    "d1.participation.words": "I like PE and Ben. I get tired in maths.",
    "d1.relationships.strengths": "Jade, 13, walks him to school when she can. He adores Alfie.",
    "d2.warmth.strengths": "Carly is warm with him and came the first time she was asked.",
    "d2.guidance.needs": "Carly would like someone to show her how to settle three children at once.",
    "d3.wider.needs": "New to Ambleton; no family near.",
    "d3.housing.needs": "Two bedrooms for four people; the boiler fails.",
    "d3.community.strengths": Absent(AbsentReason.NOT_TALKED_ABOUT),
    "d3.history.strengths": Absent(AbsentReason.DECLINED),
    "co.strengths": "A close family, a big sister who helps, a mum who asks.",
    "co.needs": "Sleep, skin, and getting to school on time.",
    "co.level": "additional, several services",
    "co.next": "TAC needed - I will convene",
    "co.review": "2027-03-02",
    "cm.child": "Jo drew it with me. I want to go to football.",
    "cm.parent": "It is fair. I am glad somebody asked.",
    "ac": ("aa000001", "aa000002", "aa000003"),
    "ac/aa000001/ac.outcome": "Mason is in school and on time",
    "ac/aa000001/ac.action": "Breakfast club from 8:00; Jo meets him at the gate",
    "ac/aa000001/ac.who": "Larkrise Primary School",
    "ac/aa000001/ac.when": "2027-03-02",
    "ac/aa000002/ac.outcome": "Mason's skin is better",
    "ac/aa000002/ac.action": "See him in school and show Carly the treatment",
    "ac/aa000002/ac.who": "School nurse",
    "ac/aa000002/ac.when": "2027-01-22",
    "ac/aa000003/ac.outcome": "Asleep by 7:30",
    "ac/aa000003/ac.action": "Bedtime plan on the fridge; Jade reads to him on Tuesdays",
    "ac/aa000003/ac.who": "Carly and the children's centre",
    "ac/aa000003/ac.when": "2027-02-05",
}
CHOICES: Answers = {
    "c2.store": "yes",
    "c2.share": "yes",
    "c2.desk": "yes",
    "c2.withheld": ("d2.guidance.needs",),
    "c2.signer": "Carly Reid",
    "c2.capacity": "parent",
    "c2.list": ("11111111", "22222222", "33333333", "44444444"),
    "c2.list/11111111/c2.list.service": "School nurse",
    "c2.list/11111111/c2.list.may_see": "yes",
    "c2.list/22222222/c2.list.service": "Attendance service",
    "c2.list/22222222/c2.list.may_see": "yes",
    "c2.list/22222222/c2.list.withheld": ("d3.housing.needs",),
    "c2.list/33333333/c2.list.service": "Ambleton Homes",
    "c2.list/33333333/c2.list.may_see": "no",
    "c2.list/44444444/c2.list.service": "Riverside clinic",
    "c2.list/44444444/c2.list.may_see": "yes",
    "c2.list/44444444/c2.list.sensitive": True,
}


@cache
def form() -> FormDefinition:
    """Return the assessment form."""
    return FormLibrary(resources() / "forms").by_name("caf-assessment")


@dataclass(frozen=True)
class Told:
    """What a family said, and what they chose."""

    answers: Answers
    choices: Answers

    def views(self, recipient: Recipient = FAMILY) -> tuple[ReleasedView, ReleasedView]:
        """Return what this recipient may see of the record and of the agreement."""
        record = self._finish(self.answers, RecordKind.ASSESSMENT)
        paper = self._finish(self.choices, RecordKind.SHARING, record.statement.root)
        agreement, today = agreement_of(paper), date(2026, 12, 14)
        return (
            released(record, agreement, recipient, today=today),
            released_agreement(paper, agreement, recipient, today=today),
        )

    def copy(self, reader: CopyFor = CopyFor.PARENT) -> bytes:
        """Return the copy for one reader, made of what that person may see."""
        views = self.views() if reader is CopyFor.PARENT else self.views(in_family(reader.person))
        return family_copy(*views, form(), made_at=NOON, terms=CopyTerms(reader, zone=UTC))

    def text(self, reader: CopyFor = CopyFor.PARENT) -> str:
        """Return the words of the copy for one reader, line breaks as spaces."""
        return text_of(self.copy(reader))

    def _finish(self, answers: Answers, kind: RecordKind, agrees_to: str = "") -> FinishedRecord:
        return finish(
            answers,
            record=RecordId("r"),
            version=1,
            kind=kind,
            episode=EpisodeId("e"),
            form=form().ref,
            author=Worker("Jo Whitfield", "learning mentor", "Larkrise Primary School"),
            device=DeviceId("d"),
            finished_at=NOON,
            signing_key=KEY,
            agrees_to=agrees_to,
        )


def told(**changes: Answer) -> Told:
    """Return Mason's record with some answers changed; ``__`` in a name stands for a dot."""
    return Told({**MASON, **{name.replace("__", "."): given for name, given in changes.items()}}, CHOICES)


def text_of(copy: bytes) -> str:
    """Return the words of a PDF, line breaks as spaces."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(copy)).pages).split())
