"""Handed in on a stick: the same checks as online, a receipt to carry back, and no harm however often or how broken."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import IO

import pytest
import zstandard
from ambleton import Town
from couriers import Courier, author, coordinator
from larkrise import AGREED_TO_SHARE, HELD_BACK, TOLD, days_later
from msgspec.structs import replace
from rigs.results import Results

from app.domain.ids import EpisodeId
from app.operations.desk import read_released
from app.operations.whereabouts import ledger, whereabouts
from app.operations.withdrawing import take_back
from app.paths import own_program
from app.sealing.genuine import NotGenuine
from app.storage import audit, inbox, stick
from app.storage.outbox import OutboxKind, OutboxState
from app.storage.stick import StickFull, StickGone, StickNotWhole
from app.sync import taking_in
from app.sync.handing_in import NothingToHandIn, hand_in, read_receipt, take_receipt, waiting_for_desk
from app.sync.parcel_child import MEMORY_BYTES
from app.sync.taking_in import FileEndedEarly, FileRefused, TakenIn, reading, take_in, write_receipt
from app.ui.shell.wherewords import short_words, where_state
from protocol.codec import encode
from protocol.envelope import unpack
from protocol.messages import WithdrawalWhy
from protocol.parcel import SignedTaken
from protocol.problems import Problem
from protocol.statements import Kind, sign

RESULTS = Path(__file__).parent / "results" / "spoilt-files.json"
QUICK, LONG = 12, 500


@pytest.fixture(scope="module")
def closing_all() -> Iterator[Callable[[Courier], Courier]]:
    couriers: list[Courier] = []

    def keep(courier: Courier) -> Courier:
        couriers.append(courier)
        return courier

    yield keep
    for courier in couriers:
        courier.close()


@pytest.fixture(scope="module")
def pair(
    ambleton_running: Town, tmp_path_factory: pytest.TempPathFactory, closing_all: Callable[[Courier], Courier]
) -> tuple[Courier, Courier]:
    """Return Jo, with three families' assessments and no signal, and Priya at the desk."""
    folder = tmp_path_factory.mktemp("by-file")
    jo = closing_all(author(ambleton_running, folder / "jo", families=3))
    return jo, closing_all(coordinator(ambleton_running, folder / "priya"))


@pytest.fixture(scope="module")
def parcel(pair: tuple[Courier, Courier], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file that Jo wrote onto a stick."""
    return hand_in(pair[0].thread, pair[0].workplace, pair[0].watch, tmp_path_factory.mktemp("stick")).path


def run(command: list[str], given: IO[bytes] | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run a program, on a file if there is one, and hear all it says."""
    return subprocess.run(command, stdin=given, capture_output=True, check=False, timeout=60)  # noqa: S603 - ours, or age


def parsed(file: Path, root: str) -> subprocess.CompletedProcess[bytes]:
    """Return what the small process says of a file."""
    with file.open("rb") as given:
        return run([*own_program(), "--parse", root], given)


def brought(priya: Courier, file: Path) -> TakenIn:
    return take_in(priya.thread, priya.workplace, priya.watch, file)


def carried_back(jo: Courier, receipt: SignedTaken) -> tuple[int, int]:
    signed = read_receipt(encode(receipt), jo.workplace.root)
    done = jo.ask(lambda tx: take_receipt(tx, signed, jo.watch.now()))
    return done.new, done.known


def imported(priya: Courier) -> set[str]:
    return {row.envelope for row in priya.ask(inbox.list_all)}


def released_by(jo: Courier) -> set[str]:
    return {row.envelope for row in jo.rows() if row.kind is OutboxKind.RELEASED}


def test_what_was_handed_in_is_read_at_the_desk_and_its_author_has_the_desks_word(
    pair: tuple[Courier, Courier], parcel: Path
) -> None:
    jo, priya = pair
    taken = brought(priya, parcel)
    assert (taken.new, taken.known, taken.left) == (3, 0, 0)
    assert imported(priya) == released_by(jo)
    envelope = next(row.envelope for row in jo.rows() if row.kind is OutboxKind.RELEASED)
    read = priya.ask(lambda tx: read_released(tx, priya.workplace, envelope))
    assert TOLD in read.package.record.answers.values()
    assert HELD_BACK not in read.package.record.answers.values()
    assert all(check.ok for check in read.package.checks)
    back = write_receipt(taken.receipt, parcel.parent)
    assert carried_back(jo, read_receipt(back.read_bytes(), jo.workplace.root)) == (3, 0)
    found = jo.ask(lambda tx: whereabouts(tx, EpisodeId(jo.visits[0].episode)))
    assert short_words(found).startswith("Received by the desk on a stick, ")
    assert "Received by the desk on a stick at " in where_state(found, jo.ask(ledger), "Ambleton").sentence
    again = brought(priya, parcel)
    assert (again.new, again.known, again.left) == (0, 3, 0)
    assert carried_back(jo, again.receipt) == (0, 3)
    with pytest.raises(NothingToHandIn):
        hand_in(jo.thread, jo.workplace, jo.watch, parcel.parent)
    assert jo.ask(audit.verify) is None
    assert priya.ask(audit.verify) is None


def test_what_was_handed_in_still_goes_online_and_is_at_the_desk_once(
    ambleton_running: Town, tmp_path: Path, closing: Callable[[Courier], Courier], priya: Courier
) -> None:
    jo = closing(author(ambleton_running, tmp_path / "jo"))
    taken = brought(priya, hand_in(jo.thread, jo.workplace, jo.watch, tmp_path).path)
    carried_back(jo, taken.receipt)
    assert jo.of_kind(OutboxKind.RELEASED).state is OutboxState.WAITING
    assert not jo.ask(waiting_for_desk)
    jo.round()
    priya.round()
    assert set(jo.states()) == {"received"}
    listed = [row.envelope for row in priya.ask(inbox.list_all)]
    assert listed.count(jo.of_kind(OutboxKind.RELEASED).envelope) == 1


def test_what_was_taken_back_goes_on_the_stick_too_and_the_desk_shows_it_no_more(
    ambleton_running: Town, tmp_path: Path, closing: Callable[[Courier], Courier], priya: Courier
) -> None:
    jo = closing(author(ambleton_running, tmp_path / "jo"))
    late = hand_in(jo.thread, jo.workplace, jo.watch, tmp_path).path
    carried_back(jo, brought(priya, late).receipt)
    episode = EpisodeId(jo.visits[0].episode)
    jo.ask(lambda tx: take_back(tx, jo.workplace, episode, WithdrawalWhy.WITHDRAWN))
    assert [row.kind for row in jo.ask(waiting_for_desk)] == [OutboxKind.WITHDRAWAL]
    assert where_state(jo.ask(lambda tx: whereabouts(tx, episode)), jo.ask(ledger), "Ambleton").may_hand_in
    handed = hand_in(jo.thread, jo.workplace, jo.watch, tmp_path)
    assert (handed.inside, handed.taken_back) == (0, 1)
    taken = brought(priya, handed.path)
    assert (taken.new, taken.known, taken.left) == (1, 0, 0)
    mine = jo.row(next(row.envelope for row in jo.rows() if row.kind is OutboxKind.RELEASED)).envelope
    (shown,) = (row for row in priya.ask(inbox.list_all) if row.envelope == mine)
    assert shown.taken_back
    assert priya.ask(lambda tx: inbox.body(tx, shown.envelope)) is None
    assert carried_back(jo, taken.receipt) == (1, 0)
    said = where_state(jo.ask(lambda tx: whereabouts(tx, episode)), jo.ask(ledger), "Ambleton").sentence
    assert "Priya Nair at the desk has heard of it, on a stick" in said
    again = brought(priya, late)
    assert (again.new, again.left) == (0, 0)
    assert priya.ask(lambda tx: inbox.body(tx, shown.envelope)) is None


def test_what_the_family_no_longer_agrees_to_gets_onto_no_stick(
    ambleton_running: Town, tmp_path: Path, closing: Callable[[Courier], Courier]
) -> None:
    jo = closing(author(ambleton_running, tmp_path / "jo", {**AGREED_TO_SHARE, "c2.expires": days_later(3)}))
    row = jo.of_kind(OutboxKind.RELEASED)
    jo.watch.wait(days=4)
    with pytest.raises(NothingToHandIn):
        hand_in(jo.thread, jo.workplace, jo.watch, tmp_path)
    assert jo.row(row.envelope).state is OutboxState.VOIDED
    assert not jo.sealed_file(row).exists()
    assert not list(tmp_path.glob("*.ecaf"))


@pytest.mark.parametrize(
    ("fault", "trouble"),
    [
        (OSError(errno.ENOSPC, "full"), StickFull),
        (OSError(errno.EFBIG, "too large for it"), StickFull),
        (OSError(errno.EIO, "gone"), StickGone),
        (OSError(errno.ENODEV, "gone"), StickGone),
    ],
)
def test_a_stick_that_is_full_or_pulled_out_is_told_apart_and_keeps_no_half_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: OSError, trouble: type[Exception]
) -> None:
    def fails(_number: int) -> None:
        raise fault

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(trouble):
        stick.write_checked(tmp_path / "hand-in.ecaf", b"sealed")
    assert not list(tmp_path.iterdir())


def test_a_stick_that_gives_back_other_bytes_than_were_written_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stick, "_read_back", lambda path: path.read_bytes()[:-1])
    with pytest.raises(StickNotWhole):
        stick.write_checked(tmp_path / "hand-in.ecaf", b"sealed")
    assert not list(tmp_path.iterdir())


def test_a_stick_that_is_not_there_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(StickGone):
        stick.write_checked(tmp_path / "gone" / "hand-in.ecaf", b"sealed")


def test_a_changed_file_is_refused_and_nothing_is_changed(
    pair: tuple[Courier, Courier], parcel: Path, tmp_path: Path
) -> None:
    _, priya = pair
    before = priya.ask(lambda tx: [tuple(row) for row in tx.all("SELECT * FROM inbox")])
    with zipfile.ZipFile(parcel) as archive:
        members = [archive.read(name) for name in archive.namelist()]
    members[1] = members[1][:-1] + bytes([members[1][-1] ^ 1])
    file = tmp_path / "changed.ecaf"
    with zipfile.ZipFile(file, "w") as archive:
        for number, member in enumerate(members):
            archive.writestr(str(number), member)
    with pytest.raises(FileRefused, match="changed after it was sealed"):
        brought(priya, file)
    for rubbish in (b"", b"PK\x05\x06" + bytes(18), members[1]):
        file.write_bytes(rubbish)
        with pytest.raises(FileRefused, match="damaged, or is not a hand-in"):
            brought(priya, file)
    with pytest.raises(FileRefused):
        brought(priya, tmp_path / "nowhere")
    assert priya.ask(lambda tx: [tuple(row) for row in tx.all("SELECT * FROM inbox")]) == before


def test_a_receipt_that_was_changed_or_is_not_the_desks_is_not_believed(
    pair: tuple[Courier, Courier], parcel: Path
) -> None:
    jo, priya = pair
    receipt = brought(priya, parcel).receipt
    taken = replace(receipt.taken, taken_at="2026-01-01T00:00:00.000000Z")
    forged = [
        encode(replace(receipt, taken=taken)),
        encode(receipt)[:-2],
        b"[" * 100_000,
        encode(made_by_herself(jo, receipt)),
        b"x" * (2 * 1024 * 1024 + 1),
    ]
    for body in forged:
        with pytest.raises(NotGenuine):
            read_receipt(body, jo.workplace.root)
    with pytest.raises(NotGenuine):
        read_receipt(encode(receipt), priya.workplace.certificate.keys.signing)


def made_by_herself(jo: Courier, receipt: SignedTaken) -> SignedTaken:
    """Return a receipt that a practitioner made for herself."""
    said = replace(receipt.taken, device=jo.workplace.device)
    return SignedTaken(said, jo.workplace.certificate, sign(Kind.TAKEN, said, jo.workplace.secrets.signing))


def test_a_receipt_for_another_laptop_changes_nothing(pair: tuple[Courier, Courier], parcel: Path, jo: Courier) -> None:
    receipt = brought(pair[1], parcel).receipt
    with pytest.raises(NotGenuine, match="another laptop"):
        carried_back(jo, receipt)
    assert not jo.ask(lambda tx: tx.all("SELECT 1 FROM hand_ins"))


def test_the_process_that_reads_a_file_has_no_vault_and_little_memory(
    parcel: Path, pair: tuple[Courier, Courier]
) -> None:
    probe = (
        "import sys; from app.sync import parcel_child as child; from app.hardening import keep_small;"
        "keep_small(child.MEMORY_BYTES, child.SECONDS);"
        "loaded = [name for name in sys.modules if 'sqlcipher' in name or 'storage' in name or 'PySide6' in name];"
        "assert not loaded, loaded\n"
        "try: bytearray(child.MEMORY_BYTES)\n"
        "except MemoryError: sys.exit(7)"
    )
    assert run([sys.executable, "-c", probe]).returncode == 7
    said = parsed(parcel, pair[0].workplace.root)
    assert (said.returncode, said.stdout[:1], said.stderr) == (0, b"+", b"")
    assert MEMORY_BYTES <= 300 * 1000 * 1000


def test_a_process_that_never_ends_is_ended(parcel: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hangs = [sys.executable, "-c", "import time; time.sleep(600)"]
    monkeypatch.setattr(taking_in, "own_program", lambda: hangs)
    with pytest.raises(FileRefused), reading(parcel, "root", seconds=0.2):
        pass


def test_a_file_that_ends_half_way_is_told_of(
    pair: tuple[Courier, Courier], parcel: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    jo, priya = pair
    said = parsed(parcel, jo.workplace.root).stdout
    (tmp_path / "half").write_bytes(said[: len(said) * 2 // 3])
    copies = "import pathlib, sys; sys.stdout.buffer.write(pathlib.Path(sys.argv[1]).read_bytes())"
    half = [sys.executable, "-c", copies, str(tmp_path / "half")]
    monkeypatch.setattr(taking_in, "own_program", lambda: half)
    with pytest.raises(FileEndedEarly, match="could not be read to its end"):
        brought(priya, parcel)


def test_no_spoilt_file_gets_past_the_process_that_reads_it(
    pair: tuple[Courier, Courier], parcel: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """A byte of its wrapping that nobody reads, such as an entry's time of day, changes nothing that is read."""
    whole, root = parcel.read_bytes(), pair[0].workplace.root
    file, codes = tmp_path / "spoilt.ecaf", {b"-" + problem.code.encode() for problem in Problem}
    is_long, same = request.config.getoption("--long"), parsed(parcel, root).stdout
    refused = 0
    for seed in range(LONG if is_long else QUICK):
        chance, spoilt = Random(seed), bytearray(whole)
        for _ in range(chance.randint(1, 5)):
            at = chance.choice([chance.randrange(len(spoilt)), len(spoilt) - chance.randint(1, 200)])
            spoilt[at : at + chance.randint(0, 8)] = chance.randbytes(chance.randint(1, 8))
        file.write_bytes(spoilt)
        said = parsed(file, root)
        assert said.stderr == b""
        assert said.stdout in codes or said.stdout == same
        refused += said.stdout in codes
    assert refused > (LONG if is_long else QUICK) * 0.9
    if is_long:
        figures = {"parcels": LONG, "refused": refused, "unchanged": LONG - refused}
        Results(RESULTS).add("process that reads a parcel", f"0+{LONG}", figures)


def test_age_on_the_command_line_opens_what_was_handed_in(
    pair: tuple[Courier, Courier], parcel: Path, tmp_path: Path
) -> None:
    age = shutil.which("age")
    assert age is not None, "please install Debian's package age"
    (tmp_path / "desk.key").write_text(next(iter(pair[1].workplace.desk.values())), encoding="ascii")
    with zipfile.ZipFile(parcel) as archive:
        envelope = archive.read(archive.namelist()[1])
    (tmp_path / "sealed.age").write_bytes(envelope.split(b"\n", 2)[2])
    command = [age, "--decrypt", "--identity", str(tmp_path / "desk.key"), str(tmp_path / "sealed.age")]
    plain = zstandard.ZstdDecompressor().decompress(run(command).stdout)
    assert TOLD.encode() in plain
    assert HELD_BACK.encode() not in plain
    assert unpack(envelope)[0].header.kind == "released"
