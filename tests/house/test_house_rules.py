"""The rules of the house that no other tool checks."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
ROOMS = ("app", "protocol", "endpoint", "authority", "demonstration")
LONGEST_FILE = 400
LONGEST_FUNCTION = 40
DRAWER_NAMES = re.compile(r"(Manager|Helper|Handler|Util|Misc)(s|$|[A-Z])")


def sources() -> list[Path]:
    return [ROOT / "dev.py", *(path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py")))]


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for path in sources():
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def test_no_file_is_longer_than_four_hundred_lines() -> None:
    long = {str(path): lines for path in sources() if (lines := len(path.read_text().splitlines())) > LONGEST_FILE}
    assert not long


def test_no_function_is_longer_than_forty_lines() -> None:
    long = [
        f"{path}:{node.lineno} {node.name}"
        for path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION
    ]
    assert not long


def test_every_module_says_what_it_is_for() -> None:
    silent = [str(path) for path, tree in trees() if not ast.get_docstring(tree)]
    assert not silent


def test_no_class_is_named_for_a_drawer() -> None:
    drawers = [
        f"{path}:{node.name}"
        for path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and DRAWER_NAMES.search(node.name)
    ]
    assert not drawers


def test_nothing_is_left_to_do_in_the_code() -> None:
    words = re.compile(r"\b(TO" r"DO|FIX" r"ME|X" r"XX)\b")
    left = [str(path) for path in sources() if words.search(path.read_text(encoding="utf-8"))]
    assert not left


@pytest.mark.parametrize("document", sorted((ROOT / "docs").rglob("*.md")) + [ROOT / "README.md"], ids=lambda path: path.name)
def test_every_link_between_documents_leads_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", document.read_text(encoding="utf-8")):
        assert (document.parent / target).exists(), target


def test_every_dependency_has_its_line_of_why() -> None:
    pins = re.findall(r'^\s+"([A-Za-z0-9_.\-]+)', (ROOT / "pyproject.toml").read_text(), re.MULTILINE)
    dependencies = {pin for pin in pins if re.search(rf'"{re.escape(pin)}(\[[a-z,-]+\])?(==|>=|")', (ROOT / "pyproject.toml").read_text())}
    reasons = (ROOT / "docs" / "decisions" / "dependencies.md").read_text().lower()
    known = {line for line in re.findall(r"^\| `([^`]+)`", reasons, re.MULTILINE)}
    project = re.search(r"^dependencies = \[(.*?)^\[project.scripts\]", (ROOT / "pyproject.toml").read_text(), re.S | re.M)
    assert project is not None
    wanted = {name.lower() for name in re.findall(r'"([A-Za-z0-9_.\-]+)', project.group(1)) if name in dependencies}
    assert wanted - known == set()


def test_every_package_is_pinned_by_hash() -> None:
    lock = (ROOT / "requirements.lock").read_text()
    packages = re.findall(r"^[a-z0-9][^\n]*==[^\n]*\\\n", lock, re.MULTILINE)
    assert len(packages) > 40
    assert all("--hash=sha256:" in block for block in re.split(r"\n(?=[a-z0-9])", lock) if "==" in block.splitlines()[0])


def test_no_picture_page_or_log_of_a_run_is_committed() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split()
    assert not [path for path in tracked if path.startswith(("demo-output/", ".practice/", ".venv/"))]
