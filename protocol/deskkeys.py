"""A further epoch of the desk key, given to each coordinator's laptop by the root (``docs/protocol.md`` §8)."""

from __future__ import annotations

from protocol.messages import Certificate, Message
from protocol.problems import Problem, Refused
from protocol.statements import Kind, check

FORMAT = "ecaf-desk-keys/1"
COORDINATORS_FORMAT = "ecaf-coordinators/1"


class DeskKey(Message, frozen=True):
    """A desk key for one laptop: ``sealed`` is its age identity, sealed with age to that laptop's reading key.

    ``key`` is its id, such as ``desk-2``, ``public`` its recipient, ``before`` the ids of the epochs before it.
    """

    authority: str
    key: str
    public: str
    before: tuple[str, ...]
    device: str
    sealed: str
    issued_at: str


class SignedDeskKey(Message, frozen=True):
    """A desk key for one laptop and the root's signature."""

    desk_key: DeskKey
    signature: str


class DeskKeys(Message, frozen=True):
    """In the office's file: one epoch, a statement for each laptop. In an answer: one laptop's, the oldest first."""

    format: str
    keys: tuple[SignedDeskKey, ...]


class Coordinators(Message, frozen=True):
    """The certificates of laptops that are to read at the desk; the office checks each with its own root."""

    format: str
    certificates: tuple[Certificate, ...]


def check_desk_key(signed: SignedDeskKey, root: str) -> None:
    """Raise ``Refused`` unless this root gave the key."""
    check(Kind.DESK, signed.desk_key, signed.signature, root)


def check_epoch(given: DeskKeys, root: str) -> None:
    """Raise ``Refused`` unless all of it is one epoch that this root gave, each laptop named once."""
    for signed in given.keys:
        check_desk_key(signed, root)
    said = [signed.desk_key for signed in given.keys]
    epochs = {(one.authority, one.key, one.public, one.before, one.issued_at) for one in said}
    if given.format != FORMAT or len(epochs) != 1 or len({one.device for one in said}) != len(said):
        raise Refused(Problem.MALFORMED)
