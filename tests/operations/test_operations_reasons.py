"""The reason for going on although a rule spoke is kept, stays open until it is written, and goes with the child."""

from __future__ import annotations

import pytest
from larkrise import AGREED_TO_START, MASON, Visit, everything_in

from app.domain.answers import Answers
from app.domain.bundle import Asker
from app.domain.earlier import Check
from app.operations.bundling import gather
from app.operations.earlier import check_here
from app.operations.families import erase_child
from app.operations.family import open_family
from app.operations.keeping import Unsaved, keep
from app.operations.otherforms import begin_form
from app.storage.audit import Act

WHY = "The panel asked for it in writing."


def explain(visit: Visit, why: str, rule: int = 11) -> None:
    with visit.laptop.vault.transaction() as tx:
        keep(tx, Unsaved(reasons={(visit.episode, rule): why}), visit.laptop.watch.now())


def reasons_of(visit: Visit) -> dict[int, str]:
    with visit.laptop.vault.transaction() as tx:
        return open_family(tx, visit.laptop.workplace, visit.episode).reasons


def ask_elsewhere(visit: Visit, answers: Answers) -> None:
    with visit.laptop.vault.transaction() as tx:
        url = visit.laptop.workplace.forms.by_name("caf-request").url
        draft = begin_form(tx, visit.laptop.workplace, visit.episode, url)
        keep(tx, Unsaved(answers={draft: dict(answers)}), visit.laptop.watch.now())


def check(visit: Visit) -> Check:
    with visit.laptop.vault.transaction() as tx:
        return check_here(tx, visit.laptop.workplace, visit.episode)


def test_a_reason_is_kept_changed_and_taken_back(visit: Visit) -> None:
    for why in ("The panel", WHY):
        explain(visit, why)
    assert reasons_of(visit) == {11: WHY}
    explain(visit, " ")
    assert reasons_of(visit) == {}


def test_writing_one_leaves_one_line_a_day(visit: Visit) -> None:
    for why in ("The", "The panel", WHY):
        explain(visit, why)
    with visit.laptop.vault.transaction() as tx:
        acts = [row["act"] for row in tx.all("SELECT act FROM audit")]
    assert acts.count(Act.WRITTEN) == 1


def test_it_goes_with_the_child_whose_family_said_no(visit: Visit) -> None:
    explain(visit, WHY)
    assert WHY in everything_in(visit.laptop.vault)
    with visit.laptop.vault.transaction() as tx:
        erase_child(tx, visit.laptop.workplace, visit.started.child)
    assert WHY not in everything_in(visit.laptop.vault)


def test_it_is_in_what_is_held_about_a_child_once_somebody_decided_so(ready: Visit) -> None:
    explain(ready, WHY)
    with ready.laptop.vault.transaction() as tx:
        bundle = gather(tx, ready.laptop.workplace, ready.started.child, Asker.PARENT)
    assert WHY in {line.said for line in bundle.to_decide}


def test_an_agreement_says_with_its_day_that_nobody_checked_elsewhere(visit: Visit) -> None:
    visit.write(MASON)
    visit.start()
    assert reasons_of(visit) == {66: "Not checked elsewhere when they agreed to start, on Monday 2 November 2026."}


def test_a_reason_given_before_is_not_written_over(visit: Visit) -> None:
    explain(visit, WHY, 66)
    visit.start()
    assert reasons_of(visit) == {66: WHY}


@pytest.mark.parametrize(
    ("found", "is_so"),
    [
        ("none", Check.NONE_FOUND),
        ("closed CAF", Check.NONE_FOUND),
        ("open CAF elsewhere", Check.OPEN_ELSEWHERE),
        ("start already signalled", Check.OPEN_ELSEWHERE),
        ("not checked", Check.NOT_CHECKED),
    ],
)
def test_what_a_request_found_elsewhere_is_what_is_known(visit: Visit, found: str, is_so: Check) -> None:
    ask_elsewhere(visit, {"reg.check": found})
    assert check(visit) is is_so
    visit.start(AGREED_TO_START)
    assert (66 in reasons_of(visit)) is (is_so is Check.NOT_CHECKED)
