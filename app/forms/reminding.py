"""What a page quietly reminds of before it is left; nothing here ever blocks, and nothing is asked for twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.domain.answers import Answers, is_blank
from app.forms.definition import FormDefinition, Item, Page
from app.forms.session import Entry, FormSession


def good_to_have(form: FormDefinition, page: Page, answers: Answers) -> tuple[str, ...]:
    """Return the words of the questions a page still reminds of, each once, in order.

    A page nobody has begun reminds of nothing: not everything has to be talked about (S4 4.7). A reason in the place
    of an answer is an answer.
    """
    if not any(item.good_to_have for item in _all(page)):
        return ()
    entries = FormSession(form, answers).page_state(page.link_id).entries
    found = list(_flat(entries))
    if all(is_blank(entry.answer) for entry in found):
        return ()
    left = (entry.item.text for entry in found if entry.item.good_to_have and is_blank(entry.answer))
    return tuple(dict.fromkeys(left))


def _all(page: Page) -> Iterator[Item]:
    stack = list(page.items)
    while stack:
        item = stack.pop()
        yield item
        stack.extend(item.items)


def _flat(entries: Iterable[Entry]) -> Iterator[Entry]:
    for entry in entries:
        yield entry
        yield from _flat(entry.entries)
        for row in entry.rows:
            yield from _flat(row.entries)
