"""A practitioner's own phrases: kept, taken away and read; they are hers alone and about no child."""

from __future__ import annotations

from app.domain.phrases import letters_of, why_not, words_of
from app.errors import Trouble
from app.storage import phrases
from app.storage.database import Transaction


class NotAPhrase(Trouble):
    """Something is still missing; nothing was kept."""


def phrases_of(tx: Transaction) -> dict[str, str]:
    """Return all phrases by their letters."""
    return phrases.all_of(tx)


def keep_phrase(tx: Transaction, letters: str, words: str) -> str:
    """Keep words under some letters, and return the letters as they are kept. Raises ``NotAPhrase``."""
    kept, said = letters_of(letters), words_of(words)
    missing = why_not(kept, said)
    if missing:
        raise NotAPhrase(missing)
    phrases.keep(tx, kept, said)
    return kept


def own_words(tx: Transaction) -> frozenset[str]:
    """Return the words that are spelled right to her."""
    return phrases.own_words(tx)


def keep_own_word(tx: Transaction, word: str) -> None:
    """Keep a word as spelled right."""
    phrases.keep_word(tx, word)


def remove_phrase(tx: Transaction, letters: str) -> None:
    """Keep nothing under these letters any more."""
    phrases.remove(tx, letters)


def remove_own_word(tx: Transaction, word: str) -> None:
    """Take a word as spelled right no more."""
    phrases.remove_word(tx, word)
