"""How words are spelled in British English, with the words of the field and her own; loaded after the first page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

_MOST = 5
_FIELD = "field.txt"


class Speller:
    """Knows the words of a dictionary. ``keep`` writes down a word that she says is right."""

    def __init__(self, folder: Path, own: Iterable[str], keep: Callable[[str], None]) -> None:
        from hunspell import Hunspell  # it loads a whole dictionary, and most windows never need it

        self._words, self._keep = Hunspell("en_GB", hunspell_data_dir=str(folder)), keep
        self._known: dict[str, bool] = {}
        for word in (*(folder / _FIELD).read_text("utf-8").split(), *own):
            self._words.add(word)

    def knows(self, word: str) -> bool:
        """Say whether a word is spelled right."""
        plain = word.replace("’", "'")
        if plain not in self._known:
            self._known[plain] = bool(self._words.spell(plain))
        return self._known[plain]

    def suggest(self, word: str) -> tuple[str, ...]:
        """Return what may have been meant; this may take a quarter of a second."""
        return tuple(self._words.suggest(word.replace("’", "'"))[:_MOST])

    def unlearn(self, word: str) -> None:
        """Take a word of hers as spelled right no more; its owner has taken it out of what is kept."""
        self._words.remove(word)
        self._known.clear()

    def learn(self, word: str) -> None:
        """Take a word as spelled right from now on, and keep it."""
        plain = word.replace("’", "'")
        self._words.add(plain)
        self._known.clear()
        self._keep(plain)
