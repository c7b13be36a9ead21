"""A practitioner's own phrases, and the words that are spelled right to her; neither is about any child."""

from app.storage.database import Transaction


def keep(tx: Transaction, letters: str, words: str) -> None:
    """Keep words under some letters; what stood under them before goes."""
    tx.run(
        "INSERT INTO phrases VALUES (?, ?) ON CONFLICT (letters) DO UPDATE SET words = excluded.words", (letters, words)
    )


def remove(tx: Transaction, letters: str) -> None:
    """Keep nothing under these letters any more."""
    tx.run("DELETE FROM phrases WHERE letters = ?", (letters,))


def all_of(tx: Transaction) -> dict[str, str]:
    """Return all phrases by their letters, in their order."""
    return {row["letters"]: row["words"] for row in tx.all("SELECT * FROM phrases ORDER BY letters")}


def keep_word(tx: Transaction, word: str) -> None:
    """Keep a word as spelled right."""
    tx.run("INSERT OR IGNORE INTO own_words VALUES (?)", (word,))


def own_words(tx: Transaction) -> frozenset[str]:
    """Return the words that are spelled right to her."""
    return frozenset(row["word"] for row in tx.all("SELECT word FROM own_words"))
