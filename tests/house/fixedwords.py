"""Finds the fixed words of the screen in the syntax of our modules: those gathered for a translator, and those not.

A literal counts as words when it could be read on a screen: more than one word, a capital first, or the end of a
sentence. Names of objects, keys, codes of forms and words for programmers are none; what else is none has its reason.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from unspoken import ELSEWHERE, NOT_SHOWN, WHOLE

ROOT = Path(__file__).parent.parent.parent
SHOWN = ("app/ui", "app/look", "app/forms/widgets", "app/forms/view.py", "app/main.py")
"""Where every fixed word on the screen is written inside ``tr``, ``noted`` or ``said``."""
BELOW = ("app/domain", "app/operations", "app/storage", "app/sync", "app/sealing", "app/forms")
"""Rooms below the windows: their sentences are shown as they are, through ``tr`` where they are shown."""
TABLES = frozenset(
    {
        "app/domain/carers.py",
        "app/domain/consent.py",
        "app/domain/contact.py",
        "app/domain/earlier.py",
        "app/domain/unagreed.py",
        "app/operations/auditwords.py",
        "app/operations/bundling.py",
        "app/sealing/checks.py",
        "app/sync/status.py",
    }
)
"""Modules below whose words are no sentences, and shown all the same."""
FAMILYS = (
    *("app/ui/share", "app/ui/finishing", "app/ui/paperspage.py", "app/ui/papernews.py", "app/ui/outside.py"),
    *("app/forms/widgets", "app/forms/view.py", "app/ui/peoplemap", "app/ui/words.py", "app/ui/states.py"),
    *(
        "app/ui/counting.py",
        "app/ui/days.py",
        "app/ui/toldpage.py",
        "app/ui/shell/eachchild.py",
        "app/ui/shell/signers.py",
    ),
    *("app/ui/shell/closing.py", "app/ui/shell/agreedwords.py", "app/ui/shell/mapping.py", "app/ui/shell/feelings.py"),
)
"""Where the words stand that a family reads: share view, a child's page, the map, the questions, signing and papers."""
FAMILYS_BELOW = (
    *("app/domain/carers.py", "app/domain/consent.py", "app/domain/gates.py", "app/domain/sharing.py"),
    *("app/domain/voices.py", "app/operations/copies.py", "app/operations/cosigning.py", "app/operations/finishing.py"),
    *("app/operations/turning.py", "app/storage/leave_pin.py"),
)
"""Rooms below whose sentences are shown on those pages: what is missing before somebody signs, or why not yet."""
GATHERED = frozenset({"tr", "noted", "said"})
_KEYS = re.compile(r"(Ctrl|Shift|Alt|Esc|Enter|F\d)\b\S*|Shift three times")
_CALLS = frozenset(
    {
        *("setObjectName", "setProperty", "property", "setStyle", "findChild", "startswith", "endswith", "replace"),
        *("strftime", "removeprefix", "removesuffix", "split", "compile", "fullmatch", "normalize", "getattr"),
        *("TypeVar", "NewType", "ParamSpec", "QKeySequence", "QShortcut", "Signal", "Slot", "Literal", "partition"),
        *("ValueError", "TypeError", "LookupError", "RuntimeError", "NotImplementedError", "keeps", "speaks", "rule"),
        "counted",  # its nouns stand in a table of their own
        *("info", "warning", "error", "debug", "execute", "one", "all", "told_to_audit", "write", "join_key"),
    }
)
"""Calls whose words nobody sees on a screen."""
_SAID_AT_ONCE = frozenset({"Text", "Heading", "Button", "TickBox", "RadioChoice", "Chip", "Field", "setAccessibleName"})
"""Calls whose first words are read on the screen, one lower-case word too."""
_SENTENCE = re.compile(r"[A-Z“{].*[a-z’”}][.?!…:]", re.DOTALL)


def files(places: tuple[str, ...] = SHOWN) -> Iterator[Path]:
    """Yield every module of some rooms."""
    for place in places:
        path = ROOT / place
        yield from sorted(path.rglob("*.py")) if path.is_dir() else [path]


Parents = Mapping[ast.AST, ast.AST]


@cache
def syntax_of(file: Path) -> tuple[tuple[ast.AST, ...], Parents]:
    """Return every part of a module's syntax, and what each stands in."""
    nodes: list[ast.AST] = [ast.parse(file.read_text(encoding="utf-8"))]
    parents: dict[ast.AST, ast.AST] = {}
    for node in nodes:  # which grows while it is gone through
        children = list(ast.iter_child_nodes(node))
        parents.update(dict.fromkeys(children, node))
        nodes += children
    return tuple(nodes), parents


def text_of(node: ast.AST) -> str | None:
    """Return the words of a literal, with ``{}`` where something is put in; none for what is no literal."""
    match node:
        case ast.Constant(value=str(words)):
            return words
        case ast.JoinedStr(values=values):
            return "".join(str(one.value) if isinstance(one, ast.Constant) else "{}" for one in values)
    return None


def reads_like_words(words: str) -> bool:
    """Say whether somebody could read this on a screen."""
    bare = words.replace("{}", "").strip()
    if not re.search(r"[a-z]", bare) or not re.search(r"[A-Za-z]{2}", bare) or _KEYS.fullmatch(bare):
        return False
    said = words.strip()
    return " " in said or said[0].isupper() or said[-1] in ".?!…:"


@cache
def codes() -> frozenset[str]:
    """Return the codes of the forms' answers, which look like words and are none."""
    found: set[str] = set()
    for file in (ROOT / "resources" / "forms").glob("*.json"):
        found.update(_codes(json.loads(file.read_text(encoding="utf-8"))))
    return frozenset(code for code in found if code[:1].islower())


def _codes(node: object) -> Iterator[str]:
    if isinstance(node, Mapping):
        if isinstance(node.get("code"), str):
            yield node["code"]
        for inner in node.values():
            yield from _codes(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from _codes(inner)


def literals(nodes: Iterable[ast.AST], parents: Parents) -> Iterator[ast.Constant | ast.JoinedStr]:
    """Yield what reads like words, in whole literals."""
    for node in nodes:
        if not isinstance(node, ast.Constant | ast.JoinedStr) or _is_a_piece(node, parents.get(node)):
            continue
        words = text_of(node)
        if words is not None and (reads_like_words(words) or _stands_among_words(node, parents, words)):
            yield node


def _stands_among_words(node: ast.AST, parents: Parents, words: str) -> bool:
    """Say whether a single word is one for the screen because its neighbours are, or the call it is in."""
    if not re.fullmatch(r"[a-z’-]{2,}", words):
        return False
    match parents.get(node):
        case ast.IfExp(body=body, orelse=orelse) if node in (body, orelse):
            return reads_like_words(_innermost(orelse if node is body else body))
        case ast.Dict(values=values) if node in values:
            return any(reads_like_words(_innermost(value)) for value in values)
        case ast.Call() as call:
            return call_name(call) in _SAID_AT_ONCE and call.args[:1] == [node]
    return False


def _innermost(node: ast.AST) -> str:
    """Return the words of a literal, gathered or not."""
    if isinstance(node, ast.Call) and call_name(node) in GATHERED and node.args:
        node = node.args[0]
    return text_of(node) or ""


def _is_a_piece(node: ast.AST, up: ast.AST | None) -> bool:
    return isinstance(up, ast.JoinedStr) or (isinstance(up, ast.FormattedValue) and up.format_spec is node)


def is_gathered(node: ast.AST, parents: Parents) -> bool:
    """Say whether a literal stands in one of the calls that have it gathered."""
    inner, up = node, parents.get(node)
    while up is not None and not isinstance(up, ast.stmt):
        if isinstance(up, ast.Call) and call_name(up) != "get":  # what takes it out of a table stands for nothing
            return call_name(up) in GATHERED and up.args[:1] == [inner]
        inner, up = up, parents.get(up)
    return False


def call_name(call: ast.Call) -> str:
    """Return the last name of what is called."""
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def is_no_word(node: ast.AST, parents: Parents) -> bool:
    """Say whether the place of a literal makes it something else than words on a screen."""
    inner, up = node, parents.get(node)
    if isinstance(up, ast.Expr):
        return True  # a docstring
    while up is not None and not isinstance(up, ast.stmt):
        if _takes_no_words(up, inner):
            return True
        inner, up = up, parents.get(up)
    match up:
        case ast.Assert() | ast.Assign(targets=[ast.Name(id="__all__")]):
            return True
        case ast.FunctionDef(returns=returns):
            return returns is inner
        case ast.AnnAssign(annotation=annotation):
            return annotation is inner
    return False


def _takes_no_words(up: ast.AST, inner: ast.AST) -> bool:
    """Say whether what stands here in a larger expression is a key, a code or a word for programmers."""
    match up:
        case ast.Compare() | ast.Set() | ast.match_case() | ast.MatchValue():
            return True
        case ast.Subscript(slice=place):
            return place is inner
        case ast.Dict(keys=keys):
            return inner in keys
        case ast.Call(func=func):
            return call_name(up) in _CALLS and inner is not func
        case ast.arg():
            return True
    return False


def is_excepted(file: Path, words: str) -> bool:
    """Say whether there is a reason why these words of a module are not gathered."""
    here = file.relative_to(ROOT).as_posix()
    return here in WHOLE or words in codes() or words in NOT_SHOWN.get(here, ((), ""))[0]


def loose(file: Path) -> Iterator[ast.Constant | ast.JoinedStr]:
    """Yield the fixed words of a module of the windows that are not gathered, and have no reason."""
    nodes, parents = syntax_of(file)
    for node in literals(nodes, parents):
        said = text_of(node) or ""
        if not is_gathered(node, parents) and not is_no_word(node, parents) and not is_excepted(file, said):
            yield node


def gathered(file: Path) -> Iterator[str]:
    """Yield every fixed word of a module that stands in ``tr``, ``noted`` or ``said``."""
    nodes, parents = syntax_of(file)
    for node in nodes:
        if not isinstance(node, ast.Constant) or is_no_word(node, parents):
            continue
        if isinstance(node.value, str) and node.value and is_gathered(node, parents):
            yield node.value


def shown_from_below(file: Path) -> Iterator[str]:
    """Yield the sentences of a module below the windows and what stands in ``said``; of tables every word."""
    here = file.relative_to(ROOT).as_posix()
    if here in ELSEWHERE:
        return
    yield from gathered(file)
    nodes, parents = syntax_of(file)
    for node in literals(nodes, parents):
        words = text_of(node) or ""
        if isinstance(node, ast.JoinedStr) or is_no_word(node, parents) or is_excepted(file, words):
            continue
        if here in TABLES or _SENTENCE.fullmatch(words.strip()):
            yield words


def words_in(file: Path) -> set[str]:
    """Return the words of every literal of a module."""
    return {text_of(node) or "" for node in syntax_of(file)[0]}


@cache
def every_word() -> tuple[str, ...]:
    """Return every fixed word of the screen, once, sorted."""
    shown = {words for file in files() for words in gathered(file)}
    return tuple(sorted(shown.union(*(shown_from_below(file) for file in files(BELOW)))))


def nouns_counted() -> set[str]:
    """Return everything that is counted on a page, where the call names it itself."""
    calls = (node for file in files() for node in syntax_of(file)[0])
    named = [
        call.args[1]
        for call in calls
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "counted"
    ]
    return {str(noun.value) for noun in named if isinstance(noun, ast.Constant)}
