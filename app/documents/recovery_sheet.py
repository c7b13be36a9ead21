"""The sheet of paper with a recovery code; nothing about any child or family can be on it, and it names nobody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer

from app.documents import fonts, paper
from app.sealing.words import day_in_words

TITLE = "Recovery code"
_WHAT_FOR = "This code opens one person’s work in the eCAF program when the passphrase is forgotten."
_FACTS = "It opens place {number} on one laptop. It was made on {day}. Only the newest code opens it."
_WHO = {
    "practitioner": (
        "Keep it like a house key",
        "Keep this paper where you keep your passport. Keep it apart from the laptop, and do not photograph it.",
        "Whoever has both this paper and the laptop can read everything in that place.",
        "Lost it? Make a new code in the program, under Your place and keys. This one then opens nothing.",
    ),
    "office": (
        "To be kept sealed, for two people to open",
        "Put this paper into an envelope, close it, and sign across the flap. Hand it to your office.",
        "Two people open the envelope together, and only when the owner of the place asks for it.",
        "Once it was opened, the owner makes a new code and a new envelope. This one then opens nothing.",
    ),
}
_HOW = "How to use it"
_STEPS = (
    "Start the program on that laptop.",
    "Choose “I have forgotten my words”, then “I have my recovery code”.",
    "Type the code. Capitals, spaces and dashes do not matter, and O counts as 0, I and L as 1.",
    "Choose new words. Nothing in the place is lost.",
)
_CODE = ParagraphStyle("code", paper.TITLE, fontSize=22, leading=36, alignment=1, textColor=paper.INK, spaceAfter=0)
_IN_A_LINE = 4


def recovery_sheet(code: str, *, number: str, made_on: date, held: str) -> bytes:
    """Return the sheet (PDF, A4). ``number`` is the place's; ``held`` is ``practitioner`` or ``office``."""
    return paper.as_pdf(_story(code, number, made_on, held), TITLE, made_on)


def _story(code: str, number: str, made_on: date, held: str) -> Iterator[Flowable]:
    fonts.letters()
    yield paper.heading(TITLE, paper.TITLE)
    yield from paper.lines(_WHAT_FOR)
    yield Spacer(0, 14)
    yield from (paper.block(line, _CODE) for line in _code_lines(code))
    yield Spacer(0, 14)
    yield paper.panel(_FACTS.format(number=number, day=day_in_words(made_on)), paper.GOOD)
    title, *sentences = _WHO[held]
    yield paper.heading(title)
    for sentence in sentences:
        yield from paper.lines(sentence)
    if held == "office":
        for label in ("Put in by", "On", "Opened by", "and by", "On"):
            yield from paper.line_to_write_on(label)
    yield paper.heading(_HOW)
    for step, sentence in enumerate(_STEPS, 1):
        yield from paper.lines(f"{step}. {sentence}")


def _code_lines(code: str) -> Iterator[str]:
    """Yield the code's groups of four, a few in a line and far enough apart to be read one by one."""
    groups = code.split("-")
    for first in range(0, len(groups), _IN_A_LINE):
        yield " - ".join(groups[first : first + _IN_A_LINE])
