"""Writes ``docs/rules.md``, the table of every rule of the practice: ``python tests/house/rulebook.py``.

What a rule says stands in ``docs/rules.toml``; where it is kept, and who calls it, is read out of the code itself.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

import app.domain  # noqa: E402 - found through the path above
from app.domain.rules import KNOWN, Kind, Rule  # noqa: E402 - the same

PAGE = ROOT / "docs" / "rules.md"
HEAD = """# The rules of the practice

All 147 rules of the guidance, in our own words, and where each one lives. This page is made from the code and from
`docs/rules.toml` by `python tests/house/rulebook.py`; a test checks that it is up to date. Sources are named as in the
guidance papers: S4 the managers' guide to the assessment, S1 the one to the team and the lead professional, S2 and S3
two authorities, S0 the fact sheets, C the index's regulations, P law and advice.

**Kinds.** *block*: nothing goes on before it is put right. *warn*: it may go on with a reason. *remind*: a line among
what is due. *setting*: an authority's policy says how. *guide*: it shapes pages and words, and never stops anybody.

A rule that has a function has its tests for both sides. "Not called yet" is meant as it says: the function is there
and tested, and no page asks it so far.
"""
WORDS = {kind: str(kind.name).lower() for kind in Kind}


@dataclass(frozen=True)
class Row:
    """One rule as the page shows it."""

    number: int
    says: str
    source: str
    kind: str
    lives: str


def all_known() -> list[Rule]:
    """Return every rule kept by a function of the domain."""
    for module in pkgutil.iter_modules(app.domain.__path__):
        importlib.import_module(f"app.domain.{module.name}")
    return sorted(set(KNOWN), key=lambda known: (known.number, known.where))


def written() -> dict[str, dict[str, dict[str, str]]]:
    """Return the sections of ``docs/rules.toml`` with their rules by number; the title of a section is told apart."""
    data = tomllib.loads((ROOT / "docs" / "rules.toml").read_text(encoding="utf-8"))
    return {
        f"{name} {section['title']}": {key: value for key, value in section.items() if key != "title"}
        for name, section in data.items()
    }


def sections() -> dict[str, list[Row]]:
    """Return every rule of each section."""
    known = all_known()
    return {
        title: [_row(int(number), said, [one for one in known if one.number == int(number)])
                for number, said in rules.items()]
        for title, rules in written().items()
    }  # fmt: skip


def kinds_of(number: int) -> Kind:
    """Return how far a rule goes, over all of its functions."""
    kinds = Kind(0)
    for known in all_known():
        if known.number == number:
            kinds |= known.kind
    return kinds


def _row(number: int, said: dict[str, str], known: list[Rule]) -> Row:
    if not known:
        return Row(number, said["says"], said["source"], said["kind"], _without(said))
    kinds = ", ".join(WORDS[kind] for kind in kinds_of(number))
    return Row(number, said["says"], known[0].source, kinds, "; ".join(map(_with, known)))


def _without(said: dict[str, str]) -> str:
    if "at" in said:
        return f"`{said['at'].removeprefix('app.')}`"
    return f"later: {said['later']}" if "later" in said else f"not software: {said['outside']}"


def _with(known: Rule) -> str:
    module, _, name = known.where.rpartition(".")
    callers = sorted(callers_of(module, name))
    asked = f"called in {', '.join(f'`{one}`' for one in callers)}" if callers else "not called yet"
    reason = f"; the reason stands in `{known.reason}`" if known.reason else ""
    return f"`{known.where.removeprefix('app.')}` ({asked}{reason})"


def callers_of(module: str, name: str, seen: frozenset[tuple[str, str]] = frozenset()) -> set[str]:
    """Return the modules outside the domain that use one of its functions, straight or through another one of it."""
    found: set[str] = set()
    for user, tree in _modules():
        if user != module and not _imports(tree, module, name):
            continue
        if not user.startswith("app.domain."):
            found.add(user.removeprefix("app."))
            continue
        for through in _functions_using(tree, name) - {name}:
            if (user, through) not in seen:
                found |= callers_of(user, through, seen | {(module, name)})
    return found


@cache
def _modules() -> list[tuple[str, ast.Module]]:
    return list(_parsed())


def _parsed() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted((ROOT / "app").rglob("*.py")):
        dotted = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        yield dotted, ast.parse(path.read_text(encoding="utf-8"))


def _imports(tree: ast.Module, module: str, name: str) -> bool:
    imports = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module == module)
    return any(alias.name == name for node in imports for alias in node.names)


def _functions_using(tree: ast.Module, name: str) -> set[str]:
    functions = (node for node in tree.body if isinstance(node, ast.FunctionDef))
    return {one.name for one in functions if any(_names(node, name) for node in ast.walk(one))}


def _names(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def made() -> str:
    """Return the whole page."""
    parts = [HEAD]
    for title, rows in sections().items():
        lines = [f"| {row.number} | {row.says} | {row.source} | {row.kind} | {row.lives} |" for row in rows]
        parts.append(
            "\n".join(
                (f"## {title}\n", "| | rule | source | kind | where it lives |", "|--:|---|---|---|---|", *lines, "")
            )
        )
    return "\n".join(parts)


if __name__ == "__main__":
    PAGE.write_text(made(), encoding="utf-8")
