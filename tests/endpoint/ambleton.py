"""An authority, its endpoint as a real process on loopback, and laptops that talk to it."""

from __future__ import annotations

import hashlib
import os
import ssl
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from pathlib import Path
from uuid import uuid4

import httpx2
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pyrage import x25519
from sqlalchemy import text

from app.sync.client import EndpointClient
from app.sync.enrol import EnrolledDevice, enrol_device
from authority.office import Office, write_invitation
from demonstration.vouching import vouch_for
from endpoint.office import accept_invitation, open_door
from endpoint.settings import Settings
from endpoint.storage.database import open_engine
from protocol.envelope import pack
from protocol.messages import EnvelopeHeader, EnvelopeKind, Message, SignedHeader
from protocol.statements import Kind, sign

_NOBODY = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""Reading the system's certificates takes longer than most requests, and these go to loopback, without TLS."""

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class Town:
    """Ambleton: its office, its endpoint's folder and the address the endpoint answers at."""

    office: Office
    folder: Path
    address: str
    database: str = ""

    @property
    def settings(self) -> Settings:
        """The endpoint's settings: SQLite in its folder, unless it has another database."""
        return Settings(self.folder, database=self.database)

    def rows(self, query: str, **values: object) -> list[tuple[object, ...]]:
        """Return what the endpoint's database answers to a query, whichever database it is."""
        engine = open_engine(self.settings.database_url)
        with engine.begin() as connection:
            found = [tuple(row) for row in connection.execute(text(query), values)]
        engine.dispose()
        return found

    def invite(self, role: str = "practitioner", issued_at: datetime | None = None, name: str = "Priya Nair") -> str:
        """Invite somebody, let the endpoint know, and return the code."""
        code, signed = self.office.invite(
            name=name, job="Health visitor", agency="Ambleton 0-19", role=role, issued_at=issued_at
        )
        door = open_door(self.settings)
        accept_invitation(door, write_invitation(signed, self.folder / "invitations"))
        vouch_for(door, signed)
        door.close()
        return code

    def laptop(self) -> Laptop:
        """Return a laptop that nobody has enrolled."""
        return Laptop(self.address)

    def enrolled(self, role: str = "practitioner") -> Laptop:
        """Return an enrolled person's laptop."""
        laptop = self.laptop()
        laptop.enrol(self.invite(role))
        return laptop


@dataclass(frozen=True)
class Laptop:
    """A device with its keys."""

    address: str
    id: str = field(default_factory=lambda: str(uuid4()))
    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    reading: str = field(default_factory=lambda: str(x25519.Identity.generate().to_public()))
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def client(self) -> EndpointClient:
        """Return a client of this device's own."""
        return EndpointClient(self.address, self.id, self.key)

    def enrol(self, code: str) -> EnrolledDevice:
        """Enrol with a code."""
        with self.client() as client:
            return enrol_device(client, code, self.key, self.reading)

    def envelope(
        self,
        *recipients: str,
        sealed: bytes = b"sealed",
        device_seq: int | None = None,
        envelope: str = "",
        kind: EnvelopeKind = EnvelopeKind.RELEASED,
        record: str = "",
    ) -> tuple[str, bytes]:
        """Return a fresh envelope's id and bytes."""
        header = EnvelopeHeader(
            id=envelope or str(uuid4()),
            record=record or str(uuid4()),
            version=1,
            parents=(),
            kind=kind,
            sha256=hashlib.sha256(sealed).hexdigest(),
            size=len(sealed),
            blobs=(),
            device=self.id,
            device_seq=device_seq or next(self.numbers),
            recipients=recipients or ("desk-1",),
        )
        return header.id, pack(SignedHeader(header, sign(Kind.ENVELOPE, header, self.key)), sealed)

    def send(self, *recipients: str) -> str:
        """Send a fresh envelope and return its id."""
        envelope, body = self.envelope(*recipients)
        with self.client() as client:
            client.put(body, envelope)
        return envelope

    def signed_request(self, method: str, path: str, body: bytes = b"", **headers: str) -> httpx2.Request:
        """Return a request this laptop signed and has not sent; ``headers`` with ``_`` for ``-``."""
        said = {name.replace("_", "-"): value for name, value in headers.items()}
        with self.client() as client:
            request = httpx2.Request(method, f"{self.address}{path}", content=body or None, headers=said)
            client._sign(request, body)
        return request

    def ask(self, method: str, path: str, body: bytes = b"", **headers: str) -> httpx2.Response:
        """Sign a request as a laptop of version 2 does, and send it."""
        return ask(self.signed_request(method, path, body, **{"ecaf_version": "2", **headers}))

    def sign(self, kind: Kind, statement: Message) -> str:
        """Return this device's signature."""
        return sign(kind, statement, self.key)


def ask(request: httpx2.Request) -> httpx2.Response:
    """Send a request as it is."""
    with httpx2.Client(trust_env=False, verify=_NOBODY) as http:
        return http.send(request)


def problem_of(response: httpx2.Response) -> str:
    """Return the code of the problem answered."""
    assert response.headers["content-type"] == "application/problem+json"
    body = response.json()
    assert body["status"] == response.status_code
    return str(body["type"]).removeprefix("urn:ecaf:problem:")


@contextmanager
def serving(folder: Path, *more: str, database: str = "") -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Run the endpoint of a folder as its own process; yield its address and process."""
    with (folder / "log.txt").open("a") as log:
        process = subprocess.Popen(  # noqa: S603 our own program
            command("serve", "--folder", str(folder), *more),
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            cwd=ROOT,
            env={**os.environ, "ECAF_ENDPOINT_DATABASE": database, "ECAF_ENDPOINT_PACE": "0"},
        )
        try:
            assert process.stdout is not None
            yield process.stdout.readline().removeprefix("ecaf-endpoint: ").strip(), process
        finally:
            process.terminate()
            process.communicate(timeout=30)


def command(*arguments: str) -> Sequence[str]:
    """Return the command line of the endpoint."""
    return [sys.executable, "-m", "endpoint", *arguments]
