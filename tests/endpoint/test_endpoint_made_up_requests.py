"""What is served as the contract is what is answered, whatever Schemathesis makes up of it and a laptop then signs.

With ``--long`` fifty thousand requests, to every route; they go on where they stopped, and the figures are written.
"""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
import requests
import schemathesis
from ambleton import Laptop
from hypothesis import HealthCheck, Phase, given, settings
from knocking import HERE, SIGNED, Indoors, Letter, indoors
from schemathesis.core.transport import Response
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from endpoint.application import create_application
from endpoint.openapi import BYTES, description
from endpoint.permissions import ADMINISTRATOR, COORDINATOR
from endpoint.resources import RESOURCES, Resource, SignedResource
from endpoint.visit import Asked
from protocol.codec import encode
from protocol.requests import PIECE_TYPE

FIGURES = Path(__file__).parent / "results" / "made-up-requests.json"
LONG, QUICK = 50_000, 3
ALWAYS = {"POST /v1/enrolments", "PUT /v1/envelopes/{id}", "GET /v1/changes", "POST /v1/index/searches"}
"""The four that are tried in each run, one of each sort; all of them with ``--long``."""

REFUSALS = ["400", "401", "403", "404", "405", "409", "413", "415", "422", "424", "429", "5xx"]
"""What a wrong request may be answered with; 413 is a refusal, too, where one made up is larger than its limit."""
CONFIG = schemathesis.Config.from_dict({"checks": {"negative_data_rejection": {"expected-statuses": REFUSALS}}})
CONTRACT = schemathesis.openapi.from_dict(json.loads(encode(description())), config=CONFIG)
schemathesis.serializer.alias(PIECE_TYPE, BYTES)
BY_NAME = {(one.method, one.path): one for one in RESOURCES}
OPERATIONS = {name: CONTRACT[path][method] for method, path in BY_NAME for name in [f"{method} {path}"]}


def _modes(operation: Any) -> list[GenerationMode]:
    """Return how requests are made up: rightly, and wrongly where anything in them could have another form."""
    said = operation.definition.raw
    is_message = "application/json" in said.get("requestBody", {}).get("content", {})
    return list(GenerationMode) if said["parameters"] or is_message else [GenerationMode.POSITIVE]


VARIED = sum(
    len(_modes(one))
    for one in OPERATIONS.values()
    if one.definition.raw["parameters"] or "requestBody" in one.definition.raw
)
"""Among so many the long run is shared out; a request with nothing in it to vary is made once."""


@dataclass
class Wire:
    """The endpoint's web framework in this process, and laptops that sign what is made up, each of somebody who may."""

    town: Indoors
    loop: asyncio.Runner = field(default_factory=asyncio.Runner)
    statuses: Counter[int] = field(default_factory=Counter)
    sent: int = 0

    def __post_init__(self) -> None:
        self.application = create_application(self.town.door, HERE, 8)

    def point(self, case: Any) -> None:
        """Let every other rightly made request be about what is there; otherwise nothing but 404 would be looked at."""
        town, self.sent = self.town, self.sent + 1
        account, device = town.colleague
        named = device if case.operation.path.startswith("/v1/senders/") else town.theirs[town.callers.coordinator.id]
        there = {"account": account, "device": device, "child": town.child, "month": f"{town.door.now():%Y-%m}"}
        there |= {"id": named, "sha256": town.page, "episode": town.own["held"]}
        if case.path_parameters and self.sent % 2:
            case.path_parameters |= {name: there[name] for name in case.path_parameters if name in there}

    def signer(self, resource: Resource) -> Laptop:
        """Return the laptop of somebody whose business it is."""
        mine = resource.roles if isinstance(resource, SignedResource) else frozenset({COORDINATOR})
        callers = self.town.callers
        return callers.coordinator if COORDINATOR in mine else callers.administrator

    def send(self, case: Any) -> Response:
        """Send a made-up request, signed where its route wants that."""
        asked = requests.Request(**case.as_transport_kwargs(base_url=HERE)).prepare()
        said: Any = asked.body or b""
        body: bytes = said.encode() if isinstance(said, str) else said
        resource = BY_NAME.get((case.operation.method.upper(), case.operation.path))
        if resource in SIGNED and asked.method == resource.method:
            letter = Letter(
                resource,
                self.signer(resource),
                int(self.town.door.now().timestamp()),
                dict.fromkeys(case.path_parameters or {}, "x"),
                body=body,
                target=str(asked.url),
            )
            asked.headers.update(dict(letter.asked().headers.items()))
        status, lines, content = self.loop.run(self._answer(asked, body))
        self.statuses[status] += 1
        return Response(status, lines, content, asked, elapsed=0.0, verify=False)

    async def _answer(self, asked: requests.PreparedRequest, body: bytes) -> tuple[int, dict[str, list[str]], bytes]:
        parts = urlsplit(str(asked.url))
        lines = [(k.lower().encode("latin-1"), _line(v)) for k, v in asked.headers.items() if k.lower() != "host"]
        scope: dict[str, Any] = {
            "type": "http",
            "method": asked.method,
            "path": unquote(parts.path),
            "raw_path": parts.path.encode(),
        }
        scope |= {"query_string": parts.query.encode(), "headers": [(b"host", parts.netloc.encode()), *lines]}
        scope |= {"root_path": "", "scheme": "http", "http_version": "1.1"}
        sent: list[Any] = []

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Any) -> None:
            sent.append(message)

        await self.application(scope, receive, send)
        heard: dict[str, list[str]] = {}
        for name, value in sent[0]["headers"]:
            heard.setdefault(name.decode().lower(), []).append(value.decode("latin-1"))
        return int(sent[0]["status"]), heard, b"".join(one.get("body", b"") for one in sent[1:])


def _line(value: str | bytes) -> bytes:
    return value if isinstance(value, bytes) else value.encode("latin-1")


@pytest.fixture(scope="module")
def wire(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wire]:
    """Furnish an endpoint."""
    made = Wire(indoors(tmp_path_factory.mktemp("made-up")))
    yield made
    made.loop.close()
    made.town.door.close()


@pytest.mark.parametrize(
    "name", [name if name in ALWAYS else pytest.param(name, marks=pytest.mark.slow) for name in OPERATIONS]
)
def test_whatever_is_made_up_is_answered_as_the_contract_says(
    name: str, wire: Wire, request: pytest.FixtureRequest
) -> None:
    """All of its checks but one: what has the right form is refused here where what is signed in it is not right."""
    is_long = request.config.getoption("--long")
    kept: dict[str, dict[str, int]] = json.loads(FIGURES.read_bytes()) if is_long and FIGURES.exists() else {}
    if name in kept:
        return
    wire.statuses.clear()
    operation = OPERATIONS[name]
    for mode in _modes(operation):
        _try(operation, mode, wire, -(-LONG // VARIED) if is_long else QUICK)
    assert wire.statuses.total() > 0
    if is_long:
        kept[name] = {str(status): count for status, count in sorted(wire.statuses.items())}
        FIGURES.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _try(operation: Any, mode: GenerationMode, wire: Wire, many: int) -> None:
    @settings(max_examples=many, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy(generation_mode=mode))
    def each(case: Any) -> None:
        if mode is GenerationMode.POSITIVE:
            wire.point(case)
        case.validate_response(wire.send(case), excluded_checks=[positive_data_acceptance])

    each()


def test_every_route_of_the_served_contract_is_among_them_and_is_asked_by_somebody_who_may(wire: Wire) -> None:
    served = json.loads(wire.town.door.respond(BY_NAME["GET", "/openapi.json"], _openly("/openapi.json")).body)
    paths = {f"{method.upper()} {path}" for path, of in served["paths"].items() for method in of}
    assert set(OPERATIONS) == paths
    assert len(paths) == len(RESOURCES)
    callers = wire.town.callers
    role_of = {callers.coordinator.id: COORDINATOR, callers.administrator.id: ADMINISTRATOR}
    assert {(one.method, one.path) for one in SIGNED if role_of[wire.signer(one).id] not in one.roles} == set()


def _openly(path: str) -> Asked:
    return Asked("GET", HERE + path, {}, {}, {}, b"")
