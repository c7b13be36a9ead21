"""The page on keys names every algorithm, mark and lifetime there is in the code, and none that is not."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.operations.keeping_keys import KEY_DAYS
from app.storage.slots import FLOOR
from app.storage.strength import FEWEST_BITS
from endpoint.secondfactor import DIGITS, SECRET_BYTES, STEP_SECONDS
from protocol import limits
from protocol.codec import to_text
from protocol.problems import Refused
from protocol.statements import Kind, check, public_text, sign, signing_bytes

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "keys.md").read_text(encoding="utf-8")
ROOMS = ("app", "protocol", "endpoint", "authority")
KEYS = {
    "authority root", "receipt key", "key of second factors", "key of lent nonces", "secret of a second factor",
    "enrolment code", "invitation key", "device signing key", "device reading key", "desk key",
    "escrow key, for envelopes", "escrow key, for vaults", "holder's code", "passphrase", "recovery code", "vault key",
    "database key", "inner key", "key of the audit's lines", "PIN of the screen turned to a family",
    "certificate key of the endpoint",
}  # fmt: skip
NOT_ALGORITHMS = {"InvalidSignature", "InvalidTag", "PublicKeyTypes", "Encoding", "PublicFormat", "x509"}
NOT_ALGORITHMS |= {"load_pem_public_key", "compare_digest"}
"""What is brought in beside algorithms: what goes wrong, and how keys and certificates are spelled in files."""
OURS = ("cryptography", "pyrage", "hashlib", "hmac", "secrets", "ssl")


def section(number: int) -> str:
    return PAGE.partition(f"\n## {number}. ")[2].partition("\n## ")[0]


def rows(number: int) -> list[list[str]]:
    lines = [line for line in section(number).splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[1:]]


@cache
def code() -> tuple[str, ...]:
    return tuple(file.read_text(encoding="utf-8") for room in ROOMS for file in sorted((ROOT / room).rglob("*.py")))


def brought_in() -> Iterator[str]:
    """Yield each name that the code takes from a library of algorithms."""
    with_them = [
        text for text in code() if re.search(rf"^\s*(import|from) (os|{'|'.join(OURS)})\b", text, re.MULTILINE)
    ]
    for node in (one for text in with_them for one in ast.walk(ast.parse(text))):
        if isinstance(node, ast.ImportFrom) and node.module in {"os", "secrets"}:
            yield from (
                "secrets" if node.module == "secrets" else one.name for one in node.names if _is_random(node, one)
            )
        elif isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] in OURS:
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.Import):
            yield from (one.name for one in node.names if one.name in {"secrets", "ssl", "pyrage"})
        elif isinstance(node, ast.Attribute) and ast.unparse(node.value) in {"hashlib", "hmac"}:
            yield node.attr


def _is_random(node: ast.ImportFrom, one: ast.alias) -> bool:
    return node.module == "secrets" or one.name == "urandom"


def test_every_key_has_its_line_and_says_all_of_it() -> None:
    assert {row[0] for row in rows(1)} == KEYS
    assert all(len(row) == 6 and all(row) for row in rows(1))
    in_the_protocol = (ROOT / "docs" / "protocol.md").read_text(encoding="utf-8").partition("## 2. ")[2]
    named = re.findall(r"^\| ([a-z ]+?)(?: \(| key \().*\|$", in_the_protocol.partition("\n## ")[0], re.MULTILINE)
    assert len(named) >= 6
    assert all(any(name.removesuffix(" key") in key for key in KEYS) for name in named), named


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("enrolment code", f"{limits.INVITATION_HOURS} hours"),
        ("key of lent nonces", f"{limits.REQUEST_AGE_SECONDS} s"),
        ("vault key", f"{KEY_DAYS} days"),
        ("secret of a second factor", f"{SECRET_BYTES * 8} bits"),
        ("passphrase", f"an own one of {FEWEST_BITS}"),
    ],
)
def test_a_lifetime_or_strength_is_the_one_in_the_code(key: str, said: str) -> None:
    assert said in " ".join(next(row for row in rows(1) if row[0] == key))


def test_every_algorithm_that_is_used_is_on_the_page_and_no_other_is() -> None:
    on_the_page = {name for row in rows(2) for name in re.findall(r"`(\w+)`", row[1])}
    used = set(brought_in()) - NOT_ALGORITHMS
    assert used - on_the_page == set()
    assert on_the_page - used == set()
    costs = next(row[2] for row in rows(2) if row[0] == "Argon2id")
    assert f"at least {FLOOR.memory_kib // 1024} MiB and {FLOOR.passes} passes" in costs
    assert f"{STEP_SECONDS} s" in next(row[3] for row in rows(2) if row[0] == "HMAC-SHA1")
    assert DIGITS == 6


def test_every_mark_is_on_the_page_and_no_other_is() -> None:
    spelled = re.compile(r'b?f?"(ecaf/[^"\\]*)')
    used = {mark for text in code() for mark in spelled.findall(text)}
    assert len(used) > 15  # the control: these are found
    assert {mark for row in rows(3) for mark in re.findall(r"`([^`]+)`", row[0])} == used


def test_what_is_signed_under_another_number_never_passes_for_the_first() -> None:
    """Should a second algorithm come, under ``/2``: an older program takes nothing of it for its own."""
    key, said = Ed25519PrivateKey.generate(), {"kind": "record"}
    check(Kind.RECORD, said, sign(Kind.RECORD, said, key), public_text(key))  # the control
    second = signing_bytes(Kind.RECORD, said).replace(b"/1\0", b"/2\0", 1)
    assert second != signing_bytes(Kind.RECORD, said)
    with pytest.raises(Refused):
        check(Kind.RECORD, said, to_text(key.sign(second)), public_text(key))
    for longer in (57, 1312):  # Ed448, ML-DSA-44
        with pytest.raises(Refused):
            check(Kind.RECORD, said, sign(Kind.RECORD, said, key), to_text(bytes(longer)))
