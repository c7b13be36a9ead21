"""The authority's own words on the forms: labels in the place of words, hints under questions; no code ever changes.

What is kept and signed is the form's file and its codes. Only what is shown is told in local words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.forms.definition import FormDefinition, FormLibrary, Item, Option, Page, Section


@dataclass(frozen=True)
class LocalWords:
    """Labels by the word that stands in the forms, and hints by the ``linkId`` of their question."""

    labels: Mapping[str, str] = field(default_factory=dict)
    hints: Mapping[str, str] = field(default_factory=dict)

    def told(self, text: str) -> str:
        """Return a text with each whole word told as it is said here."""
        changed = {word: local for word, local in self.labels.items() if word != local}
        if not changed:
            return text
        known = re.compile(r"\b(" + "|".join(map(re.escape, changed)) + r")\b")
        return known.sub(lambda found: changed[found[0]], text)


class LocalLibrary(FormLibrary):
    """Every form in a folder, told in the authority's words. Raises ``FormFaulty`` as ``FormLibrary`` does."""

    def __init__(self, folder: Path, words: LocalWords) -> None:
        super().__init__(folder)
        self._forms = {name: told_here(form, words) for name, form in self._forms.items()}


def told_here(form: FormDefinition, words: LocalWords) -> FormDefinition:
    """Return a form as it is shown here: the same address, version, hash and codes."""
    return replace(
        form,
        sections=tuple(_section(section, words) for section in form.sections),
        items=_items(form.items, words),
    )


def _section(section: Section, words: LocalWords) -> Section:
    pages = tuple(_page(page, words) for page in section.pages)
    return replace(section, title=words.told(section.title), pages=pages)


def _page(page: Page, words: LocalWords) -> Page:
    return replace(
        page,
        title=words.told(page.title),
        intro=words.told(page.intro),
        prompts=tuple(map(words.told, page.prompts)),
        items=_items(page.items, words),
    )


def _items(items: tuple[Item, ...], words: LocalWords) -> tuple[Item, ...]:
    return tuple(_item(item, words) for item in items)


def _item(item: Item, words: LocalWords) -> Item:
    return replace(
        item,
        text=words.told(item.text),
        hint=" ".join(filter(None, (words.told(item.hint), words.hints.get(item.link_id, "")))),
        options=tuple(_option(option, words) for option in item.options),
        items=_items(item.items, words),
    )


def _option(option: Option, words: LocalWords) -> Option:
    return replace(option, display=words.told(option.display))
