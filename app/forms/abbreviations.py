"""What letters stand for, said on each page where they stand; the words of a form are not touched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from app.forms.definition import Item, Page
from app.said import one_after_another

_SPELLED = {
    "CAF": "CAF stands for Common Assessment Framework: the way of working that this record follows.",
    "TAC": "TAC stands for team around the child: the people who help, meeting together.",
    "GP": "GP stands for general practitioner: the family doctor.",
}
_LETTERS = re.compile(r"\b[A-Z]{2,}\b")


def spelled_out(page: Page) -> str:
    """Return what the letters on a page stand for, a sentence for each; empty where there are none that are known."""
    found = {
        letters for words in (page.intro, *page.prompts, *_words(page.items)) for letters in _LETTERS.findall(words)
    }
    return one_after_another(sentence for letters, sentence in _SPELLED.items() if letters in found)


def _words(items: Iterable[Item]) -> Iterator[str]:
    for item in items:
        yield item.text
        yield item.hint
        yield from (option.display for option in item.options)
        yield from _words(item.items)
