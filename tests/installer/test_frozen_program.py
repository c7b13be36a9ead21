"""What is handed to a person: it starts where no Python is, is whole, and holds nothing of tests or endpoint."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import screen

from demonstration.case import Person
from demonstration.director import Town
from demonstration.practice import make_place
from installer import licences, runtime
from installer.linux.sizes import sizes

HERE = Path(__file__).parent
LONG_SECONDS = 180
MOST_TIMES_BARE = 1.3
JO = Person("Jo Whitfield", "learning mentor", "Larkrise Primary School")
FAMILIES = ("Mason Reid", "Erin Walsh")

IMPORT_NAMES = {"pyside6-essentials": "PySide6", "pillow": "PIL", "typing-extensions": "typing_extensions"}
NOT_HANDED_OUT = (
    *("pytest", "_pytest", "pluggy", "hypothesis", "pytestqt", "pytest_socket", "xdist", "execnet", "importlinter"),
    *("mypy", "mypyc", "ruff", "jsonschema", "referencing", "pikepdf", "pypdf", "lxml", "fhir", "fhir_core"),
    *("pydantic", "pydantic_core", "starlette", "granian", "sqlalchemy", "alembic", "psycopg", "psycopg_binary"),
    *("setuptools", "pip", "wheel", "PyInstaller", "_pyinstaller_hooks_contrib", "tkinter", "unittest", "test"),
    *("tests", "demonstration", "endpoint", "authority", "installer", "benchmarks", "dev", "conftest"),
)


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """Return a practice authority whose endpoint is there."""
    town = Town(tmp_path_factory.mktemp("town"))
    town.start()
    yield town
    town.stop()


@pytest.fixture(scope="module")
def seen(bundle: Path, town: Town) -> dict[str, Any]:
    """Return what somebody sees who opens the program, locks it, and opens it again."""
    if lacking := screen.missing():
        pytest.skip(f"NOT RUN: nobody can look at the program without {lacking}")
    passphrase = make_place(town, "practitioner", JO)
    called = [str(bundle / "ecaf"), str(town.folder / "practitioner"), passphrase]
    command = ["dbus-run-session", "--", screen.SYSTEM_PYTHON, str(HERE / "guest.py"), *called]
    with screen.display() as number:
        around = {**os.environ, "DISPLAY": number, "HOME": str(town.folder), "XDG_RUNTIME_DIR": str(town.folder)}
        done = subprocess.run(  # noqa: S603 - our own program
            command, env=around, capture_output=True, text=True, timeout=LONG_SECONDS, check=False
        )
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def modules(bundle: Path) -> set[str]:
    """Return the top names of every Python module in the bundle: inside the program, in its archive, and beside it."""
    asked = (
        "import sys, zipfile; from PyInstaller.archive.readers import CArchiveReader as R;"
        "a = R(sys.argv[1]); z = a.open_embedded_archive('PYZ.pyz');"
        "print(*a.toc, *z.toc, *zipfile.ZipFile(sys.argv[2]).namelist(), sep='\\n')"
    )
    archive = bundle / "_internal" / "base_library.zip"
    command = [sys.executable, "-c", asked, str(bundle / "ecaf"), str(archive)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603 - reads the archive
    beside = [str(path.relative_to(bundle / "_internal")) for path in (bundle / "_internal").rglob("*")]
    return {name.replace("/", ".").split(".")[0] for name in (*said.splitlines(), *beside)}


def test_nothing_of_tests_or_of_the_endpoint_is_handed_out(bundle: Path) -> None:
    found = modules(bundle)
    assert not found & set(NOT_HANDED_OUT)
    assert {"app", "protocol", "PySide6", "sqlcipher3", "cryptography", "reportlab", "httpx2"} <= found


def test_no_package_is_handed_out_that_the_program_does_not_run_on(bundle: Path) -> None:
    packed = {path.name.split("-")[0] for path in (bundle / "_internal").glob("*.dist-info")}
    assert {runtime.plain_name(name) for name in packed} <= runtime.runtime_names()


def test_it_is_whole_where_there_is_no_python_and_no_search_path(bundle: Path) -> None:
    around = {"QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}
    done = subprocess.run([bundle / "ecaf", "--selftest"], env=around, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("good: ") == len(done.stdout.splitlines())
    assert done.stderr == ""


def test_it_opens_a_vault_and_shows_home(seen: dict[str, Any]) -> None:
    assert "Hello Jo" in seen["first"]
    assert all(any(family in words for words in seen["first"]) for family in FAMILIES)


def test_it_runs_on_its_own_code_alone_and_says_nothing_on_the_terminal(seen: dict[str, Any]) -> None:
    assert seen["code outside"] == []
    assert seen["said"] == ""


def test_locking_ends_it_and_a_fresh_process_that_was_told_nothing_asks_for_the_words_again(
    seen: dict[str, Any], bundle: Path, town: Town
) -> None:
    assert seen["left with"] == 0
    assert seen["told"] == [str(bundle / "ecaf"), "--home", str(town.folder / "practitioner")]
    assert seen["search path"] == []
    assert not any(family in words for words in seen["before the second"] for family in FAMILIES)


def test_the_fresh_process_opens_the_vault_again(seen: dict[str, Any]) -> None:
    assert "Hello Jo" in seen["second"]


@pytest.mark.slow
def test_it_is_at_most_a_little_larger_than_a_bare_window() -> None:
    assert sizes()["ratio_to_bare"] <= MOST_TIMES_BARE


def test_the_terms_of_everything_go_with_it(bundle: Path) -> None:
    terms = (bundle / licences.NAME).read_text("utf-8")
    for name in ("GNU LESSER GENERAL PUBLIC LICENSE", "ZETETIC", "SIL Open Font License", "Python Software Foundation"):
        assert name.lower() in terms.lower()
    assert all(f"\n{name}" in terms.lower().replace("_", "-") for name in runtime.runtime_names() if installed(name))


def installed(name: str) -> bool:
    """Say whether a package of the lock is for this system at all."""
    found = {path.name.split("-")[0] for path in licences.site_packages().glob("*.dist-info")}
    return name in {runtime.plain_name(one) for one in found}
