"""Whom to ask, who has signed up and which forms are offered is the authority's to say: other settings, other pages."""

from __future__ import annotations

import msgspec
from pytestqt.qtbot import QtBot

from app.forms.definition import FormLibrary
from app.look.kit import Text
from app.operations.otherforms import switched_on
from app.operations.policy import Agency, ContactCard, read_policy
from app.paths import resources
from app.ui.finishing.remark import Remark
from app.ui.otherforms.people import PeoplePage
from app.ui.shell.formwords import people_of

POLICY = read_policy(resources() / "policy" / "default.json")
FORMS = FormLibrary(resources() / "forms")


def words(page: PeoplePage) -> list[str]:
    said = [text.words for text in page.findChildren(Text) if not text.isHidden()]
    return said + [remark.words() for remark in page.findChildren(Remark)]


def test_the_page_shows_whom_the_authority_names(qtbot: QtBot) -> None:
    ours = msgspec.structs.replace(
        POLICY,
        contact_cards=(ContactCard("A buddy", "Ada Quist, who has done fifty.", "01632 960 199"),),
        agencies=(Agency("Bramley Youth Club", signed_up=False),),
    )
    page = PeoplePage()
    qtbot.addWidget(page)
    page.show_people(*people_of(ours))
    said = words(page)
    assert {"A buddy", "Ada Quist, who has done fifty.", "01632 960 199"} <= set(said)
    assert "Bramley Youth Club: has not signed it" in said
    assert ours.signed_up == ()


def test_an_authority_that_names_nobody_is_said_so(qtbot: QtBot) -> None:
    page = PeoplePage()
    qtbot.addWidget(page)
    page.show_people(*people_of(msgspec.structs.replace(POLICY, contact_cards=(), agencies=())))
    assert "Your authority has not listed anybody here yet." in words(page)


def test_forms_are_offered_as_the_policy_names_them_and_in_its_order() -> None:
    assert [form.name for form in switched_on(FORMS, ("transfer", "caf-request"))] == ["transfer", "caf-request"]
    assert switched_on(FORMS, ()) == ()


def test_a_step_of_the_program_and_a_form_that_is_not_here_are_never_offered() -> None:
    assert switched_on(FORMS, ("caf-assessment", "agreement-to-start", "no-such-form")) == ()
