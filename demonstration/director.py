"""Directs the play: the authority, the endpoint and the cable are real, and each act is a process of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import IO, Any

from authority.office import Office, write_invitation
from demonstration.case import Case, Person
from demonstration.vouching import vouch_for
from endpoint.office import open_door
from endpoint.settings import Settings

ENDPOINT = [sys.executable, "-m", "endpoint"]
STOP_SECONDS = 20
LEFT_BEHIND = ("family-copy.pdf", "note.pdf", "report.json")


class PlayStopped(Exception):
    """The play could not go on; the sentence says where."""


class Town:
    """A practice authority and its endpoint in a folder of their own; the endpoint can be taken off the network."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.endpoint, self._port_note = folder, folder / "endpoint", folder / "port"
        self.office = self._open() if (folder / "port").exists() else self._found()
        self._serving: subprocess.Popen[str] | None = None
        self.address = ""

    def _found(self) -> Office:
        self.folder.mkdir(parents=True, exist_ok=True)
        office = Office.create(self.folder / "authority", name="Ambleton", code="E06000099", practice=True)
        _must([*ENDPOINT, "init", "--folder", str(self.endpoint), "--authority", str(office.for_the_endpoint)])
        self._port_note.write_text("0")
        return office

    def _open(self) -> Office:
        return Office.open(self.folder / "authority")

    def start(self) -> None:
        """Start the endpoint, on the same port as before."""
        command = [*ENDPOINT, "serve", "--folder", str(self.endpoint), "--port", self._port_note.read_text()]
        with (self.folder / "endpoint.log").open("a") as log:
            self._serving = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True)  # noqa: S603 - ours
        line = self._serving.stdout.readline() if self._serving.stdout is not None else ""
        if "http://" not in line:
            raise PlayStopped("the endpoint did not start")
        self.address = line.split(": ", 1)[1].strip()
        self._port_note.write_text(self.address.rsplit(":", 1)[1])

    def stop(self) -> None:
        """Take the endpoint off the network."""
        if self._serving is not None:
            self._serving.terminate()
            self._serving.wait(STOP_SECONDS)
            if self._serving.stdout is not None:
                self._serving.stdout.close()
            self._serving = None

    def letter(self, person: Person, role: str) -> dict[str, str]:
        """Invite somebody, and return what stands in their letter."""
        code, signed = self.office.invite(name=person.name, job=person.role, agency=person.agency, role=role)
        invitation = write_invitation(signed, self.folder / "invitations")
        _must([*ENDPOINT, "invite", "--folder", str(self.endpoint), str(invitation)])
        with closing(open_door(Settings(self.endpoint))) as door:
            vouch_for(door, signed)
        return {"address": self.address, "code": code}

    def ledger(self) -> dict[str, Any]:
        """Return what the endpoint says that it keeps."""
        said: dict[str, Any] = json.loads(_must([*ENDPOINT, "ledger", "--folder", str(self.endpoint)]))
        return said


def _must(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own programs
    if done.returncode != 0:
        raise PlayStopped(f"{command[2]} {command[3]} ended with {done.returncode}")
    return done.stdout


class Director:
    """Plays acts one after another, and remembers what they report."""

    def __init__(self, town: Town, case: Case, case_file: Path, out: Path, say: Callable[[str], None]) -> None:
        self._town, self._case, self._case_file, self._out, self._say = town, case, case_file, out, say
        self.passphrases: dict[str, str] = {}
        self.seconds: dict[str, float] = {}
        self.refused = ""
        self.released = False

    def play(self, act: str, seat: str) -> None:
        """Play one act, and whatever acts it goes on to, in the home folder of this seat. Raises ``PlayStopped``."""
        home = self._town.folder / seat
        command = [sys.executable, "-m", "demonstration.acts", act, str(self._case_file), str(self._out), str(home)]
        process = subprocess.Popen(  # noqa: S603 - our own program
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=_environment(self._town.folder)
        )
        if process.stdin is None or process.stdout is None:
            raise PlayStopped(f"{act} has no line to the director")
        for message in _messages(process.stdout):
            self._hear(message, seat, process.stdin)
        process.wait(STOP_SECONDS)
        if process.returncode not in (0, None) and not self.refused:
            raise PlayStopped(f"the {act} act ended with {process.returncode}")

    def _hear(self, message: dict[str, Any], seat: str, answer: IO[str]) -> None:
        match message:
            case {"say": str(words)}:
                self._say(words)
            case {"seconds": dict(seconds)}:
                self.seconds.update(seconds)
            case {"passphrase": str(passphrase)}:
                self.passphrases[seat] = passphrase
            case {"refused": str(words)}:
                self.refused = words
            case {"released": bool(released)}:
                self.released = released
            case {"stopped": str(where)}:
                raise PlayStopped(where)
            case {"please": str(wish), **more}:
                answer.write(json.dumps(self._grant(wish, seat, more)) + "\n")
                answer.flush()

    def _grant(self, wish: str, seat: str, more: dict[str, Any]) -> dict[str, str]:
        match wish:
            case "letter":
                return self._town.letter(self._person(more["role"]), more["role"])
            case "no signal":
                self._town.stop()
            case "signal":
                self._town.start()
            case "passphrase":
                return {"passphrase": self.passphrases[seat]}
        return {}

    def _person(self, role: str) -> Person:
        coordinator = self._case.coordinator or Person("Priya Nair", "coordinator", "Ambleton Early Help")
        return coordinator if role == "coordinator" else self._case.practitioner


def _messages(lines: IO[str]) -> Iterator[dict[str, Any]]:
    for line in lines:
        if line.startswith("{"):
            yield json.loads(line)


def _environment(folder: Path) -> dict[str, str]:
    """Return an environment whose temporary, cache and data folders stand inside the play's own folder."""
    places = {"TMPDIR": "tmp", "XDG_CACHE_HOME": "cache", "XDG_DATA_HOME": "data", "XDG_CONFIG_HOME": "config"}
    for name in places.values():
        (folder / name).mkdir(exist_ok=True)
    return {**os.environ, **{variable: str(folder / name) for variable, name in places.items()}}


def clear(out: Path) -> None:
    """Make the folder for pictures and report, and take away what an earlier run left in it; nothing else.

    Raises ``OSError`` when no folder can stand there.
    """
    out.mkdir(parents=True, exist_ok=True)
    for left in [*out.glob("[0-9][0-9]-*.png"), *(out / name for name in LEFT_BEHIND)]:
        left.unlink(missing_ok=True)
    shutil.rmtree(out / "work", ignore_errors=True)
