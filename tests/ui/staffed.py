"""What an authority might say of invented people's accounts, on 26 November 2026."""

from __future__ import annotations

from protocol.accounts import (
    FOR_EVER,
    NEEDED,
    Account,
    AccountChange,
    AccountChanges,
    AccountLaptop,
    Accounts,
    AccountState,
    Course,
    Trained,
    Vetted,
)

JO, PRIYA, SAM, MIA, LEE, ADA = (
    "0a1b2c3d4e50",
    "0a1b2c3d4e51",
    "0a1b2c3d4e52",
    "0a1b2c3d4e53",
    "0a1b2c3d4e54",
    "0a1b2c3d4e56",
)
LAPTOP = AccountLaptop(
    "7d1f7e5f-5f0b-4a53-9a55-2f3d7b6f9a12", "2026-09-01T09:12:00Z", "2026-11-26T08:40:00Z", "", is_ordered=False
)
_TRAINED = tuple(Trained(course, "2026-02-03", FOR_EVER) for course in NEEDED)

_LINKED: dict[str, object] = {"factor_asked": True, "factor_since": "2026-02-03T09:12:00Z"}


def account(key: str, name: str, until: str = "2028-01-05", **more: object) -> Account:
    """Return somebody who may send and receive until a day."""
    whole: dict[str, object] = {
        "account": key,
        "name": name,
        "job": "Learning mentor",
        "agency": "Larkrise Primary",
        "role": "practitioner",
        "manager": "",
        "state": AccountState.OPEN,
        "vetted": Vetted("900123456789", "2025-01-05", "Sam Okafor", until),
        "trained": _TRAINED,
        "accepted_on": "2026-02-03",
        "laptops": (LAPTOP,),
        "why_not": "",
        "until": until,
        "is_own": False,
        **more,
    }
    return Account(**whole)  # type: ignore[arg-type]


CHANGES = AccountChanges(
    (
        AccountChange(4, "2026-09-01T09:12:00Z", JO, f"laptop {LAPTOP.device} joined"),
        AccountChange(3, "2026-08-31T15:20:00Z", "Sam Okafor, Ambleton Council", "check of 2025-01-05 recorded"),
        AccountChange(2, "2026-08-31T15:18:00Z", "Sam Okafor, Ambleton Council", "using-caf of 2026-02-03 recorded"),
        AccountChange(1, "2026-08-31T15:10:00Z", "Sam Okafor, Ambleton Council", "opened"),
    ),
    more=True,
)
ACCOUNTS = Accounts(
    "2026-11-26T09:12:00Z",
    (
        account(JO, "Jo Whitfield", manager="Rachel Okoro"),
        account(
            PRIYA,
            "Priya Nair",
            "2026-12-12",
            role="coordinator",
            agency="Ambleton Early Help",
            factor_asked=True,
            factor_since="2026-02-03T09:12:00Z",
        ),
        account(
            SAM,
            "Sam Okafor",
            role="administrator",
            agency="Ambleton Council",
            is_own=True,
            factor_asked=True,
            factor_since="2026-02-03T09:12:00Z",
        ),
        account(MIA, "Mia Field", vetted=None, trained=(), why_not="check-missing", until="", laptops=()),
        account(
            LEE,
            "Lee Marten",
            state=AccountState.LEFT,
            why_not="closed",
            until="",
            trained=(*_TRAINED, Trained(Course.LEAD, "2025-05-05", "2026-05-05")),
        ),
    ),
    more=False,
)
