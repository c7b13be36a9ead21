"""Which field of a child's entry is shown to whom: what the protocol's page says is what the code shows."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

from endpoint.index.entry import Caf, CafState, Contact, ContactKind, Entry, Whereabouts
from endpoint.index.likeness import Named
from endpoint.index.showing import shielded, without_sensitive_names
from endpoint.resources import RESOURCES
from endpoint.resources.index import _said
from protocol.childindex import FoundChild, IndexCaf, IndexContact, IndexEntry

PAGE = (Path(__file__).parent.parent.parent / "docs" / "protocol.md").read_text(encoding="utf-8")
TABLE = PAGE.partition("Who sees which field of an entry")[2].partition("\n\n")[2].partition("\n\n")[0]
ROWS = [[cell.strip() for cell in line.strip("|").split("|")] for line in TABLE.splitlines()[2:]]
SEARCH, OPENED, SHIELDED, OVERRIDE = range(1, 5)
_SENSITIVE = "of a sensitive service"

WHOLE = Entry(
    child=str(uuid4()),
    names=(Named("Mason", "Reid"), Named("Mason", "Whitfield")),
    born=date(2019, 3, 4),
    died=date(2026, 3, 4),
    gender="m",
    number="9434765919",
    address="3 Weir Lane, Ambleton",
    postcode="AM1 2BD",
    whereabouts=Whereabouts.LEFT_ENGLAND,
    is_shielded=True,
    contacts=(Contact(ContactKind.CARER, "Kerry Reid", "01632 960 001"),),
    cafs=(Caf(str(uuid4()), CafState.STARTED, "Priya Nair", "Ambleton 0-19", str(uuid4()), "2026-11-20"),),
)
"""A child of whom everything is known."""


def named(cell: str) -> set[str]:
    return set(re.findall(r"`(\w+)`", cell.rpartition(": ")[2]))


def those(column: int, part: str = "") -> set[str]:
    """Return the fields that the page says are shown there: of the entry, or of a part of it."""
    mine = [row for row in ROWS if row[0].startswith(f"`{part}`: " if part else "`") and (part or ":" not in row[0])]
    return {name for row in mine if row[column] not in {"no", "never kept"} for name in named(row[0])}


def filled(shown: Any) -> set[str]:
    """Return the fields in which something stands."""
    return {name for name in shown.__struct_fields__ if getattr(shown, name) not in ("", (), None)}


def test_every_field_there_is_stands_in_the_table_once() -> None:
    of_entry = [name for row in ROWS if row[0].startswith("`") and ":" not in row[0] for name in named(row[0])]
    assert sorted([*of_entry, "cafs"]) == sorted(IndexEntry.__struct_fields__)
    of_cafs = [name for row in ROWS if row[0].startswith("`cafs`") for name in named(row[0])]
    assert sorted(of_cafs) == sorted(IndexCaf.__struct_fields__)


def test_a_search_shows_what_the_page_says_and_one_name() -> None:
    shown = set(FoundChild.__struct_fields__) - {"looks_like", "given", "family"} | {"names"}
    assert shown == those(SEARCH)
    assert [row[SEARCH] for row in ROWS if row[0] == "`names`"] == ["the one in use"]


def test_an_opened_entry_shows_what_the_page_says_shielded_or_not() -> None:
    for column, entry in ((OPENED, WHOLE), (OVERRIDE, WHOLE), (SHIELDED, shielded(WHOLE))):
        said = _said(entry)
        assert filled(said) == those(column) | {"cafs"}, column
        assert filled(said.cafs[0]) == those(column, "cafs"), column
        names = next(row[column] for row in ROWS if row[0] == "`names`")
        assert len(said.names) == {"all": 2, "the one in use": 1}[names]
    assert shielded(replace(WHOLE, is_shielded=False)) == replace(WHOLE, is_shielded=False)


def test_of_a_sensitive_service_is_kept_what_the_page_says() -> None:
    whole = Contact(ContactKind.SENSITIVE, "Ambleton Refuge", "01632 960 009", "2026-01-02")
    kept = without_sensitive_names(whole, agreed=True)
    assert kept is not None
    never = [row for row in ROWS if row[0].startswith(_SENSITIVE) and row[1] == "never kept"]
    ever = [row for row in ROWS if row[0].startswith(_SENSITIVE) and row[1] != "never kept"]
    assert {name for row in never for name in named(row[0])} == {"name", "contact"}
    assert not kept.name + kept.contact
    assert {name for row in ever for name in named(row[0])} <= {one.name for one in fields(Contact)}
    assert without_sensitive_names(whole, agreed=False) is None
    assert set(IndexContact.__struct_fields__) == {one.name for one in fields(Contact)}


def test_an_administrator_of_accounts_has_no_way_into_the_index() -> None:
    ways = [one for one in RESOURCES if one.path.startswith("/v1/index/")]
    assert len(ways) >= 8
    assert not [one.path for one in ways if "administrator" in getattr(one, "roles", ())]
