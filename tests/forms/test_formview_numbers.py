"""Numbers that go together share a card; a number out of ten is a row of choices with a card of its own."""

from __future__ import annotations

from app.forms.definition import FormLibrary
from app.forms.widgets.arrangement import gathered
from app.paths import resources

CAF = FormLibrary(resources() / "forms").by_name("caf-assessment")


def test_the_three_boxes_of_attendance_and_what_is_worked_out_stand_in_one_card() -> None:
    (group,) = [item for item in CAF.page("learning").items if item.link_id == "id.attend"]
    (together,) = gathered(group.items)
    assert [item.link_id for item in together.items] == [
        *("id.attend.possible", "id.attend.attended", "id.attend.late", "id.attend.said"),
    ]
    assert together.items[-1].read_only


def test_a_number_out_of_ten_has_a_card_of_its_own() -> None:
    scale = CAF.item("d1.participation.scale")
    assert [together.items for together in gathered((scale, scale))] == [(scale,), (scale,)]
