"""Every rule of the practice is on its page, made from the code; none is lost, each is tested on both sides."""

from __future__ import annotations

import ast
import importlib
from functools import cache
from pathlib import Path

import pytest
from rulebook import PAGE, all_known, callers_of, kinds_of, made, sections, written

from app.domain.rules import Kind, Rule

ROOT = Path(__file__).parent.parent.parent
OF_THIS_WORK = range(1, 78)
NAMED = {
    Kind.BLOCK: {1, *range(23, 26), 27, 31, 59, 64, 118, 129, 130},
    Kind.WARN: {*range(3, 8), 11, *range(17, 21), 36, 46, 66, 72, 77, 132},
    Kind.REMIND: {28, 76, 97, 116},
    Kind.SETTING: {14, 15, *range(17, 22), 42, 76, 97, 136},
}
"""What the practice paper says each rule with a function is; the rules of later work say it in ``docs/rules.toml``."""
NAMED_WITHOUT_FUNCTION = {
    "block": {111, 120, 122},
    "warn": {79, 93, 103, 104},
    "remind": {89, 90, 98, 137},
    "setting": {85, 89, 90, 114, 131, 145},
}
STOPS_AS_WELL = {
    33: "what is held back is never in the bytes",
    34: "a private row is never in the bytes",
    48: "somebody alone is not judged to decide alone in one conversation",
    52: "an age is no competence",
    54: "part of the decision to share unagreed",
    56: "part of the decision to share unagreed",
    58: "part of the decision to share unagreed",
    63: "part of the decision to share unagreed",
    65: "nothing of a family is told to a colleague without their yes",
}


def speaking(known: Rule) -> bool:
    module, _, name = known.where.rpartition(".")
    return hasattr(getattr(importlib.import_module(module), name), "__wrapped__")


def test_the_page_is_what_the_code_makes() -> None:
    assert PAGE.read_text(encoding="utf-8") == made(), "please run: python tests/house/rulebook.py"


def test_the_page_has_each_of_the_147_rules_once() -> None:
    assert [row.number for rows in sections().values() for row in rows] == list(range(1, 148))


def test_every_rule_before_and_during_an_assessment_has_a_function() -> None:
    assert set(OF_THIS_WORK) - {known.number for known in all_known()} == set()


def test_a_rule_with_a_function_says_nothing_else_but_whose_later_work_asks_it() -> None:
    kept = {str(known.number) for known in all_known()}
    said = {number: rule for rules in written().values() for number, rule in rules.items()}
    assert {number for number in kept if set(said[number]) - {"later"} != {"says"}} == set()
    without = [rule for number, rule in said.items() if number not in kept]
    assert all(len(rule.keys() & {"at", "later", "outside"}) == 1 for rule in without)


def test_each_rule_is_asked_somewhere_or_names_the_work_it_waits_for() -> None:
    assert "not called yet" not in made()


def test_a_rule_that_waits_for_later_work_is_not_asked_yet() -> None:
    said = {number: rule for rules in written().values() for number, rule in rules.items()}
    waits = [known for known in all_known() if "later" in said[str(known.number)]]
    assert waits
    assert {known.where for known in waits if callers_of(*known.where.rpartition(".")[::2])} == set()


def test_what_stands_elsewhere_is_there() -> None:
    for rules in written().values():
        for rule in rules.values():
            module, _, name = rule.get("at", "app.domain.rules.rule").rpartition(".")
            assert callable(getattr(importlib.import_module(module), name))


@pytest.mark.parametrize("kind", list(NAMED))
def test_a_rule_goes_as_far_as_the_practice_says(kind: Kind) -> None:
    assert {number for number in NAMED[kind] if kind not in kinds_of(number)} == set()


@pytest.mark.parametrize("kind", sorted(NAMED_WITHOUT_FUNCTION))
def test_a_rule_of_later_work_says_how_far_it_will_go(kind: str) -> None:
    rows = {row.number: row.kind.split(", ") for rows in sections().values() for row in rows}
    assert {number for number in NAMED_WITHOUT_FUNCTION[kind] if kind not in rows[number]} == set()


def test_nothing_else_stops_anybody() -> None:
    stops = {known.number for known in all_known() if Kind.BLOCK in known.kind}
    assert stops - NAMED[Kind.BLOCK] == set(STOPS_AS_WELL)


@pytest.mark.parametrize("known", all_known(), ids=lambda known: f"{known.number}-{known.where}")
def test_a_rule_is_kept_by_a_function_with_tests_for_both_sides(known: Rule) -> None:
    module, _, name = known.where.rpartition(".")
    assert callable(getattr(importlib.import_module(module), name))
    assert len(calling(name)) > 1, f"{name} has no test for one of its sides"


@pytest.mark.parametrize("name", sorted({known.where.rpartition(".")[2] for known in all_known() if speaking(known)}))
def test_a_rule_that_speaks_is_also_seen_silent(name: str) -> None:
    assert any(name in silent for _, _, silent in _tests()), f"nothing shows when {name} has nothing to say"


def calling(name: str) -> set[str]:
    return {test for test, called, _ in _tests() if name in called}


@cache
def _tests() -> list[tuple[str, frozenset[str], frozenset[str]]]:
    found = []
    for path in sorted((ROOT / "tests").glob("*/test_*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))
        tests = (one for one in functions if one.name.startswith("test_"))
        found += [(f"{path.name}:{one.name}", _called(one), _denied(one)) for one in tests]
    return found


def _denied(function: ast.FunctionDef) -> frozenset[str]:
    """Return what a test says is not so: ``assert not rule(...)``."""
    asserted = (node.test for node in ast.walk(function) if isinstance(node, ast.Assert))
    return frozenset().union(*(_called(one) for one in asserted if isinstance(one, ast.UnaryOp)))


def _called(node: ast.AST) -> frozenset[str]:
    calls = (part.func for part in ast.walk(node) if isinstance(part, ast.Call))
    return frozenset(called.id for called in calls if isinstance(called, ast.Name))
