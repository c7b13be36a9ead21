"""The note of a refusal is made from the first gate alone, names what was chosen, and is kept nowhere."""

from __future__ import annotations

from io import BytesIO

import pytest
from larkrise import AGREED_TO_START, HELD_BACK, MASON, PRIVATE, TOLD, Visit, everything_in
from pypdf import PdfReader

from app.documents import words
from app.domain.record import RecordKind
from app.domain.refusal import Remarks, Safety
from app.operations.families import erase_child
from app.operations.refusing import make_refusal_note
from app.storage import audit

SAID_NO = {
    **AGREED_TO_START,
    "c1.record_ecaf": "no",
    "c1.record_paper": "yes",
    "c1.explained": ("voluntary", "own copy"),
    "c1.limits": "Something they do not want written down",
}
REMARKS = Remarks("They worry about who could read it.", "Ring on Friday.", Safety.NO_WORRY)


@pytest.fixture
def refused(visit: Visit) -> Visit:
    """Return a visit to a family that said no to a record on a computer."""
    visit.write(MASON)
    visit.write(SAID_NO, RecordKind.START)
    return visit


def make_note(visit: Visit, remarks: Remarks = REMARKS) -> bytes:
    with visit.laptop.vault.transaction() as tx:
        return make_refusal_note(tx, visit.laptop.workplace, visit.episode, remarks)


def text_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def test_it_names_who_said_no_and_each_thing_they_chose_in_the_forms_words(refused: Visit) -> None:
    text = text_of(make_note(refused))
    for said in (
        words.NO_TO_COMPUTER,
        "Child: Mason Reid",
        "Who answered: Carly Reid, Parent",
        "Do they agree to the assessment: Yes",
        "Do they agree to it being written down: Yes",
        "Do they agree to it being kept on a computer: No",
        "They worry about who could read it.",
        "Ring on Friday.",
    ):
        assert said in text


def test_it_holds_nothing_of_the_record_and_nothing_they_did_not_want_written_down(refused: Visit) -> None:
    text = text_of(make_note(refused))
    for words_of_theirs in (TOLD, HELD_BACK, PRIVATE, "4 Heron Close", "2020", "October", SAID_NO["c1.limits"]):
        assert str(words_of_theirs) not in text


def test_a_no_to_the_assessment_itself_is_called_that(visit: Visit) -> None:
    visit.write({"c1.do": "no"}, RecordKind.START)
    text = text_of(make_note(visit))
    assert words.NO_TO_IT_ALL in text
    assert "kept on a computer" not in text


def test_neither_the_note_nor_what_was_added_for_it_is_in_the_vault(refused: Visit) -> None:
    before = everything_in(refused.laptop.vault, but=("audit", "sqlite_sequence", "standing"))
    make_note(refused)
    assert everything_in(refused.laptop.vault, but=("audit", "sqlite_sequence", "standing")) == before
    assert REMARKS.reason not in everything_in(refused.laptop.vault)


def test_the_audit_says_that_something_was_printed_and_about_nobody(refused: Visit) -> None:
    make_note(refused)
    with refused.laptop.vault.transaction() as tx:
        (line,) = tx.all("SELECT object, why FROM audit WHERE act = 'printed'")
        assert (line["object"], line["why"]) == ("", "refusal-note:saved")
        assert audit.verify(tx) is None


@pytest.mark.parametrize("with_note", [True, False])
def test_everything_is_erased_whether_or_not_a_note_was_taken(refused: Visit, with_note: bool) -> None:  # noqa: FBT001 - a case
    if with_note:
        make_note(refused)
    with refused.laptop.vault.transaction() as tx:
        erase_child(tx, refused.laptop.workplace, refused.started.child)
    after = everything_in(refused.laptop.vault)
    for word in ("Mason", "Reid", "Carly", REMARKS.reason):
        assert word not in after
