"""What can be done from where somebody is, each in words with its keys; it asks the vault for nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from app.domain.finding import is_found, spaced, words_of
from app.look.speech import tr
from app.operations.family import FamilyFile
from app.ui.shell.steps import in_order, is_open, title_of
from app.ui.states import FoundLine

MOST = 8
"""So many are shown under the children who were found."""


@dataclass(frozen=True)
class Way:
    """Something that can be done: its words, how it is done, and the keys that do it at once, where there are any."""

    words: str
    act: Callable[[], object]
    keys: str = ""


def ways_in(file: FamilyFile | None, go: Callable[[str], object]) -> tuple[Way, ...]:
    """Return a way to each page of a record that is open now; none where no record is."""
    if file is None:
        return ()
    return tuple(_way_to(title_of(file, step), step, go) for step in in_order(file) if is_open(file, step))


def _way_to(title: str, step: str, go: Callable[[str], object]) -> Way:
    return Way(tr("Go to: {title}").format(title=title), lambda: go(step))


def meant(ways: Iterable[Way], typed: str, used: Sequence[str]) -> tuple[Way, ...]:
    """Return the ways that the letters typed mean, those used last first; with nothing typed only those used before."""
    wanted = words_of(typed)
    found = [way for way in ways if _is_meant(way, wanted, used)]
    return tuple(sorted(found, key=lambda way: used.index(way.words) if way.words in used else len(used))[:MOST])


def _is_meant(way: Way, wanted: Sequence[str], used: Sequence[str]) -> bool:
    return is_found(wanted, spaced(words_of(way.words))) if wanted else way.words in used


def line_of(way: Way) -> FoundLine:
    """Return the line on the page for finding."""
    return FoundLine("", way.words, way.keys, "", is_way=True)
