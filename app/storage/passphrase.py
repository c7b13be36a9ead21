"""Passphrases of five plain words: made here, and read forgivingly; one is never kept, logged or compared."""

import re
import unicodedata
from collections.abc import Sequence

from app.paths import resources

WORDS = 5
_WORD = re.compile(r"[^\W\d_]+")


def word_list() -> tuple[str, ...]:
    """Return the 7,776 words a passphrase is made of."""
    text = (resources() / "words" / "passphrase-en.txt").read_text(encoding="ascii")
    return tuple(text.split())


def new_passphrase(words: Sequence[str] | None = None) -> str:
    """Return five words drawn evenly from ``words``; from the 7,776 of the list that makes 64.6 bits."""
    import secrets  # here, for the first page needs none of it

    choices = words or word_list()
    return " ".join(secrets.choice(choices) for _ in range(WORDS))


def same_words(typed: str) -> str:
    """Return the form of ``typed`` from which keys are derived, so that small slips of the hand still open the vault.

    Everywhere: Unicode NFKC, and white space at the ends or repeated does not count. When it is five or more words of
    letters only, as the program's own are, capitals do not count either, and a hyphen is as good as a space.
    """
    text = unicodedata.normalize("NFKC", typed)
    words = text.replace("-", " ").split()
    if len(words) >= WORDS and all(_WORD.fullmatch(word) for word in words):
        return " ".join(words).casefold()
    return " ".join(text.split())
