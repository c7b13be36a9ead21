"""How the family said yes, on their copy: the signature as it was drawn, or the other way they chose, in words."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable

from app.documents import paper
from app.documents.drawn import Drawn, Sheet
from app.documents.told import Told
from app.domain.answers import text_of
from app.domain.strokes import HEIGHT, strokes_in

_SHEET = Sheet(HEIGHT, wide=150, pen=1.1)


def signing(told: Told) -> Iterator[Flowable]:
    """Yield who said yes and how, with the signature where one was drawn; nothing where nobody is named."""
    words = how_signed(told)
    if words:
        heading = paper.heading(told.language.copies.SIGNED, level=None)
        yield from paper.together([heading, *paper.lines(words), *signature(told)], 0)


def signature(told: Told, indent: float = 0) -> Iterator[Flowable]:
    """Yield the signature as it was drawn, ``indent`` points from the left; nothing where they chose another way."""
    strokes = strokes_in(text_of(told.agreed, "c2.strokes"))
    if text_of(told.agreed, "c2.route") == "drawn" and strokes:
        yield Drawn(strokes, told.language.copies.SIGNATURE_OF.format(name=_name(told)), _SHEET, indent)


def how_signed(told: Told) -> str:
    """Return who said yes and how, in a sentence; empty where nobody is named."""
    said, name = told.language.copies, _name(told)
    route, typed, witness = (text_of(told.agreed, f"c2.{part}").strip() for part in ("route", "typed_name", "witness"))
    spoken = said.SIGNED_SPOKEN if witness else said.SIGNED_SPOKEN_ALONE
    ways = {"drawn": said.SIGNED_DRAWN, "typed": said.SIGNED_TYPED, "spoken": spoken, "paper": said.SIGNED_PAPER}
    words = ways.get(route, said.SIGNED_OTHER).format(name=name, typed=typed or name, witness=witness)
    return str(words) if name else ""


def _name(told: Told) -> str:
    return text_of(told.agreed, "c2.signer").strip()
