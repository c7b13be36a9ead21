"""The rules of the house that no other tool checks."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
ROOMS = ("app", "protocol", "endpoint", "authority", "demonstration", "installer", "benchmarks")
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
    words = re.compile(r"\b(TO[D]O|FIX[M]E|XX[X])\b")
    left = [str(path) for path in sources() if words.search(path.read_text(encoding="utf-8"))]
    assert not left


DOCUMENTS = [*sorted((ROOT / "docs").rglob("*.md")), ROOT / "README.md"]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_between_documents_leads_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", document.read_text(encoding="utf-8")):
        assert (document.parent / target).exists(), target


def test_every_dependency_has_its_line_of_why() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = [*project["dependencies"], *(pin for pins in project["optional-dependencies"].values() for pin in pins)]
    names = {re.split(r"[\[=><]", pin)[0].lower() for pin in wanted}
    reasons = (ROOT / "docs" / "decisions" / "dependencies.md").read_text().lower()
    assert names <= set(re.findall(r"^\| `([^`]+)`", reasons, re.MULTILINE))


def test_every_package_is_pinned_by_hash() -> None:
    lock = (ROOT / "requirements.lock").read_text()
    blocks = [block for block in re.split(r"\n(?=[a-z0-9])", lock) if "==" in block.splitlines()[0]]
    assert len(blocks) > 40
    assert all("--hash=sha256:" in block for block in blocks)


def test_nothing_a_run_leaves_behind_is_committed() -> None:
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("not a checkout")
    listed = subprocess.run(  # noqa: S603 - the version control of this checkout
        [git, "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    left_behind = ("demo-output/", ".practice/", ".venv/", "build/")
    assert not [path for path in listed.stdout.split() if path.startswith(left_behind)]
