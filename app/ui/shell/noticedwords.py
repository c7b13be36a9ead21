"""What is said when something looks like an older copy: what it may mean, what is safe, and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from app.look.speech import noted, tr
from app.storage.witness import Sign

TITLE = noted("This may be an older copy of your work")
_SEEN = {
    Sign.DATABASE_OLDER: noted("What is here is older than what this laptop saved last."),
    Sign.OTHER_HISTORY: noted("What is here went another way than what this laptop saved last."),
    Sign.PAGES_CHANGED: noted("A file of your place was changed while it was locked."),
    Sign.JOURNAL_ADDED: noted("A file was added to your place while it was locked."),
    Sign.WITNESS_OLDER: noted("A file of your place was put back from an older copy."),
    Sign.WITNESS_GONE: noted("A file of your place is missing."),
    Sign.KEYS_OLDER: noted(
        "The file with the keys of your place was put back from an older copy: old words may open it."
    ),
    Sign.ANCHOR_BROKEN: noted("Your authority knows a newer state of this laptop, or there are two copies of it."),
}
_MAY_BE = noted("Files may have been put back from a backup or by somebody else, or the disk may be failing.")
_SAFE = noted("Nothing was deleted, and you can go on working.")
_NEXT = noted("Please look at what you wrote last. Then tell your eCAF support, also if you know why.")


def noticed_words(signs: Sequence[Sign]) -> str:
    """Return the words for what was noticed; of several signs the first says enough."""
    return " ".join((tr(_SEEN[signs[0]]), tr(_MAY_BE), tr(_SAFE), tr(_NEXT))) if signs else ""
