"""What a page quietly reminds of before it is left; nothing here ever blocks, and nothing is asked for twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.domain.answers import Answers, is_blank, link_id_of, row_path, rows_of
from app.forms.definition import FormDefinition, Item, Page
from app.forms.session import FormSession


def good_to_have(form: FormDefinition, page: Page, answers: Answers) -> tuple[str, ...]:
    """Return the words of the questions a page still reminds of, each once, in order.

    A page nobody has begun reminds of nothing: not everything has to be talked about (S4 4.7). A reason in the place
    of an answer is an answer. It is asked at every keystroke, so it looks at no more than it must.
    """
    items = list(_all(page.items))
    wanted = [item for item in items if item.good_to_have]
    if not wanted or not _is_begun({item.link_id for item in items}, answers):
        return ()
    session = FormSession(form, answers)
    return tuple(dict.fromkeys(item.text for item in wanted if _is_left(item, session)))


def _is_begun(link_ids: set[str], answers: Answers) -> bool:
    return any(not is_blank(given) and link_id_of(path) in link_ids for path, given in answers.items())


def _is_left(item: Item, session: FormSession) -> bool:
    blank = (path for path in _paths(item, session) if is_blank(session.answers.get(path)))
    return any(session.is_visible(path) for path in blank)


def _paths(item: Item, session: FormSession) -> Iterator[str]:
    """Yield where the item is answered: once, or in each row of the group it stands in."""
    group = session.form.rows_around(item.link_id)
    if group is None:
        yield item.link_id
    else:
        yield from (row_path(group, row, item.link_id) for row in rows_of(session.answers, group))


def _all(items: Iterable[Item]) -> Iterator[Item]:
    for item in items:
        yield item
        yield from _all(item.items)
