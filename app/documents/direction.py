"""Which way each letter of a line runs: the Unicode bidirectional algorithm (UAX #9) for text without hidden orders.

Overrides and embeddings are taken out of a text before it comes here (``writing.cleaned``), so the rules for them (X1
to X8) have nothing to do. Isolates are kept: with them a name stands in a sentence without changing its order.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

FIRST_STRONG_ISOLATE, END_OF_ISOLATE = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_OPENING = "([{⁅⁽₍⌈⌊❨❪❬❮❰❲❴⟦⟨⟪⟬⦃⦅⸢⸤⸦⸨〈《「『【〔〖〘〚﹙﹛﹝（［｛｟｢"
_CLOSING = ")]}⁆⁾₎⌉⌋❩❫❭❯❱❳❵⟧⟩⟫⟭⦄⦆⸣⸥⸧⸩〉》」』】〕〗〙〛﹚﹜﹞）］｝｠｣"
_CLOSES = dict(zip(_OPENING, _CLOSING, strict=True))
_NEUTRAL = frozenset({"B", "S", "WS", "ON", "FSI", "LRI", "RLI", "PDI"})
_ISOLATES = frozenset({"FSI", "LRI", "RLI"})
_RIGHT = frozenset({"R", "AN", "EN"})
_MOST_BRACKETS = 63


def base_level(text: str) -> int:
    """Return 1 for a paragraph that begins at the right, else 0: its first strong letter decides (P2, P3)."""
    deep = 0
    for kind in map(unicodedata.bidirectional, text):
        if kind in _ISOLATES:
            deep += 1
        elif kind == "PDI":
            deep = max(0, deep - 1)
        elif deep == 0 and kind in {"L", "R", "AL"}:
            return int(kind != "L")
    return 0


def levels(text: str, base: int) -> list[int]:
    """Return each letter's level in a paragraph whose own level is ``base``; odd levels run from right to left."""
    found = [base] * len(text)
    for places, level in _stretches(text, range(len(text)), base):
        _Stretch(text, places, level).write_to(found)
    return _with_unseen(text, found, base)


def in_visual_order(of_levels: Sequence[int]) -> list[int]:
    """Return the places of a line's pieces from left to right, given the level of each (L2)."""
    order = list(range(len(of_levels)))
    lowest_odd = min((level for level in of_levels if level % 2), default=0)
    for level in range(max(of_levels, default=0), lowest_odd - 1, -1) if lowest_odd else ():
        order = _turned(order, [of_levels[place] >= level for place in order])
    return order


def _turned(order: list[int], to_turn: list[bool]) -> list[int]:
    turned: list[int] = []
    run: list[int] = []
    for place, turns in zip(order, to_turn, strict=True):
        if turns:
            run.insert(0, place)
        else:
            turned += [*run, place]
            run = []
    return turned + run


def _stretches(text: str, places: Sequence[int], level: int) -> Iterator[tuple[list[int], int]]:
    """Yield the letters at each depth of isolation: what an isolate holds is one neutral mark to what is around it."""
    outer: list[int] = []
    inner: list[int] = []
    deep = 0
    for place in places:
        kind = unicodedata.bidirectional(text[place])
        deep -= kind == "PDI" and deep > 0
        (inner if deep else outer).append(place)
        if deep == 0 and kind == "PDI" and inner:
            yield from _isolated(text, inner, level)
            inner = []
        deep += kind in _ISOLATES
    if inner:
        yield from _isolated(text, inner, level)
    yield outer, level


def _isolated(text: str, places: list[int], around: int) -> Iterator[tuple[list[int], int]]:
    turns = base_level("".join(text[place] for place in places))
    yield from _stretches(text, places, around + 1 + (around + 1 + turns) % 2)


def _with_unseen(text: str, found: list[int], base: int) -> list[int]:
    """Give letters that are never seen the level of what stands before them (X9), so that words stay in one piece."""
    for place, letter in enumerate(text):
        if unicodedata.bidirectional(letter) == "BN":
            found[place] = found[place - 1] if place else base
    return found


class _Stretch:
    """Letters that are resolved together: an isolating run sequence of one level (BD13)."""

    def __init__(self, text: str, places: list[int], level: int) -> None:
        kinds = [unicodedata.bidirectional(text[place]) or "L" for place in places]
        seen = [at for at, kind in enumerate(kinds) if kind != "BN"]
        self._places = [places[at] for at in seen]
        self._letters = [text[place] for place in self._places]
        self._original = [kinds[at] for at in seen]
        self._kinds = list(self._original)
        self._level = level
        self._edge = "R" if level % 2 else "L"

    def write_to(self, found: list[int]) -> None:
        """Write the level of each letter (rules W1 to I2)."""
        self._weak_marks()
        self._weak_numbers()
        self._weak_separators()
        self._brackets()
        self._neutrals()
        for place, kind in zip(self._places, self._kinds, strict=True):
            found[place] = self._level + _above(kind, self._level)

    def _weak_marks(self) -> None:
        before = self._edge
        for at, kind in enumerate(self._kinds):
            if kind == "NSM":
                self._kinds[at] = "ON" if before in _ISOLATES | {"PDI"} else before
            before = self._kinds[at]

    def _weak_numbers(self) -> None:
        strong = self._edge
        for at, kind in enumerate(self._kinds):
            if kind in {"L", "R", "AL"}:
                strong = kind
            elif kind == "EN" and strong == "AL":
                self._kinds[at] = "AN"
        self._kinds = ["R" if kind == "AL" else kind for kind in self._kinds]

    def _weak_separators(self) -> None:
        kinds = self._kinds
        for at in range(1, len(kinds) - 1):
            before, kind, after = kinds[at - 1 : at + 2]
            if before == after and ((kind == "CS" and before in {"EN", "AN"}) or (kind == "ES" and before == "EN")):
                kinds[at] = before
        for first, end in _runs(kinds, {"ET"}):
            if "EN" in (kinds[first - 1] if first else "", kinds[end] if end < len(kinds) else ""):
                kinds[first:end] = ["EN"] * (end - first)
        strong = self._edge
        for at, kind in enumerate(kinds):
            strong = kind if kind in {"L", "R"} else strong
            if kind == "EN" and strong == "L":
                kinds[at] = "L"
            elif kind in {"ES", "ET", "CS"}:
                kinds[at] = "ON"

    def _brackets(self) -> None:
        for opening, closing in self._pairs():
            inside = {_side(kind) for kind in self._kinds[opening + 1 : closing]}
            if self._edge in inside:
                side = self._edge
            elif inside & {"L", "R"}:
                before = next((s for s in map(_side, reversed(self._kinds[:opening])) if s != "ON"), self._edge)
                side = before
            else:
                continue
            self._turn_bracket(opening, side)
            self._turn_bracket(closing, side)

    def _turn_bracket(self, at: int, side: str) -> None:
        self._kinds[at] = side
        for mark in range(at + 1, len(self._kinds)):
            if self._original[mark] != "NSM":
                break
            self._kinds[mark] = side

    def _pairs(self) -> list[tuple[int, int]]:
        waiting: list[tuple[str, int]] = []
        pairs = []
        for at, letter in enumerate(self._letters):
            if self._kinds[at] != "ON":
                continue
            if letter in _CLOSES:
                if len(waiting) == _MOST_BRACKETS:
                    break
                waiting.append((_CLOSES[letter], at))
            elif letter in _CLOSING:
                depth = next((d for d in range(len(waiting) - 1, -1, -1) if waiting[d][0] == letter), None)
                if depth is not None:
                    pairs.append((waiting[depth][1], at))
                    del waiting[depth:]
        return sorted(pairs)

    def _neutrals(self) -> None:
        kinds = self._kinds
        for first, end in _runs(kinds, _NEUTRAL):
            before = _side(kinds[first - 1]) if first else self._edge
            after = _side(kinds[end]) if end < len(kinds) else self._edge
            kinds[first:end] = [before if before == after else self._edge] * (end - first)


def _side(kind: str) -> str:
    return "R" if kind in _RIGHT else "L" if kind == "L" else "ON"


def _above(kind: str, level: int) -> int:
    if level % 2:
        return int(kind in {"L", "EN", "AN"})
    return {"R": 1, "AN": 2, "EN": 2}.get(kind, 0)


def _runs(kinds: list[str], wanted: frozenset[str] | set[str]) -> Iterator[tuple[int, int]]:
    """Yield where each run of the wanted kinds begins and ends."""
    first = None
    for at, kind in enumerate([*kinds, ""]):
        if kind in wanted and first is None:
            first = at
        elif kind not in wanted and first is not None:
            yield first, at
            first = None
