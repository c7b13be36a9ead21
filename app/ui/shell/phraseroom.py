"""The room behind Your phrases: what is kept there comes by its letters in every box for words from that moment on."""

from __future__ import annotations

from app.errors import Trouble
from app.look.speech import tr
from app.operations.phrasing import (
    keep_own_word,
    keep_phrase,
    own_words,
    phrases_of,
    remove_own_word,
    remove_phrase,
)
from app.paths import resources
from app.ui.phrasespage import PhrasesPage
from app.ui.shell.bench import Bench
from app.ui.shell.sideroom import SideRoom
from app.ui.speller import Speller


def load_phrases(bench: Bench) -> None:
    """Let what is kept come by its letters."""
    kept = bench.tasks.ask(phrases_of)
    bench.hers.phrases.clear()
    bench.hers.phrases.update(kept)


def load_spelling(bench: Bench) -> None:
    """Load the dictionary away from the windows' thread; until then nothing is said to be misspelled.

    Where the vault cannot be asked just now (a full disk), her own words are left out until the next start.
    """
    try:
        hers = bench.tasks.ask(own_words)
    except Trouble:
        hers = frozenset()

    def keep(word: str) -> None:
        bench.tasks.ask(lambda tx: keep_own_word(tx, word))

    def loaded(speller: Speller) -> None:
        bench.hers.spelling = speller

    bench.tasks.start_elsewhere(lambda: Speller(resources() / "spelling", hers, keep), loaded, bench.crashed)


class PhraseRoom(SideRoom):
    """The page and its doings."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.page = PhrasesPage()
        self.addWidget(self.page)
        self.page.kept.connect(self._keep)
        self.page.removed.connect(self._remove)
        self.page.word_removed.connect(self._unlearn)
        self.page.left.connect(self.left)

    def begin(self) -> None:
        """Show what is kept, and nothing of what was typed here before."""
        self.page.begin()
        self.page.show_phrases(self._bench.hers.phrases)
        self.page.show_words(self._bench.tasks.ask(own_words))
        self.page.focus_first()

    def forget(self) -> None:
        """Hold nothing that was typed here."""
        self.page.begin()
        self.page.show_phrases({})
        self.page.show_words(())

    def _keep(self, letters: str, words: str) -> None:
        try:
            kept = self._bench.tasks.ask(lambda tx: keep_phrase(tx, letters, words))
        except Trouble as trouble:
            self.page.say(tr(trouble.sentences()))
            return
        load_phrases(self._bench)
        self.begin()
        self.page.say(tr("Kept. Type ;{kept} and a space.").format(kept=kept))

    def _remove(self, letters: str) -> None:
        try:
            self._bench.tasks.ask(lambda tx: remove_phrase(tx, letters))
        except Trouble as trouble:
            self.page.say(tr(trouble.sentences()))
            return
        load_phrases(self._bench)
        self.page.put_back(letters)
        self.page.show_phrases(self._bench.hers.phrases)
        self.page.say(tr("Taken away. It stands in the boxes above, if you want to keep it after all."))
        self.page.focus_first()

    def _unlearn(self, word: str) -> None:
        try:
            self._bench.tasks.ask(lambda tx: remove_own_word(tx, word))
        except Trouble as trouble:
            self.page.say(tr(trouble.sentences()))
            return
        spelling = self._bench.hers.spelling
        if isinstance(spelling, Speller):
            spelling.unlearn(word)
        self.begin()
        self.page.say(tr("Taken away: {word}. It may have a line under it again.").format(word=word))
