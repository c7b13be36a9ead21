"""In the sharing grid a service that has not signed the agreement on sharing is warned of, and never barred."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.ui.finishing.remark import Remark
from app.ui.finishing.sharing import SharingPage


def warned_of(qtbot: QtBot, name: str, signed_up: tuple[str, ...]) -> bool:
    page = SharingPage()
    qtbot.addWidget(page)
    page.know_agencies(signed_up)
    page.load({"c2.list": ("aa",), "c2.list/aa/c2.list.service": name})
    said = [one for one in page.findChildren(Remark) if "have signed your authority’s agreement" in one.words()]
    return any(not one.isHidden() for one in said)


@pytest.mark.parametrize(
    ("name", "warned"), [("CAMHS", False), ("camhs", False), ("Harbour Breakfast Club", True), ("", False)]
)
def test_the_warning_stands_where_the_name_is_not_among_those_who_signed(
    qtbot: QtBot, name: str, *, warned: bool
) -> None:
    assert warned_of(qtbot, name, ("CAMHS", "Police")) is warned


def test_an_authority_without_a_list_warns_of_nobody(qtbot: QtBot) -> None:
    assert not warned_of(qtbot, "Harbour Breakfast Club", ())
