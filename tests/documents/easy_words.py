"""How easy sentences are to read, by two formulas that measure different things; whether they are kind, neither says.

A reading age is the American school grade and five years: grade 4 is read at nine. A formula wants a passage; on one
short sentence it is strict, and a sentence may fail it that a child of nine reads well.
"""

from __future__ import annotations

import re

NINE = 4
"""The school grade of somebody of nine."""


def grade(sentences: str) -> float:
    """Return the Flesch-Kincaid grade, by length of sentences and syllables (Kincaid et al. 1975, Navy RBR 8-75)."""
    found = _found(sentences)
    syllables = sum(max(1, len(re.findall(r"[aeiouy]+", re.sub(r"e$", "", word.lower())))) for word in found)
    return 0.39 * len(found) / _ends(sentences) + 11.8 * syllables / len(found) - 15.59


def letter_grade(sentences: str) -> float:
    """Return the Automated Readability Index, by length of sentences and letters (Smith and Senter, AMRL-TR-66-220)."""
    found = _found(sentences)
    letters = sum(len(word.replace("'", "")) for word in found)
    return 4.71 * letters / len(found) + 0.5 * len(found) / _ends(sentences) - 21.43


def hard(sentences: str) -> bool:
    """Say whether either formula puts a passage above the age of nine."""
    return max(grade(sentences), letter_grade(sentences)) > NINE


def _found(sentences: str) -> list[str]:
    return re.findall(r"[A-Za-z']+", re.sub(r"{(\w+)}", "Mason", sentences.replace("’", "'")))


def _ends(sentences: str) -> int:
    return max(1, len(re.findall(r"[.!?]+(?=\s|$)", sentences)))
