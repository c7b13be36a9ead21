"""A machine that runs the endpoint gets what the endpoint needs, and no test, no example, no library of theirs."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from fnmatch import fnmatch
from importlib.metadata import packages_distributions
from pathlib import Path

from endpointlock import LOCK, OF_THE_ENDPOINT, USED, blocks, needed

from endpoint.directory.checking import SCHEMA_FILE
from endpoint.directory.reading import LOCAL_FILE

ROOT = Path(__file__).parent.parent.parent
ROOMS = ("endpoint", "protocol", "authority")
SPELLED = re.compile(r"[-_.]+")


def plain(name: str) -> str:
    return SPELLED.sub("-", name).lower()


def test_its_lock_is_part_of_the_whole_one_and_has_nothing_of_tests_and_windows() -> None:
    whole = LOCK.read_text(encoding="utf-8")
    own = OF_THE_ENDPOINT.read_text(encoding="utf-8")
    assert own == needed(whole), "please run tests/house/endpointlock.py"
    assert set(USED) <= set(blocks(own)) < set(blocks(whole))
    of_others = {
        "pytest",
        "hypothesis",
        "schemathesis",
        "pyside6-essentials",
        "mypy",
        "ruff",
        "pyinstaller",
        "reportlab",
    }
    assert of_others <= set(blocks(whole))
    assert not of_others & set(blocks(own))
    assert len(blocks(own)) * 2 < len(blocks(whole))


def test_whatever_the_endpoint_brings_in_is_in_its_lock() -> None:
    tops = set()
    for file in (file for room in ROOMS for file in (ROOT / room).rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.level == 0:
                tops.add(str(node.module).partition(".")[0])
            elif isinstance(node, ast.Import):
                tops |= {one.name.partition(".")[0] for one in node.names}
    known = packages_distributions()
    used = {plain(known[top][0]) for top in tops - set(sys.stdlib_module_names) - set(ROOMS)}
    assert "starlette" in used
    assert used <= set(blocks(OF_THE_ENDPOINT.read_text(encoding="utf-8")))


def test_no_test_and_no_example_is_in_what_is_installed() -> None:
    said = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["packages"][
        "find"
    ]
    packages = [file.parent.name for file in ROOT.glob("*/__init__.py")]
    assert "demonstration" in packages
    rooms = {name for name in packages if any(fnmatch(name, pattern) for pattern in said["include"])}
    assert rooms == {"app", "protocol", "endpoint", "authority"}


def test_whatever_file_the_endpoint_reads_of_its_own_is_installed_with_it() -> None:
    """Its own files lie below it, each in a folder that is named as data; nothing of ``resources`` is installed."""
    said = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["package-data"]
    data = {file for file in (ROOT / "endpoint").rglob("*") if file.is_file() and file.suffix not in {".py", ".pyc"}}
    installed = {
        file
        for package, names in said.items()
        for name in names
        for file in ROOT.glob(f"{package.replace('.', '/')}/{name}")
    }
    assert data == installed
    assert {LOCAL_FILE, SCHEMA_FILE} <= data
    code = [file.read_text(encoding="utf-8") for room in ROOMS for file in (ROOT / room).rglob("*.py")]
    assert not [text for text in code if '"resources"' in text]


def test_the_guide_installs_from_it() -> None:
    guide = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
    assert f"--require-hashes -r {OF_THE_ENDPOINT.name}" in guide
    assert f"-r {LOCK.name}" not in guide
