"""The web framework's only room: bytes from the wire to the door and back; nothing is decided here."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import groupby
from operator import attrgetter
from time import perf_counter

from anyio import CapacityLimiter, to_thread
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

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


def create_application(door: Door, address: str, queue: int) -> Starlette:
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
    routes = [_route(path, {one.method: one for one in group}, respond, hall, address) for path, group in by_path]
    application = Starlette(routes=routes, exception_handlers={HTTPException: _refuse, Exception: _apologise})
    application.router.redirect_slashes = False  # what is not on the page does not exist, one stroke more included
    return application


def _route(path: str, resources: dict[str, Resource], respond: _Respond, hall: Hall, address: str) -> Route:
    async def page(request: Request) -> Response:
        resource, began, size = resources[request.method], perf_counter(), 0
        try:
            with hall.entered():
                asked = await _read(request, resource.body_limit, address)
                size = len(asked.body)
                answer = await respond(resource, asked)
        except Refused as refusal:
            answer = refusal_answer(refusal)
        log_answer(resource.method, path, answer.status, perf_counter() - began, size)
        return _write(answer)

    route = Route(path, page, methods=list(resources))
    route.methods = set(resources)  # without the HEAD that the framework adds
    route.path_regex = re.compile(route.path_regex.pattern.removesuffix("$") + r"\Z")  # "$" lets a line break follow
    return route


async def _read(request: Request, limit: int, address: str) -> Asked:
    return Asked(
        method=request.method,
        url=_url(request, address),
        headers=request.headers,
        path=request.path_params,
        query=request.query_params,
        body=await _body(request, limit),
    )


def _url(request: Request, address: str) -> str:
    base = address or f"{request.url.scheme}://{request.headers.get('host', '')}"
    raw_path: bytes = request.scope["raw_path"]
    query: bytes = request.scope["query_string"]
    return base + (raw_path + (b"?" + query if query else b"")).decode("latin-1")


async def _body(request: Request, limit: int) -> bytes:
    """Return the whole body; who falls silent in the midst of it gives up their room."""
    pieces, size, loop = list[bytes](), 0, asyncio.get_running_loop()
    try:
        async with asyncio.timeout(SILENT_SECONDS) as silence:
            async for piece in request.stream():
                silence.reschedule(loop.time() + SILENT_SECONDS)
                size += len(piece)
                if size > limit:
                    raise Refused(Problem.TOO_LARGE)
                pieces.append(piece)
    except TimeoutError:
        raise Refused(Problem.ENDPOINT_BUSY, retry_after=BUSY_SECONDS) from None
    return b"".join(pieces)


def _write(answer: Answer) -> Response:
    media_type = answer.media_type if answer.body else None
    return Response(answer.body, answer.status, {**FOR_BROWSERS, **answer.headers}, media_type)


async def _refuse(request: Request, fault: Exception) -> Response:
    wrong_method = isinstance(fault, HTTPException) and fault.status_code == Problem.METHOD_NOT_ALLOWED.status
    answer = problem_answer(Problem.METHOD_NOT_ALLOWED if wrong_method else Problem.NOT_FOUND)
    log_answer(request.method, NO_ROUTE, answer.status, 0, 0)
    response = _write(answer)
    if isinstance(fault, HTTPException):
        response.headers.update(fault.headers or {})
    return response


async def _apologise(_request: Request, fault: Exception) -> Response:
    log_fault(fault)
    return _write(problem_answer(Problem.ENDPOINT_TROUBLE))
