"""Which pinned packages the handed-out program is made of; derived from pyproject and lock, never written down twice.

``python -m installer.runtime`` prints them as a requirements file with their hashes.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
BUILD_EXTRA = "build"
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==\S+.*?(?=^[A-Za-z0-9]|\Z)", re.MULTILINE | re.DOTALL)
_VIA = re.compile(r"^ +# +(?:via +)?(?!via$)([A-Za-z0-9._-]+)", re.MULTILINE)


@dataclass(frozen=True)
class Pin:
    """One package of the lock: the lines that pin it, and the packages that asked for it."""

    name: str
    lines: str
    asked_by: frozenset[str]


def plain_name(name: str) -> str:
    """Return a package's name as all spellings of it are written (PyPA name normalisation)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def read_lock(lock: str) -> dict[str, Pin]:
    """Return every pin of a lock that ``uv pip compile`` wrote, by its plain name."""
    return {pin.name: pin for pin in map(_pin, _PIN.finditer(lock))}


def wanted(project: Mapping[str, Any], extras: Iterable[str] = ()) -> frozenset[str]:
    """Return the plain names that ``[project]`` of a pyproject asks for itself, with those of some extras."""
    table = project["project"]
    asked = [*table["dependencies"], *(line for extra in extras for line in table["optional-dependencies"][extra])]
    return frozenset(plain_name(re.split(r"[\s\[=<>!~;(]", line, maxsplit=1)[0]) for line in asked)


def closed(names: Iterable[str], pins: Mapping[str, Pin]) -> frozenset[str]:
    """Return ``names`` and whatever they ask for, and so on.

    Raises ``LookupError`` for a name the lock does not pin.
    """
    found = set(names)
    if unpinned := found - pins.keys():
        raise LookupError(f"requirements.lock does not pin {', '.join(sorted(unpinned))}; make the lock again")
    while more := {name for name, pin in pins.items() if name not in found and pin.asked_by & found}:
        found |= more
    return frozenset(found)


def runtime_lock(lock: str, project: Mapping[str, Any], extras: Iterable[str] = (BUILD_EXTRA,)) -> str:
    """Return the part of ``lock`` that the program (and, by default, its building) needs, hashes and all."""
    pins = read_lock(lock)
    return "".join(pins[name].lines for name in sorted(closed(wanted(project, extras), pins)))


def of_this_checkout() -> str:
    """Return the runtime lock of the checkout this file is in."""
    return runtime_lock(_lock(), _project())


def runtime_names() -> frozenset[str]:
    """Return the plain names of what the program of this checkout runs on, without what builds it."""
    return closed(wanted(_project()), read_lock(_lock()))


def _lock() -> str:
    return (ROOT / "requirements.lock").read_text("utf-8")


def _project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def _pin(found: re.Match[str]) -> Pin:
    asked_by = frozenset(map(plain_name, _VIA.findall(found[0])))
    return Pin(plain_name(found[1]), found[0], asked_by)


if __name__ == "__main__":
    sys.stdout.write(of_this_checkout())
