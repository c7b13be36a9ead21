"""Opening a desk key that the root gave to this laptop; nothing of it is kept unless all of it holds."""

from __future__ import annotations

from collections.abc import Sequence

import pyrage

from app.domain.ids import DeviceId
from app.sealing.genuine import NotGenuine
from protocol.codec import to_bytes
from protocol.deskkeys import SignedDeskKey, check_desk_key
from protocol.messages import SignedDirectory
from protocol.problems import Refused


class NotOurKey(NotGenuine):
    """What came as a key of the desk is none, or is not for this laptop."""

    def __init__(self) -> None:
        super().__init__("What came as a key of the early help desk does not hold.")


def open_desk_key(
    signed: SignedDeskKey, identities: Sequence[str], device: DeviceId, directory: SignedDirectory
) -> str:
    """Return the age identity in what the root gave to this laptop, opened with the reading keys held here.

    It is held against the public key in the statement, and where the directory names this key, against the
    directory's. Raises ``NotOurKey``.
    """
    said, authority = signed.desk_key, directory.directory
    try:
        check_desk_key(signed, directory.root)
        keys = [pyrage.x25519.Identity.from_str(one) for one in identities]
        identity: str = pyrage.decrypt(to_bytes(said.sealed), keys).decode("ascii")
        public = str(pyrage.x25519.Identity.from_str(identity).to_public())
    except (Refused, ValueError, pyrage.DecryptError, pyrage.IdentityError):
        raise NotOurKey from None
    meant = (said.authority, said.device) == (authority.authority, device)
    if not meant or {said.public, authority.desk.get(said.key, public)} != {public}:
        raise NotOurKey
    return identity
