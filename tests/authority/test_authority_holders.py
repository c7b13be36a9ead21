"""Two of three holders open an escrow key together, one alone opens nothing, and each opening is written down."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from pyrage import decrypt, encrypt, x25519

from authority import holders
from authority.__main__ import main
from authority.holders import SEATS, WrongCodes
from authority.office import ESCROW_KEYS, Office
from protocol.codec import decode, encode, to_text
from protocol.codes import MistypedCode, new_code
from protocol.escrow import EscrowAnswer, EscrowRequest, fingerprint, read_answer, seal_slot
from protocol.problems import Refused

KEY = ESCROW_KEYS[0]
VAULT = "a vault"
VAULT_KEY = b"v" * 32


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office.create(tmp_path_factory.mktemp("county") / "office", name="Ambleton", code="E06000099", practice=True)


@pytest.fixture
def asking(office: Office) -> tuple[EscrowRequest, X25519PrivateKey]:
    private = X25519PrivateKey.generate()
    slots = tuple(
        seal_slot(VAULT, VAULT_KEY, "id", name, public)
        for name, public in office.directory().directory.vault_escrow.items()
    )
    reply_to = to_text(private.public_key().public_bytes_raw())
    return EscrowRequest("ecaf-escrow-request/1", VAULT, slots, reply_to), private


def codes_of(office: Office, key: str, seats: str) -> dict[str, str]:
    return {seat: office.codes[key][seat] for seat in seats}


@pytest.mark.parametrize("key", ESCROW_KEYS)
@pytest.mark.parametrize("pair", [a + b for a, b in combinations(SEATS, 2)])
def test_any_two_holders_of_either_key_answer_a_laptop(
    office: Office, asking: tuple[EscrowRequest, X25519PrivateKey], key: str, pair: str
) -> None:
    request, private = asking
    given = office.answer_request(request, key, codes_of(office, key, pair))
    assert read_answer(request, given, private) == (VAULT_KEY,)


@pytest.mark.parametrize("seats", ["", "A", "ABC"])
def test_one_alone_opens_nothing(office: Office, asking: tuple[EscrowRequest, X25519PrivateKey], seats: str) -> None:
    with pytest.raises(WrongCodes):
        office.answer_request(asking[0], KEY, codes_of(office, KEY, seats))


def test_a_holder_twice_is_not_two_holders(office: Office, asking: tuple[EscrowRequest, X25519PrivateKey]) -> None:
    code = office.codes[KEY]["A"]
    with pytest.raises(WrongCodes):
        office.answer_request(asking[0], KEY, {"A": code, "B": code})


def test_holders_of_the_other_key_open_nothing_here(
    office: Office, asking: tuple[EscrowRequest, X25519PrivateKey]
) -> None:
    with pytest.raises(WrongCodes):
        office.answer_request(asking[0], KEY, codes_of(office, ESCROW_KEYS[1], "AB"))


def test_a_slip_is_told_apart_from_a_wrong_code(office: Office, asking: tuple[EscrowRequest, X25519PrivateKey]) -> None:
    with pytest.raises(MistypedCode):
        office.answer_request(asking[0], KEY, codes_of(office, KEY, "A") | {"B": "not a code"})


def test_no_code_and_no_key_lies_in_the_authoritys_folder(office: Office) -> None:
    opened = holders.open_with(holders.load(office.offline, KEY), codes_of(office, KEY, "AB"))
    written = b"".join(file.read_bytes() for file in office.folder.rglob("*") if file.is_file())
    assert opened.identity.encode() not in written
    for codes in office.codes.values():
        for code in codes.values():
            assert code.encode() not in written
            assert code.replace("-", "").encode() not in written


def test_the_same_holders_open_what_was_sealed_for_safe_keeping(office: Office) -> None:
    recipient = x25519.Recipient.from_str(office.directory().directory.escrow[KEY])
    opened = office.open_escrow(KEY, codes_of(office, KEY, "BC"), act="records opened", about="a device")
    assert decrypt(encrypt(b"kept", [recipient]), [x25519.Identity.from_str(opened.identity)]) == b"kept"


def test_an_answer_opens_for_nobody_else_and_to_no_other_question(
    office: Office, asking: tuple[EscrowRequest, X25519PrivateKey]
) -> None:
    request, private = asking
    given = office.answer_request(request, KEY, codes_of(office, KEY, "AC"))
    with pytest.raises(Refused):
        read_answer(request, given, X25519PrivateKey.generate())
    other = EscrowRequest(request.fmt, "another vault", request.slots, request.reply_to)
    with pytest.raises(Refused):
        read_answer(other, given, private)
    assert fingerprint(other) != fingerprint(request)


def test_a_slot_moved_to_another_vault_is_refused(
    office: Office, asking: tuple[EscrowRequest, X25519PrivateKey]
) -> None:
    moved = EscrowRequest("ecaf-escrow-request/1", "another vault", asking[0].slots, asking[0].reply_to)
    with pytest.raises(Refused):
        office.answer_request(moved, KEY, codes_of(office, KEY, "AB"))


def test_every_opening_and_every_refusal_is_written_down_and_a_changed_line_shows(tmp_path: Path) -> None:
    office = Office.create(tmp_path / "office", name="Ambleton", code="E06000099")
    office.open_escrow(KEY, codes_of(office, KEY, "AB"), act="records opened", about="a device")
    with pytest.raises(WrongCodes):
        office.open_escrow(KEY, {"A": new_code(), "C": new_code()}, act="records opened", about="a device")
    log = office.offline / "escrow-log.jsonl"
    said = log.read_text()
    assert len(said.splitlines()) == 2
    assert "refused: records opened" in said
    assert holders.log_is_whole(office.offline)
    log.write_text(said.replace("escrow-1 AB", "escrow-1 BC"))
    assert not holders.log_is_whole(office.offline)


def test_two_holders_answer_at_their_desk(
    office: Office,
    asking: tuple[EscrowRequest, X25519PrivateKey],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    request, private = asking
    (tmp_path / "request").write_bytes(encode(request))
    spoken = iter([office.codes[KEY]["A"], office.codes[KEY]["C"]])
    monkeypatch.setattr("builtins.input", lambda _: "yes")
    monkeypatch.setattr("authority.__main__.getpass", lambda _: next(spoken))
    line = ["answer", "--key", KEY, "--holders", "AC", "--out", str(tmp_path / "answer")]
    assert main([*line, str(tmp_path / "request"), str(office.folder)]) == 0
    assert fingerprint(request) in capsys.readouterr().out
    given = decode((tmp_path / "answer").read_bytes(), EscrowAnswer)
    assert read_answer(request, given, private) == (VAULT_KEY,)


def test_letters_that_differ_end_it(
    office: Office,
    asking: tuple[EscrowRequest, X25519PrivateKey],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "request").write_bytes(encode(asking[0]))
    monkeypatch.setattr("builtins.input", lambda _: "no")
    line = ["answer", "--key", KEY, "--holders", "AC", "--out", str(tmp_path / "answer")]
    assert main([*line, str(tmp_path / "request"), str(office.folder)]) == 1
    assert not (tmp_path / "answer").exists()
