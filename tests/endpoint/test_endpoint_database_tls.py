"""The way to a PostgreSQL over a network, tried on a real one: each proves itself by a certificate, or gets nothing."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from benchmarks.cluster import OWNER, cluster, lacking
from endpoint.settings import read_settings
from endpoint.storage.database import open_engine

pytestmark = pytest.mark.slow

ANSWERS = "ecaf_answers"
RULES = f"local all {OWNER} trust\nhostssl all {ANSWERS} 127.0.0.1/32 cert\nhostssl all {ANSWERS} ::1/128 cert\n"


@dataclass(frozen=True)
class Far:
    """A database that can be reached over a network, with what proves it and who may come."""

    folder: Path
    port: int

    def address(self, **changed: str) -> str:
        """Return the address as the guide has it, or with something otherwise."""
        papers = {
            "sslmode": "verify-full",
            "sslrootcert": f"{self.folder}/server.pem",
            "sslcert": f"{self.folder}/{ANSWERS}.pem",
            "sslkey": f"{self.folder}/{ANSWERS}.key",
        } | changed
        asked = "&".join(f"{name}={value}" for name, value in papers.items() if value)
        return f"postgresql://{ANSWERS}@localhost:{self.port}/postgres?{asked}"

    def who_came(self, address: str) -> tuple[object, ...]:
        """Return how the database was reached: sealed, by which version, by whose certificate."""
        engine = open_engine(read_settings(self.folder, None, {"ECAF_ENDPOINT_DATABASE": address}).database_url)
        try:
            with engine.connect() as connection:
                query = "SELECT ssl, version, client_dn FROM pg_stat_ssl WHERE pid = pg_backend_pid()"
                return tuple(connection.execute(text(query)).one())
        finally:
            engine.dispose()


def paper(folder: Path, whose: str, name: str) -> None:
    """Write a certificate that vouches for itself, and its key for its owner alone."""
    key = ec.generate_private_key(ec.SECP256R1())
    said = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(said, said, key.public_key(), 1, now - timedelta(days=1), now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .sign(key, SHA256())
    )
    (folder / f"{whose}.pem").write_bytes(made.public_bytes(Encoding.PEM))
    file = folder / f"{whose}.key"
    file.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    file.chmod(0o600)


@pytest.fixture(scope="module")
def far(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Far]:
    """Run a database that takes nobody over a network without TLS and a certificate of their own."""
    if missing := lacking():
        pytest.skip(f"NOT RUN: a PostgreSQL over a network, without {missing}")
    folder = tmp_path_factory.mktemp("far")
    for whose, name in (("server", "localhost"), (ANSWERS, ANSWERS), ("other", "localhost"), ("stranger", ANSWERS)):
        paper(folder, whose, name)
    (folder / "rules").write_text(RULES)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    own = ["ssl=on", "ssl_cert_file=../server.pem", "ssl_key_file=../server.key", f"ssl_ca_file=../{ANSWERS}.pem"]
    own += ["listen_addresses=localhost", f"port={port}", "hba_file=rules"]
    with cluster(more=own, beside=folder) as running:
        with running.connected(Driver(port)) as connection:
            connection.execute(f"CREATE ROLE {ANSWERS} LOGIN")
        yield Far(folder, port)


@dataclass(frozen=True)
class Driver:
    """The database's driver, which finds its owner's socket by the port."""

    port: int
    OperationalError = psycopg.OperationalError

    def connect(self, address: str, **more: Any) -> psycopg.Connection[Any]:
        """Connect."""
        return psycopg.connect(f"{address}&port={self.port}", **more)


def test_each_proves_itself_by_a_certificate_and_nothing_is_readable_on_the_way(far: Far) -> None:
    assert far.who_came(far.address()) == (True, "TLSv1.3", f"/CN={ANSWERS}")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"sslrootcert": "other.pem"}, "certificate verify failed"),
        ({"sslcert": "stranger.pem", "sslkey": "stranger.key"}, "unknown ca|certificate"),
        ({"sslcert": "", "sslkey": ""}, "certificate"),
        ({"sslmode": "disable"}, "no pg_hba.conf entry|no encryption"),
    ],
    ids=["another database", "a certificate nobody knows", "no certificate", "no TLS"],
)
def test_whoever_cannot_prove_it_gets_nothing(far: Far, changed: dict[str, str], said: str) -> None:
    whole = {name: f"{far.folder}/{value}" if "." in value else value for name, value in changed.items()}
    with pytest.raises(OperationalError, match=said):
        far.who_came(far.address(**whole))


def test_a_database_of_another_name_is_not_spoken_to(far: Far) -> None:
    elsewhere = far.address().replace("@localhost:", "@127.0.0.1:")
    with pytest.raises(OperationalError, match="does not match host name"):
        far.who_came(elsewhere)
