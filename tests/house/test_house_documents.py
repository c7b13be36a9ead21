"""The written house and the code say the same: words, rooms, commands, settings and decisions."""

from __future__ import annotations

import ast
import importlib.util
import re
import shlex
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree as ET

import pytest

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"
DECISIONS = sorted((DOCS / "decisions").glob("[0-9]*.md"))
AT_THE_DOOR = ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md")
EXPLAINED_ELSEWHERE = {"ItemKind": "forms.md"}
"""Closed lists whose values are explained on another page than the glossary."""
ONE_PAGE = 60


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def classes(room: str) -> Iterator[ast.ClassDef]:
    for path in sorted((ROOT / room).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                yield node


@cache
def closed_lists() -> dict[str, list[str]]:
    """Every ``StrEnum`` of laptop, protocol and endpoint, with its values."""
    return {
        node.name: list(values_of(node))
        for room in ("app", "protocol", "endpoint")
        for node in classes(room)
        if [base.id for base in node.bases if isinstance(base, ast.Name)] == ["StrEnum"]
    }


def values_of(closed_list: ast.ClassDef) -> Iterator[str]:
    for line in closed_list.body:
        if isinstance(line, ast.Assign) and isinstance(line.value, ast.Constant):
            yield str(line.value.value)


def in_code_type(text: str) -> set[str]:
    return set(re.findall(r"`([^`]+)`", text))


def the_commands() -> ModuleType:
    spec = importlib.util.spec_from_file_location("the_commands", ROOT / "dev.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_every_noun_of_the_domain_is_in_the_glossary() -> None:
    ids = set(re.findall(r"^(\w+) = NewType", page("app/domain/ids.py"), re.MULTILINE))
    nouns = {node.name for node in classes("app/domain")} | ids
    assert {"FinishedRecord", "ReleasedView", "ChildId"} <= nouns
    assert nouns - in_code_type(page("docs/glossary.md")) == set()


@pytest.mark.parametrize("name", sorted(closed_lists()))
def test_every_value_of_a_closed_list_is_explained(name: str) -> None:
    where = EXPLAINED_ELSEWHERE.get(name, "glossary.md")
    values = set(closed_lists()[name])
    assert values
    assert values - in_code_type(page(f"docs/{where}")) == set()


def test_the_lists_that_matter_most_are_among_them() -> None:
    assert {"EnvelopeKind", "OutboxKind", "OutboxState", "RecordKind", "FirstGate", "Role"} <= set(closed_lists())


def test_no_class_in_the_glossary_has_gone() -> None:
    named = {word for word in in_code_type(page("docs/glossary.md")) if re.fullmatch(r"[A-Z][A-Za-z]+", word)}
    known = {node.name for room in ("app", "protocol", "endpoint") for node in classes(room)}
    ids = set(re.findall(r"^(\w+) = NewType", page("app/domain/ids.py"), re.MULTILINE))
    assert named - known - ids == set()


def test_decisions_are_numbered_without_a_gap() -> None:
    numbers = [int(path.name[:4]) for path in DECISIONS]
    assert numbers
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.name[:4])
def test_a_decision_is_listed_by_its_title_and_fits_on_a_page(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    number, title = path.name[:4], lines[0].removeprefix(f"# {path.name[:4]}. ")
    assert title != lines[0]
    assert f"[{number}]({path.name})" in page("docs/decisions/README.md")
    assert len(lines) <= ONE_PAGE
    headings = [line for line in lines if line.startswith("## ")]
    assert headings == ["## Context", "## Decision", "## Consequences", "## The road not taken"]


@pytest.mark.parametrize("name", AT_THE_DOOR)
def test_every_link_at_the_front_door_leads_somewhere(name: str) -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page(name)):
        assert (ROOT / target).exists(), target


def test_every_command_of_the_readme_is_one_that_dev_py_takes() -> None:
    commands = re.findall(r"python3 dev\.py ([^`\n]+)", page("README.md"))
    assert {line.split()[0] for line in commands} == {"run", "test", "bench"}
    for line in commands:
        assert the_commands().arguments_of(shlex.split(line)).command == line.split()[0]


def test_every_picture_is_there_and_says_what_it_shows() -> None:
    pictures = re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", page("README.md"))
    assert pictures
    for words, target in pictures:
        assert words.strip(), target
        assert (ROOT / target).stat().st_size < 200_000, target


def test_every_room_of_the_desktop_is_on_the_architecture_page() -> None:
    layers = tomllib.loads(page("pyproject.toml"))["tool"]["importlinter"]["contracts"][0]["layers"]
    rooms = {room.strip().removeprefix("app.") for layer in layers for room in layer.split("|")}
    folders = {path.parent.name for path in (ROOT / "app").glob("*/__init__.py")}
    assert folders <= rooms
    assert rooms - in_code_type(page("docs/architecture.md")) == set()


def test_the_drawing_names_every_room_and_can_be_read_aloud() -> None:
    drawing = ET.fromstring(page("docs/architecture.svg"))  # noqa: S314 - our own file
    words = " ".join("".join(element.itertext()) for element in drawing.iter())
    folders = {path.parent.name for path in (ROOT / "app").glob("*/__init__.py")}
    assert {room for room in folders | {"protocol", "endpoint"} if room not in words} == set()
    assert drawing.get("role") == "img"
    assert drawing.find("{http://www.w3.org/2000/svg}desc") is not None


def test_every_setting_is_on_its_page() -> None:
    policy = next(node for node in classes("app/operations") if node.name == "Policy")
    keys = {
        line.target.id for line in policy.body if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name)
    }
    sources = [
        ROOT / "dev.py",
        ROOT / "app" / "__main__.py",
        ROOT / "endpoint" / "cli.py",
        ROOT / "endpoint" / "where.py",
        ROOT / "authority" / "__main__.py",
    ]
    options = {one for path in sources for one in re.findall(r'"(--[a-z]+)"', path.read_text(encoding="utf-8"))}
    variables = set(re.findall(r'"(ECAF_ENDPOINT_\w+)"', page("endpoint/settings.py")))
    assert keys
    assert variables
    assert {"--home", "--offscreen", "--folder"} <= options
    pip_own = {"--clear", "--require-hashes", "--check", "--outdated"}
    assert (keys | options | variables) - pip_own - in_code_type(page("docs/settings.md")) == set()


def test_the_tests_that_the_state_names_exist() -> None:
    named = {word for word in in_code_type(page("docs/state.md")) if word.startswith("tests/")}
    assert named
    there = {word for word in named if (ROOT / word).is_file() or list((ROOT / word).glob("test_*.py"))}
    assert named - there == set()


def test_the_state_says_where_we_were_are_and_go() -> None:
    headings = re.findall(r"^## (.+)$", page("docs/state.md"), re.MULTILINE)
    assert headings == ["How we got here", "Where we are", "Where we are going"]


def test_this_version_is_in_the_changes() -> None:
    version = tomllib.loads(page("pyproject.toml"))["project"]["version"]
    assert f"## [{version}]" in page("CHANGELOG.md")


def test_every_font_lies_beside_its_licence() -> None:
    fonts = ROOT / "resources" / "fonts"
    notice = (fonts / "NOTICE.txt").read_text(encoding="utf-8")
    for path in (*fonts.glob("*.otf"), *fonts.glob("*.ttf")):
        assert path.name.split("-")[0] in notice, path.name
    for licence in re.findall(r"LICENSE-[a-z-]+\.txt", notice):
        assert "SIL OPEN FONT LICENSE Version 1.1" in (fonts / licence).read_text(encoding="utf-8")
