"""Making a code with which a colleague joins: drawn here, shown once, and neither sent nor kept nor logged."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import quote

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.sync.answers import read
from app.sync.client import EndpointClient
from protocol import limits
from protocol.accounts import Account, Accounts
from protocol.codec import encode
from protocol.codes import invitation_key, new_code, read_code, root_mac, seal_welcome
from protocol.messages import Certificate, Invitation, SignedInvitation, Welcome
from protocol.statements import Kind, public_text, sign

_BYTES = 256 * 1024
_LAST = "f" * 12
"""After this account there is none: the answer is the endpoint's time alone."""


@dataclass(frozen=True)
class Inviter:
    """Whose laptop invites: its certificate, its signing key, and the root that a newcomer is to believe."""

    certificate: Certificate
    signing: Ed25519PrivateKey = field(repr=False)
    root: str = ""


@dataclass(frozen=True)
class Invited:
    """A code for one laptop of somebody, and until when it counts; ``account`` is theirs as it is now."""

    account: Account
    until: datetime
    code: str = field(repr=False)


def make_code(client: EndpointClient, account: Account, inviter: Inviter) -> Invited:
    """Have somebody let join with a fresh code, and return it; each code before it that nobody used ends.

    When it was made is the endpoint's time: a laptop's clock may be wrong.
    """
    at = read(client.ask("GET", f"/v1/accounts?after={_LAST}", _BYTES), Accounts).at
    code = new_code()
    signed = _signed(account, inviter, read_code(code), at)
    path = f"/v1/accounts/{quote(account.account, safe='')}/invitations"
    changed = read(client.ask("POST", path, _BYTES, encode(signed)), Account)
    return Invited(changed, datetime.fromisoformat(at) + timedelta(hours=limits.INVITATION_HOURS), code)


def _signed(account: Account, inviter: Inviter, secret: bytes, at: str) -> SignedInvitation:
    authority = inviter.certificate.invitation.authority
    who = (account.name, account.job, account.agency, account.role)
    invitation = Invitation(authority, public_text(invitation_key(secret)), *who, at)
    return SignedInvitation(
        invitation,
        sign(Kind.INVITATION, invitation, inviter.signing),
        root_mac(secret, inviter.root),
        seal_welcome(secret, Welcome({})),
        inviter.certificate,
    )
