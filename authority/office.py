"""What the authority does with its root key: vouch for a directory and for people; the key itself never leaves here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from authority import holders
from authority.keys import new_reading_key, new_signing_key, read_private, read_signing_key
from authority.resealing import Count, reseal_folder
from protocol.certificates import check_certificate
from protocol.codec import decode, encode
from protocol.codes import invitation_key, new_code, read_code, root_mac, seal_welcome
from protocol.escrow import EscrowAnswer, EscrowRequest, request_hash
from protocol.messages import Certificate, Directory, Invitation, SignedDirectory, SignedInvitation, Welcome
from protocol.statements import Kind, public_text, sign

DESK = "desk-1"
ESCROW_KEYS = ("escrow-1", "escrow-2")
"""Two keys with three holders each, so that one set of papers lost in a fire loses nothing."""

ROLES = ("practitioner", "coordinator", "administrator")
"""Who can be invited. An administrator sees to people's accounts, gets no desk key and no family's record."""


@dataclass(frozen=True)
class Office:
    """An authority's folder: ``offline`` holds what never leaves it, ``for-the-endpoint`` what the endpoint gets.

    ``codes`` are the escrow holders' codes, by key and seat: there when a key was just made, and never again.
    """

    folder: Path
    codes: Mapping[str, dict[str, str]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def offline(self) -> Path:
        """The folder whose keys never touch a network."""
        return self.folder / "offline"

    @property
    def for_the_endpoint(self) -> Path:
        """The folder that is handed to whoever runs the endpoint."""
        return self.folder / "for-the-endpoint"

    @classmethod
    def create(cls, folder: Path, *, name: str, code: str, practice: bool = False) -> Office:
        """Make an authority with fresh keys. ``code`` is its GSS code. Raises ``FileExistsError``, changing nothing."""
        office = cls(folder, {key: {} for key in ESCROW_KEYS})
        office.offline.mkdir(parents=True, mode=0o700)
        office.for_the_endpoint.mkdir(mode=0o700)
        escrow = {key: office._new_escrow(key) for key in ESCROW_KEYS}
        root = new_signing_key(office.offline / "root.key")
        directory = Directory(
            authority=code,
            name=name,
            practice=practice,
            serial=1,
            desk={DESK: new_reading_key(office.offline / f"{DESK}.key")},
            escrow={key: made.recipient for key, made in escrow.items()},
            receipt_keys=(public_text(new_signing_key(office.for_the_endpoint / "receipt.key")),),
            vault_escrow={key: made.vault_public for key, made in escrow.items()},
        )
        office._publish(directory, root)
        return office

    @classmethod
    def open(cls, folder: Path) -> Office:
        """Open an authority made earlier. Raises ``FileNotFoundError``."""
        office = cls(folder)
        office.directory()
        return office

    def _publish(self, directory: Directory, root: Ed25519PrivateKey) -> None:
        signed = SignedDirectory(directory, public_text(root), sign(Kind.DIRECTORY, directory, root))
        (self.for_the_endpoint / "directory.json").write_bytes(encode(signed))

    def directory(self) -> SignedDirectory:
        """Return the signed directory."""
        return decode((self.for_the_endpoint / "directory.json").read_bytes(), SignedDirectory)

    @property
    def desk_keys(self) -> tuple[str, ...]:
        """The ids of the desk keys of every epoch, the oldest first."""
        return tuple(sorted((file.stem for file in self.offline.glob("desk-*.key")), key=desk_number))

    def _new_escrow(self, key: str) -> holders.Wrapped:
        made, codes = holders.make(key)
        holders.save(self.offline, made)
        self.codes[key].update(codes)
        return made

    def open_escrow(self, key: str, codes: Mapping[str, str], *, act: str, about: str) -> holders.Opened:
        """Return an escrow key opened by two of its holders, and write down that they did, for what and about what.

        Raises ``FileNotFoundError``, ``WrongCodes`` or ``MistypedCode``; a failure is written down too.
        """
        wrapped, seats = holders.load(self.offline, key), "".join(sorted(codes))
        try:
            opened = holders.open_with(wrapped, dict(codes))
        except holders.WrongCodes:
            holders.write_down(self.offline, f"refused: {act}", about, f"{key} {seats}")
            raise
        holders.write_down(self.offline, act, about, f"{key} {seats}")
        return opened

    def answer_request(self, request: EscrowRequest, key: str, codes: Mapping[str, str]) -> EscrowAnswer:
        """Return two holders' answer to a laptop whose passphrase was forgotten.

        They have compared its eight letters by telephone first. Raises as ``open_escrow``, and ``Refused`` when the
        laptop is not sealed to this key.
        """
        opened = self.open_escrow(key, codes, act="vault opened", about=request_hash(request).hex())
        return holders.reply(opened, key, request)

    def reseal(self, envelopes: Path, to: Certificate, key: str, codes: Mapping[str, str], out: Path) -> Count:
        """Give the kept work of a lost laptop to its owner's new one: a folder of envelopes in, a folder of files out.

        Two holders have compared the new laptop's eight letters by telephone first. Raises as ``open_escrow``,
        ``Refused`` when this authority never enrolled that laptop, and ``OSError``.
        """
        root = self.directory().root
        check_certificate(to, root)
        opened = self.open_escrow(key, codes, act="records opened for a new laptop", about=to.keys.device)
        count = reseal_folder(opened, envelopes, to, out, root=root)
        act = f"records sealed again: {count.done}, left: {len(count.left)}"
        holders.write_down(self.offline, act, to.keys.device, f"{key} {''.join(sorted(codes))}")
        return count

    def invite(
        self, *, name: str, job: str, agency: str, role: str, issued_at: datetime | None = None
    ) -> tuple[str, SignedInvitation]:
        """Return a fresh code for one person, and the invitation the endpoint needs to enrol whoever holds it."""
        if role not in ROLES:
            raise ValueError("a role is practitioner, coordinator or administrator")
        code = new_code()
        issued = (issued_at or datetime.now(UTC)).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        secret = read_code(code)
        authority = self.directory().directory.authority
        invitation = Invitation(authority, public_text(invitation_key(secret)), name, job, agency, role, issued)
        return code, self._sign(invitation, secret)

    def _sign(self, invitation: Invitation, secret: bytes) -> SignedInvitation:
        root = read_signing_key(self.offline / "root.key")
        return SignedInvitation(
            invitation=invitation,
            signature=sign(Kind.INVITATION, invitation, root),
            root_mac=root_mac(secret, public_text(root)),
            welcome=seal_welcome(secret, self._welcome(invitation.role)),
        )

    def _welcome(self, role: str) -> Welcome:
        """Return what a letter brings: to a coordinator every epoch, for what families released stays the desk's."""
        keys = self.desk_keys if role == "coordinator" else ()
        return Welcome({key: read_private(self.offline / f"{key}.key") for key in keys})


def desk_number(key: str) -> int:
    """Return which epoch the id of a desk key names."""
    return int(key.removeprefix("desk-"))


def write_invitation(signed: SignedInvitation, folder: Path) -> Path:
    """Write an invitation for the endpoint into ``folder``; its file name tells nothing of the person."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"invitation-{signed.invitation.key[:12]}.json"
    file.write_bytes(encode(signed))
    return file
