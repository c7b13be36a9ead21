"""A practitioner's own phrases, and the words that are spelled right to her; neither is about any child."""

from app.storage.database import Transaction

_LETTERS, _SPELLED = ";", "="
"""How what is kept begins in the table."""


def keep(tx: Transaction, letters: str, words: str) -> None:
    """Keep words under some letters; what stood under them before goes."""
    tx.run(
        "INSERT INTO phrases VALUES (?, ?) ON CONFLICT (letters) DO UPDATE SET words = excluded.words",
        (f"{_LETTERS}{letters}", words),
    )


def remove(tx: Transaction, letters: str) -> None:
    """Keep nothing under these letters any more."""
    tx.run("DELETE FROM phrases WHERE letters = ?", (f"{_LETTERS}{letters}",))


def all_of(tx: Transaction) -> dict[str, str]:
    """Return all phrases by their letters, in their order."""
    return {
        row["letters"].removeprefix(_LETTERS): row["words"] for row in tx.all("SELECT * FROM phrases ORDER BY letters")
    }


def keep_word(tx: Transaction, word: str) -> None:
    """Keep a word as spelled right."""
    tx.run("INSERT OR IGNORE INTO own_words VALUES (?)", (f"{_SPELLED}{word}",))


def own_words(tx: Transaction) -> frozenset[str]:
    """Return the words that are spelled right to her."""
    return frozenset(row["spelled"].removeprefix(_SPELLED) for row in tx.all("SELECT spelled FROM own_words"))


def remove_word(tx: Transaction, word: str) -> None:
    """Keep a word as spelled right no more."""
    tx.run("DELETE FROM own_words WHERE spelled = ?", (f"{_SPELLED}{word}",))
