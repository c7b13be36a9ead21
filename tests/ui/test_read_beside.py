"""A form used again is read beside the first record of the form it names, in words and without a count."""

from __future__ import annotations

from datetime import UTC, datetime

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.domain.answers import Answers
from app.domain.ids import DeviceId, EpisodeId, RecordId
from app.domain.people import Worker
from app.domain.record import FinishedRecord, RecordKind
from app.forms.definition import FormDefinition, FormLibrary
from app.operations.otherforms import ReadForm
from app.paths import resources
from app.sealing.records import finish
from app.ui.shell.formwords import finished_form

LIBRARY = FormLibrary(resources() / "forms")
FIRST, AGAIN = LIBRARY.by_name("checklist"), LIBRARY.by_name("checklist-again")


def finished(form: FormDefinition, answers: Answers, at: datetime) -> FinishedRecord:
    return finish(
        answers,
        record=RecordId(form.name),
        version=1,
        kind=RecordKind.FORM,
        episode=EpisodeId("1a2b"),
        form=form.ref,
        author=Worker("Jo Whitfield", "learning mentor", "Larkrise Primary School"),
        device=DeviceId("3c4d"),
        finished_at=at,
        signing_key=Ed25519PrivateKey.generate(),
    )


def read(then: Answers, now: Answers) -> dict[str, str]:
    first = finished(FIRST, then, datetime(2026, 10, 1, 12, tzinfo=UTC))
    again = finished(AGAIN, now, datetime(2027, 3, 1, 12, tzinfo=UTC))
    shown = finished_form(ReadForm(again, AGAIN, first))
    return {line.label: line.words for section in shown.sections for line in section.lines}


def test_what_was_said_then_stands_beside_what_is_said_now() -> None:
    said = read({"pre.q1": "no", "pre.q1.note": "A cough."}, {"pre.q1": "yes", "pre.q1.note": "Gone since May."})
    assert said["Is the child healthy?"] == "On 1 October 2026: No\nThis time: Yes"
    assert said["What makes you think so?"] == "On 1 October 2026: A cough.\nThis time: Gone since May."


def test_what_was_said_only_once_is_there_too() -> None:
    said = read({"pre.q2": "not sure"}, {"pre.q3": "yes", "pre.q3.note": "New."})
    assert said["Safe from harm?"] == "On 1 October 2026: Not sure\nThis time: nothing written"
    assert said["Learning and developing well?"] == "On 1 October 2026: nothing written\nThis time: Yes"


def test_a_form_with_nothing_to_be_read_beside_is_read_by_itself() -> None:
    again = finished(AGAIN, {"pre.q1": "yes"}, datetime(2027, 3, 1, 12, tzinfo=UTC))
    (section,) = finished_form(ReadForm(again, AGAIN)).sections
    assert [line.words for line in section.lines] == ["Yes"]
