"""Who did what is told by child, person and day; a child's account holds that child's lines, and no restricted one."""

from __future__ import annotations

from io import BytesIO

import pytest
from larkrise import MASON, Laptop, Visit
from pypdf import PdfReader

from app.domain.account import Account
from app.operations.auditwords import WORDS, in_words
from app.operations.copies import make_family_copy, read_agreed
from app.operations.families import erase_child, register_child
from app.operations.family import open_family
from app.operations.reviewing import MOST_LINES, NothingToTell, Review, Wanted, account_of, make_account, review
from app.storage import audit, openings
from app.storage.audit import Act
from app.storage.openings import Opening


def asked(laptop: Laptop, wanted: Wanted | None = None) -> Review:
    with laptop.vault.transaction() as tx:
        return review(tx, laptop.workplace, wanted or Wanted())


def said(found: Review) -> list[str]:
    return [line.what for line in found.told]


def account(laptop: Laptop, child: str) -> Account:
    with laptop.vault.transaction() as tx:
        return account_of(tx, laptop.workplace, child)


def open_again(visit: Visit) -> None:
    with visit.laptop.vault.transaction() as tx:
        open_family(tx, visit.laptop.workplace, visit.episode)


@pytest.fixture
def mason(jo: Laptop) -> Visit:
    """Finish Mason's assessment."""
    return jo.finished_visit()


@pytest.fixture
def ruby(jo: Laptop, mason: Visit) -> Visit:
    """Write about Ruby on the day after Mason's assessment was finished."""
    jo.watch.wait(days=1)
    visit = mason.laptop.visit()
    visit.write({"id.given": "Ruby", "id.family": "Marsh"})
    return visit


def test_every_act_is_said_in_words() -> None:
    assert {str(act) for act in Act} - set(WORDS) == set()
    assert in_words("listed", "inbox") != in_words("listed", "home")
    assert in_words("wrong-passphrase", "3 in a row").endswith("(3 in a row)")
    assert "-" not in in_words("of-a-newer-version", "")


def test_the_newest_stand_first_with_who_and_which_child(jo: Laptop, ruby: Visit) -> None:
    found = asked(jo)
    assert found.is_all
    assert [line.at for line in found.told] == sorted((line.at for line in found.told), reverse=True)
    assert {line.who for line in found.told} == {"Jo Whitfield"}
    assert {line.child for line in found.told} == {"Mason Reid", "Ruby Marsh", ""}
    assert dict(found.children)[ruby.started.child] == "Ruby Marsh"


def test_the_look_at_the_list_is_in_the_list(jo: Laptop) -> None:
    asked(jo)
    assert said(asked(jo))[0] == "Looked at the list of what was done"


def test_by_child_there_are_that_childs_lines_alone(jo: Laptop, mason: Visit, ruby: Visit) -> None:
    found = asked(jo, Wanted(child=ruby.started.child))
    assert {line.child for line in found.told} == {"Ruby Marsh"}
    assert {"Added the child", "Began a record", "Wrote in the record"} <= set(said(found))
    assert "Finished a version" in said(asked(jo, Wanted(child=mason.started.child)))


@pytest.mark.usefixtures("ruby")
def test_by_day_there_are_that_days_lines_alone(jo: Laptop) -> None:
    today = jo.watch.now().astimezone().date()
    found = asked(jo, Wanted(day=today))
    assert {line.at.astimezone().date() for line in found.told} == {today}
    assert {line.child for line in found.told} == {"Ruby Marsh"}


def test_by_person_there_is_what_others_opened(jo: Laptop, mason: Visit) -> None:
    statement = mason.signed[0][0].statement
    opened = Opening(statement.record, statement.version, "Priya Nair", jo.watch.now())
    with jo.vault.transaction() as tx:
        openings.add(tx, opened)
    found = asked(jo, Wanted(person="Priya Nair"))
    assert found.people == ("Jo Whitfield", "Priya Nair")
    assert [(line.who, line.what, line.child) for line in found.told] == [
        ("Priya Nair", "Opened what was sent", "Mason Reid")
    ]
    assert "Priya Nair" not in {line.who for line in asked(jo, Wanted(person="Jo Whitfield")).told}


def test_who_looked_and_did_not_write_is_told_from_who_wrote(jo: Laptop, mason: Visit, ruby: Visit) -> None:
    open_again(ruby)
    jo.watch.wait(days=1)
    for visit in (mason, ruby):
        open_again(visit)
    with jo.vault.transaction() as tx:
        read_agreed(tx, jo.workplace, mason.episode)
    ruby.write({"as.reason": "Her mother asked again."})
    found = asked(jo, Wanted(only_looked=True))
    assert {(line.child, line.what) for line in found.told} == {("Mason Reid", "Read the record")}
    assert len(found.told) == 2


def test_of_an_erased_child_there_is_no_name(jo: Laptop, ruby: Visit) -> None:
    with jo.vault.transaction() as tx:
        erase_child(tx, jo.workplace, ruby.started.child)
    found = asked(jo)
    assert "Ruby Marsh" not in repr(found)
    assert "A child whose record was erased" in {line.child for line in found.told}


def test_of_many_lines_the_newest_are_shown_and_it_is_said_that_there_are_more(jo: Laptop) -> None:
    with jo.vault.transaction() as tx:
        for _ in range(MOST_LINES + 5):
            audit.write(tx, Act.LISTED, "", jo.watch.now(), "home")
    found = asked(jo)
    assert len(found.told) == MOST_LINES
    assert not found.is_all


def test_lines_from_before_they_said_what_they_are_about_belong_to_their_child_all_the_same(
    jo: Laptop, mason: Visit
) -> None:
    before = said(asked(jo, Wanted(child=mason.started.child)))
    with jo.vault.transaction() as tx:
        tx.run("DROP TRIGGER audit_never_changes")
        tx.run("UPDATE audit SET about = ''")
    after = said(asked(jo, Wanted(child=mason.started.child)))
    gone = {"Began a form", "Wrote in the record", "Read the record"}  # of drafts that were finished since
    assert [line for line in after if line != "Looked at the list of what was done"] == [
        line for line in before if line not in gone
    ]


def test_an_account_holds_one_childs_lines_oldest_first(jo: Laptop, mason: Visit, ruby: Visit) -> None:
    told = account(jo, mason.started.child)
    assert told.child == "Mason Reid"
    assert told.laptop_of == "Jo Whitfield, learning mentor, Ambleton Early Help"
    assert [one.at for one in told.done] == sorted(one.at for one in told.done)
    assert told.done[0].what == "Added the child"
    assert "Finished a version" in {one.what for one in told.done}
    days = {one.at.date() for one in told.done}
    assert ruby.laptop.watch.now().date() not in days


@pytest.mark.usefixtures("ruby")
def test_an_account_is_a_paper_that_names_no_other_child_and_leaves_its_line(jo: Laptop, mason: Visit) -> None:
    with jo.vault.transaction() as tx:
        make_family_copy(tx, jo.workplace, mason.episode)
        pdf = make_account(tx, jo.workplace, mason.started.child)
    reader = PdfReader(BytesIO(pdf))
    words = "\n".join(page.extract_text() for page in reader.pages)
    for expected in ("Mason Reid", "Jo Whitfield: Saved the family’s copy as a file", "Monday 2 November 2026"):
        assert expected in words
    for other in ("Ruby", "Marsh", str(MASON["id.address"])):
        assert other not in words
    assert "Mason" not in repr(reader.metadata)
    assert said(asked(jo, Wanted(child=mason.started.child)))[0] == "Saved a list of what was done"


def restricted_episode(visit: Visit) -> Visit:
    """Begin a restricted episode for the same child, later."""
    laptop = visit.laptop
    laptop.watch.wait(days=3)
    with laptop.vault.transaction() as tx:
        started = register_child(tx, laptop.workplace, restricted=True)
        tx.run("UPDATE episodes SET child = ? WHERE episode = ?", (visit.started.child, started.episode))
        tx.run("DELETE FROM children WHERE child = ?", (started.child,))
        open_family(tx, laptop.workplace, started.episode)
        audit.write(tx, Act.PRINTED, started.draft, laptop.watch.now())
    return Visit(laptop, started)


def test_nothing_of_a_restricted_episode_is_in_an_account(jo: Laptop, mason: Visit) -> None:
    before = account(jo, mason.started.child)
    restricted_episode(mason)
    assert account(jo, mason.started.child).done == before.done


def test_a_child_with_nothing_but_a_restricted_episode_has_no_account(jo: Laptop) -> None:
    with jo.vault.transaction() as tx:
        started = register_child(tx, jo.workplace, restricted=True)
    for child in (started.child, "nobody"):
        with pytest.raises(NothingToTell):
            account(jo, child)
