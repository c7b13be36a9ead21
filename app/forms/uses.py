"""What a form may do, as its own file says it; what a file does not allow in so many words is not allowed.

A form without a use is one of the program's own steps (assessment, checklist, agreements) and is never offered by
itself. ``docs/forms.md`` has the parts of the extension, one by one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from app.forms.fhir import Node, extensions_of, is_node, is_text, is_yes_or_no

USE = "https://ecaf.example/fhir/form-use"
"""Our own extension of a form: its parts are extensions too, each with one value."""
COPIED = "https://ecaf.example/fhir/copied"
"""Our own extension of a question: its answer comes from the child's assessment, where it has the same ``linkId``."""


class Audience(StrEnum):
    """Whom a form is for."""

    OWN = "own-record"
    FAMILY = "family"
    COLLEAGUE = "colleague"


@dataclass(frozen=True)
class FormUse:
    """What may be done with a form, and when.

    ``signed_by_family``: it is finished under the family's agreement alone, with their signature. ``to_desk``: it goes
    to the early help desk, where they agree to that. ``print_only``: it is printed and then gone; there is no record.
    ``after_first_gate``: it is not begun before the family have agreed to start. ``compares_with`` is the address of
    the form whose first record is read beside it; empty for none.
    """

    audience: Audience
    signed_by_family: bool = False
    to_desk: bool = False
    print_only: bool = False
    after_first_gate: bool = True
    compares_with: str = ""


def use_of(form: Node) -> FormUse | None:
    """Return what a form without mistakes says of its use, or ``None``."""
    said = next((_parts(extension) for extension in extensions_of(form, USE)), None)
    if said is None:
        return None
    return FormUse(
        audience=Audience(said["audience"]),
        signed_by_family="signed-by" in said,
        to_desk="released-to" in said,
        print_only=said.get("print-only") is True,
        after_first_gate=said["after-first-gate"] is True,
        compares_with=said.get("compares-with", ""),
    )


def is_copied(item: Node) -> bool:
    """Say whether a question's answer comes from the child's assessment."""
    return any(extension.get("valueBoolean") is True for extension in extensions_of(item, COPIED))


def _parts(extension: Node) -> dict[str, Any]:
    return {str(part.get("url")): _value(part) for part in _each(extension)}


def _each(extension: Node) -> list[Node]:
    parts = extension.get("extension")
    return [part for part in parts if is_node(part)] if isinstance(parts, list) else []


def _value(part: Node) -> Any:
    values = [part[key] for key in part if key.startswith("value")]
    return values[0] if len(values) == 1 else None


def _one_of(*codes: str) -> Callable[[object], bool]:
    return lambda value: isinstance(value, str) and value in codes


_PARTS: dict[str, tuple[Callable[[object], bool], str]] = {
    "belongs-to": (_one_of("episode"), "must be episode"),
    "audience": (_one_of(*Audience), "must be own-record, family or colleague"),
    "after-first-gate": (is_yes_or_no, "must be true or false"),
    "signed-by": (_one_of("family"), "must be family"),
    "released-to": (_one_of("desk"), "must be desk"),
    "print-only": (is_yes_or_no, "must be true or false"),
    "compares-with": (is_text, "must be the address of a form"),
}
_ALWAYS = ("belongs-to", "audience", "after-first-gate")
_WHOSE = frozenset({"id.given", "id.family"})
"""What a form that leaves must carry, so that whoever reads it knows whose it is."""


def use_faults(form: Node) -> Iterator[str]:
    """Yield what is wrong with the use a form says it has, in sentences."""
    said = list(extensions_of(form, USE))
    copied = frozenset(str(item.get("linkId")) for item in _items(form) if is_copied(item))
    if len(said) > 1:
        yield "it says twice what it is used for. Please keep one form-use."
    elif said:
        yield from _part_faults(said[0])
        yield from _clashes(_parts(said[0]), copied)
    elif copied:
        yield "only a form with a form-use can have copied answers. Please give it one, or take the marks away."


def _part_faults(extension: Node) -> Iterator[str]:
    names = Counter(str(part.get("url")) for part in _each(extension))
    yield from (f'"{name}" is there {times} times in its form-use.' for name, times in names.items() if times > 1)
    for name, value in _parts(extension).items():
        if name not in _PARTS:
            yield f'"{name}" is not a part of a form-use. Please use one of {", ".join(sorted(_PARTS))}.'
        elif not _PARTS[name][0](value):
            yield f'"{name}" in its form-use {_PARTS[name][1]}. Please change it.'
    yield from (f'its form-use has no "{name}". Please say it.' for name in _ALWAYS if name not in names)


def _clashes(said: dict[str, Any], copied: frozenset[str]) -> Iterator[str]:
    released, signed = "released-to" in said, "signed-by" in said
    if released and not signed:
        yield "nothing leaves without the family’s agreement. Please let it be signed-by family, or released to nobody."
    if released and not copied >= _WHOSE:
        yield f"whoever is sent it must see whose it is. Please copy {' and '.join(sorted(_WHOSE))} into it."
    if said.get("print-only") is True and (released or signed):
        yield "what is only printed is no record: it cannot be signed or released. Please choose one."


def copied_faults(item: Node) -> Iterator[str]:
    """Yield what is wrong with a question whose answer is copied, in sentences."""
    if not is_copied(item):
        return
    kind, rows = item.get("type"), item.get("type") == "group" and item.get("repeats") is True
    if not rows and (kind in {"group", "display"} or item.get("readOnly") is not True):
        yield "a copied answer is never typed twice. Please mark a question as readOnly, or a group that repeats."


def _items(node: Node) -> Iterator[Node]:
    for child in node.get("item", ()) if isinstance(node.get("item"), list) else ():
        if is_node(child):
            yield child
            yield from _items(child)
