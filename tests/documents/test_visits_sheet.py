"""The family's visits, by place and day: the busiest place first, and each visit once."""

from __future__ import annotations

from datetime import UTC

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from matterhorn import findings
from told_family import NOON, text_of

from app.documents.form_print import form_print
from app.domain.answers import Answers
from app.domain.ids import DeviceId, EpisodeId, RecordId
from app.domain.people import Worker
from app.domain.record import RecordKind
from app.domain.sharing import for_own_file
from app.forms.definition import FormLibrary
from app.paths import resources
from app.sealing.records import finish

FORM = FormLibrary(resources() / "forms").by_name("appointments")
VISITS = (
    ("a1", "Kayden", "Epilepsy nurse", "Tarn Hospital", "tuesday", "10:00"),
    ("a2", "Ruby", "Asthma clinic", "Ambleton clinic", "monday", "14:00"),
    ("a3", "Noah", "Hearing test", "Tarn Hospital", "tuesday", "9:30"),
    ("a4", "Kayden", "Blood test", "Tarn Hospital", "monday", "11:15"),
    ("a5", "Leanne", "", "", "", ""),
)


def printed(answers: Answers) -> bytes:
    record = finish(
        answers,
        record=RecordId("r"),
        version=1,
        kind=RecordKind.FORM,
        episode=EpisodeId("e"),
        form=FORM.ref,
        author=Worker("Rachel Okoro", "health visitor", "Ambleton 0-19 team"),
        device=DeviceId("d"),
        finished_at=NOON,
        signing_key=Ed25519PrivateKey.generate(),
    )
    return form_print(for_own_file(record), FORM, NOON, zone=UTC)


def answered() -> Answers:
    parts = ("who", "what", "where", "day", "at")
    cells = {
        f"av.list/{row}/av.list.{part}": said
        for row, *given in VISITS
        for part, said in zip(parts, given, strict=True)
        if said
    }
    return {"av.list": tuple(row for row, *_ in VISITS), "av.getting": "Two buses each way.", **cells}


def test_visits_stand_by_place_and_day_with_the_busiest_place_first() -> None:
    pdf = printed(answered())
    text = text_of(pdf)
    order = (
        "Visits: 5, days: 2, places: 2",
        *("Tarn Hospital", "Monday", "11:15, Kayden, Blood test", "Tuesday", "9:30, Noah, Hearing test"),
        *("10:00, Kayden, Epilepsy nurse", "Ambleton clinic", "14:00, Ruby, Asthma clinic"),
        *("Place not said", "Day not said", "Leanne", "Two buses each way."),
    )
    rest = text
    for said in order:
        assert said in rest
        rest = rest.partition(said)[2]
    assert text.count("Tarn Hospital") == 1
    assert text.count("Epilepsy nurse") == 1
    assert findings(pdf) == []


def test_without_visits_there_is_no_sheet() -> None:
    text = text_of(printed({"av.hope": "One day for all of them."}))
    assert "by place and day" not in text
    assert "One day for all of them." in text
