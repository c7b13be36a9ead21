"""Any form on paper: made of a released view alone, lasting, tagged, and naming nobody in its properties."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pikepdf.pdfa
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pypdf import PdfReader
from told_family import text_of

from app.documents.form_print import form_print
from app.domain.answers import Absent, AbsentReason, Answers
from app.domain.ids import DeviceId, EpisodeId, RecordId
from app.domain.people import Worker
from app.domain.record import FinishedRecord, RecordKind
from app.domain.sharing import OWN_FILE, for_own_file, kept
from app.forms.definition import FormLibrary
from app.paths import resources
from app.sealing.records import finish

NOON = datetime(2026, 12, 14, 12, 0, tzinfo=UTC)
LIBRARY = FormLibrary(resources() / "forms")
LINKS = LIBRARY.by_name("linked-assessments")
TOLD: Answers = {
    "id.given": "Mason",
    "id.family": "Reid",
    "ln.other": ("1", "2"),
    "ln.other/1/ln.other.kind": "section 17",
    "ln.other/1/ln.other.by": "Ada Quist",
    "ln.other/2/ln.other.kind": "Speech therapy, at the clinic",
    "ln.esf": Absent(AbsentReason.NOT_KNOWN),
}


def record(answers: Answers = TOLD, kind: RecordKind = RecordKind.FORM) -> FinishedRecord:
    return finish(
        answers,
        record=RecordId("7e1f"),
        version=1,
        kind=kind,
        episode=EpisodeId("1a2b"),
        form=LINKS.ref,
        author=Worker("Jo Whitfield", "learning mentor", "Larkrise Primary School"),
        device=DeviceId("3c4d"),
        finished_at=NOON,
        signing_key=Ed25519PrivateKey.generate(),
    )


def test_it_says_what_it_is_who_wrote_it_and_every_answer_in_words() -> None:
    text = text_of(form_print(for_own_file(record()), LINKS, NOON, zone=UTC))
    for said in (
        "Other assessments",
        "Written by: Jo Whitfield, learning mentor, Larkrise Primary School",
        "Date: Monday 14 December 2026",
        "Given name: Mason",
        "Children’s social care (section 17)",
        "Ada Quist",
        "Speech therapy, at the clinic",
        "Not known",
    ):
        assert said in text
    assert "Is an Early Support family file in use?" in text
    assert "APIR" not in text  # what nobody answered is left out


def test_it_lasts_and_its_properties_name_nobody() -> None:
    pdf = form_print(for_own_file(record()), LINKS, NOON, zone=UTC)
    with pikepdf.Pdf.open(BytesIO(pdf)) as opened:
        assert "/StructTreeRoot" in opened.Root
        assert str(opened.Root.Lang) == "en-GB"
    assert "Mason" not in str(PdfReader(BytesIO(pdf)).metadata)


def test_only_a_view_for_paper_is_printed() -> None:
    view = for_own_file(record())
    with pytest.raises(TypeError, match="released views"):
        form_print(kept(record()), LINKS, NOON)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="another form"):
        form_print(view, LIBRARY.by_name("family-feedback"), NOON)


def test_what_could_put_somebody_in_danger_is_on_no_paper_of_ones_own_either() -> None:
    told = {**TOLD, "id.address": "4 Heron Close", "id.address_confidential": True, "as.confident": "Not to be rung."}
    shown = for_own_file(record(told))
    assert shown.recipient == OWN_FILE
    assert not {"id.address", "as.confident"} & set(shown.answers)
    assert len(shown.withheld) >= 2


def test_what_the_family_decide_about_has_no_such_way_round_them() -> None:
    with pytest.raises(ValueError, match="the family decide"):
        for_own_file(record(kind=RecordKind.ASSESSMENT))
    with pytest.raises(TypeError):
        replace(for_own_file(record()), _door=object())
