"""The operator's guide, typed from its page: each command in its order, by somebody who has nothing but the page."""

from __future__ import annotations

import base64
import json
import os
import re
import shlex
import shutil
import socket
import ssl
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import httpx2
import pytest
from ambleton import ROOT, Laptop, Town, serving

from authority.__main__ import main as authority
from authority.office import Office
from endpoint.cli import main as ecaf_endpoint
from endpoint.secondfactor import code_of, step_at
from endpoint.settings import read_settings
from protocol.codec import encode
from protocol.factor import FactorCode

PAGE = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
BLOCKS: list[tuple[str, str]] = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
COMMANDS = [line for language, text in BLOCKS if language == "sh" for line in text.splitlines()]
PROGRAMS: dict[str, Callable[[list[str]], int]] = {
    "ecaf-endpoint": ecaf_endpoint,
    "python -m authority": authority,
}
HERS = "https://ecaf.ambleton.example"


def block(language: str) -> str:
    (text,) = (text for name, text in BLOCKS if name == language)
    return text


class Operator:
    """Somebody who types what the page says; ``/srv/ecaf`` is a folder of the test's own."""

    def __init__(self, folder: Path, read: pytest.CaptureFixture[str]) -> None:
        self.folder, self._read = folder, read
        self.said = dict[str, str]()
        self.letters: list[str] = []

    def place(self, text: str) -> str:
        """Return a text with the places of this test in it."""
        return text.replace("/srv/ecaf", str(self.folder))

    def type(self, line: str) -> str:
        """Type one line; whatever it is, it must do what the page says it does."""
        program = next(name for name in PROGRAMS if line.startswith(f"{name} "))
        words = [file for word in shlex.split(self.place(line)) for file in self._files(word)]
        code = PROGRAMS[program](words[len(program.split()) :])
        said = self._read.readouterr()
        assert code == 0, (line, said.err)
        self.said[line] = said.out
        self.letters += re.findall(r"^Code: (\S+)$", said.out, re.MULTILINE) if " invite " in line else []
        return said.out

    def _files(self, word: str) -> list[str]:
        """Return what a shell makes of a word."""
        found = sorted(self.folder.glob(str(Path(word).relative_to(self.folder)))) if "*" in word else []
        return [str(file) for file in found] or [word]


@pytest.fixture
def operator(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Operator:
    monkeypatch.chdir(ROOT)
    operator = Operator(tmp_path, capsys)
    (tmp_path / "children.jsonl").write_text(block("json"))
    (tmp_path / "endpoint.toml").write_text(operator.place(block("toml")))
    return operator


def enrolled(operator: Operator) -> list[Laptop]:
    """Let both type address and code, and one of them send something to the desk."""
    with serving(operator.folder / "data") as (address, process):
        assert process.stdout is not None
        asked = "every administrator, every coordinator, for 12 hours at a time"
        assert process.stdout.readline() == f"A second factor is asked of {asked}.\n"
        laptops = [Laptop(address), Laptop(address)]
        for laptop, code in zip(laptops, operator.letters, strict=True):
            laptop.enrol(code)
        laptops[1].send("desk-1")
        assert laptops[0].ask("GET", "/v1/changes").status_code == 403  # a real authority asks for six digits first
        prove_anew(laptops[0])
    return laptops


def prove_anew(coordinator: Laptop) -> None:
    """Set up a second factor on a phone, and prove it by its first digits."""
    secret = base64.b32decode(coordinator.ask("POST", "/v1/factor/secrets").json()["secret"])
    code = encode(FactorCode(code_of(secret, step_at(datetime.now(UTC)))))
    assert coordinator.ask("POST", "/v1/factor/proofs", code).status_code == 200


def type_all(operator: Operator) -> list[Laptop]:
    """Type the page from its first command to its last; the two people enrol once the page says that they may."""
    people, laptops = list[str](), list[Laptop]()
    for line in COMMANDS:
        if " directory import " in line:
            laptops = enrolled(operator)
        for account in people if "ACCOUNT" in line else [""]:
            operator.type(line.replace("ACCOUNT", account).replace("DEVICE", laptops[-1].id if laptops else ""))
        if " account list " in line:
            people = re.findall(r"^(\w{12})  ", operator.said[line], re.MULTILINE)
    return laptops


def test_from_a_clean_machine_to_a_restored_backup_by_the_page_alone(operator: Operator) -> None:
    laptops = type_all(operator)
    (ledger,) = (json.loads(said) for line, said in operator.said.items() if " ledger " in line)
    assert {name: ledger["counts"][name] for name in ("devices", "envelopes")} == {"devices": 2, "envelopes": 1}
    assert laptops[1].id in operator.type(next(line for line in COMMANDS if " account list " in line))
    header = json.loads((operator.folder / "request-1.jsonl").read_text().splitlines()[0])
    assert header["about"] == {"child": json.loads(block("json"))["child"]}
    assert read_settings(None, operator.folder / "endpoint.toml", {}).address == HERS
    with serving(operator.folder / "data") as (address, _):
        coordinator, lost = (Laptop(address, one.id, one.key) for one in laptops)
        assert httpx2.get(f"{address}/ready").status_code == 200
        prove_anew(coordinator)  # her phone was lost on the bad days
        assert coordinator.ask("GET", "/v1/changes").json()["headers"] != []
        assert lost.ask("GET", "/v1/changes").status_code == 403  # hers is ordered out


def test_the_page_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        ecaf_endpoint(["--help"])
    named = set(re.findall(r"^    ([a-z-]+)(?: |$)", capsys.readouterr().out, re.MULTILINE))
    assert {"serve", "backup", "verify-audit"} <= named
    assert named - set(re.findall(r"[a-z-]+", PAGE)) == set()


def free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


@contextmanager
def caddy(caddy_program: str, folder: Path, port: int, behind: str) -> Iterator[ssl.SSLContext]:
    """Run Caddy on the page's own file, but with a certificate of its own making and on another port."""
    text = block("caddyfile").replace("ecaf.ambleton.example {", f"https://localhost:{port} {{\n\ttls internal", 1)
    alone = "{\n\tadmin off\n\tauto_https disable_redirects\n\tskip_install_trust\n}\n"
    (folder / "Caddyfile").write_text(alone + text.replace("127.0.0.1:8470", behind))
    with (folder / "caddy.txt").open("w") as log:
        process = subprocess.Popen(  # noqa: S603 - the proxy that the page names
            [caddy_program, "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"],
            stderr=log,
            env={**os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)},
        )
        try:
            root = folder / "caddy" / "pki" / "authorities" / "local" / "root.crt"
            while not (root.exists() and speaks_tls(port, root)):
                assert process.poll() is None, (folder / "caddy.txt").read_text()
            yield ssl.create_default_context(cafile=str(root))
        finally:
            process.terminate()
            process.wait(30)


def speaks_tls(port: int, root: Path) -> bool:
    """Say whether the proxy is there and has made itself a certificate."""
    try:
        trust = ssl.create_default_context(cafile=str(root))
        with (
            socket.create_connection(("127.0.0.1", port)) as wire,
            trust.wrap_socket(wire, server_hostname="localhost"),
        ):
            return True
    except OSError:
        return False


def test_the_proxy_of_the_page_speaks_tls_and_laptops_signatures_go_through_it(quiet_folder: Path) -> None:
    program = shutil.which("caddy")
    if program is None:
        pytest.skip("NOT RUN: TLS in front of the endpoint, without Caddy")
    port = free_port()
    with (
        serving(quiet_folder, "--address", f"https://localhost:{port}") as (address, _),
        caddy(program, quiet_folder, port, address.removeprefix("http://")) as trust,
        httpx2.Client(verify=trust) as http,
    ):
        hers = Town(Office.open(quiet_folder.parent / "office"), quiet_folder, address).enrolled()
        assert http.get(f"https://localhost:{port}/ready").json() == {"tables": True, "epoch": True}
        laptop = Laptop(f"https://localhost:{port}", hers.id, hers.key)
        assert http.send(laptop.signed_request("GET", "/v1/changes")).json()["headers"] == []
