"""What is left on a page in a language in which every fixed word stands in brackets: a person's words, or a fault."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache

from bracketed import unmarked
from furnished import Opened
from PySide6.QtWidgets import QAbstractButton, QWidget
from tour import spoken

from app.look.kit import Text
from app.paths import resources
from app.sealing.words import CALENDAR
from app.storage.database import Transaction

_LETTERS = re.compile(r"[^\W\d_]{2,}")
_SENTENCE = re.compile(r"(?<=[.?!])\s+")
_KEYS = re.compile(r"(Ctrl|Alt|Shift)\+\w+")
_LONGEST_NAME = 60
"""So many letters at most are taken for names and places, whose words are also shown one by one."""
_NOT_WORDS = frozenset({"audit", "sync_state"})
"""Tables in which nobody's words stand."""
_ALWAYS = frozenset({"eCAF", "Cymraeg", "English", "PIN", "MB"})
"""What is called so in every language."""


@cache
def from_files() -> frozenset[str]:
    """Return what forms and settings say: data, with translations of their own."""
    files = [*(resources() / "forms").glob("*.json"), resources() / "policy" / "default.json"]
    return frozenset(said for file in files for said in _strings(json.loads(file.read_text(encoding="utf-8"))))


def from_people(tx: Transaction) -> frozenset[str]:
    """Return what people wrote and are called in an open vault."""
    tables = [str(row[0]) for row in tx.all("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    found: set[str] = set()
    for table in tables:
        if table not in _NOT_WORDS and not table.startswith(("sqlite_", "name_words")):
            found.update(said for row in tx.all(f"SELECT * FROM {table}") for said in _strings(list(row)))  # noqa: S608
    names = (word for said in found if len(said) < _LONGEST_NAME for word in said.split() if word[:1].isupper())
    return frozenset(found.union(names))


def _strings(node: object) -> Iterator[str]:
    match node:
        case str() if node[:1] in {"{", "[", '"'}:
            try:
                yield from _strings(json.loads(node))
            except ValueError:
                yield node
        case str():
            yield from (part for part in (node, *node.splitlines(), *_SENTENCE.split(node)) if len(part) > 1)
        case dict():
            for inner in node.values():
                yield from _strings(inner)
        case list() | tuple():
            for inner in node:
                yield from _strings(inner)


def words_on(window: QWidget) -> set[str]:
    """Return every line somebody can read on the window now, or hear of it."""
    shown = {text.words for text in window.findChildren(Text) if text.isVisible()}
    shown |= {button.text().replace("&&", "&") for button in window.findChildren(QAbstractButton) if button.isVisible()}
    return {line.strip() for said in shown | set(spoken(window)) for line in unmarked(said).splitlines()}


def left_over(lines: Iterable[str], known: Iterable[str]) -> set[str]:
    """Return the lines that say more than what is known, dates, times and what is called so in every language."""
    days = {word for words in CALENDAR for word in words}
    phrases = sorted({*known, *days, *_ALWAYS}, key=len, reverse=True)
    return {line for line in lines if _LETTERS.search(line) and _LETTERS.search(_without(line, phrases))}


def _without(line: str, phrases: list[str]) -> str:
    line = _KEYS.sub(" ", line)
    for phrase in phrases:
        if phrase in line:
            line = re.sub(rf"(?<!\w){re.escape(phrase)}(?!\w)", " ", line)
    return line


def opened_by(program: Opened) -> frozenset[str]:
    """Return what people wrote in the vault a program has open."""
    return program.program.tasks.ask(from_people)
