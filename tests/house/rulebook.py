"""Writes ``docs/rules.md``, the table of every rule of the practice: ``python tests/house/rulebook.py``.

What a rule says stands in ``docs/rules.toml``; where it is kept, and who calls it, is read out of the code itself.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import sys
import tomllib
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

A rule that has a function has its tests for both sides. "Later" names the work whose records it needs: the function is
there and tested, and asked once they are.
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


@cache
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
    later = f"later: {said['later']}" if "later" in said else ""
    return Row(number, said["says"], known[0].source, kinds, "; ".join(_with(one, later) for one in known))


def _without(said: dict[str, str]) -> str:
    if "at" in said:
        return f"`{said['at'].removeprefix('app.')}`"
    return f"later: {said['later']}" if "later" in said else f"not software: {said['outside']}"


def _with(known: Rule, later: str) -> str:
    module, _, name = known.where.rpartition(".")
    callers = sorted(callers_of(module, name))
    asked = f"called in {', '.join(f'`{one}`' for one in callers)}" if callers else later or "not called yet"
    reason = f"; the reason stands in `{known.reason}`" if known.reason else ""
    return f"`{known.where.removeprefix('app.')}` ({asked}{reason})"


def callers_of(module: str, name: str) -> set[str]:
    """Return the modules outside the domain that use one of its functions, straight or through another one of it."""
    found, seen, ahead = set(), set(), [(module, name)]
    while ahead:
        wanted = ahead.pop()
        if wanted in seen:
            continue
        seen.add(wanted)
        for user, uses in _modules().items():
            if user != wanted[0] and wanted not in uses.imports:
                continue
            if user.startswith("app.domain."):
                ahead += [(user, through) for through in uses.within.get(wanted[1], ())]
            else:
                found.add(user.removeprefix("app."))
    return found


@dataclass(frozen=True)
class Uses:
    """What a module imports, by module and name, and which of its functions use a name."""

    imports: frozenset[tuple[str, str]]
    within: dict[str, set[str]]


@cache
def _modules() -> dict[str, Uses]:
    found = {}
    for path in sorted((ROOT / "app").rglob("*.py")):
        dotted = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        found[dotted] = _uses(ast.parse(path.read_text(encoding="utf-8")))
    return found


def _uses(tree: ast.Module) -> Uses:
    imports = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom))
    within: dict[str, set[str]] = {}
    for function in (node for node in tree.body if isinstance(node, ast.FunctionDef)):
        for node in ast.walk(function):
            if isinstance(node, ast.Name):
                within.setdefault(node.id, set()).add(function.name)
    return Uses(frozenset((str(node.module), alias.name) for node in imports for alias in node.names), within)


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
