"""Each table of a vault goes along to a new laptop and comes back from a damaged place, or says why not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyrage
import pytest
from larkrise import AGREED_TO_SHARE, AGREED_TO_START, MASON, Laptop, Visit, by_hand

from app.domain.ids import RowId
from app.domain.record import RecordKind
from app.operations.beside import beside_of, take_beside
from app.operations.cosigning import also_agree
from app.operations.families import decide
from app.operations.households import add_child
from app.operations.moving import carry_out, new_laptop_file, read_successor, take_in
from app.operations.safekeeping import prepare
from app.sealing.genuine import NotGenuine
from app.sealing.moved import sealed_for, signed_beside
from app.sealing.packages import package_beside
from app.storage import (
    draft_backups,
    drafts,
    episodes,
    households,
    quick_notes,
    reasons,
    records,
    sealed,
    steps_done,
    withdrawals,
)
from app.storage.database import Transaction
from app.storage.salvage import giving_back
from app.storage.steps_done import StepDone
from app.storage.withdrawals import Withdrawn
from authority.office import Office
from protocol import moving
from protocol.envelope import unpack

MOVED = {
    "children", "episodes", "records", "record_bodies", "drafts", "draft_answers", "draft_pages_done", "reasons",
    "quick_notes", "withdrawals", "steps_done", "household_children", "household_rows", "due_dates", "finding",
    "name_words",
}  # fmt: skip
"""What stands on the new laptop as it stood on the old one."""

_OWN = "of the laptop itself, which has its own"
_ROUTE = "how a sealed envelope of this very laptop fares; the new one seals its own"
_HERS = "about nobody; she writes it anew"
_DIRECTORY = "the authority's directory of services, which comes again by itself"
_SERVICES = dict.fromkeys(("services", "service_bodies", "service_edition", "service_pages"), _DIRECTORY)
STAYS = {
    "answer_history": "what was said before is never carried: nobody agreed to what was taken back",
    "saved_answers": "the same",
    "draft_places": "where the cursor stood",
    "private_notes": "leave the vault in no form but a bundle",
    "phrases": _HERS,
    "own_words": _HERS,
    "told_at_home": "a yes of a young person is asked for again before anything is told from another laptop",
    "known_accounts": "an administrator's list of staff, which comes again by itself",
    "openings": "said again by the endpoint to the device that sent it",
    "due_unread": "made anew from what moved",
    "outbox": _ROUTE,
    "hand_ins": _ROUTE,
    "draft_backups": _ROUTE,
    "files_given_up": _ROUTE,
    "device_counter": _ROUTE,
    "inbox": "a desk's, which fetches it again",
    "inbox_bodies": "the same",
    "later_signatures": "the same",
    "audit": "each laptop has a chain of its own; what moved is written into both",
    "standing": _OWN,
    "sync_state": _OWN,
    "enrolment": _OWN,
    "wrapped_secrets": _OWN,
    "scrub_due": _OWN,
    "erasing": "empty but within one act",
    "other_devices": "certificates come with what they vouch for",
    "other_ledgers": "told once, where it was asked for",
    **_SERVICES,
}
"""What stays on the old laptop, and why."""

MADE_ANEW = {
    "audit": "a rescued place begins a new chain; the damaged place keeps its own",
    "device_counter": "counted on well above every number that can be read",
    "draft_backups": "a draft lost in the damage would be withdrawn where it may still stand: each is sealed anew",
    "due_dates": "read again from what came back",
    "due_unread": "the same",
    "erasing": "empty but within one act",
    "files_given_up": "files of the damaged place",
    "finding": "made again with each child",
    "known_accounts": "asked for again",
    "name_words": "the same",
    "scrub_due": "of the damaged database itself",
    "standing": "of the damaged database itself",
    **_SERVICES,
}
"""What does not come back from a damaged place as it stood, and why."""

GIVEN_APART = {
    "children", "episodes", "drafts", "household_children", "household_rows", "records", "record_bodies", "openings",
}  # fmt: skip


RULE = 36


@pytest.fixture
def new(tmp_path: Path, office: Office) -> Iterator[Laptop]:
    laptop = Laptop.new(tmp_path / "new", by_hand(office, "practitioner"))
    yield laptop
    laptop.vault.lock()


def tables(tx: Transaction) -> set[str]:
    rows = tx.all("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    return {row["name"] for row in rows}


def content(laptop: Laptop, table: str) -> list[tuple[object, ...]]:
    """Return a table's rows, but for the ids a draft gets anew."""
    with laptop.vault.transaction() as tx:
        columns = [row["name"] for row in tx.all("SELECT name FROM pragma_table_info(?)", (table,))]
        named = ", ".join(name for name in columns if name not in {"draft", "changed_at", "added_at", "worked_at"})
        return sorted(tuple(row) for row in tx.all(f"SELECT {named} FROM {table}"))  # noqa: S608 -- the schema's own names


def beside(visit: Visit, words: str) -> None:
    """Leave a reason, a quick note and a word that something was taken back beside a record."""
    with visit.laptop.vault.transaction() as tx:
        at = visit.laptop.watch.now()
        reasons.keep(tx, visit.episode, RULE, f"A reason: {words}", at)
        quick_notes.keep(tx, visit.episode, f"note-{words}", f"A note: {words}", at)
        steps_done.mark(tx, visit.episode, StepDone(RowId("4f1c22ab"), at.date(), "Carly", at))
        for header in records.of_episode(tx, visit.episode)[:1]:
            withdrawals.add(tx, Withdrawn(header.record, "Jo", "Larkrise", header.version, "withdrawn", at))


def why(tx: Transaction, visit: Visit) -> str:
    """Return the reason that was left beside a record."""
    return next((one.why for one in reasons.of_episode(tx, visit.episode) if one.rule == RULE), "")


def signed_twice(jo: Laptop) -> Visit:
    """Return a visit that Carly signed and Dean after her, with things beside it and a sister being written about."""
    visit = jo.finished_visit()
    visit.write(
        {"c2.signer": "Dean", "c2.capacity": "parent", "c2.route": "typed", "c2.typed_name": "Dean"},
        RecordKind.ALSO_AGREED,
    )
    with jo.vault.transaction() as tx:
        also_agree(tx, jo.workplace, visit.episode, {"c2.wording": "I agree."})
        sister = Visit(jo, add_child(tx, jo.workplace, visit.episode, "Jade"))
    sister.start({**AGREED_TO_START, "c1.review_on": "2026-12-24"})
    sister.write({"fh.people": ("1ea22e00",), "fh.people/1ea22e00/fh.people.name": "Carly Reid"})
    with jo.vault.transaction() as tx:
        drafts.set_page_done(tx, sister.draft(tx, RecordKind.ASSESSMENT), "d1", done=True)
    beside(visit, "breakfast")
    beside(sister, "bedtime")
    return sister


def carry(jo: Laptop, new: Laptop, folder: Path, *, with_drafts: bool = True) -> list[bytes]:
    folder.mkdir()
    with jo.vault.transaction() as tx:
        to = read_successor(jo.workplace, new_laptop_file(new.workplace))
        carry_out(tx, jo.workplace, to, folder, with_drafts=with_drafts)
    return [file.read_bytes() for file in sorted(folder.iterdir())]


def take(new: Laptop, files: list[bytes]) -> None:
    for file in files:
        with new.vault.transaction() as tx:
            take_in(tx, new.workplace, file)


def test_every_table_is_moved_or_says_why_not(jo: Laptop, new: Laptop, tmp_path: Path) -> None:
    with jo.vault.transaction() as tx:
        assert tables(tx) == MOVED | set(STAYS)
    sister = signed_twice(jo)
    sister.laptop.watch.wait(minutes=1)
    take(new, carry(jo, new, tmp_path / "stick"))
    for table in sorted(MOVED):
        assert content(new, table) == content(jo, table), table
        assert content(new, table), table


def test_every_table_comes_back_from_a_damaged_place_or_says_why_not(jo: Laptop) -> None:
    given = {*GIVEN_APART, *giving_back.ALONE, *(table for table, _ in giving_back.COPIED)}
    with jo.vault.transaction() as tx:
        assert tables(tx) == given | set(MADE_ANEW)
    assert not given & set(MADE_ANEW)


def test_what_is_here_already_stays_whatever_comes_in_and_twice_changes_nothing(
    jo: Laptop, new: Laptop, tmp_path: Path
) -> None:
    sister = signed_twice(jo)
    files = carry(jo, new, tmp_path / "stick")
    take(new, files)
    with new.vault.transaction() as tx:
        reasons.keep(tx, sister.episode, RULE, "Another, written here", new.watch.now())
    take(new, files)
    with new.vault.transaction() as tx:
        assert why(tx, sister) == "Another, written here"
        assert len(quick_notes.list_for(tx, sister.episode)) == 1


def test_without_drafts_nothing_beside_a_draft_is_carried(jo: Laptop, new: Laptop, tmp_path: Path) -> None:
    visit = jo.visit()
    visit.write(MASON)
    beside(visit, "bedtime")
    assert carry(jo, new, tmp_path / "stick", with_drafts=False) == []


def test_nobody_learns_where_a_young_person_who_decides_alone_lives(jo: Laptop, new: Laptop, tmp_path: Path) -> None:
    sister = signed_twice(jo)
    with jo.vault.transaction() as tx:
        decide(tx, jo.workplace, sister.episode, young_person=True)
        jade = episodes.get(tx, sister.episode)
        assert jade is not None
        assert households.of_child(tx, jade.child) is not None
        said = beside_of(tx, jo.workplace, sister.episode, with_notes=True)
        assert said is not None
        assert said.beside.household is None
    take(new, carry(jo, new, tmp_path / "stick"))
    with new.vault.transaction() as tx:
        assert why(tx, sister) == "A reason: bedtime"
        assert households.of_child(tx, jade.child) is None
        assert [
            row["child"] for row in tx.all("SELECT child FROM household_rows WHERE child IS ?", (jade.child,))
        ] == []


def test_a_household_that_comes_late_links_nobody_who_decides_alone_by_now(
    jo: Laptop, new: Laptop, tmp_path: Path
) -> None:
    sister = signed_twice(jo)
    with jo.vault.transaction() as tx:
        before = beside_of(tx, jo.workplace, sister.episode, with_notes=True)
        decide(tx, jo.workplace, sister.episode, young_person=True)
    take(new, carry(jo, new, tmp_path / "stick"))
    assert before is not None
    assert before.beside.household is not None
    with new.vault.transaction() as tx:
        take_beside(tx, new.workplace, before.beside)
        jade = episodes.get(tx, sister.episode)
        assert jade is not None
        assert jade.restricted
        assert households.of_child(tx, jade.child) is None


def test_what_somebody_else_signed_is_not_taken_in(jo: Laptop, new: Laptop) -> None:
    sister = signed_twice(jo)
    with jo.vault.transaction() as tx:
        said = beside_of(tx, jo.workplace, sister.episode, with_notes=True)
    assert said is not None
    forged = signed_beside(said.beside, new.workplace.secrets.signing)
    file = sealed_for(package_beside(jo.workplace.certificate, forged), new.workplace.certificate)
    with pytest.raises(NotGenuine), new.vault.transaction() as tx:
        take_in(tx, new.workplace, file)


def test_a_lost_laptops_reasons_and_household_come_from_safe_keeping_and_its_notes_with_a_draft_kept_safe(
    jo: Laptop, new: Laptop
) -> None:
    """What the key holders seal to the new laptop is what was sealed for safe keeping, unchanged."""
    sister = signed_twice(jo)
    own = jo.visit()
    own.start({**AGREED_TO_START, "c1.backup": "yes"})
    own.write({**MASON, "id.given": "Alfie"})
    beside(own, "teeth")
    with jo.vault.transaction() as tx:
        prepare(tx, jo.workplace)
        assert draft_backups.posted(tx)
    sister.write(AGREED_TO_SHARE, RecordKind.SHARING)
    sister.write({**MASON, "id.given": "Jade"})
    sister.sign()
    take(new, [resealed(jo, new, "kept", sister.signed[0][0].statement.record), resealed(jo, new, "draft")])
    with new.vault.transaction() as tx:
        assert why(tx, sister) == "A reason: bedtime"
        assert quick_notes.list_for(tx, sister.episode) == []
        assert [one.text for one in quick_notes.list_for(tx, own.episode)] == ["A note: teeth"]
        assert len(tx.all("SELECT child FROM household_children")) == 1


def resealed(jo: Laptop, new: Laptop, kind: str, record: str = "") -> bytes:
    """Return the one envelope of a kind in the outbox, sealed to the new laptop as the key holders would."""
    with jo.vault.transaction() as tx:
        rows = tx.all("SELECT file, record FROM outbox WHERE kind = ?", (kind,))
    (file,) = [row["file"] for row in rows if record in {"", row["record"]}]
    inside = pyrage.decrypt(unpack(sealed.read(jo.workplace.sealed, file))[1], [identity(jo)])
    device = new.workplace.certificate.keys
    return moving.pack(device.device, pyrage.encrypt(inside, [pyrage.x25519.Recipient.from_str(device.reading)]))


def identity(jo: Laptop) -> pyrage.x25519.Identity:
    return pyrage.x25519.Identity.from_str(jo.workplace.secrets.reading)
