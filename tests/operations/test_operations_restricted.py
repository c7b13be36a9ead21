"""A restricted episode: whatever lists, finds, titles, copies or tells, nobody but those named on it sees that it is.

Whatever can be read with a transaction and nothing more is called here, found by walking the modules: a new one that
showed a name would fail without being thought of.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pyrage
import pytest
from larkrise import AGREED_TO_SHARE, MASON, MORNING, Laptop, Visit, by_hand, everything_in
from test_operations_looks import LOOKS

import app.operations
import app.storage
import app.ui.coordinator.deskwords
import app.ui.shell.homeroom
from app.domain.ids import EnvelopeId
from app.domain.record import RecordKind
from app.operations.copies import TheirOwnCopy, make_family_copy
from app.operations.desk import read_released
from app.operations.families import decide, register_child
from app.operations.finishing import change_something
from app.operations.leaving import Leave, Paper
from app.operations.moving import carried, take_in
from app.operations.reviewing import NothingToTell, Wanted, account_of, make_account, review
from app.operations.safekeeping import prepare
from app.operations.searching import search, search_desk
from app.sealing.moved import sealed_for, signed_draft
from app.sealing.opening import open_package
from app.storage import audit_lines, children, drafts, episodes, inbox, openings, outbox, sealed
from app.storage.database import Transaction
from app.storage.drafts import Draft
from app.storage.openings import Opening
from app.storage.outbox import OutboxKind
from app.sync.fetching import released
from app.ui.coordinator.deskwords import called_at_desk, read_inbox, reading_state
from authority.office import Office
from protocol.envelope import unpack
from protocol.squeezing import unsqueeze

ERIN = ("Erin", "Walsh-Ade", "make it about them", "2012-06-21", "Bassi", "pastoral office", "cp.known_by")
"""Words that stand in her episode and nowhere else."""
HERS = {
    **MASON,
    "id.given": "Erin",
    "id.family": "Walsh-Ade",
    "id.dob": "2012-06-21",
    "id.special": "Through the school pastoral office",
    "as.reason": "They’ll make it about them.",
    "as.present": ("11112222",),
    "as.present/11112222/as.present.name": "Ms Bassi",
}
HER_OWN = {
    "app.storage.children.list_all",
    "app.storage.audit_lines.known_episodes",
}
"""What shows her name to her worker, who is named on it, each line marked as restricted."""
Read = Callable[..., object]


@dataclass
class Siblings:
    """Jo's laptop with Erin, who decides alone, and her small brother; what Erin released is at Priya's desk."""

    jo: Laptop
    priya: Laptop
    erin: Visit
    finn: Visit
    envelope: EnvelopeId


@pytest.fixture
def siblings(jo: Laptop, priya: Laptop) -> Siblings:
    with jo.vault.transaction() as tx:
        erin = Visit(jo, register_child(tx, jo.workplace, restricted=True))
    erin.judge()
    erin.start({**START, "c1.giver": "Erin Walsh-Ade", "c1.capacity": "young person"})
    erin.write(HERS)
    erin.write({**AGREED_TO_SHARE, "c2.signer": "Erin Walsh-Ade", "c2.capacity": "young person"}, RecordKind.SHARING)
    erin.sign()
    finn = jo.finished_visit()
    return Siblings(jo, priya, erin, finn, sent_to_desk(jo, priya, erin))


START = {
    "c1.do": "yes",
    "c1.record_ecaf": "yes",
    "c1.how": "spoken",
    "c1.witness": "Jo Whitfield",
}


def sent_to_desk(jo: Laptop, priya: Laptop, visit: Visit) -> EnvelopeId:
    with jo.vault.transaction() as tx:
        rows = outbox.of_record(tx, visit.signed[0][0].statement.record)
    (row,) = (row for row in rows if row.kind is OutboxKind.RELEASED)
    body = sealed.read(jo.workplace.sealed, row.file)
    signed, _ = unpack(body)
    with priya.vault.transaction() as tx:
        assert released(signed.header, body, priya.workplace, priya.watch.now())(tx)
    return row.envelope


def said_of_erin(told: object) -> list[str]:
    return [word for word in ERIN if word in repr(told)]


def lists() -> Iterator[tuple[str, Read]]:
    """Yield by name every public function that reads from a vault with a transaction and nothing more."""
    for module in modules():
        for name, function in vars(module).items():
            if not name.startswith("_") and inspect.isfunction(function) and function.__module__ == module.__name__:
                needed = [
                    one.name
                    for one in inspect.signature(function).parameters.values()
                    if one.default is inspect.Parameter.empty
                ]
                if needed == ["tx"]:
                    yield f"{module.__name__}.{name}", function


def modules() -> Iterator[ModuleType]:
    for package in (app.storage, app.operations):
        for one in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            yield importlib.import_module(one.name)
    yield from (app.ui.coordinator.deskwords, app.ui.shell.homeroom)


CHANGING = ("forget", "read_lost_work", "catch_up", "next_device_seq", "leave", "remove")
"""How the names begin of those that change something and tell nothing."""


def readers() -> list[tuple[str, Read]]:
    return [(name, read) for name, read in lists() if not name.rsplit(".", 1)[-1].startswith(CHANGING)]


def test_the_walk_finds_the_lists_there_are() -> None:
    found = {name for name, _ in readers()}
    assert found > HER_OWN
    assert {
        "app.storage.inbox.list_all",
        "app.ui.coordinator.deskwords.read_inbox",
        "app.storage.drafts.worries",
    } < found
    assert len(found) > 25


def test_at_the_desk_no_list_has_a_word_of_hers(siblings: Siblings) -> None:
    with siblings.priya.vault.transaction() as tx:
        told = {name: said_of_erin(read(tx)) for name, read in readers()}
    assert {name: words for name, words in told.items() if words} == {}


def test_at_the_desk_no_table_has_a_word_of_hers_but_what_is_sealed(siblings: Siblings) -> None:
    assert said_of_erin(everything_in(siblings.priya.vault)) == []


def test_her_workers_own_lists_mark_her_as_restricted_and_no_other_list_has_her(siblings: Siblings) -> None:
    with siblings.jo.vault.transaction() as tx:
        told = {name for name, read in readers() if said_of_erin(read(tx))}
        rows, known = children.list_all(tx), audit_lines.known_episodes(tx)
    assert told == HER_OWN
    assert [row.restricted for row in rows if row.summary.given == "Erin"] == [True]
    assert [one.restricted for one in known if "Erin" in one.name] == [True]


@pytest.mark.parametrize("name", sorted(LOOKS))
def test_nothing_that_shows_her_brothers_record_hints_at_hers(siblings: Siblings, name: str) -> None:
    _, look = LOOKS[name]
    visit = siblings.finn
    if name == "finishing.final_version":
        visit = siblings.jo.visit()
        visit.start()
        visit.write(MASON)
    own = {"homeroom.read_home", "reviewing.review"}
    with siblings.jo.vault.transaction() as tx:
        told = said_of_erin(look(tx, siblings.jo.workplace, visit.episode))
    assert told == [] or name in own  # the worker's own home and own log, where she is marked


@pytest.mark.parametrize("text", ["erin", "walsh", "w", "e w", ""])
def test_at_the_desk_no_search_finds_her(siblings: Siblings, text: str) -> None:
    priya = siblings.priya
    with priya.vault.transaction() as tx:
        assert said_of_erin(search(tx, priya.workplace, priya.vault, text)) == []
        rows = search_desk(tx, priya.workplace, priya.vault, text)
    assert (len(rows), said_of_erin(rows)) == (0 if text else 1, [])
    assert {called_at_desk(row) for row in rows} <= {"A young person"}


def test_at_the_desk_the_log_names_nobody(siblings: Siblings) -> None:
    priya = siblings.priya
    with priya.vault.transaction() as tx:
        read_released(tx, priya.workplace, siblings.envelope)
        told = review(tx, priya.workplace, Wanted())
        assert said_of_erin(told) == []
        assert "A young person" in {name for _, name in told.children}
        with pytest.raises(NothingToTell):
            account_of(tx, priya.workplace, siblings.erin.episode)


def test_the_restriction_travels_inside_the_seal_and_the_desk_says_so_before_it_is_opened(siblings: Siblings) -> None:
    priya = siblings.priya
    with priya.vault.transaction() as tx:
        (line,) = read_inbox(tx).lines
        body = inbox.body(tx, siblings.envelope)
    assert (line.child, "do not contact home" in line.words) == ("A young person", True)
    assert body is not None
    assert said_of_erin(body) == []
    assert b"restricted" not in body
    assert open_package(body, priya.workplace.identities, root=priya.workplace.root).restricted


def test_whom_she_released_it_to_reads_it_and_is_told_whose_it_is(siblings: Siblings) -> None:
    priya = siblings.priya
    with priya.vault.transaction() as tx:
        reading = reading_state(priya.workplace, read_released(tx, priya.workplace, siblings.envelope))
    assert reading.title == "Erin Walsh-Ade"
    assert reading.meta.startswith("Restricted: do not contact home")


def test_her_brothers_package_is_not_restricted_and_has_his_name_on_the_list(siblings: Siblings) -> None:
    sent_to_desk(siblings.jo, siblings.priya, siblings.finn)
    with siblings.priya.vault.transaction() as tx:
        assert {line.child for line in read_inbox(tx).lines} == {"A young person", "Mason Reid"}


@pytest.mark.parametrize("reader", ["", "parent"])
def test_a_copy_of_it_is_made_for_nobody_but_herself(siblings: Siblings, reader: str) -> None:
    jo, leave = siblings.jo, Leave(Paper.COPY, reader=reader)
    with jo.vault.transaction() as tx, pytest.raises(TheirOwnCopy):
        make_family_copy(tx, jo.workplace, siblings.erin.episode, leave)
    with jo.vault.transaction() as tx:
        own = Leave(Paper.COPY, reader="young person")
        assert make_family_copy(tx, jo.workplace, siblings.erin.episode, own).startswith(b"%PDF")


def test_the_list_of_what_was_done_leaves_her_out_even_when_it_is_asked_for(siblings: Siblings) -> None:
    jo = siblings.jo
    with jo.vault.transaction() as tx:
        openings.add(tx, Opening(siblings.erin.signed[0][0].statement.record, 1, "Priya Nair", MORNING))
        with pytest.raises(NothingToTell):
            make_account(tx, jo.workplace, siblings.erin.started.child)
        assert said_of_erin(account_of(tx, jo.workplace, siblings.finn.started.child)) == []


def test_an_earlier_open_episode_of_hers_is_told_and_the_restricted_one_is_not(jo: Laptop) -> None:
    visit = jo.visit()
    visit.write({"id.given": "Erin"})
    with jo.vault.transaction() as tx:
        later = episodes.open_episode(tx, visit.started.child, jo.watch.now(), restricted=True)
        decide(tx, jo.workplace, later, young_person=True)
    with jo.vault.transaction() as tx:
        account = account_of(tx, jo.workplace, visit.started.child)
        assert [one for one in account.done if "alone" in one.what] == []


def test_what_key_holders_could_open_of_an_unsent_day_does_not_name_her(siblings: Siblings) -> None:
    jo = siblings.jo
    with jo.vault.transaction() as tx:
        prepare(tx, jo.workplace)
        (row,) = (row for row in outbox.waiting(tx, jo.watch.now()) if row.kind is OutboxKind.LEDGER)
    told = opened_ledger(jo, row.file)
    assert (said_of_erin(told), "Mason Reid" in told) == ([], True)


def opened_ledger(jo: Laptop, file: str) -> str:
    _, body = unpack(sealed.read(jo.workplace.sealed, file))
    own = [pyrage.x25519.Identity.from_str(one) for one in jo.workplace.identities]
    return unsqueeze(pyrage.decrypt(body, own)).decode()


def test_where_it_stood_open_it_is_restricted_once_that_comes_in(jo: Laptop, office: Office, tmp_path: Path) -> None:
    visit = jo.finished_visit()
    new = Laptop.new(tmp_path / "new", by_hand(office, "practitioner"))
    marked = []
    for restricted in (False, True, False):
        with jo.vault.transaction() as tx:
            episodes.set_restricted(tx, visit.episode, restricted=restricted)
            draft = drafts.find(tx, visit.episode, RecordKind.ASSESSMENT) or again(tx, jo, visit)
            package = signed_draft(
                jo.workplace.certificate, carried(tx, jo.workplace, draft), jo.workplace.secrets.signing
            )
        with new.vault.transaction() as there:
            take_in(there, new.workplace, sealed_for(package, new.workplace.certificate))
            found = episodes.get(there, visit.episode)
            assert found is not None
            marked.append(found.restricted)
            drafts.remove(there, drafts.of_episode(there, visit.episode)[0].draft)
    assert marked == [False, True, True]
    new.vault.lock()


def again(tx: Transaction, jo: Laptop, visit: Visit) -> Draft:
    change_something(tx, jo.workplace, visit.episode)
    found = drafts.find(tx, visit.episode, RecordKind.ASSESSMENT)
    assert found is not None
    return found
