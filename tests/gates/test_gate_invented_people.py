"""Gate 8: nobody in the program, its examples, its documents or its tests is real, and no page shows raw machinery."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")

ROOT = Path(__file__).parent.parent.parent
LOOKED_AT = (".json", ".md", ".py", ".qss", ".txt", ".svg")
OURS = ("resources/", "docs/", "demonstration/", "tests/", "app/", "README.md", "CONTRIBUTING.md", "SECURITY.md")
OTHERS = (
    *("resources/words/passphrase-en.txt", "resources/fonts/", "resources/icons/LICENSE", "resources/words/LICENSE"),
    "tests/forms/test_forms_slips.py",  # how numbers and postcodes are made up, and wrong ones: nobody's
)

PHONE = re.compile(r"(?<![\w.])(?:\+44 ?|0)\d{2,4}[ -]?\d{3}[ -]?\d{3,4}(?!\w)")
DRAMA = re.compile(r"01632 ?960 ?\d{3}|07700 ?900 ?\d{3}")
"""Numbers that Ofcom keeps for drama: no telephone rings."""
NHS = re.compile(r"(?<![\w.#-])\d{3} \d{3} \d{4}(?!\w)")
"""As the NHS writes them; those that begin with 999 are given to nobody."""
POSTCODE = re.compile(r"(?<![\w-])[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}(?!\w)")
ADDRESS = re.compile(r"[\w.+-]+@([\w-]+\.[\w.-]+)|https?://([\w.-]+)")
NOWHERE = (".example", "example", "example.org", "example.com", "127.0.0.1", "localhost", ".invalid", ".test")
STANDARDS = (
    "hl7.org",
    "www.w3.org",
    "ns.adobe.com",
    "json-schema.org",
    "rsms.me",
    "scripts.sil.org",
    "openfontlicense.org",
)
RAW = re.compile(
    r"lorem|ipsum|\bTBC\b|placeholder|Traceback|Exception\b|NoneType|\bnull\b|\{\w*\}|%s|<class|sqlite", re.IGNORECASE
)


def files() -> Iterator[Path]:
    """Yield every text of ours that is in the repository."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout  # noqa: S607
    for name in listed.splitlines():
        if name.startswith(OURS) and name.endswith(LOOKED_AT) and not name.startswith(OTHERS):
            yield ROOT / name


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    """Return every text of ours, but for this one, which has to name what it looks for."""
    return {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in files() if path != Path(__file__)}


def test_gate_8_every_telephone_number_is_one_that_never_rings(texts: dict[str, str]) -> None:
    real = {(name, number) for name, text in texts.items() for number in PHONE.findall(text) if not DRAMA.match(number)}
    assert real == set()


def test_gate_8_every_nhs_number_is_of_the_range_given_to_nobody(texts: dict[str, str]) -> None:
    found = {(name, number) for name, text in texts.items() for number in NHS.findall(text)}
    assert len(found) > 3
    assert {(name, number) for name, number in found if not number.startswith("999 ")} == set()


def test_gate_8_every_postcode_is_of_an_area_that_does_not_exist(texts: dict[str, str]) -> None:
    found = {(name, code) for name, text in texts.items() for code in POSTCODE.findall(text)}
    assert len(found) > 3
    assert {(name, code) for name, code in found if not code.startswith("AM")} == set()


@pytest.mark.parametrize("beginning", ["resources/examples/", "resources/policy/", "demonstration/", "docs/screens/"])
def test_gate_8_every_address_on_the_net_leads_nowhere(texts: dict[str, str], beginning: str) -> None:
    hosts = {
        "".join(found) for name, text in texts.items() if name.startswith(beginning) for found in ADDRESS.findall(text)
    }
    assert {host for host in hosts if not host.endswith(NOWHERE) and host not in STANDARDS} == set()
