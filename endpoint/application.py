"""The web framework's only room: bytes from the wire to the door and back; nothing is decided here."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from operator import attrgetter
from time import perf_counter

from anyio import CapacityLimiter, to_thread
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route, Router
from starlette.types import Receive, Scope, Send

from endpoint.door import Door, log_fault
from endpoint.loglines import NO_ROUTE, log_answer
from endpoint.resources import RESOURCES, Resource, SharedResource
from endpoint.together import Together
from endpoint.visit import Answer, Asked, problem_answer, refusal_answer
from protocol.problems import Problem, Refused

_Respond = Callable[[Resource, Asked], Awaitable[Answer]]


FOR_BROWSERS = {
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "strict-transport-security": "max-age=63072000",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
}
"""Said with every answer, in case it ever comes before a browser or through a store on the way."""

BUSY_SECONDS = 5
"""When to come again where too many wait."""
SILENT_SECONDS = 30
"""How long nothing may come of a body: a line that was cut, or somebody who means to take up all the room."""
_WOUND_UP_SECONDS = 1
"""How seldom that time is begun anew while a body comes: for each piece it would cost more than the piece."""


class Hall:
    """Where requests wait, with room for so many: who finds it full is asked to come again, before a byte is read."""

    def __init__(self, room: int) -> None:
        self._room = room

    @contextmanager
    def entered(self) -> Iterator[None]:
        """Count one more for as long as it is answered. Raises ``Refused``."""
        if not self._room:
            raise Refused(Problem.ENDPOINT_BUSY, retry_after=BUSY_SECONDS)
        self._room -= 1
        try:
            yield
        finally:
            self._room += 1


class Application:
    """The ASGI application: the pages there are, and an answer in our own words where there is none.

    The framework finds the page and no more. What it lays around each page costs as much again as finding it, and
    would answer for faults that the page itself answers for.
    """

    def __init__(self, routes: Sequence[Route]) -> None:
        self._router = Router(routes, redirect_slashes=False)  # what is not on the page does not exist

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        scope["app"] = self  # so that the framework tells what it did not find, and does not answer for it
        try:
            await self._router(scope, receive, send)
        except HTTPException as fault:
            await _refuse(Request(scope), fault)(scope, receive, send)


def create_application(door: Door, address: str, queue: int) -> Application:
    """Return the ASGI application. ``address`` is the one laptops use, when it is not the one asked for; ``queue``
    how many requests are taken in at once.
    """
    hall = Hall(queue)
    turn = CapacityLimiter(door.store.at_once)  # waiting in line here costs less than waiting at the database's lock
    shared = {
        one.path: Together(partial(door.respond_together, one), turn)
        for one in RESOURCES
        if isinstance(one, SharedResource)
    }

    async def respond(resource: Resource, asked: Asked) -> Answer:
        if isinstance(resource, SharedResource):
            return await shared[resource.path].respond(asked)
        return await to_thread.run_sync(door.respond, resource, asked, limiter=turn)

    by_path = groupby(RESOURCES, key=attrgetter("path"))
    pages = [_Page(path, {one.method: one for one in group}, respond, hall, address) for path, group in by_path]
    return Application([_route(page) for page in pages])


@dataclass(frozen=True)
class _Page:
    """All that can be asked at one path, answered whatever happens."""

    path: str
    resources: Mapping[str, Resource]
    respond: _Respond
    hall: Hall
    address: str

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request, began, size = Request(scope, receive), perf_counter(), 0
        resource = self.resources[request.method]
        try:
            with self.hall.entered():
                asked = await _read(request, resource.body_limit, self.address)
                size = len(asked.body)
                answer = await self.respond(resource, asked)
        except Refused as refusal:
            answer = refusal_answer(refusal)
        except Exception as fault:  # noqa: BLE001 a fault of ours is answered too, and its words kept back
            log_fault(fault)
            answer = problem_answer(Problem.ENDPOINT_TROUBLE)
        log_answer(resource.method, self.path, answer, perf_counter() - began, size)
        await _write(answer)(scope, receive, send)


def _route(page: _Page) -> Route:
    route = Route(page.path, page, methods=list(page.resources))
    route.methods = set(page.resources)  # without the HEAD that the framework adds
    route.path_regex = re.compile(route.path_regex.pattern.removesuffix("$") + r"\Z")  # "$" lets a line break follow
    return route


async def _read(request: Request, limit: int, address: str) -> Asked:
    """Return what is asked. Raises ``Refused``, also where a parameter comes twice: two readers might pick either."""
    if len(request.query_params) != len(request.query_params.multi_items()):
        raise Refused(Problem.MALFORMED)
    return Asked(
        method=request.method,
        url=_url(request, address),
        headers=request.headers,
        path=request.path_params,
        query=request.query_params,
        body=await _body(request, limit),
    )


def _url(request: Request, address: str) -> str:
    base = address or f"{request.scope['scheme']}://{request.headers.get('host', '')}"
    raw_path: bytes = request.scope["raw_path"]
    query: bytes = request.scope["query_string"]
    return base + (raw_path + (b"?" + query if query else b"")).decode("latin-1")


async def _body(request: Request, limit: int) -> bytes:
    """Return the whole body; who falls silent in the midst of it gives up their room."""
    pieces, size, loop = list[bytes](), 0, asyncio.get_running_loop()
    wound_up = loop.time()
    try:
        async with asyncio.timeout(SILENT_SECONDS) as silence:
            async for piece in request.stream():
                if loop.time() - wound_up > _WOUND_UP_SECONDS:
                    wound_up = loop.time()
                    silence.reschedule(wound_up + SILENT_SECONDS)
                size += len(piece)
                if size > limit:
                    raise Refused(Problem.TOO_LARGE)
                pieces.append(piece)
    except TimeoutError:
        raise Refused(Problem.ENDPOINT_BUSY, retry_after=BUSY_SECONDS) from None
    except ClientDisconnect:  # the line was cut, or it is not clear where the body ends: no fault of ours
        raise Refused(Problem.MALFORMED) from None
    return b"".join(pieces)


def _write(answer: Answer) -> Response:
    media_type = answer.media_type if answer.body else None
    return Response(answer.body, answer.status, {**FOR_BROWSERS, **answer.headers}, media_type)


def _refuse(request: Request, fault: HTTPException) -> Response:
    wrong_method = fault.status_code == Problem.METHOD_NOT_ALLOWED.status
    answer = problem_answer(Problem.METHOD_NOT_ALLOWED if wrong_method else Problem.NOT_FOUND)
    log_answer(request.method, NO_ROUTE, answer, 0, 0)
    response = _write(answer)
    response.headers.update(fault.headers or {})
    return response
