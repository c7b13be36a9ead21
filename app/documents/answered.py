"""Answers in words, as a page shows them: a code as its label, a date as a day; a reason is never made up."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.language import ENGLISH, Language
from app.domain.answers import Absent, Answer, Answers, is_blank, row_path, rows_of
from app.forms.definition import Item, ItemKind


def in_words(item: Item, given: Answer | None, language: Language = ENGLISH) -> str:
    """Return an answer as a family reads it; empty when there is none, for a reason, and for an unticked box."""
    if given is None or is_blank(given) or isinstance(given, Absent) or given is False:
        return ""
    if given is True:
        return str(language.papers.YES).lower()
    if isinstance(given, tuple):
        return "; ".join(map(item.display_of, given))
    if isinstance(given, int):
        return str(given)
    return language.date(given) if item.kind is ItemKind.DATE else item.display_of(given)


def rows(answers: Answers, group: Item, language: Language = ENGLISH) -> Iterator[dict[str, str]]:
    """Yield each row of a repeating group that says anything, as words by ``linkId``, in the order of the form."""
    for row in rows_of(answers, group.link_id):
        cells = {
            item.link_id: in_words(item, answers.get(row_path(group.link_id, row, item.link_id)), language)
            for item in group.items
            if not item.hidden
        }
        given = {link_id: words for link_id, words in cells.items() if words}
        if given:
            yield given
