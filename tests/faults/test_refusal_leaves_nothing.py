"""A no to a computer, after all that can be written was written: no page, journal, sealed copy or later backup has it.

Everything is read as somebody with the key could: each page decrypted, free ones and journal too, each sealed file
opened with the device's own key, each backup unpacked, and every marked word looked for in each way to write it down.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyrage
import pytest
from bare_pages import bare_pages
from larkrise import AGREED_TO_SHARE, AGREED_TO_START, MASON, PASSPHRASE, Laptop, Visit, by_hand, new_office
from marked import MARK, names_in, ways_to_write
from squeezed import unsqueezed

from app.domain.answers import Answers
from app.domain.record import RecordKind
from app.operations.caring import back_up
from app.operations.families import decide, erase_sealed
from app.operations.finishing import change_something
from app.operations.households import add_child
from app.operations.keeping import Unsaved, keep
from app.operations.refusing import Elsewhere, erase_refused, held_elsewhere
from app.operations.safekeeping import prepare
from app.operations.worrying import answer_worry, begin_worry
from app.storage import children, outbox
from app.storage.drafts import Place
from app.storage.outbox import OutboxKind
from app.storage.soundness import go_on
from protocol.envelope import unpack
from protocol.squeezing import unsqueeze

PLACES = (
    "given", "family", "address", "reason", "overwritten", "cleared", "row", "row taken out", "checklist", "giver",
    "adult here only", "sibling here only", "note", "worry", "done", "second worry", "second version",
    "service", "signer",
)  # fmt: skip
WORDS = {place: f"{MARK}{chr(97 + number)}q" for number, place in enumerate(PLACES)}
SHARED, HERS = f"{MARK}zz", f"{MARK}yy"
"""The mother of both, whose name another child's record holds too; and what is written about that child alone."""
Wanted = Mapping[str, tuple[bytes, ...]]
WANTED: Wanted = {name: tuple(dict.fromkeys(ways_to_write(word))) for name, word in WORDS.items()}
STAYING: Wanted = {name: (name.encode(),) for name in (SHARED, HERS)}


def someone(row: str, name: str, *, group: str = "fh.people") -> dict[str, str]:
    return {f"{group}/{row}/{group}.name": name}


@dataclass
class Refused:
    """A laptop with two children: one whose family says no after all, and a sister with a record of her own."""

    laptop: Laptop
    brother: Visit
    sister: Visit

    @property
    def folder(self) -> Path:
        """The vault's folder."""
        return self.laptop.vault.folder

    def pages(self) -> bytes:
        """Return every page as it stands on the disk now."""
        return bare_pages(self.folder, PASSPHRASE)

    def sealed(self, folder: Path | None = None) -> bytes:
        """Return what this laptop's own key opens of every sealed file, wherever it stands."""
        (own,) = (pyrage.x25519.Identity.from_str(one) for one in self.laptop.workplace.identities)
        return b"".join(opened(path, own) for path in sorted((folder or self.folder).rglob("*.ecaf*")))

    def backed_up(self, to: Path) -> bytes:
        """Make a backup, and return all that stands in it, opened."""
        back_up(self.laptop.vault, to, self.laptop.watch, go_on)
        with zipfile.ZipFile(to) as archive:
            archive.extractall(to.with_suffix(".d"))
        return bare_pages(to.with_suffix(".d"), PASSPHRASE) + self.sealed(to.with_suffix(".d"))

    def erase(self) -> None:
        """Do what the button does."""
        with self.laptop.vault.transaction() as tx:
            files = erase_refused(tx, self.laptop.workplace, self.brother.started.child)
        erase_sealed(self.laptop.workplace, files)


def found_in(content: bytes) -> set[str]:
    """Return the places whose marked word stands in some bytes, squeezed or not."""
    return {name for part in (content, *unsqueezed(content)) for name in names_in(part, WANTED)}


def opened(path: Path, own: pyrage.x25519.Identity) -> bytes:
    _, body = unpack(path.read_bytes())
    try:
        return unsqueeze(pyrage.decrypt(body, [own]))
    except pyrage.DecryptError:
        return body  # sealed to the desk alone


@pytest.fixture
def refused(tmp_path: Path) -> Iterator[Refused]:
    jo = Laptop.new(tmp_path / "jo", by_hand(new_office(tmp_path / "office"), "practitioner"))
    sister, brother = jo.visit(), jo.visit()
    for visit in (sister, brother):
        mother: Answers = {"fh.people": ("aaaa0001",), **someone("aaaa0001", SHARED)}
        visit.write({**MASON, **mother, "as.reason": HERS if visit is sister else WORDS["reason"]})
    write_everything(jo, brother)
    sister.start()
    yield Refused(jo, brother, sister)
    jo.vault.lock()


def write_everything(jo: Laptop, visit: Visit) -> None:
    """Write a marked word into each place where one can be kept, and over some of them."""
    people: Answers = {
        "fh.people": ("aaaa0001", "aaaa0002", "aaaa0003"),
        **someone("aaaa0002", WORDS["adult here only"]),
        **someone("aaaa0003", WORDS["sibling here only"]),
    }
    visit.write({**people, "ac/4f1c22ab/ac.action": WORDS["row"], "co.review": "2026-12-01"})
    visit.write({"id.given": WORDS["given"], "id.family": WORDS["family"], "id.address": WORDS["address"]})
    visit.write({"pre.q1": "no", "pre.q1.note": WORDS["checklist"]}, RecordKind.CHECKLIST)
    with jo.vault.transaction() as tx:
        places = {visit.started.draft: Place("as.reason", 3)}
        keep(tx, Unsaved(notes={(visit.episode, "n"): WORDS["note"]}, places=places), jo.watch.now())
    with jo.vault.transaction() as tx:
        decide(tx, jo.workplace, visit.episode, young_person=False)
    visit.start({**AGREED_TO_START, "c1.giver": WORDS["giver"], "c1.backup": "yes"})
    with jo.vault.transaction() as tx:
        prepare(tx, jo.workplace)  # the drafts are sealed to safe keeping, and a ledger names the child
    worry(visit, WORDS["worry"], WORDS["done"])
    grid: Answers = {"c2.list": ("bbbb0001",), "c2.list/bbbb0001/c2.list.service": WORDS["service"]}
    visit.write(
        {**AGREED_TO_SHARE, **grid, "c2.list/bbbb0001/c2.list.may_see": "yes", "c2.signer": WORDS["signer"]},
        RecordKind.SHARING,
    )
    visit.sign()
    with jo.vault.transaction() as tx:
        change_something(tx, jo.workplace, visit.episode)
    visit.write({"d2.guidance.needs": WORDS["second version"]})
    for words in (WORDS["overwritten"], "other words"):
        jo.watch.wait(minutes=2)
        visit.write({"d1.behaviour.needs": words, "d1.speech.needs": WORDS["cleared"]})
    visit.clear("d1.speech.needs")
    visit.write({"fh.people": ("aaaa0001", "aaaa0004"), **someone("aaaa0004", WORDS["row taken out"])})
    visit.write({"fh.people": ("aaaa0001",)})
    worry(visit, WORDS["second worry"], "done")


def worry(visit: Visit, what: str, done: str) -> None:
    with visit.laptop.vault.transaction() as tx:
        begin_worry(tx, visit.laptop.workplace, visit.episode)
    answers = {"ex.concern": "yes", "ex.told_family": "yes", "ex.result": "continues beside"}
    visit.write({**answers, "ex.what": what, "ex.done": done}, RecordKind.CONCERN)
    with visit.laptop.vault.transaction() as tx:
        answer_worry(tx, visit.laptop.workplace, visit.episode)


def test_before_it_every_word_can_be_found_so_that_the_search_is_worth_something(refused: Refused) -> None:
    assert found_in(refused.pages()) == set(PLACES)
    assert {"worry", "giver", "service", "reason"} <= found_in(refused.sealed())
    assert set(names_in(refused.pages(), STAYING)) == {SHARED, HERS}


def test_after_it_no_page_no_journal_and_no_sealed_file_holds_one(refused: Refused) -> None:
    refused.erase()
    assert found_in(refused.pages()) == set()
    assert found_in(refused.sealed()) == set()
    refused.laptop.vault.lock()
    assert found_in(refused.pages()) == set()
    names = " ".join(str(path) for path in refused.folder.rglob("*")).encode()
    assert set(names_in(names, WANTED)) == set()


def test_nothing_of_it_waits_to_be_sent_and_the_next_round_says_so_elsewhere(refused: Refused) -> None:
    refused.erase()
    with refused.laptop.vault.transaction() as tx:
        files = prepare(tx, refused.laptop.workplace)
        waiting = {row.kind for row in outbox.waiting(tx, refused.laptop.watch.now())}
    erase_sealed(refused.laptop.workplace, files)
    assert waiting == {OutboxKind.DRAFT, OutboxKind.LEDGER}  # drafts taken back, and a ledger without him
    assert found_in(refused.sealed()) == set()


def test_a_sister_and_a_mother_in_her_record_stay(refused: Refused) -> None:
    refused.erase()
    assert set(names_in(refused.pages(), STAYING)) == {SHARED, HERS}
    with refused.laptop.vault.transaction() as tx:
        assert [row.child for row in children.list_all(tx)] == [refused.sister.started.child]
    assert refused.sister.written()["as.reason"] == HERS


def test_a_backup_from_before_still_holds_it_and_says_so_and_the_next_holds_nothing(
    refused: Refused, tmp_path: Path
) -> None:
    child = refused.brother.started.child
    before = refused.backed_up(tmp_path / "before.ecafbackup")
    with refused.laptop.vault.transaction() as tx:
        told = held_elsewhere(tx, child)
    refused.erase()
    after = refused.backed_up(tmp_path / "after.ecafbackup")
    assert found_in(before) == set(PLACES)
    assert told == Elsewhere(backup=refused.laptop.watch.now(), kept_safe=told.kept_safe)
    assert found_in(after) == set()
    assert set(names_in(after, STAYING)) == {SHARED, HERS}


def test_with_no_backup_made_since_the_child_was_added_none_is_spoken_of(refused: Refused) -> None:
    with refused.laptop.vault.transaction() as tx:
        assert held_elsewhere(tx, refused.sister.started.child) == Elsewhere()


def test_a_no_for_one_child_of_three_leaves_nothing_in_the_others_records(refused: Refused) -> None:
    jo, name = refused.laptop, WORDS["given"]
    kept = jo.visit()
    kept.start({**AGREED_TO_START, "c1.backup": "yes"})
    kept.write({**MASON, "fh.people": ("aaaa0009",), **someone("aaaa0009", SHARED)})
    with jo.vault.transaction() as tx:
        added = add_child(tx, jo.workplace, kept.episode, name)
        add_child(tx, jo.workplace, kept.episode, "Alfie")
    jo.watch.wait(minutes=5)
    with jo.vault.transaction() as tx:
        files = prepare(tx, jo.workplace)  # the draft of the one who said yes is sealed, and names the brother
    erase_sealed(jo.workplace, files)
    refused.erase()
    assert (found_in(refused.pages()), found_in(refused.sealed())) == ({"given"}, {"given"})
    with jo.vault.transaction() as tx:
        files = erase_refused(tx, jo.workplace, added.child)
    erase_sealed(jo.workplace, files)
    assert (found_in(refused.pages()), found_in(refused.sealed())) == (set(), set())
    assert SHARED in kept.written().values()
    jo.watch.wait(minutes=5)
    with jo.vault.transaction() as tx:
        erase_sealed(jo.workplace, prepare(tx, jo.workplace))
    assert found_in(refused.sealed()) == set()
