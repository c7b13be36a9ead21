"""Putting a feed into force: all of it in one transaction, or none of it, and then the directory before it stays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path

import msgspec

from endpoint.audit import Action
from endpoint.directory.checking import is_published, mistakes, strangers
from endpoint.directory.feed import FeedBroken, read_feed
from endpoint.directory.reading import LOCAL_FILE, Local, Terms, dump_published, read_local, read_service, whats_dated
from endpoint.door import Door
from endpoint.storage.accesses import Access, insert_access
from endpoint.storage.services import KeptService, find_serial, replace_services
from endpoint.times import to_text
from protocol import limits
from protocol.services import Edition, Service, SignedEdition, pack_page, page_name
from protocol.statements import Kind, public_text, sign

_MOST_SAID = 20
_ROOM = limits.SERVICE_PAGE_BYTES - 1024  # what is between the services of a page


@dataclass(frozen=True)
class Imported:
    """What was put into force: how many services, and what whoever imported it should see.

    ``left_out`` are inactive or defunct. ``undated``: it is not known when somebody last looked. ``warnings`` name
    fields the published form does not know.
    """

    serial: int
    services: int
    left_out: int
    undated: int
    warnings: tuple[str, ...]


def import_feed(door: Door, source: Path, local_file: Path | None = None) -> Imported:
    """Put a feed into force in the place of the directory before. Raises ``FeedBroken``, having changed nothing."""
    local = _local(local_file or LOCAL_FILE)
    pages = read_feed(source)
    wrong = list(islice(mistakes(pages), _MOST_SAID + 1))
    if wrong:
        raise FeedBroken([*wrong[:_MOST_SAID], *(["There are more like these."] if wrong[_MOST_SAID:] else [])])
    published = [one for page in pages for one in page.services]
    going = tuple(read_service(one, Terms(local)) for one in published if is_published(one))
    serial = _put(door, local, going, [KeptService(one["id"].lower(), dump_published(one)) for one in published])
    left_out, undated = len(published) - len(going), len(going) - whats_dated(going)
    return Imported(serial, len(published), left_out, undated, tuple(islice(strangers(pages), _MOST_SAID)))


def _local(file: Path) -> Local:
    try:
        return read_local(file)
    except (OSError, ValueError) as fault:
        said = f"{file.name} is no file of local needs and levels. One to begin with is {LOCAL_FILE}."
        raise FeedBroken([said]) from fault


def _put(door: Door, local: Local, going: tuple[Service, ...], kept: Sequence[KeptService]) -> int:
    pages = [pack_page(part) for part in _in_pages(going)]
    if len(pages) > limits.SERVICE_PAGES:
        raise FeedBroken([f"These are more services than one authority's directory may hold ({len(going)})."])
    now = door.now()
    with door.store.transaction() as tx:
        serial = _next_serial(find_serial(tx), now)
        names = tuple(map(page_name, pages))
        needs, levels = ({one.code: one.words for one in terms} for terms in (local.needs, local.levels))
        edition = Edition(door.store.authority, serial, to_text(now), len(going), needs, levels, names)
        key = door.house.receipt_key
        signed = SignedEdition(edition, public_text(key), sign(Kind.SERVICES, edition, key))
        replace_services(tx, signed, dict(zip(names, pages, strict=True)), kept)
        insert_access(tx, Access(to_text(now), "", Action.SERVICES_IMPORT, f"services {serial}", 200))
    return serial


def _next_serial(held: int, now: datetime) -> int:
    """Return a serial that is higher than any before, also than one that a restored backup has forgotten."""
    return max(held + 1, int(now.timestamp()))


def _in_pages(services: Sequence[Service]) -> Iterator[tuple[Service, ...]]:
    """Yield services in parts that fit on a page."""
    part: list[Service] = []
    room = _ROOM
    for one in services:
        size = len(msgspec.json.encode(one)) + 1
        if part and size > room:
            yield tuple(part)
            part, room = [], _ROOM
        part.append(one)
        room -= size
    if part:
        yield tuple(part)
