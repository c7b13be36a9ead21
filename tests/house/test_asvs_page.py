"""The page on ASVS 5 leaves no requirement out, and whatever it says is met is shown by tests that are there."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "asvs.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (\d+\.\d+\.\d+) \| ([12]) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
MET, NOT_APPLICABLE, NOT_MET = "met", "not applicable", "not met"
FEWEST_LETTERS = 8
ROOMS = ("endpoint", "protocol")

SECTIONS = """
1.1 2
1.2 9
1.3 11
1.4 3
1.5 2
2.1 3
2.2 3
2.3 4
2.4 1
3.2 2
3.3 4
3.4 6
3.5 5
3.7 2
4.1 3
4.2 1
4.3 2
4.4 4
5.1 1
5.2 3
5.3 2
5.4 3
6.1 3
6.2 12
6.3 4
6.4 4
6.5 5
6.6 3
6.8 4
7.1 3
7.2 4
7.3 2
7.4 5
7.5 2
7.6 2
8.1 2
8.2 3
8.3 1
8.4 1
9.1 3
9.2 4
10.1 2
10.2 2
10.3 4
10.4 11
10.5 5
10.6 2
10.7 3
11.1 2
11.2 3
11.3 3
11.4 4
11.5 1
11.6 1
12.1 3
12.2 2
12.3 4
13.1 1
13.2 5
13.3 2
13.4 5
14.1 2
14.2 4
14.3 3
15.1 3
15.2 3
15.3 7
16.1 1
16.2 5
16.3 4
16.4 3
16.5 3
17.1 1
17.2 4
17.3 2
"""
"""How many requirements of levels 1 and 2 each section of ASVS 5.0.0 has, with the numbers of those of level 3."""


def numbers() -> Iterator[str]:
    """Yield the number of each requirement of levels 1 and 2."""
    for line in SECTIONS.split("\n"):
        if line.strip():
            section, last, *above = line.split()
            yield from (f"{section}.{n}" for n in range(1, int(last) + 1) if str(n) not in above)


def rows() -> list[tuple[str, ...]]:
    return ROW.findall(PAGE)


def test_every_requirement_of_levels_1_and_2_is_on_the_page_once() -> None:
    listed = list(numbers())
    assert len(listed) == len(set(listed)) == 253
    assert [row[0] for row in rows()] == listed


def test_every_row_is_met_by_tests_that_exist_or_says_why_not() -> None:
    existing = {
        f"{file.name}::{name}"
        for file in (ROOT / "tests").rglob("test_*.py")
        for name in re.findall(r"^def (test_\w+)", file.read_text(encoding="utf-8"), re.MULTILINE)
    }
    for number, _, _, status, said in rows():
        assert status in {MET, NOT_APPLICABLE, NOT_MET}, number
        named = set(re.findall(r"`(test_\w+\.py::test_\w+)`", said))
        if status == MET:
            assert named, number
            assert named <= existing, (number, named - existing)
        else:
            assert not named, number
            assert len(said) >= FEWEST_LETTERS, number
            assert said.endswith("."), number


def test_the_counts_at_the_top_are_true() -> None:
    counted = Counter(row[3] for row in rows())
    top = " ".join(PAGE.partition("\n## ")[0].split())
    for status in (MET, NOT_APPLICABLE, NOT_MET):
        assert f"**{counted[status]} are {status}**" in top


@cache
def trees() -> list[tuple[str, ast.Module]]:
    """Return every module of the endpoint and the protocol."""
    files = [file for room in ROOMS for file in sorted((ROOT / room).rglob("*.py"))]
    return [(file.name, ast.parse(file.read_text(encoding="utf-8"))) for file in files]


def calls(*, within: type[ast.AST] = ast.Module) -> Iterator[tuple[str, ast.Call]]:
    """Yield what is called, with where, anywhere or only inside functions, which run when something has come in."""
    for name, tree in trees():
        for outer in [tree] if within is ast.Module else [one for one in ast.walk(tree) if isinstance(one, within)]:
            where = f"{name} {getattr(outer, 'name', '')}".strip()
            yield from ((where, node) for node in ast.walk(outer) if isinstance(node, ast.Call))


def name_of(call: ast.Call) -> str:
    return ast.unparse(call.func)


def test_nothing_that_came_in_is_ever_run_as_a_program() -> None:
    runs = {"eval", "exec", "compile", "__import__", "os.system", "os.popen", "pickle.loads", "marshal.loads"}
    called = [(where, name_of(call)) for where, call in calls()]
    assert not [(where, name) for where, name in called if name in runs]
    # A practice authority is made by our own program, at the operator's word and by nothing that comes in.
    assert [(where, name) for where, name in called if "subprocess" in name] == [("practice.py", "subprocess.run")]
    # Which index answers is the operator's setting, and nothing that comes in.
    assert [where for where, name in called if name.endswith("import_module")] == ["childindex.py"]


def test_no_statement_to_the_database_is_put_together_of_what_came_in() -> None:
    asks = {"text", "execute", "exec_driver_sql", "ask", "tell"}
    of_ours = [
        (where, call) for where, call in calls(within=ast.FunctionDef) if name_of(call).rpartition(".")[2] in asks
    ]
    assert len(of_ours) > 50  # the control: these are found
    made = [where for where, call in of_ours for one in call.args if isinstance(one, (ast.JoinedStr, ast.BinOp))]
    assert made == ["database.py _make_durable", "v0008_the_chain.py _lines"]  # SQLite's settings, which are our own
