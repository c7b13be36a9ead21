"""How the items of a page are gathered into cards, from their types and order alone; no question is known here."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from app.forms.definition import Item, ItemKind, Page

_SHORT = {ItemKind.STRING, ItemKind.DATE, ItemKind.BOOLEAN, ItemKind.INTEGER}
_SHORT_IN_A_CARD = 4


@dataclass(frozen=True)
class Together:
    """Items that share a card; ``side_by_side`` where there is room."""

    items: tuple[Item, ...]
    side_by_side: bool = False


def arranged(page: Page) -> tuple[Together, ...]:
    """Return the items of a page card by card, in their order.

    On a page with prompts the first two neighbouring long texts that nobody has to fill in stand side by side: what
    goes well and what is hard are read as one. Short items share a card, up to four; everything else has its own.
    What is seldom needed is left to ``folded``.
    """
    return tuple(gathered((item for item in page.items if not item.seldom), _pair(page)))


def folded(page: Page) -> tuple[Together, ...]:
    """Return the seldom items of a page card by card, in their order; empty when it has none."""
    return tuple(gathered(item for item in page.items if item.seldom))


def _pair(page: Page) -> tuple[Item, ...]:
    for pair in pairwise(page.items) if page.prompts else ():
        if all(item.kind is ItemKind.TEXT and not item.required and not item.enable_when for item in pair):
            return pair
    return ()


def gathered(items: Iterable[Item], pair: tuple[Item, ...] = ()) -> Iterator[Together]:
    """Yield items card by card, in their order; ``pair`` are two that stand side by side, hidden ones are left out."""
    run: list[Item] = []
    for item in items:
        if item.hidden:
            continue
        if run and (not _is_short(item) or len(run) == _SHORT_IN_A_CARD):
            yield Together(tuple(run))
            run = []
        if _is_short(item):
            run.append(item)
        elif item not in pair:
            yield Together((item,))
        elif item is pair[0]:
            yield Together(pair, side_by_side=True)
    if run:
        yield Together(tuple(run))


def _is_short(item: Item) -> bool:
    """Say whether an item takes a short answer; a number with bounds is a row of choices, and has its own card."""
    return item.kind in _SHORT and item.maximum is None
