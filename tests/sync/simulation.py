"""A town in one process: the real client and the real endpoint's code, and between them a cable that does its worst.

Only the cable and the clock are made up. Each run begins from the same furnished town, and its seed decides the rest.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from queue import SimpleQueue
from random import Random
from typing import Any
from urllib.parse import parse_qsl

import httpx2
from larkrise import AGREED_TO_SHARE, FORMS, PASSPHRASE, Laptop, Watch, days_later, joined, new_office

from app.domain.ids import EpisodeId
from app.operations.withdrawing import NothingToTakeBack, take_back
from app.operations.workplace import Joined, NewDevice, Workplace, load_workplace
from app.storage import inbox
from app.storage.database import Transaction
from app.storage.outbox import OutboxKind
from app.storage.thread import VaultThread
from app.storage.vault import Vault, open_vault
from app.sync.client import EndpointClient, EndpointRefused
from app.sync.engine import Engine
from app.sync.enrol import enrol_device
from authority.office import write_invitation
from demonstration.vouching import vouch_for
from endpoint.door import Door
from endpoint.office import accept_invitation, open_door, set_up
from endpoint.resources import RESOURCES, Resource
from endpoint.restoring import restore, take_backup
from endpoint.settings import Settings
from endpoint.visit import Answer, Asked
from protocol.messages import WithdrawalWhy

ADDRESS = "http://127.0.0.1:1"
FAMILIES = 3
AGREED_FOR_DAYS = 30
"""For how long the last family agreed; the others named no end."""
FAULTS = ("lost", "answer lost", "answer cut", "trouble", "sign-in page", "twice", "late", "restart", "crash")
OTHERS = ("restored", "clock", "taken back")
"""What happens beside the cable: an old backup is put back, a clock is set wrong, a family takes something back."""
_PATHS = [
    (re.compile(re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", resource.path) + r"\Z"), resource) for resource in RESOURCES
]


class Crash(BaseException):
    """The program was ended from outside, in the middle of whatever it did."""


@dataclass
class Server:
    """The endpoint's code over a folder, without a port. It has the time of day, or that of a ``watch``."""

    settings: Settings
    door: Door
    watch: Watch | None = None

    @classmethod
    def of(cls, folder: Path) -> Server:
        """Open the endpoint of a folder."""
        settings = Settings(folder, pace=0)  # the simulated hours pass in seconds
        return cls(settings, open_door(settings))

    def restart(self) -> None:
        """End it and begin again."""
        self.door.close()
        self.open()

    def open(self) -> None:
        """Begin."""
        door = open_door(self.settings)
        self.door = door if self.watch is None else replace(door, now=self.watch.now)

    def restore(self, backup: Path) -> None:
        """Put a backup in the place of the store."""
        self.door.close()
        restore(self.settings, backup)
        self.open()

    def answer(self, request: httpx2.Request) -> Answer:
        """Answer a request as the endpoint does."""
        path, query = request.url.path, dict(parse_qsl(request.url.query.decode(), keep_blank_values=True))
        found: list[tuple[re.Match[str], Resource]] = [
            (match, resource)
            for pattern, resource in _PATHS
            if resource.method == request.method and (match := pattern.match(path)) is not None
        ]
        match, resource = found[0]
        asked = Asked(request.method, str(request.url), request.headers, match.groupdict(), query, request.content)
        return self.door.respond(resource, asked)


@dataclass
class Cable(httpx2.BaseTransport):
    """Carries requests to the server; how badly, its chance decides."""

    server: Server
    chance: Random
    bad: float = 0.0
    seen: Counter[str] = field(default_factory=Counter)
    kept: list[httpx2.Request] = field(default_factory=list)
    watched: Callable[[httpx2.Request], None] = lambda _: None

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Carry one request and its answer, or do the worst to them."""
        request.read()
        self.watched(request)
        fault = self.chance.choice(FAULTS) if self.chance.random() < self.bad else ""
        self.seen[fault] += 1
        if fault == "lost":
            raise httpx2.ConnectError("cut")
        if fault == "restart":
            self.server.restart()
        if fault == "sign-in page":
            return httpx2.Response(200, stream=httpx2.ByteStream(b"<html>Please sign in</html>"))
        if fault == "late" and self.kept:
            self.server.answer(self.chance.choice(self.kept))
        self.kept = [*self.kept[-20:], request]
        answer = self.server.answer(request)
        if fault == "twice":
            answer = self.server.answer(request)
        return self._carried(answer, fault)

    @staticmethod
    def _carried(answer: Answer, fault: str) -> httpx2.Response:
        if fault == "answer lost":
            raise httpx2.ReadError("cut")
        if fault == "crash":
            raise Crash
        if fault == "trouble":
            return httpx2.Response(503, stream=httpx2.ByteStream(b""))
        body = answer.body[: len(answer.body) // 2] if fault == "answer cut" else answer.body
        headers = {**dict(answer.headers), "content-type": answer.media_type}
        return httpx2.Response(answer.status, headers=headers, stream=httpx2.ByteStream(body))


def client_on(cable: Cable, device: str, secrets: Any, watch: Watch) -> EndpointClient:
    """Return the real client with this cable in the place of the network."""
    client = EndpointClient(ADDRESS, device, secrets.signing, clock=watch)
    vars(client)["_http"] = httpx2.Client(transport=cable, base_url=ADDRESS)
    return client


@dataclass
class Post:
    """One laptop in a run: its open vault and its clock. Its engine is made anew after each crash."""

    workplace: Workplace
    thread: VaultThread
    watch: Watch
    cable: Cable
    chance: Random

    @classmethod
    def of(cls, folder: Path, cable: Cable, chance: Random, watch: Watch) -> Post:
        """Open the laptop in a folder."""
        thread: VaultThread = VaultThread()
        came: SimpleQueue[Vault | Exception] = SimpleQueue()
        thread.open(lambda: open_vault(folder, PASSPHRASE), came.put, came.put)
        vault = came.get(timeout=20)
        assert isinstance(vault, Vault)
        workplace = thread.ask(lambda tx: load_workplace(tx, vault, FORMS, watch))
        assert workplace is not None
        return cls(workplace, thread, watch, cable, chance)

    def round(self) -> None:
        """Run one round with a program that has just begun; it may be ended half-way."""
        client = client_on(self.cable, self.workplace.device, self.workplace.secrets, self.watch)
        engine = Engine(self.thread, client, reader=self.workplace, clock=self.watch, random=self.chance)
        with suppress(Crash):
            engine.run_round()


@dataclass(frozen=True)
class Furnished:
    """A town to begin from: folders of the endpoint and two laptops, and the families of the practitioner."""

    folder: Path
    episodes: tuple[EpisodeId, ...]
    watch: Watch


def furnish(folder: Path) -> Furnished:
    """Return a town in which nothing was sent yet."""
    office = new_office(folder / "office")
    set_up(Settings(folder / "endpoint"), office.for_the_endpoint)
    server = Server.of(folder / "endpoint")
    cable = Cable(server, Random(0))

    def laptop(called: str, role: str) -> Laptop:
        code, signed = office.invite(name=called, job="Nurse", agency="Larkrise", role=role)
        accept_invitation(server.door, write_invitation(signed, folder / "invitations"))
        vouch_for(server.door, signed)

        def join(new: NewDevice) -> Joined:
            with client_on(cable, new.device, new.secrets, Watch()) as client:
                return joined(ADDRESS, enrol_device(client, code, new.secrets.signing, new.secrets.recipient))

        return Laptop.new(folder / called, join)

    jo, priya = laptop("jo", "practitioner"), laptop("priya", "coordinator")
    ending = {**AGREED_TO_SHARE, "c2.expires": days_later(AGREED_FOR_DAYS)}
    said = (*[AGREED_TO_SHARE] * (FAMILIES - 1), ending)
    episodes = tuple(jo.finished_visit(sharing).episode for sharing in said)
    for one in (jo, priya):
        one.vault.lock()
    server.door.close()
    return Furnished(folder, episodes, jo.watch)


@dataclass
class Run:
    """One run: what was done, and what is found when the cable has been good for a while."""

    jo: Post
    priya: Post
    server: Server
    episodes: tuple[EpisodeId, ...]
    backups: list[Path]
    seen: Counter[str]
    withdrawn: set[EpisodeId] = field(default_factory=set)

    @classmethod
    def of(cls, town: Furnished, folder: Path, seed: int) -> Run:
        """Begin from a copy of the town."""
        for part in ("endpoint", "jo", "priya"):
            shutil.copytree(town.folder / part, folder / part)
        chance, server, seen = Random(seed), Server.of(folder / "endpoint"), Counter[str]()
        watch = Watch(town.watch.at)
        posts = [Post.of(folder / one, Cable(server, chance, 0.3, seen), chance, watch) for one in ("jo", "priya")]
        backup = folder / "first"
        take_backup(server.door, backup)
        return cls(posts[0], posts[1], server, town.episodes, [backup], seen)

    def close(self) -> None:
        """Lock both laptops and end the endpoint."""
        for post in (self.jo, self.priya):
            post.thread.close()
        self.server.door.close()

    def go(self, steps: int) -> None:
        """Do ``steps`` things by chance, then let all be well until nothing moves any more."""
        for _ in range(steps):
            self._step(self.jo.chance)
        for post in (self.jo, self.priya):
            post.cable.bad = 0.0
        for _ in range(4):
            self.jo.watch.wait(hours=25)
            for post in (self.jo, self.priya):
                post.round()

    def _step(self, chance: Random) -> None:
        self.jo.watch.wait(minutes=chance.randint(1, 40))
        match chance.randrange(10):
            case 0:
                self.seen["restored"] += 1
                self.server.restore(chance.choice(self.backups))
            case 1:
                self.seen["clock"] += 1
                self.jo.watch.wait(hours=chance.choice([-3, 5]))
            case 2:
                self._take_back(chance)
            case 3:
                self.backups.append(self.backups[0].with_name(f"backup-{len(self.backups)}"))
                take_backup(self.server.door, self.backups[-1])
            case 4 | 5 | 6:
                self.priya.round()
            case _:
                self.jo.round()

    def _take_back(self, chance: Random) -> None:
        episode = chance.choice(self.episodes)
        with suppress(NothingToTakeBack):
            self.jo.thread.ask(lambda tx: take_back(tx, self.jo.workplace, episode, WithdrawalWhy.WITHDRAWN))
            self.withdrawn.add(episode)
            self.seen["taken back"] += 1

    def verdict(self) -> set[str]:
        """Return what is not as it must be: ``lost``, ``doubled``, ``resurrected`` or ``stuck``."""
        rows = self.jo.thread.ask(_outbox)
        wrong = {"stuck" for row in rows if row["state"] not in {"received", "voided"}}
        for episode in self.episodes:
            shown = self.priya.thread.ask(lambda tx, episode=episode: _shown(tx, episode))  # type: ignore[misc]
            wrong |= self.wrong_about(episode, len(shown))
        for row in rows:
            if row["state"] == "received" and row["kind"] == OutboxKind.KEPT and not self._is_kept(row["envelope"]):
                wrong.add("lost")
        return wrong

    def wrong_about(self, episode: EpisodeId, times: int) -> set[str]:
        """Return what is wrong with a family's assessment that stands at the desk so many times."""
        if episode in self.withdrawn:
            return {"resurrected"} if times else set()
        return {"lost"} if not times else {"doubled"} if times > 1 else set()

    def _is_kept(self, envelope: str) -> bool:
        client = client_on(self.jo.cable, self.jo.workplace.device, self.jo.workplace.secrets, self.jo.watch)
        try:
            return bool(client.get(envelope))
        except EndpointRefused:
            return False


def _outbox(tx: Transaction) -> list[Any]:
    return list(tx.all("SELECT envelope, kind, state FROM outbox"))


def _shown(tx: Transaction, episode: EpisodeId) -> list[str]:
    rows = [row for row in inbox.list_all(tx) if row.episode == episode and not row.taken_back]
    return [row.envelope for row in rows if inbox.body(tx, row.envelope) is not None]
