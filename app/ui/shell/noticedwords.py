"""What is said when something looks like an older copy: what it may mean, what is safe, and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from app.storage.witness import Sign

TITLE = "This may be an older copy of your work"
_SEEN = {
    Sign.DATABASE_OLDER: "What is here is older than what this laptop saved last.",
    Sign.OTHER_HISTORY: "What is here went another way than what this laptop saved last.",
    Sign.PAGES_CHANGED: "A file of your place was changed while it was locked.",
    Sign.JOURNAL_ADDED: "A file was added to your place while it was locked.",
    Sign.WITNESS_OLDER: "A file of your place was put back from an older copy.",
    Sign.WITNESS_GONE: "A file of your place is missing.",
    Sign.KEYS_OLDER: "The file with the keys of your place was put back from an older copy: old words may open it.",
    Sign.ANCHOR_BROKEN: "Your authority knows a newer state of this laptop, or there are two copies of it.",
}
_MAY_BE = "Files may have been put back from a backup or by somebody else, or the disk may be failing."
_SAFE = "Nothing was deleted, and you can go on working."
_NEXT = "Please look at what you wrote last. Then tell your eCAF support, also if you know why."


def noticed_words(signs: Sequence[Sign]) -> str:
    """Return the words for what was noticed; of several signs the first says enough."""
    return " ".join((_SEEN[signs[0]], _MAY_BE, _SAFE, _NEXT)) if signs else ""
