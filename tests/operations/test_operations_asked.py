"""What is signed is what was read: what is not asked any more, and rows that were taken out, are in no record."""

from __future__ import annotations

from larkrise import AGREED_TO_SHARE, AGREED_TO_START, MASON, Laptop

from app.domain.record import RecordKind

KEVIN = "fh.people/0a0a0a0a/fh.people.name"


def finished(jo: Laptop, **changes: object) -> dict[str, object]:
    """Finish Mason's assessment with some answers changed, and return what was signed."""
    visit = jo.visit()
    visit.start(AGREED_TO_START)
    visit.write({**MASON, **changes})  # type: ignore[dict-item]
    visit.write(AGREED_TO_SHARE, RecordKind.SHARING)
    visit.sign()
    return dict(visit.signed[0][0].answers)


def test_a_row_that_was_taken_out_stops_no_signature_and_is_not_signed(jo: Laptop) -> None:
    signed = finished(jo, **{"fh.people": (), KEVIN: "Kevin"})
    assert KEVIN not in signed
    assert signed["ac"] == ("4f1c22ab",)


def test_an_answer_to_a_question_no_longer_asked_is_not_signed(jo: Laptop) -> None:
    signed = finished(jo, **{"id.unborn": True, "id.edd": "2027-05-03", "id.family": "Reid"})
    assert "id.dob" not in signed
    assert signed["id.edd"] == "2027-05-03"


def test_what_was_signed_another_way_before_is_not_in_the_agreement(jo: Laptop) -> None:
    visit = jo.visit()
    visit.start()
    visit.write(MASON)
    visit.write({**AGREED_TO_SHARE, "c2.strokes": "[[[1,1,0],[99,99,0]]]"}, RecordKind.SHARING)
    visit.sign()
    sharing = visit.signed[0][1].answers
    assert "c2.strokes" not in sharing
    assert sharing["c2.typed_name"] == "Carly Reid"
