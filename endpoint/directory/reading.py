"""What a laptop needs of a published service, in plain words; what the published form leaves open is left empty."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, floor
from pathlib import Path
from typing import Any

import msgspec

from endpoint.directory.feed import Published
from protocol.services import Service

LOCAL_FILE = Path(__file__).parent / "given" / "local.json"
_LONG, _SHORT, _PLACES = 2000, 300, 24
_TAG = re.compile(r"<[^>]{0,200}>")


class LocalTerm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A need or a level as an authority calls it, and the terms of a feed that stand for it."""

    code: str
    words: str
    terms: tuple[str, ...]


class Local(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is an authority's own: its needs, its levels, and what stands for two more facts."""

    needs: tuple[LocalTerm, ...]
    levels: tuple[LocalTerm, ...]
    needs_assessment: tuple[str, ...]
    staff_only: tuple[str, ...]


def read_local(file: Path) -> Local:
    """Return an authority's own terms. Raises ``ValueError`` and ``OSError``."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=Local)
    except msgspec.DecodeError as fault:
        raise ValueError(str(fault)) from fault


@dataclass(frozen=True)
class Terms:
    """The authority's terms, ready to be looked up."""

    local: Local

    def codes(self, terms: Iterable[LocalTerm], said: frozenset[str]) -> tuple[str, ...]:
        """Return the codes of those that a service's terms stand for."""
        return tuple(one.code for one in terms if not said.isdisjoint(map(_bare, one.terms)))

    def any_of(self, terms: Iterable[str], said: frozenset[str]) -> bool:
        """Say whether one of these is among a service's terms."""
        return not said.isdisjoint(map(_bare, terms))


def read_service(published: Published, terms: Terms) -> Service:
    """Return what a laptop is to know of a service that holds to the published schema."""
    said, local = frozenset(_terms(published)), terms.local
    return Service(
        id=published["id"].lower(),
        name=_plain(published["name"], _SHORT) or "A service without a name",
        provider=_plain(published.get("organization", {}).get("name"), _SHORT),
        does=_plain(published.get("description"), _LONG),
        needs=terms.codes(local.needs, said),
        levels=terms.codes(local.levels, said),
        youngest=_age(published.get("minimum_age"), floor),
        oldest=_age(published.get("maximum_age"), ceil),
        places=tuple(dict.fromkeys(_places(published)))[:_PLACES],
        cost=_cost(published),
        how=_plain(published.get("application_process"), _LONG),
        criteria=_plain(published.get("eligibility_description"), _LONG),
        waiting=_plain(published.get("wait_time"), _SHORT),
        phone=_joined((_phone(one) for one in published.get("phones", ())), _SHORT),
        email=_plain(published.get("email"), _SHORT),
        website=_plain(published.get("url"), _SHORT),
        languages=_joined((_plain(one.get("name"), 60) for one in published.get("languages", ())), _SHORT),
        access=_joined(_access(published), _LONG),
        times=_joined((_plain(one.get("description"), _SHORT) for one in published.get("schedules", ())), _LONG),
        alert=_plain(published.get("alert"), _LONG),
        checked=_day(published.get("assured_date")),
        closed_now=published["status"] == "temporarily closed",
        needs_assessment=terms.any_of(local.needs_assessment, said),
        staff_only=terms.any_of(local.staff_only, said),
    )


def _plain(text: Any, longest: int) -> str:
    """Return text without its markup, on one line; one that is too long is cut at a word, and shows it."""
    bare = " ".join(html.unescape(_TAG.sub(" ", text or "")).replace("\0", "").split())
    return bare if len(bare) <= longest else bare[:longest].rsplit(" ", 1)[0] + " …"


def _joined(parts: Iterable[str], longest: int) -> str:
    return _plain("; ".join(dict.fromkeys(part for part in parts if part)), longest)


def _terms(published: Published) -> Iterator[str]:
    for attribute in published.get("attributes", ()):
        term: Mapping[str, Any] = attribute.get("taxonomy_term", {})
        for name in ("id", "name", "term", "term_uri"):
            if term.get(name):
                yield _bare(str(term[name]))


def _bare(term: str) -> str:
    return " ".join(term.casefold().split())


def _age(years: Any, rounded: Any) -> int | None:
    known = isinstance(years, int | float) and not isinstance(years, bool) and 0 <= years <= 120  # noqa: PLR2004 a life
    return int(rounded(years)) if known else None


def _places(published: Published) -> Iterator[str]:
    for at in published.get("service_at_locations", ()):
        for address in at.get("location", {}).get("addresses", ()):
            parts = (_plain(address.get(part), 80) for part in ("city", "postal_code"))
            yield " ".join(part for part in parts if part)
    for area in published.get("service_areas", ()):
        yield _plain(area.get("name") or area.get("service_area"), 80)


def _cost(published: Published) -> str:
    said = _plain(published.get("fees_description") or published.get("fees"), _SHORT)
    return said or _joined((_option(one) for one in published.get("cost_options", ())), _SHORT)


def _option(option: Mapping[str, Any]) -> str:
    amount = option.get("amount")
    money = (
        ""
        if amount is None
        else "Free"
        if amount == 0
        else f"£{amount:g}"
        if amount == int(amount)
        else f"£{amount:.2f}"
    )
    about = _plain(option.get("amount_description"), 80)
    whom = _plain(option.get("option"), 80)
    return ": ".join(part for part in (whom, " ".join(part for part in (money, about) if part)) if part)


def _phone(phone: Mapping[str, Any]) -> str:
    return " ".join(part for part in (_plain(phone.get("number"), 40), _plain(phone.get("description"), 60)) if part)


def _access(published: Published) -> Iterator[str]:
    for at in published.get("service_at_locations", ()):
        for one in at.get("location", {}).get("accessibility", ()):
            yield _plain(one.get("description") or one.get("accessibility") or one.get("details"), _SHORT)


def _day(text: Any) -> str:
    """Return the ISO day a date or a date with its time begins with; empty where it is none."""
    try:
        return date.fromisoformat((text or "")[:10]).isoformat()
    except ValueError:
        return ""


def whats_dated(services: Sequence[Service]) -> int:
    """Return of how many services it is known when somebody last looked."""
    return sum(bool(one.checked) for one in services)


def dump_published(published: Published) -> bytes:
    """Return a service as it was published, to be kept whole."""
    return json.dumps(published, ensure_ascii=False, sort_keys=True).encode()
