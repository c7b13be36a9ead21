"""What a child index might say of an invented child."""

from __future__ import annotations

from msgspec.structs import replace

from protocol.childindex import (
    FoundChild,
    HeldCaf,
    HeldPair,
    HeldPairs,
    IndexCaf,
    IndexContact,
    IndexEntry,
    IndexName,
    LooksLike,
    Override,
    Overrides,
    SettledHow,
    SettledPair,
    SettledPairs,
)

FOUND = FoundChild("c1", LooksLike.LIKELY, "Mason", "Reid", "2020-10-09", "m", is_shielded=False)
CARER = IndexContact(
    "carer", "Carly Reid", "01632 960001", "", "", is_lead=False, has_information=False, taking_action=False
)
LEAD = IndexContact(
    "service", "Jo Whitfield", "01632 960002", "2026-09-01", "", is_lead=True, has_information=True, taking_action=True
)
UNNAMED = IndexContact("sensitive", "", "", "", "", is_lead=False, has_information=False, taking_action=False)
ENTRY = IndexEntry(
    child="c1",
    names=(IndexName("Mason", "Reid"), IndexName("Mason", "Walsh")),
    born="2020-10-09",
    died="",
    gender="m",
    number="",
    address="3 Weir Lane, Ambleton",
    postcode="AM1 2BD",
    whereabouts="known",
    is_shielded=False,
    contacts=(CARER, LEAD, UNNAMED),
    cafs=(
        IndexCaf("started", "Jo Whitfield", "Larkrise Primary", "2026-10-01T09:00:00Z"),
        IndexCaf("done", "", "", "2025-10-01T09:00:00Z"),
    ),
)
SHIELDED = replace(
    ENTRY,
    names=ENTRY.names[:1],
    address="",
    postcode="",
    is_shielded=True,
    contacts=(),
    cafs=(IndexCaf("started", "", "", "2026-10-01T09:00:00Z"),),
)
OVERRIDES = Overrides(
    (
        Override(
            "0b7f1f7e-5f0b-4a53-9a55-2f3d7b6f9a12",
            "2026-11-25T09:12:00Z",
            "Priya Nair",
            "Ambleton Early Help",
            "c1",
            "Her school had to know whom to ring.",
            "Jo Whitfield",
        ),
    )
)
HELD = HeldPairs(
    (
        HeldPair(
            HeldCaf("e1", "Mason", "Reid", "2020-10-09", "started", "Jo Whitfield", "Larkrise Primary"),
            HeldCaf("e2", "Mason", "Reed", "2020-10-09", "done", "", ""),
            "2026-11-24T15:00:00Z",
        ),
    )
)
SETTLED = SettledPairs(
    (SettledPair(HELD.pairs[0].one, HELD.pairs[0].other, SettledHow.JOINED, "e1", "2026-11-25T10:00:00Z"),)
)
WAITING = (OVERRIDES, HELD, SETTLED)
