"""Reads the bytes of a form file as JSON, of which any byte may be hostile or damaged; it never guesses or mends."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from app.errors import Trouble
from app.forms.lint import Finding

LARGEST_FILE = 5_000_000
"""Bytes in one form file: twenty times the longest of ours."""
DEEPEST = 60
"""Brackets within brackets; our deepest form has 15."""
MOST_TOLD = 10
"""How many mistakes one message speaks of."""
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class FormFaulty(Trouble):
    """A form file cannot be used; ``findings`` say where and why, in plain English."""

    def __init__(self, found: Iterable[Finding], file: str = "") -> None:
        self.findings = tuple(found)
        which = f"This form ({file})" if file else "This form"
        super().__init__(
            f"{which} has a mistake in it, so it was not opened. {self._told()}",
            "Everything written so far is safe.",
            "Please tell whoever looks after the forms.",
        )

    def _told(self) -> str:
        told, more = self.findings[:MOST_TOLD], len(self.findings) - MOST_TOLD
        return " ".join([*map(str, told), *([f"There are {more:,} more."] if more > 0 else [])])


class FormUnknown(Trouble):
    """No form of this name or version stands in the library."""

    def __init__(self, wanted: str) -> None:
        super().__init__(
            f"The form {wanted} is not on this laptop.",
            "Everything written so far is safe.",
            "It comes with the next update of the forms.",
        )


def file_bytes(path: Path) -> bytes:
    """Return the bytes of a form's file, never more than one too many; raises ``FormFaulty`` when it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise _faulty(f"The file could not be read ({error.strerror}).") from None


def read_json(text: bytes) -> dict[str, Any]:
    """Return the object in a form file; raises ``FormFaulty`` when there is none that can be read safely."""
    if len(text) > LARGEST_FILE:
        raise _faulty(f"The file is larger than {LARGEST_FILE // 1_000_000} MB. Please check that it is a form.")
    if text.startswith(_BYTE_ORDER_MARK):
        raise _faulty("The file begins with a byte order mark. Please save it as UTF-8 without one.")
    try:
        raw = json.loads(text.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_constant)
    except UnicodeDecodeError:
        raise _faulty("The file is not in UTF-8. Please save it as UTF-8.") from None
    except json.JSONDecodeError as error:
        raise _faulty(f"The file is not JSON. Please check line {error.lineno}.") from None
    except (RecursionError, ValueError):
        raise _faulty(_TOO_ODD) from None
    if not isinstance(raw, dict):
        raise _faulty("The file does not hold a form. Please begin it with a curly bracket.")
    if _is_too_deep(raw):
        raise _faulty(_TOO_ODD)
    return raw


_TOO_ODD = "The file has a number that is none, or brackets nested too deep. Please check it against a form that works."


def _faulty(sentence: str) -> FormFaulty:
    return FormFaulty([Finding("", sentence)])


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    once = dict(pairs)
    if len(once) < len(pairs):
        (twice, _), *_rest = Counter(key for key, _ in pairs).most_common(1)
        sentence = f'"{twice}" is written twice in one place. Please take one away.'
        raise FormFaulty([Finding(str(once.get("linkId", "")), sentence)])
    return once


def _no_constant(name: str) -> None:
    raise ValueError(name)


def _is_too_deep(raw: dict[str, Any]) -> bool:
    """Say so level by level: what is nested too deep must not be walked by calls within calls."""
    level: list[Any] = [raw]
    for _ in range(DEEPEST):
        level = [inner for node in level for inner in _inside(node)]
        if not level:
            return False
    return True


def _inside(node: object) -> Iterator[object]:
    if isinstance(node, dict):
        yield from node.values()
    elif isinstance(node, list):
        yield from node
