"""How easy sentences are to read, measured by length; whether they are kind, no formula says."""

from __future__ import annotations

import re


def grade(sentences: str) -> float:
    """Return the Flesch-Kincaid school grade; grade 4 is read at nine to ten."""
    plain = re.sub(r"{(\w+)}", "Mason", sentences)
    found = re.findall(r"[A-Za-z']+", plain)
    syllables = sum(max(1, len(re.findall(r"[aeiouy]+", re.sub(r"e$", "", word.lower())))) for word in found)
    count = max(1, len(re.findall(r"[.!?]", plain)))
    return 0.39 * len(found) / count + 11.8 * syllables / len(found) - 15.59
