"""Looking for services that may help, without a connection; what is looked for is kept nowhere, and names no child."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.services import Wanted, meant
from app.storage import services
from app.storage.database import Transaction
from protocol.services import Service


@dataclass(frozen=True)
class Held:
    """The directory on this laptop: from when it is, how many services it has, and its needs and levels in words."""

    made_at: str
    count: int
    needs: Mapping[str, str]
    levels: Mapping[str, str]


@dataclass(frozen=True)
class Found:
    """How many services are meant, and the first of them."""

    count: int
    first: tuple[Service, ...]


def directory_held(tx: Transaction) -> Held | None:
    """Return what is known of the directory here, or None where none has come yet."""
    edition = services.edition(tx)
    return Held(edition.made_at, edition.count, edition.needs, edition.levels) if edition is not None else None


def find_services(tx: Transaction, wanted: Wanted, most: int) -> Found:
    """Return the services meant, those first that are surely meant, and else in the order of their names."""
    how = ((meant(wanted, one), one.name, place) for place, one in services.sought(tx))
    ordered = sorted((sure, name, place) for sure, name, place in how if sure is not None)
    return Found(len(ordered), tuple(services.these(tx, [place for _, _, place in ordered[:most]])))
