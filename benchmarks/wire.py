"""One client for our endpoint and for the bare one: the same threads, connections and bytes, and nothing else."""

from __future__ import annotations

import hashlib
import os
import secrets
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.client import HTTPConnection
from itertools import count
from pathlib import Path
from time import perf_counter
from urllib.parse import urlsplit
from uuid import uuid4

import httpx2
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from http_message_signatures import HTTPMessageSigner, MappingKeyResolver, algorithms
from http_message_signatures.httpx2 import adapt_message

from app.sync.client import EndpointClient
from app.sync.enrol import enrol_device
from authority.office import Office, write_invitation
from benchmarks.cluster import cluster, lacking
from benchmarks.measure import CPU, WALL, Sample
from demonstration.vouching import vouch_for
from endpoint.office import accept_invitation, open_door, set_up
from endpoint.settings import Settings
from protocol.envelope import pack
from protocol.messages import EnvelopeHeader, EnvelopeKind, SignedHeader
from protocol.requests import COVERED, TAG
from protocol.statements import Kind, sign

ROOT = Path(__file__).parent.parent
CONNECTIONS = 8
AUTHORITY = "E06000099"
PACE = 1_000_000
"""Counted as for any device, and never too much: one device stands for a whole town here."""

READING = "age1ez7zq3j3fevu4l9gdgfv7c5qm7j6kw8dv2kjlkjw9cz9x8vl5yus6sqzyg"
"""A reading key for a device that is never sent anything."""


@dataclass(frozen=True)
class Request:
    """A request, ready to be sent as it is."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Sender:
    """An enrolled device that signs what it sends."""

    address: str
    id: str = field(default_factory=lambda: str(uuid4()))
    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    process: int = 0

    def envelope(self, size: int, *recipients: str) -> tuple[str, bytes]:
        """Return a fresh envelope's id and bytes, its sealed part of this size."""
        sealed, envelope = os.urandom(size), str(uuid4())
        header = EnvelopeHeader(
            id=envelope,
            record=str(uuid4()),
            version=1,
            parents=(),
            kind=EnvelopeKind.RELEASED,
            sha256=hashlib.sha256(sealed).hexdigest(),
            size=size,
            blobs=(),
            device=self.id,
            device_seq=next(self.numbers),
            recipients=recipients or ("desk-1",),
        )
        return envelope, pack(SignedHeader(header, sign(Kind.ENVELOPE, header, self.key)), sealed)

    def request(self, method: str, path: str, body: bytes = b"") -> Request:
        """Return a signed request."""
        request = httpx2.Request(method, self.address + path, content=body or None)
        keys = MappingKeyResolver(public_keys={}, private_keys={self.id: self.key})
        HTTPMessageSigner(signature_algorithm=algorithms.ED25519, key_resolver=keys).sign(
            adapt_message(request),
            key_id=self.id,
            created=datetime.now(UTC),
            nonce=secrets.token_urlsafe(16),
            tag=TAG,
            label="ecaf",
            covered_component_ids=COVERED,
            body=body or None,
        )
        return Request(method, path, dict(request.headers), body)


def send_all(address: str, requests: Sequence[Request], connections: int = CONNECTIONS) -> float:
    """Send every request over some connections at once, and return how many seconds it took."""
    shares = [requests[number::connections] for number in range(connections)]
    with ThreadPoolExecutor(connections) as threads:
        started = perf_counter()
        for done in [threads.submit(_send, address, share) for share in shares]:
            done.result()
        return perf_counter() - started


def put_fresh(sender: Sender, times: int, *, size: int, connections: int = CONNECTIONS) -> Sample:
    """Return what bringing so many fresh envelopes to their own sender takes for each."""
    fresh = [sender.envelope(size, sender.id) for _ in range(times)]
    requests = [sender.request("PUT", f"/v1/envelopes/{envelope}", body) for envelope, body in fresh]
    return {WALL: send_all(sender.address, requests, connections) * 1000 / times}


def list_newest(sender: Sender, times: int, *, connections: int = CONNECTIONS) -> Sample:
    """Return what asking so many times for a page of 20 headers takes for each."""
    requests = [sender.request("GET", "/v1/changes?limit=20") for _ in range(times)]
    return {WALL: send_all(sender.address, requests, connections) * 1000 / times}


def _send(address: str, requests: Sequence[Request]) -> None:
    connection = HTTPConnection(urlsplit(address).netloc)
    for request in requests:
        ask(connection, request)
    connection.close()


def ask(connection: HTTPConnection, request: Request) -> bytes:
    """Send one request, and return what was answered. Raises ``RuntimeError`` where it was refused."""
    connection.request(request.method, request.path, request.body or None, dict(request.headers))
    response = connection.getresponse()
    body = response.read()
    if response.status not in {200, 201}:
        raise RuntimeError(f"{request.method} was answered {response.status}")
    return body


@contextmanager
def databases(folder: Path) -> Iterator[dict[str, tuple[str, str]]]:
    """Yield two databases of each kind there is here, ours and the floor's: an address for each."""
    with ExitStack() as stack:
        found = {"SQLite": ("", str(folder / "bare.db"))}
        if missing := lacking():
            print(f"· NOT MEASURED: PostgreSQL, without {missing}", flush=True)
        else:
            running = stack.enter_context(cluster(durable=True))
            found["PostgreSQL"] = (running.new_database(), running.new_database())
        yield found


@dataclass(frozen=True)
class Endpoint:
    """Our endpoint as a running process, with the office it belongs to."""

    office: Office
    settings: Settings
    address: str
    process: int

    def invite(self) -> str:
        """Invite a practitioner, and return the code."""
        code, signed = self.office.invite(name="Priya Nair", job="Health visitor", agency="0-19", role="practitioner")
        door = open_door(self.settings)
        accept_invitation(door, write_invitation(signed, self.settings.folder / "invitations"))
        vouch_for(door, signed)
        door.close()
        return code

    def sender(self) -> Sender:
        """Return a device that has just been enrolled."""
        sender = Sender(self.address, process=self.process)
        with EndpointClient(self.address, sender.id, sender.key) as client:
            enrol_device(client, self.invite(), sender.key, READING)
        return sender


@contextmanager
def serving_all(
    folder: Path, database: str, pace: int = PACE, prepare: Callable[[str], object] = str
) -> Iterator[Endpoint]:
    """Run our endpoint on a database as its own process; a device may ask ``pace`` times a second for long.

    ``prepare`` is given the database's address once its tables are there and nobody answers yet.
    """
    office = Office.create(folder / "office", name="Ambleton", code=AUTHORITY, practice=True)
    settings = Settings(folder / "endpoint", database=database)
    set_up(settings, office.for_the_endpoint)
    prepare(database)
    line = ["endpoint", "serve", "--folder", str(settings.folder)]
    with _running(line, {"ECAF_ENDPOINT_DATABASE": database, "ECAF_ENDPOINT_PACE": str(pace)}) as (said, process):
        yield Endpoint(office, settings, said.removeprefix("ecaf-endpoint: "), process)


@contextmanager
def serving(folder: Path, database: str, prepare: Callable[[str], object] = str) -> Iterator[Sender]:
    """Run our endpoint on a database as its own process; yield a device enrolled at it."""
    with serving_all(folder, database, prepare=prepare) as endpoint:
        yield endpoint.sender()


@contextmanager
def bare(database: str) -> Iterator[tuple[str, int]]:
    """Run the bare handler on a database as its own process; yield its address and its process."""
    with _running(["benchmarks.bare_endpoint", database], {}) as running:
        yield running


def cpu_of(process: int) -> float:
    """Return how many seconds of a processor a process has used, in itself and in the system for it; Linux alone."""
    figures = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(figures[11]) + int(figures[12])) / os.sysconf("SC_CLK_TCK")


def spent(process: int, act: Callable[[], float], times: int) -> Sample:
    """Return what each of so many requests took: by the clock that ``act`` read, and of the processor.

    The system counts a processor's time in ticks, so there is never less than one.
    """
    before, tick = cpu_of(process), 1 / os.sysconf("SC_CLK_TCK")
    wall = act()
    return {WALL: wall * 1000 / times, CPU: max(cpu_of(process) - before, tick) * 1000 / times}


@contextmanager
def _running(line: Sequence[str], environment: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    command = [sys.executable, "-m", *line]
    with subprocess.Popen(  # noqa: S603 - our own programs
        command,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, **environment},
    ) as process:
        try:
            yield (process.stdout.readline() if process.stdout else "").strip(), process.pid
        finally:
            process.terminate()
            process.communicate(timeout=20)
