"""Holding a feed against the published schema: what breaks it is said by line, in words."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from endpoint.directory.feed import FeedPage, Published

SCHEMA_FILE = Path(__file__).parent / "given" / "open-referral-uk-3.0-service.json"
OF_THE_WHOLE = frozenset(
    {
        *("phones", "eligibility_description", "application_process", "wait_time", "fees_description"),
        *("interpretation_services", "code", "note", "number", "extension", "phone_type"),
    }
)
"""Fields of HSDS 3.0 itself that its UK profile leaves out; directories that have them have them for a reason."""
_KINDS = {"string": "text", "number": "a number", "object": "a group of fields", "array": "a list"}
_FORMATS = {
    "uuid": "an id such as ac148810-d857-441c-9679-408f346de14b",
    "email": "an e-mail address",
    "uri": "a whole web address, beginning with https://",
    "date-time": "a day with its time, such as 2026-03-01T09:30:00Z",
}


@cache
def schema() -> dict[str, Any]:
    """Return the published schema of a service."""
    found: dict[str, Any] = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    return found


@cache
def _validator() -> Any:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)


def mistakes(pages: tuple[FeedPage, ...]) -> Iterator[str]:
    """Yield each way in which a feed is not of the published form, by file and line."""
    seen: dict[str, tuple[FeedPage, int]] = {}
    for page in pages:
        for index, service in enumerate(page.services):
            for fault in sorted(_validator().iter_errors(service), key=lambda one: list(map(str, one.absolute_path))):
                yield f"{page.place_of(index, list(fault.absolute_path))}: {_words(fault)}"
            one = service.get("id")
            if isinstance(one, str) and one.lower() in seen:
                first, where = seen[one.lower()]
                yield f"{page.place_of(index, ['id'])}: this id was used already, at {first.place_of(where, ['id'])}."
            elif isinstance(one, str):
                seen[one.lower()] = page, index


def _words(fault: Any) -> str:
    field = next((f"“{part}”" for part in reversed(fault.absolute_path) if isinstance(part, str)), "This")
    say = _SAID.get(fault.validator)
    return say(field, fault) if say is not None else f"{field} is not as the schema wants it ({fault.validator})."


def _missing(_field: str, fault: Any) -> str:
    missing = next(name for name in fault.validator_value if fault.message.startswith(f"'{name}'"))
    return f"“{missing}” is missing here."


def _wrong_kind(field: str, fault: Any) -> str:
    wanted = _KINDS.get(fault.validator_value, str(fault.validator_value))
    return f"{field} must be {wanted}, and is {_kind_of(fault.instance)}."


def _kind_of(value: Any) -> str:
    kinds = {str: "text", bool: "true or false", int: "a number", float: "a number", dict: "a group of fields"}
    return kinds.get(type(value), "a list" if isinstance(value, list) else "empty (null): leave it out instead")


def _not_one_of(field: str, fault: Any) -> str:
    return f"{field} is “{fault.instance}”, and can only be {', '.join(map(str, fault.validator_value))}."


def _wrong_format(field: str, fault: Any) -> str:
    return f"{field} must be {_FORMATS.get(fault.validator_value, fault.validator_value)}, and is “{fault.instance}”."


_SAID: Mapping[str, Callable[[str, Any], str]] = {
    "required": _missing,
    "type": _wrong_kind,
    "enum": _not_one_of,
    "format": _wrong_format,
}


def strangers(pages: tuple[FeedPage, ...]) -> Iterator[str]:
    """Yield each field the published form does not know, once, with the first line it stands on: often a slip."""
    seen: set[str] = set()
    for page in pages:
        for index, service in enumerate(page.services):
            for path in _unknown(service, schema()):
                name = ".".join(part for part in path if isinstance(part, str))
                if name not in seen:
                    seen.add(name)
                    yield f"{page.place_of(index, path)}: “{name}” is no field of Open Referral UK 3.0. It is left out."


def _unknown(value: Any, form: Mapping[str, Any]) -> Iterator[tuple[str | int, ...]]:
    if isinstance(value, list):
        for index, one in enumerate(value):
            yield from ((index, *path) for path in _unknown(one, form.get("items", {})))
    elif isinstance(value, Mapping) and "properties" in form:
        for name, inner in value.items():
            if name in form["properties"]:
                yield from ((name, *path) for path in _unknown(inner, form["properties"][name]))
            elif name not in OF_THE_WHOLE and not _is_name_of_language(name, form):
                yield (name,)


def _is_name_of_language(name: str, form: Mapping[str, Any]) -> bool:
    return name == "name" and "phone_id" in form["properties"]


def is_published(service: Published) -> bool:
    """Say whether a service is one that families may go to, now or soon."""
    return service["status"] in {"active", "temporarily closed"}
