"""The directory of services of the examples, as it stands in a vault once a courier has brought it."""

from __future__ import annotations

from app.paths import resources
from app.storage import services
from app.storage.database import Transaction
from endpoint.directory.checking import is_published
from endpoint.directory.feed import read_feed
from endpoint.directory.reading import LOCAL_FILE, Terms, read_local, read_service
from protocol.services import Edition, Service, SignedEdition


def example_services() -> tuple[Service, ...]:
    """Return the services of the examples that families may go to."""
    terms, pages = Terms(read_local(LOCAL_FILE)), read_feed(resources() / "examples" / "services")
    return tuple(read_service(one, terms) for page in pages for one in page.services if is_published(one))


def bring_services(tx: Transaction, found: tuple[Service, ...] = ()) -> None:
    """Put services into force in a vault: those of the examples, where no others are given."""
    brought, local = found or example_services(), read_local(LOCAL_FILE)
    needs, levels = ({one.code: one.words for one in terms} for terms in (local.needs, local.levels))
    edition = Edition("E06000099", 1, "2026-11-20T09:00:00Z", len(brought), needs, levels, ())
    services.put_in_force(tx, SignedEdition(edition, "", ""), brought)
