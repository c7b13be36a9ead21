"""Each letter, when it may be made and for whom: what is withheld or denied is on none, and each is written down."""

from __future__ import annotations

import dataclasses
from io import BytesIO

import pytest
from larkrise import AGREED_TO_SHARE, HELD_BACK, MASON, Laptop, Visit
from msgspec.structs import replace
from pypdf import PdfReader

from app.documents.language import ENGLISH, read_language
from app.domain.answers import Answers
from app.domain.letter import LetterKind, Passing
from app.domain.record import RecordKind
from app.operations import letters
from app.operations.auditwords import in_words
from app.operations.families import decide
from app.operations.leaving import Leave, Way
from app.operations.letters import (
    ASK_FIRST,
    NO_LEAD,
    NOT_AGREED,
    NOT_ENDED,
    NOT_STARTED,
    THEIR_OWN,
    NotNow,
    letter_languages,
    letters_ready,
    make_letter,
)
from app.operations.policy import Leaflet, LeafletPart, Letters, Policy, read_policy
from app.paths import resources
from app.storage import audit

POLICY = read_policy(resources() / "policy" / "default.json")
MORE: Answers = {
    "id.phone": "07700 900261",
    "co.strengths": "Kind at playtime.",
    "lp.name": "Sam Okoro",
    "lp.org": "Larkrise Primary",
    "lp.phone": "01632 960 155",
    "lp.status": "agreed by TAC",
}
GRID: Answers = {
    **AGREED_TO_SHARE,
    "c2.list": ("s1", "s2", "s3"),
    "c2.list/s1/c2.list.service": "School nurse",
    "c2.list/s1/c2.list.may_see": "yes",
    "c2.list/s2/c2.list.service": "Housing",
    "c2.list/s2/c2.list.may_see": "no",
    "c2.list/s3/c2.list.service": "Riverside counselling",
    "c2.list/s3/c2.list.may_see": "yes",
    "c2.list/s3/c2.list.sensitive": True,
    "c2.review_on": "2027-05-02",
}
TO_BRENT = Passing("Early help, Brent\nCivic Centre", ("assessment", "plan"), agreed=True)


def letter(
    visit: Visit, kind: LetterKind, passing: Passing | None = None, policy: Policy = POLICY, language: str = "en-GB"
) -> str:
    """Return the words of a letter."""
    with visit.laptop.vault.transaction() as tx:
        pdf = make_letter(tx, visit.laptop.workplace, policy, visit.episode, kind, Way.SAVED, passing, language)
    found = PdfReader(BytesIO(pdf))
    assert "Reid" not in str(found.metadata)
    return " ".join(" ".join(page.extract_text() for page in found.pages).split())


def why_not(visit: Visit) -> dict[LetterKind, str]:
    with visit.laptop.vault.transaction() as tx:
        return letters_ready(tx, visit.laptop.workplace, visit.episode)


def agreed(jo: Laptop, more: Answers = MORE) -> Visit:
    """Return a family that has read, agreed and signed."""
    visit = jo.visit()
    visit.start()
    visit.write({**MASON, **more})
    visit.write(GRID, RecordKind.SHARING)
    visit.sign()
    return visit


def test_before_anybody_said_yes_there_is_the_leaflet_alone(jo: Laptop) -> None:
    assert why_not(jo.visit()) == {
        LetterKind.LEAFLET: "",
        LetterKind.START: NOT_STARTED,
        LetterKind.TRANSFER: NOT_AGREED,
        LetterKind.LEAD: NOT_STARTED,
        LetterKind.REMINDER: NOT_AGREED,
        LetterKind.THANKS: NOT_ENDED,
    }


@pytest.mark.parametrize("kind", [kind for kind in LetterKind if kind is not LetterKind.LEAFLET])
def test_a_letter_whose_time_has_not_come_is_not_made_and_leaves_no_line(jo: Laptop, kind: LetterKind) -> None:
    visit = jo.visit()
    with pytest.raises(NotNow):
        letter(visit, kind)
    with jo.vault.transaction() as tx:
        assert not list(tx.all("SELECT act FROM audit WHERE act = 'printed'"))


def test_the_leaflet_is_in_the_words_of_the_policy_and_names_no_child(jo: Laptop) -> None:
    visit = agreed(jo)
    text = letter(visit, LetterKind.LEAFLET)
    assert POLICY.leaflet is not None
    for part in POLICY.leaflet.parts:
        assert part.title in text
    assert POLICY.letters.phone in text
    assert "Mason" not in text
    own = Leaflet("In our area", "2", (LeafletPart("You choose", "What would help is up to you."),))
    assert "What would help is up to you." in letter(visit, LetterKind.LEAFLET, policy=replace(POLICY, leaflet=own))
    with pytest.raises(NotNow):
        letter(visit, LetterKind.LEAFLET, policy=replace(POLICY, leaflet=None))


def test_the_start_notice_says_who_and_not_why_nor_where(jo: Laptop) -> None:
    visit = jo.visit()
    visit.start()
    visit.write(MASON)
    text = letter(visit, LetterKind.START)
    assert "Mason Reid" in text
    assert "Friday 9 October 2020" in text
    assert POLICY.letters.local_team[0] in text
    assert "bedtimes" not in text
    assert "Heron Close" not in text


def test_a_transfer_letter_needs_to_whom_and_the_familys_yes(jo: Laptop) -> None:
    visit = agreed(jo)
    for passing in (None, Passing("Brent", (), agreed=False), Passing(" ", (), agreed=True)):
        with pytest.raises(NotNow) as stop:
            letter(visit, LetterKind.TRANSFER, passing)
        assert stop.value.what == ASK_FIRST
    text = letter(visit, LetterKind.TRANSFER, TO_BRENT)
    for said in ("Early help, Brent", "Civic Centre", "The assessment", "The plan", "next 4 weeks", "Mason Reid"):
        assert said in text
    for said in ("The reviews", HELD_BACK, "Heron Close"):
        assert said not in text


def test_the_lead_is_introduced_when_somebody_is_and_for_now_where_it_is_for_now(jo: Laptop) -> None:
    assert why_not(agreed(jo, {}))[LetterKind.LEAD] == NO_LEAD
    text = letter(agreed(jo), LetterKind.LEAD)
    assert f"Sam Okoro is your {POLICY.letters.lead}." in text
    assert "01632 960 155" in text
    interim = letter(agreed(jo, {**MORE, "lp.status": "interim (convenor)"}), LetterKind.LEAD)
    assert "for now" in interim


def test_the_reminder_names_those_who_may_see_it_and_no_private_service(jo: Laptop) -> None:
    text = letter(agreed(jo), LetterKind.REMINDER)
    assert "School nurse" in text
    assert "Sunday 2 May 2027" in text
    assert "Dear Carly Reid," in text
    assert "4 Heron Close" in text
    for said in ("Housing", "Riverside"):
        assert said not in text


def test_an_address_that_is_to_stay_private_is_on_no_letter(jo: Laptop) -> None:
    visit = agreed(jo, {**MORE, "id.address_confidential": True})
    for kind in (LetterKind.LEAD, LetterKind.REMINDER, LetterKind.START):
        assert "Heron" not in letter(visit, kind)
    assert "Heron" not in letter(visit, LetterKind.TRANSFER, TO_BRENT)


def test_of_a_young_persons_own_record_nothing_goes_to_a_team_and_nothing_is_addressed_home(jo: Laptop) -> None:
    visit = jo.visit()
    with jo.vault.transaction() as tx:
        decide(tx, jo.workplace, visit.episode, young_person=True)
    visit.judge()
    visit.start()
    visit.write({**MASON, **MORE})
    visit.write(GRID, RecordKind.SHARING)
    visit.sign()
    found = why_not(visit)
    assert found[LetterKind.START] == found[LetterKind.TRANSFER] == THEIR_OWN
    for kind in (LetterKind.REMINDER, LetterKind.LEAD):
        assert "Heron" not in letter(visit, kind)


def test_what_stands_on_every_letter_is_the_authoritys_own(jo: Laptop) -> None:
    own = Letters(("Own Council",), "01234 999", ("Own Team",), "own talk", "own key worker", 9)
    policy, visit = replace(POLICY, letters=own), agreed(jo)
    for kind, shown in (
        (LetterKind.LEAFLET, ("Own Council", "01234 999")),
        (LetterKind.START, ("Own Team", "own talk")),
        (LetterKind.LEAD, ("own key worker",)),
    ):
        text = letter(visit, kind, policy=policy)
        assert [words for words in shown if words not in text] == []
    assert "9 weeks" in letter(visit, LetterKind.TRANSFER, TO_BRENT, policy=policy)


def test_a_thank_you_may_follow_what_was_signed_and_then_speaks_of_the_plan(jo: Laptop) -> None:
    text = letter(agreed(jo), LetterKind.THANKS)
    assert "The plan says what happens next." in text
    assert "wipe" not in text


def test_no_letter_is_given_in_a_language_that_nobody_has_reviewed(jo: Laptop) -> None:
    assert {letter_languages(POLICY, kind) for kind in LetterKind} == {("en-GB",)}
    assert "Is this still all right?" in letter(agreed(jo), LetterKind.REMINDER, language="cy")


def test_once_reviewed_what_goes_home_is_in_welsh_and_what_goes_to_a_team_is_not(
    jo: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    welsh = dataclasses.replace(read_language(resources() / "i18n" / "papers-cy.json"), reviewed=True)
    monkeypatch.setattr(letters, "languages", lambda: {"en-GB": ENGLISH, "cy": welsh})
    (leaflet,) = POLICY.leaflet_elsewhere
    looked_at = replace(leaflet, reviewed_by="A translator", reviewed_on="2027-01-12")
    policy, visit = replace(POLICY, leaflet_elsewhere=(looked_at,)), agreed(jo)
    assert letter_languages(POLICY, LetterKind.LEAFLET) == ("en-GB",)
    for kind, said in (
        (LetterKind.LEAFLET, "Chi sy’n dewis"),
        (LetterKind.REMINDER, "Ar Dydd Llun 2 Tachwedd 2026"),
        (LetterKind.LEAD, "Sam Okoro yw eich gweithiwr arweiniol."),
        (LetterKind.THANKS, "Diolch am siarad"),
    ):
        assert letter_languages(policy, kind) == ("en-GB", "cy")
        assert said in letter(visit, kind, policy=policy, language="cy")
    assert "We are about to start" in letter(visit, LetterKind.START, policy=policy, language="cy")
    nameless = replace(policy, letters=replace(policy.letters, lead_elsewhere={}))
    assert letter_languages(nameless, LetterKind.LEAD) == ("en-GB",)


def test_a_thank_you_is_for_when_a_checklist_is_the_end(jo: Laptop) -> None:
    visit = jo.visit()
    visit.write({"pre.decision": "no additional needs"}, RecordKind.CHECKLIST)
    assert "Thank you for talking with us" in letter(visit, LetterKind.THANKS)
    assert f"{POLICY.checklist_kept_days} days" in letter(visit, LetterKind.THANKS)
    visit.write({"pre.harm": "yes"}, RecordKind.CHECKLIST)
    assert why_not(visit)[LetterKind.THANKS] == NOT_ENDED


def test_each_letter_that_leaves_is_a_line_in_words(jo: Laptop) -> None:
    visit = agreed(jo)
    letter(visit, LetterKind.REMINDER)
    with jo.vault.transaction() as tx:
        row = tx.all("SELECT act, why, object FROM audit ORDER BY n")[-1]
        assert audit.verify(tx) is None
    assert (row["act"], row["object"]) == ("printed", visit.episode)
    assert in_words(row["act"], row["why"]) == "Saved a letter on what was agreed as a file"
    for kind in LetterKind:
        assert in_words("printed", Leave(kind, Way.SHOWN).code()).startswith("Opened ")
