"""The leaflet a family is given before anything is written: what happens with what they say; it holds no name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from reportlab.platypus import Flowable

from app.documents import fonts, paper

Part = tuple[str, str]
"""A heading, and what stands under it."""


def leaflet_on_paper(title: str, parts: Iterable[Part], version: str, day: date) -> bytes:
    """Return the leaflet (PDF, A4) in the authority's own words; ``version`` is that of the words."""
    return paper.as_pdf(_story(title, parts, version), title, day)


def _story(title: str, parts: Iterable[Part], version: str) -> Iterator[Flowable]:
    fonts.letters()
    yield paper.heading(title, paper.TITLE)
    for heading, words in parts:
        yield paper.heading(heading)
        yield from paper.lines(words)
    yield from paper.lines(f"Version {version}", paper.SMALL)
