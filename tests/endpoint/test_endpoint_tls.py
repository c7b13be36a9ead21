"""Where it has a certificate the endpoint speaks TLS 1.3 by itself, and it starts with none it could not speak with."""

from __future__ import annotations

import ipaddress
import json
import re
import socket
import ssl
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from ambleton import Town, command, serving
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from cryptography.x509.oid import NameOID

from app.domain.ids import DeviceId
from app.sync.client import EndpointClient
from app.sync.senders import check_sender
from app.sync.troubles import Intercepted
from authority.office import Office
from authority.pinning import pin_keys
from endpoint.cli import _papers, main
from endpoint.office import NotReady, open_door, publish_directory
from endpoint.settings import Settings, read_settings
from protocol.messages import SignedDirectory

Papers = tuple[Path, Path]
GUIDE = Path(__file__).parents[2] / "docs" / "operating.md"


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    """Make a certificate of this computer's own, which vouches for itself, and its key."""
    folder, key = tmp_path_factory.mktemp("papers"), ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    here = x509.SubjectAlternativeName([x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), 1, now - timedelta(days=1), now + timedelta(days=1))
        .add_extension(here, critical=False)
        .sign(key, SHA256())
    )
    certificate, its_key = folder / "ecaf.pem", folder / "ecaf.key"
    certificate.write_bytes(made.public_bytes(Encoding.PEM))
    its_key.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return certificate, its_key


@pytest.fixture
def spares(tmp_path: Path) -> list[Path]:
    """Give the public halves of two keys that the endpoint does not have."""
    return [write_public(tmp_path / name) for name in ("spare.pem", "next.pem")]


def shown(papers: Papers) -> tuple[str, ...]:
    return "--certificate", str(papers[0]), "--certificate-key", str(papers[1])


def as_the_guide_says(file: Path, papers: Papers) -> Path:
    """Write the guide's own lines of settings, for these papers."""
    text = GUIDE.read_text(encoding="utf-8")
    for name, paper in zip(("certificate", "certificate_key"), papers, strict=True):
        (line,) = re.findall(rf'^{name} = ".*"$', text, re.MULTILINE)
        with file.open("a", encoding="utf-8") as written:
            written.write(re.sub('".*"', json.dumps(str(paper)), line) + "\n")
    return file


def test_a_laptop_that_trusts_the_certificate_is_heard_and_any_other_and_older_ways_are_not(
    quiet_folder: Path, papers: Papers, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(quiet_folder) as (address, _):  # enrolled before there was a certificate
        hers = Town(Office.open(quiet_folder.parent / "office"), quiet_folder, address).enrolled()
    with serving(quiet_folder, "--config", str(as_the_guide_says(quiet_folder / "tls.toml", papers))) as (address, _):
        assert address.startswith("https://127.0.0.1:")
        with EndpointClient(address, hers.id, hers.key) as stranger, pytest.raises(Intercepted):
            stranger.health()
        monkeypatch.setenv("SSL_CERT_FILE", str(papers[0]))
        with EndpointClient(address, hers.id, hers.key) as client:
            assert client.health().status == "ok"
            assert client.changes().headers == ()
        old = ssl.create_default_context(cafile=papers[0])
        old.maximum_version = ssl.TLSVersion.TLSv1_2
        port = int(address.rpartition(":")[2])
        with socket.create_connection(("127.0.0.1", port)) as wire, pytest.raises(ssl.SSLError):
            old.wrap_socket(wire, server_hostname="localhost")


def test_without_a_certificate_it_listens_on_its_own_machine_alone(
    quiet_folder: Path, papers: Papers, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["serve", "--data", str(quiet_folder), "--host", "0.0.0.0"]) == 1  # noqa: S104 - refused
    assert "would cross the network in the clear" in capsys.readouterr().err
    for host in ("::", "10.0.0.7", "ecaf.example", ""):
        with pytest.raises(NotReady, match="in the clear"):
            _papers(Settings(quiet_folder, host=host))
    for host in ("127.0.0.1", "127.0.0.7", "::1", "localhost"):
        assert _papers(Settings(quiet_folder, host=host)) is None
    lets_be = read_settings(quiet_folder, None, {"ECAF_ENDPOINT_HOST": "10.0.0.7", "ECAF_ENDPOINT_PLAIN_HTTP": "yes"})
    assert _papers(lets_be) is None
    certificate, key = map(str, papers)
    assert _papers(Settings(quiet_folder, host="10.0.0.7", certificate=certificate, certificate_key=key)) is not None


def test_a_laptop_whose_authority_named_keys_says_nothing_to_any_other(
    quiet_folder: Path, papers: Papers, monkeypatch: pytest.MonkeyPatch, spares: list[Path]
) -> None:
    """The certificate is vouched for by whom its system trusts, as that of a box that opens connections is at work."""
    office = Office.open(quiet_folder.parent / "office")
    monkeypatch.setenv("SSL_CERT_FILE", str(papers[0]))
    with serving(quiet_folder, *shown(papers)) as (address, _):
        for keys, heard in (((papers[0], spares[0]), True), (spares, False), ((), True)):
            pins = pin_keys(office, keys).directory.tls_keys
            assert len(pins) == len(keys)
            with EndpointClient(address, "nobody", Ed25519PrivateKey.generate(), pins=pins) as client:
                assert is_heard(client) is heard
    assert said_to(quiet_folder, "/v1/health") == 2  # the two that were heard, and of the other not a word


def test_a_desk_asks_about_an_author_through_no_other_hands_either(
    quiet_folder: Path, papers: Papers, monkeypatch: pytest.MonkeyPatch, spares: list[Path]
) -> None:
    office = Office.open(quiet_folder.parent / "office")
    with serving(quiet_folder) as (address, _):
        town = Town(office, quiet_folder, address)
        hers, author = town.enrolled("coordinator"), town.enrolled()
    monkeypatch.setenv("SSL_CERT_FILE", str(papers[0]))
    with serving(quiet_folder, *shown(papers)) as (address, _):
        for keys, asked in ((spares, 0), ([papers[0], spares[0]], 1)):
            desk = Desk(DeviceId(hers.id), address, Keys(hers.key), pin_keys(office, keys))
            assert check_sender(desk, author.id) is bool(asked)
            assert said_to(quiet_folder, "/v1/senders/{id}") == asked


def test_a_laptop_joins_through_no_other_hands_than_its_authority_names(
    quiet_folder: Path, papers: Papers, monkeypatch: pytest.MonkeyPatch, spares: list[Path]
) -> None:
    """Only what it is told as it joins says whose hands they should be; so it looks again, and then keeps it."""
    office = Office.open(quiet_folder.parent / "office")
    monkeypatch.setenv("SSL_CERT_FILE", str(papers[0]))
    with serving(quiet_folder, *shown(papers)) as (address, _):
        town = Town(office, quiet_folder, address)
        name_keys(town, spares)
        laptop, code = town.laptop(), town.invite()
        with pytest.raises(Intercepted):
            laptop.enrol(code)
        name_keys(town, [papers[0], spares[0]])
        assert laptop.enrol(code).directory.directory.tls_keys


def test_a_wire_is_held_to_other_keys_before_the_next_word(
    quiet_folder: Path, papers: Papers, monkeypatch: pytest.MonkeyPatch, spares: list[Path]
) -> None:
    office = Office.open(quiet_folder.parent / "office")
    monkeypatch.setenv("SSL_CERT_FILE", str(papers[0]))
    with (
        serving(quiet_folder, *shown(papers)) as (address, _),
        EndpointClient(address, "nobody", Ed25519PrivateKey.generate()) as client,
        client.another() as beside,
    ):
        assert is_heard(client)
        for keys, heard in ((spares, False), ((papers[0], spares[0]), True)):
            client.hold_to(pin_keys(office, keys).directory.tls_keys)
            beside.hold_like(client)
            assert (is_heard(client), is_heard(beside)) == (heard, heard)
    assert said_to(quiet_folder, "/v1/health") == 3


def name_keys(town: Town, keys: Sequence[Path]) -> None:
    """Have the authority name keys, and the endpoint hand that out."""
    pin_keys(town.office, keys)
    door = open_door(town.settings)
    publish_directory(door, town.office.for_the_endpoint / "directory.json")
    door.close()


@dataclass(frozen=True)
class Keys:
    """A laptop's key to sign with."""

    signing: Ed25519PrivateKey


@dataclass(frozen=True)
class Desk:
    """A coordinator's laptop, as far as it asks about authors."""

    device: DeviceId
    endpoint: str
    secrets: Any  # of its keys one alone is needed here
    directory: SignedDirectory


def said_to(folder: Path, route: str) -> int:
    """Return how many requests of a kind reached the endpoint."""
    lines = (folder / "log.txt").read_text(encoding="utf-8").splitlines()
    return sum(json.loads(line).get("route") == route for line in lines)


def is_heard(client: EndpointClient) -> bool:
    try:
        return client.health().status == "ok"
    except Intercepted:
        return False


def write_public(file: Path) -> Path:
    """Write the public half of a fresh key, as an authority keeps that of its spare."""
    public = ec.generate_private_key(ec.SECP256R1()).public_key()
    file.write_bytes(public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    return file


@pytest.mark.parametrize("missing", [0, 1])
def test_a_certificate_without_its_key_starts_nothing(quiet_folder: Path, papers: Papers, missing: int) -> None:
    assert "needs both" in refusal(quiet_folder, *shown(papers)[2 * missing : 2 * missing + 2])


def test_a_key_of_another_certificate_starts_nothing(quiet_folder: Path, papers: Papers, tmp_path: Path) -> None:
    other = tmp_path / "other.key"
    key = ec.generate_private_key(ec.SECP256R1())
    other.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    assert "the private key that belongs to it" in refusal(quiet_folder, *shown((papers[0], other)))
    assert "the private key that belongs to it" in refusal(quiet_folder, *shown((papers[0], tmp_path / "none.key")))


def refusal(folder: Path, *more: str) -> str:
    """Return what is said at once instead of serving."""
    line = command("serve", "--folder", str(folder), *more)
    ended = subprocess.run(line, capture_output=True, text=True, timeout=60, check=False)  # noqa: S603 - our own program
    assert ended.returncode == 1
    assert ended.stdout == ""
    return ended.stderr
