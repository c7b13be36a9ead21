"""How somebody stands, and each part of an account, in words that need no list of codes."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace
from staffed import ACCOUNTS, JO, LAPTOP, LEE, MIA, PRIYA, SAM, account

from app.operations.administering import Standing, is_due, is_only_administrator, matches, standing
from app.sync.accounts import said_of
from app.sync.lookingup import NotAnswered, NotShown
from app.sync.troubles import ComeAgain, EndpointRefused, Unreachable
from app.ui.administrator.factor import NOT_ASKED
from app.ui.administrator.inviting import NOBODY_JOINS
from app.ui.shell.accounthistory import history_line
from app.ui.shell.accountwords import COURSES, REASONS, account_shown, fresh_words, row_of
from protocol.accounts import FOR_EVER, NEEDED, Account, AccountChange, AccountState, Course, FactorWhy, Trained, WhyNot
from protocol.problems import Problem

TODAY = date(2026, 11, 26)


def one(key: str) -> Account:
    return next(found for found in ACCOUNTS.accounts if found.account == key)


@pytest.mark.parametrize(
    ("until", "how"),
    [
        ("2026-11-25", Standing.NOT),
        ("2026-11-26", Standing.SOON),
        ("2026-12-26", Standing.SOON),
        ("2026-12-27", Standing.GOOD),
        (FOR_EVER, Standing.GOOD),
    ],
)
def test_what_lapses_within_30_days_is_told_of_and_what_lapsed_may_nothing(until: str, how: Standing) -> None:
    found = account(JO, "Jo", until)
    assert (standing(found, TODAY), is_due(found, TODAY)) == (how, how is not Standing.GOOD)


def test_a_course_that_lapses_a_missing_check_or_policy_is_due_and_whoever_left_is_not() -> None:
    lapsing = tuple(Trained(course, "2024-12-01", "2026-12-01") for course in NEEDED)
    assert is_due(account(JO, "Jo", trained=lapsing), TODAY)
    assert is_due(account(JO, "Jo", trained=()), TODAY)
    assert is_due(account(JO, "Jo", vetted=None), TODAY)
    assert is_due(account(JO, "Jo", accepted_on=""), TODAY)
    assert is_due(account(JO, "Jo", accepted_until="2026-12-01"), TODAY)
    assert not is_due(account(JO, "Jo", accepted_until="2029-02-03"), TODAY)
    assert is_due(account(JO, "Jo", "2026-12-01", state=AccountState.SUSPENDED), TODAY)
    assert not is_due(
        account(JO, "Jo", trained=(*one(JO).trained, Trained(Course.LEAD, "2020-01-01", "2021-01-01"))), TODAY
    )
    assert not is_due(one(LEE), TODAY)
    assert not is_due(one(JO), TODAY)


def test_people_are_found_by_any_part_of_who_they_are() -> None:
    assert matches(one(JO), "whit larkrise")
    assert matches(one(JO), "OKORO")
    assert matches(one(JO), "")
    assert not matches(one(JO), "whit ambleton")


def test_each_reason_and_each_state_has_its_words() -> None:
    for why in WhyNot:
        said = row_of(account(JO, "Jo", why_not=why.value, until=""), TODAY).standing
        assert said.startswith("May not send or receive: ")
    assert "something has lapsed" in row_of(account(JO, "Jo", until="2026-11-01"), TODAY).standing
    assert "something has lapsed" in row_of(account(JO, "Jo", until="", why_not="a new reason"), TODAY).standing
    assert set(COURSES) == set(Course)
    for state in AccountState:
        shown = account_shown(account(JO, "Jo", state=state), TODAY)
        assert shown.state
        assert all(way.question for way in shown.shuttings if way.state != AccountState.OPEN)
        assert state not in {way.state for way in shown.shuttings}


def test_six_digits_are_told_where_they_are_asked_for_and_who_ends_ones_own() -> None:
    assert account_shown(one(JO), TODAY).factor == NOT_ASKED
    priya = account_shown(one(PRIYA), TODAY).factor
    assert priya.may_end
    assert priya.words.startswith("A phone was linked at ")
    new = account_shown(replace(one(PRIYA), factor_since=""), TODAY).factor
    assert not new.may_end
    assert "No phone is linked yet" in new.words
    assert set(REASONS) == set(FactorWhy)
    sam = one(SAM)
    assert "another administrator lets you" in account_shown(sam, TODAY).factor.words
    assert "ecaf-endpoint account new-factor" in account_shown(sam, TODAY, only=True).factor.words


def test_how_somebody_joins_is_told_and_a_code_is_made_for_whom_it_may_be() -> None:
    nobody = replace(one(JO), laptops=())
    made = account_shown(nobody, TODAY).inviting
    assert made.may_make
    assert "takes two people" in made.words
    gone = (replace(LAPTOP, revoked_at="2026-11-01T09:00:00Z"), replace(LAPTOP, is_ordered=True))
    assert account_shown(replace(nobody, laptops=gone), TODAY).inviting.may_make
    for account_of, words in (
        (one(JO), "revoke that one first"),
        (replace(one(PRIYA), laptops=()), "joins with a letter"),
        (one(MIA), "once the check, training and the use policy are recorded"),
    ):
        told = account_shown(account_of, TODAY).inviting
        assert (words in told.words, told.may_make) == (True, False)
    for shut in (one(SAM), one(LEE), replace(nobody, is_own=True)):
        assert account_shown(shut, TODAY).inviting == NOBODY_JOINS


def test_whoever_could_see_to_accounts_beside_is_an_administrator_who_may_act_and_has_a_laptop() -> None:
    sam, lena = one(SAM), account("0a1b2c3d4e55", "Lena Bell", role="administrator")
    revoked = (replace(LAPTOP, revoked_at="2026-11-01T09:00:00Z"),)
    assert is_only_administrator(sam, ACCOUNTS.accounts, TODAY)
    assert not is_only_administrator(sam, (sam, lena), TODAY)
    for cannot in (replace(lena, laptops=()), replace(lena, laptops=revoked), replace(lena, until="2026-11-01")):
        assert is_only_administrator(sam, (sam, cannot), TODAY)
    assert not is_only_administrator(one(PRIYA), ACCOUNTS.accounts, TODAY)


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("opened", "The account was opened."),
        (
            "invited with a code until 2026-11-27T09:12:00Z",
            "A code for one laptop was made. It counts until 09:12 on Friday 27 November 2026.",
        ),
        ("code before ended", "The code before was ended: nobody had used it."),
        ("invited by a letter", "A letter with a code was written, for one laptop within a day."),
        (f"laptop {LAPTOP.device} joined", "Laptop 7d1f7e5f joined with a code."),
        ("check of 2026-01-05 recorded", "The check of 5 January 2026 was recorded."),
        ("using-caf of 2026-01-05 recorded", "A course of 5 January 2026 was recorded: Using CAF."),
        ("use policy accepted on 2026-01-05", "It was recorded that the use policy was accepted on 5 January 2026."),
        ("second factor let go, to be set up anew", "The linked phone was ended."),
        (
            "second factor let go, to be set up anew (lost)",
            "The linked phone was ended. The phone is lost, or was stolen.",
        ),
        (
            f"second factor refused (factor.wrong) on laptop {LAPTOP.device}",
            "Six digits were refused on laptop 7d1f7e5f.",
        ),
        (f"laptop {LAPTOP.device} revoked", "Laptop 7d1f7e5f was revoked."),
        ("knitting of 2026-01-05 recorded", "knitting of 2026-01-05 recorded"),
        ("something new", "something new"),
    ],
)
def test_each_line_of_an_accounts_history_is_told_in_words_and_one_nobody_knows_as_it_stands(
    what: str, words: str
) -> None:
    line = history_line(AccountChange(3, "2026-11-26T09:12:00Z", JO, what), one(JO))
    assert line.what == words
    assert line.when.endswith("on Thursday 26 November 2026, by Jo Whitfield")
    other = history_line(AccountChange(3, "soon", "Sam Okafor, Ambleton Council", what), one(JO))
    assert other.when == "soon, by Sam Okafor, Ambleton Council"


def test_every_line_the_endpoint_writes_of_an_account_has_its_words() -> None:
    for state in AccountState:
        assert history_line(AccountChange(1, "", "", f"now {state}"), one(JO)).what != f"now {state}"
    for words in ("a secret for the second factor shown", "second factor proved", "second factor set up and proved"):
        assert "7d1f7e5f." in history_line(AccountChange(1, "", "", f"{words} on laptop {LAPTOP.device}"), one(JO)).what


def test_an_account_is_told_in_plain_words() -> None:
    shown = account_shown(one(JO), TODAY)
    assert shown.who == "Learning mentor, Larkrise Primary, practitioner. Line manager: Rachel Okoro"
    assert shown.standing == "May send and receive until 5 January 2028."
    assert shown.check == (
        "Enhanced check 900123456789 of 5 January 2025, seen by Sam Okafor.",
        "It counts until 5 January 2028.",
    )
    assert shown.training == ("Information sharing: done on 3 February 2026.", "Using CAF: done on 3 February 2026.")
    assert shown.policy == "Accepted on 3 February 2026."
    (laptop,) = shown.laptops
    assert laptop.name == "Laptop 7d1f7e5f"
    assert laptop.may_revoke
    assert account_shown(one(MIA), TODAY).check == ("No check is on record.",)
    assert "Using CAF: missing, and needed." in account_shown(one(MIA), TODAY).training
    assert "Lead professional: done on 5 May 2025, counts until 5 May 2026." in account_shown(one(LEE), TODAY).training
    assert row_of(account(JO, "Jo", FOR_EVER), TODAY).standing == "May send and receive."


def test_a_laptop_that_is_shut_already_is_not_offered_again() -> None:
    for shut in (replace(LAPTOP, revoked_at="2026-11-20T09:00:00Z"), replace(LAPTOP, is_ordered=True)):
        (laptop,) = account_shown(account(JO, "Jo", laptops=(shut,)), TODAY).laptops
        assert not laptop.may_revoke
        assert "is given nothing more" in laptop.words


def test_it_is_said_from_when_the_list_is_and_why_there_is_none_newer() -> None:
    away = said_of(Unreachable())
    assert isinstance(away, NotAnswered)
    fresh = fresh_words(ACCOUNTS)
    assert (fresh.is_old, fresh.title.startswith("As your authority had it at ")) == (False, True)
    old = fresh_words(ACCOUNTS, away)
    assert old.is_old
    assert "no connection" in old.title
    assert "26 November 2026" in old.words
    assert "Nothing can be changed without a connection" in old.words
    none = fresh_words(None, away)
    assert "Nothing is known here yet" in none.words
    assert "26 November 2026" in account_shown(one(PRIYA), TODAY, old_from=ACCOUNTS.at).old
    assert account_shown(one(PRIYA), TODAY).old == ""


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (Problem.ACCOUNT_OWN, "your own"),
        (Problem.ACCOUNT_LAST, "nobody who could see to accounts"),
        (Problem.ACCOUNT_TWO, "Somebody else lets them join."),
        (Problem.ACCOUNT_NOT_RIGHT, "is not right"),
        (Problem.NOT_FOUND, "shows you nothing of this"),
    ],
)
def test_each_refusal_has_words_of_its_own_and_says_that_what_was_typed_is_there(problem: Problem, said: str) -> None:
    refused = said_of(EndpointRefused(problem))
    assert isinstance(refused, NotShown)
    assert said in refused.what
    assert "still on this page" in refused.safe


def test_other_troubles_are_said_as_they_are_elsewhere_and_our_own_mistakes_stay_mistakes() -> None:
    assert isinstance(said_of(ComeAgain(60)), NotAnswered)
    suspended = said_of(EndpointRefused(Problem.ACCOUNT_NOT_READY, missing="suspended"))
    assert "your account is suspended" in str(suspended)
    mistake = KeyError()
    assert said_of(mistake) is mistake
