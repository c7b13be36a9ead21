"""The service directory as it goes to laptops (``docs/protocol.md`` §8): no child and no family is in it."""

from __future__ import annotations

import hashlib

import zstandard

from protocol import limits
from protocol.codec import decode, encode
from protocol.messages import Directory, Message
from protocol.problems import Problem, Refused
from protocol.squeezing import squeeze, unsqueeze
from protocol.statements import Kind, check


class Service(Message, frozen=True, omit_defaults=True):
    """One service that may help. All but its id and name may be unknown, and is empty then.

    ``needs`` and ``levels`` are codes of the edition's own lists. ``youngest`` and ``oldest`` are whole years.
    ``places`` are towns, postcodes and areas. ``checked`` is the ISO day on which somebody last looked whether this is
    still so. ``needs_assessment``: it asks for an assessment first. ``staff_only``: not for families to see.
    """

    id: str
    name: str
    provider: str = ""
    does: str = ""
    needs: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    youngest: int | None = None
    oldest: int | None = None
    places: tuple[str, ...] = ()
    cost: str = ""
    how: str = ""
    criteria: str = ""
    waiting: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    languages: str = ""
    access: str = ""
    times: str = ""
    alert: str = ""
    checked: str = ""
    closed_now: bool = False
    needs_assessment: bool = False
    staff_only: bool = False


class ServicePage(Message, frozen=True):
    """Some services of an edition, in its order."""

    services: tuple[Service, ...]


class Edition(Message, frozen=True):
    """The service directory as it was at one import: its pages by the SHA-256 of their bytes, in order.

    ``needs`` and ``levels`` are what the authority calls each code. A higher serial is newer; a lower one than the one
    held is never taken.
    """

    authority: str
    serial: int
    made_at: str
    count: int
    needs: dict[str, str]
    levels: dict[str, str]
    pages: tuple[str, ...]


class SignedEdition(Message, frozen=True):
    """An edition and the endpoint's signature by the receipt key named."""

    edition: Edition
    key: str
    signature: str


def check_edition(signed: SignedEdition, directory: Directory) -> None:
    """Raise ``Refused`` unless an endpoint of this authority signed the edition, and it is no larger than it may be."""
    if signed.key not in directory.receipt_keys or signed.edition.authority != directory.authority:
        raise Refused(Problem.SIGNATURE_WRONG)
    if len(signed.edition.pages) > limits.SERVICE_PAGES:
        raise Refused(Problem.TOO_LARGE)
    check(Kind.SERVICES, signed.edition, signed.signature, signed.key)


def page_name(packed: bytes) -> str:
    """Return the name of a page: the hash over its bytes."""
    return hashlib.sha256(packed).hexdigest()


def pack_page(services: tuple[Service, ...]) -> bytes:
    """Return services as the bytes of a page."""
    return squeeze(encode(ServicePage(services)))


def unpack_page(packed: bytes) -> tuple[Service, ...]:
    """Return the services of a page. Raises ``Refused``."""
    try:
        return decode(unsqueeze(packed, limits.SERVICE_PAGE_BYTES), ServicePage).services
    except (ValueError, zstandard.ZstdError) as fault:
        raise Refused(Problem.UNREADABLE) from fault
