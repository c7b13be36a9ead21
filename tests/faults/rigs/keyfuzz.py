"""Makes key files nobody with the key wrote: parts changed, moved between files, repeated, nested, and spelt oddly.

Most get their plain checksum anew, which anybody can do, so that what lies behind it is tried, and not that alone.
"""

from __future__ import annotations

import json
import re
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from hashlib import sha256
from random import Random
from typing import Any

Tree = dict[str, Any]
Place = tuple[Any, Any]
"""A container and the key or index of something in it."""

_ODD: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    1,
    2**31,
    2**53,
    2**64,
    10**400,
    0.5,
    1e300,
    "",
    "é",
    "\u202e",
    "\0",
    "A" * 43,
    "A" * 40_000,
    [],
    {},
    [[]],
    {"type": "passphrase"},
)
_COSTS = (0, 1, 7, 64, 65, 1024, 8191, 8192, 8193, 131_072, 1_048_576, 2_097_152, 2_097_153, 2**31, 2**32 + 8192)
_KINDS = ("passphrase", "recovery", "escrow", "pin", "", "Passphrase")
_FLOODS = (2, 3, 5, 8, 13, 21, 34, 55) * 6 + (500, 5_000)
_SHALLOWEST, _DEEPEST = 5, 30_000
_MOST_CHANGES = 3
_OF_ANOTHER, _FITTING, _MISSPELT = 0.1, 0.85, 0.25
"""How often another file is where it begins, the checksum is made to fit, and the text is spelt oddly afterwards."""
_DEEP = re.compile(r'"deep:(\d+):(list|dict)"')
_SUM = re.compile(r'"sum":"[^"]*"')


class Mutator:
    """Changes key files by lot; ``sources`` are whole ones, the first of which is the one to be opened."""

    def __init__(self, sources: Sequence[bytes], lot: Random) -> None:
        self._sources, self._lot = tuple(sources), lot

    def next(self) -> bytes:
        """Return bytes that are none of the sources."""
        while True:
            made = self._made()
            if made not in self._sources:
                return made

    def _made(self) -> bytes:
        lot = self._lot
        tree = self._other() if lot.random() < _OF_ANOTHER else json.loads(self._sources[0])
        for _ in range(lot.randint(1, _MOST_CHANGES)):
            lot.choice(_CHANGES)(self, tree)
        text = _written(tree)
        written = (_with_sum(text) if lot.random() < _FITTING else text).encode("utf-8", "surrogatepass")
        return lot.choice(_SPELLINGS)(self, written) if lot.random() < _MISSPELT else written

    def _other(self) -> Tree:
        return dict(json.loads(self._lot.choice(self._sources)))

    def _any_place(self, tree: Tree) -> Place:
        return self._lot.choice(list(_places(tree)) or [({"": ""}, "")])

    def _slot(self, tree: Tree) -> Tree:
        slots = [slot for slot in _list(tree) if isinstance(slot, dict)]
        return self._lot.choice(slots) if slots else {}

    def drop(self, tree: Tree) -> None:
        """Leave something out."""
        holder, name = self._any_place(tree)
        del holder[name]

    def add(self, tree: Tree) -> None:
        """Say something more."""
        holder = self._lot.choice([tree, self._slot(tree)])
        holder[self._lot.choice(("type", "note", "é", "", "fmt", "inner", "kdf"))] = self._odd()

    def put_odd(self, tree: Tree) -> None:
        """Put something of another kind, or out of all bounds, in a place."""
        holder, name = self._any_place(tree)
        holder[name] = self._odd()

    def put_of_another(self, tree: Tree) -> None:
        """Put in a place what stands there, or elsewhere, in another file."""
        holder, name = self._any_place(tree)
        other, there = self._any_place(self._other())
        holder[name] = other[there]

    def take_a_field(self, tree: Tree) -> None:
        """Take a field as it stands in another file."""
        other = self._other()
        name = self._lot.choice(sorted(other))
        tree[name] = other[name]

    def move_slots(self, tree: Tree) -> None:
        """Take a slot of another file, in the place of one or beside it."""
        slots, other = _list(tree), self._slot(self._other())
        if slots and self._lot.random() < 0.5:
            slots[self._lot.randrange(len(slots))] = other
        else:
            slots.insert(self._lot.randint(0, len(slots)), other)

    def reorder(self, tree: Tree) -> None:
        """Put slots in another order, or one of them twice."""
        slots = _list(tree)
        if slots and self._lot.random() < 0.5:
            slots.append(dict(self._slot(tree)))
        self._lot.shuffle(slots)

    def swap_between_slots(self, tree: Tree) -> None:
        """Give two slots each other's ciphertext, id or kind."""
        one, two, name = self._slot(tree), self._slot(tree), self._lot.choice(("ct", "id", "type", "nonce", "pub"))
        one[name], two[name] = two.get(name), one.get(name)

    def change_cost(self, tree: Tree) -> None:
        """Raise or lower what a guess costs."""
        self._slot(tree)[self._lot.choice(("m", "t", "p", "v"))] = self._lot.choice(_COSTS)

    def change_kind(self, tree: Tree) -> None:
        """Call a slot something else."""
        self._slot(tree)["type"] = self._lot.choice(_KINDS)

    def change_letter(self, tree: Tree) -> None:
        """Change, add or leave out one letter of a text, or write its last one otherwise: other bits, same bytes."""
        texts = [place for place in _places(tree) if isinstance(place[0][place[1]], str) and place[0][place[1]]]
        if not texts:
            return
        holder, name = self._lot.choice(texts)
        text, at = holder[name], self._lot.randrange(len(holder[name]))
        letter = self._lot.choice("ABYZabyz0189-_+/= \n\té\0")
        holder[name] = self._lot.choice(
            (
                text[:at] + letter + text[at + 1 :],
                text[:at] + letter + text[at:],
                text[:at] + text[at + 1 :],
                text + "=" * self._lot.randint(1, 3),
                text[:-1] + chr(ord(text[-1]) ^ 1),
                text.replace("-", "+").replace("_", "/"),
                text.swapcase(),
            )
        )

    def nest(self, tree: Tree) -> None:
        """Put something very deep into a slot of its own, or in a place."""
        depth = int(_SHALLOWEST * (_DEEPEST / _SHALLOWEST) ** self._lot.random())
        _list(tree).append({"type": "pin", "deep": f"deep:{depth}:{self._lot.choice(('list', 'dict'))}"})

    def flood(self, tree: Tree) -> None:
        """Add very many slots."""
        _list(tree).extend([{"type": self._lot.choice(_KINDS)}] * self._lot.choice(_FLOODS))

    def flip_bits(self, written: bytes) -> bytes:
        """Flip bits here and there."""
        changed = bytearray(written)
        for _ in range(self._lot.randint(1, 4)):
            changed[self._lot.randrange(len(changed))] ^= 1 << self._lot.randrange(8)
        return bytes(changed)

    def cut(self, written: bytes) -> bytes:
        """Cut it short, or take a piece out."""
        start = self._lot.randrange(len(written))
        return written[:start] + written[start + self._lot.choice((1, 8, len(written))) :]

    def append(self, written: bytes) -> bytes:
        """Add something before or after."""
        more = self._lot.choice((b"\n", b" ", b"\0", b"{}", written, b"\xef\xbb\xbf", b"A" * 70_000))
        return more + written if self._lot.random() < 0.5 else written + more

    def splice(self, written: bytes) -> bytes:
        """Begin as this one and end as another."""
        other, at = self._lot.choice(self._sources), self._lot.randrange(len(written))
        return written[:at] + other[at:]

    def repeat_a_key(self, written: bytes) -> bytes:
        """Say one thing twice, differently."""
        name = self._lot.choice((b'"commit":', b'"mac":', b'"sum":', b'"vault":', b'"ct":', b'"m":', b'"slots":'))
        value = self._lot.choice((b'"AAAA",', b"[],", b"8192,", b"null,"))
        return written.replace(name, name + value + name, 1)

    def spell_otherwise(self, written: bytes) -> bytes:
        """Say the very same in other letters."""
        ways = (
            written.replace(b",", b", ", 1),
            written.replace(b'"fmt"', b'"\\u0066mt"'),
            written.replace(b"A", b"\\u0041", 1),
            written.replace(b"-", b"\\u002d", 1),
            written.replace(b'"m":8192', b'"m":8192.0'),
            written.replace(b'"m":8192', b'"m":8.192e3'),
            written.decode("utf-8", "replace").encode("utf-16"),
            written.replace(b":", b":\n\t"),
        )
        return self._lot.choice(ways)

    def _odd(self) -> Any:
        return deepcopy(self._lot.choice(_ODD))


_CHANGES: tuple[Callable[[Mutator, Tree], None], ...] = (
    Mutator.drop,
    Mutator.add,
    Mutator.put_odd,
    Mutator.put_of_another,
    Mutator.take_a_field,
    Mutator.take_a_field,
    Mutator.move_slots,
    Mutator.move_slots,
    Mutator.reorder,
    Mutator.swap_between_slots,
    Mutator.change_cost,
    Mutator.change_cost,
    Mutator.change_kind,
    Mutator.change_letter,
    Mutator.change_letter,
    Mutator.change_letter,
    Mutator.nest,
    Mutator.flood,
)
_SPELLINGS: tuple[Callable[[Mutator, bytes], bytes], ...] = (
    Mutator.flip_bits,
    Mutator.cut,
    Mutator.append,
    Mutator.splice,
    Mutator.repeat_a_key,
    Mutator.spell_otherwise,
)


def _places(tree: Tree) -> Iterator[Place]:
    """Yield every place in a tree but its root."""
    waiting: list[Any] = [tree]
    while waiting:
        holder = waiting.pop()
        for name in list(holder) if isinstance(holder, dict) else range(len(holder)):
            yield holder, name
            if isinstance(holder[name], (dict, list)) and holder[name]:
                waiting.append(holder[name])


def _list(tree: Tree) -> list[Any]:
    """Return the list of slots, made anew where something else stands in its place."""
    if not isinstance(tree.get("slots"), list):
        tree["slots"] = []
    slots: list[Any] = tree["slots"]
    return slots


def _written(tree: Tree) -> str:
    """Return the canonical form, with what is deep written out: Python's own writer would not go so far down."""
    text = json.dumps(tree, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return _DEEP.sub(lambda found: _brackets(int(found[1]), found[2] == "list"), text)


def _brackets(depth: int, is_list: bool) -> str:  # noqa: FBT001 -- of two kinds
    return "[" * depth + "]" * depth if is_list else '{"a":' * depth + "0" + "}" * depth


def _with_sum(text: str) -> str:
    """Return a text with its plain checksum made to fit, which needs no key."""
    without = _SUM.sub('"sum":""', text)
    made = urlsafe_b64encode(sha256(without.encode()).digest()).decode().rstrip("=")
    return without.replace('"sum":""', f'"sum":"{made}"')
