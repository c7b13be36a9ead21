"""Which control takes the answer of which type of item; this is the only place that asks for an item's type."""

from app.forms.definition import Item, ItemKind
from app.forms.widgets.choice import IN_SIGHT, ListOptions, RadioOptions
from app.forms.widgets.control import Control
from app.forms.widgets.date import DateBoxes
from app.forms.widgets.field import ItemField, LookOver, nothing_to_say
from app.forms.widgets.line import ShortText
from app.forms.widgets.number import NumberBox
from app.forms.widgets.scale import LONGEST, NumberScale
from app.forms.widgets.several import TickOptions
from app.forms.widgets.text import LongText
from app.forms.widgets.tick import Tick

_PLAIN: dict[ItemKind, type[Control]] = {
    ItemKind.TEXT: LongText,
    ItemKind.STRING: ShortText,
    ItemKind.DATE: DateBoxes,
    ItemKind.BOOLEAN: Tick,
}


def control_for(item: Item, path: str) -> Control:
    """Return the control that takes the answer of ``item`` at ``path``; groups have none (``ValueError``)."""
    if item.kind in _PLAIN:
        return _PLAIN[item.kind](item, path)
    if item.kind is ItemKind.INTEGER:
        return NumberScale(item, path) if _is_scale(item) else NumberBox(item, path)
    if item.kind is ItemKind.GROUP:
        raise ValueError("a group takes no answer of its own")
    if item.repeats:
        return TickOptions(item, path)
    return RadioOptions(item, path) if 0 < len(item.options) <= IN_SIGHT else ListOptions(item, path)


def field_for(item: Item, path: str, look_over: LookOver = nothing_to_say) -> ItemField:
    """Return the whole field of ``item``: its words, its control and the reasons for no answer."""
    return ItemField(control_for(item, path), look_over)


def _is_scale(item: Item) -> bool:
    return item.minimum == 0 and item.maximum is not None and item.maximum <= LONGEST
