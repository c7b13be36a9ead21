"""Over two thousand ways to knock wrongly at every route, in every role: none gets through, and none leaves a trace."""

from __future__ import annotations

import asyncio
import json
import logging
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import unquote, urlsplit
from uuid import uuid4

import pytest
from ambleton import Laptop
from knocking import (
    ADMINISTRATORS,
    BADLY,
    COORDINATORS,
    HERE,
    OF_A_BODY,
    ORDERED,
    PIECE,
    SIGNED,
    WITH_A_FACTOR,
    WITH_FAMILIES,
    Indoors,
    Letter,
    enrol_with,
    enrolment,
    indoors,
    invited,
)
from sqlalchemy import select

from authority.office import Office
from endpoint.application import create_application
from endpoint.audit import Action
from endpoint.loglines import JsonLines
from endpoint.resources import RESOURCES, Resource
from endpoint.storage.tables import ACCESSES
from endpoint.visit import Answer, Asked
from protocol.batches import pack_batch
from protocol.codec import encode
from protocol.keeping import Erasure, ErasureWhy, SignedErasure
from protocol.messages import Anchor, SignedAnchor
from protocol.notices import Notice, NoticeState, SignedNotice
from protocol.requests import LENGTH_HEADER, OFFSET_HEADER
from protocol.statements import Kind, public_text

FEWEST = 2000


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def town(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Indoors]:
    """Furnish an endpoint in this process; on PostgreSQL with ``--long``."""
    database = ""
    if request.param == "postgresql":
        if not request.config.getoption("--long"):
            pytest.skip("on PostgreSQL with --long")
        database = request.getfixturevalue("postgresql").new_database()
    made = indoors(tmp_path_factory.mktemp("knocking"), database)
    yield made
    made.door.close()


def code_of(answer: Answer) -> str:
    assert answer.media_type == "application/problem+json", answer.status
    return str(json.loads(answer.body)["type"]).removeprefix("urn:ecaf:problem:")


def may(town: Indoors, laptop: Laptop, resource: Resource) -> str:
    """Return the problem with which somebody in this role is refused a right request; empty where none."""
    route, callers = (resource.method, resource.path), town.callers
    if laptop is callers.revoked and getattr(resource, "reads", False):
        return "device.revoked"
    if laptop is callers.suspended and getattr(resource, "exchanges", False):
        return "account.not_ready"
    alone = (
        (route in COORDINATORS and laptop is not callers.coordinator)
        or (route in ADMINISTRATORS and laptop is not callers.administrator)
        or (route in WITH_A_FACTOR and laptop not in (callers.coordinator, callers.administrator))
        or (route in WITH_FAMILIES and laptop is callers.administrator)
        or (route == ORDERED and laptop is not callers.revoked)
    )
    return "not.found" if alone else ""


def test_no_request_that_is_not_its_devices_gets_through_and_none_leaves_anything(town: Indoors) -> None:
    before, answered = town.contents(), Counter[str]()
    for laptop in town.callers.enrolled.values():
        for resource in SIGNED:
            right = town.right(laptop, resource)
            for how, bend in BADLY.items():
                if how in OF_A_BODY and not right.body:
                    continue
                answer = town.door.respond(resource, bend(right, town))
                assert answer.status == 401, (how, resource.method, resource.path, answer.status)
                answered[code_of(answer)] += 1
    assert answered.total() >= FEWEST, answered
    assert set(answered) == {"signature.missing", "signature.wrong", "device.unknown"}
    assert town.contents() == before


def lines(town: Indoors) -> Counter[tuple[str, str, int]]:
    """Return what is written down of accesses: of which device, what was asked for, what came of it."""
    query = select(ACCESSES.c.device, ACCESSES.c.action, ACCESSES.c.status)
    with town.door.store.transaction() as tx:
        return Counter((row[0], row[1], int(row[2])) for row in tx.connection.execute(query))


def line_of(laptop: Laptop, resource: Resource, answer: Answer) -> tuple[str, str, int]:
    return (laptop.id, str(resource.action), answer.status)


def test_the_same_request_rightly_made_gets_through_once_where_the_role_may_and_is_written_down(town: Indoors) -> None:
    """The control: otherwise a door that is nailed shut would pass for a safe one."""
    through, before, expected = set(), lines(town), Counter[tuple[str, str, int]]()
    for laptop in town.callers.enrolled.values():
        for resource in SIGNED:
            asked = town.right(laptop, resource).asked()
            answer, refused = town.door.respond(resource, asked), may(town, laptop, resource)
            expected[line_of(laptop, resource, answer)] += 1
            if (resource.method, resource.path) == BATCH and not refused:
                expected[laptop.id, Action.ENVELOPE_PUT, 201] += 1  # and of each envelope in it
            where = (resource.method, resource.path, answer.status, answer.body[:200])
            if refused:
                assert code_of(answer) == refused, where
            else:
                assert answer.status in {200, 201, 204}, where
                through.add((resource.method, resource.path))
            assert code_of(town.door.respond(resource, asked)) == "signature.wrong", where  # the nonce is spent
    assert through == {(one.method, one.path) for one in SIGNED}
    assert lines(town) - before == expected


BATCH = ("POST", "/v1/envelopes")
NAME = "Mason Marsh of Weir Lane"
"""What somebody may write where an id belongs."""


def test_no_route_refuses_a_device_without_its_line_and_no_line_says_whom_it_was_about(
    town: Indoors, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "ecaf.endpoint")
    before, expected, letters = lines(town), Counter[tuple[str, str, int]](), list[Letter]()
    for laptop in town.callers.enrolled.values():
        for resource in SIGNED:
            right = town.right(laptop, resource)
            crooked = replace(right, path=dict.fromkeys(right.path, NAME), nonce=right.nonce[::-1])
            emptied = replace(right, body=b'{"given":"Mason Marsh of Weir Lane"}', nonce=right.nonce[1:])
            letters += [*((crooked,) if right.path else ()), *((emptied,) if right.body else ())]
    for letter, (status, _) in zip(letters, _asgi(town, [_whole(letter) for letter in letters]), strict=True):
        assert status in {400, 403, 404, 409, 413, 422}, (letter.resource.method, letter.url)
        expected[letter.laptop.id, str(letter.resource.action), status] += 1
    assert lines(town) - before == expected
    assert {one.action for one in SIGNED if one.body_limit or "{" in one.path} == {Action(one[1]) for one in expected}
    _say_nothing(town, [JsonLines().format(one) for one in caplog.records], expected.total())
    caplog.clear()


def _whole(letter: Letter) -> tuple[str, str, Asked]:
    asked = letter.asked()
    return asked.method, asked.url.removeprefix(HERE), asked


def _say_nothing(town: Indoors, said: list[str], requests: int) -> None:
    """Neither the process's log nor the accesses hold a name; the log holds no id and no key either."""
    assert len(said) == requests  # the control: each request has a line there, too
    laptops = [*town.callers.enrolled.values(), town.callers.stranger]
    secret = {one for laptop in laptops for one in (laptop.id, laptop.reading, public_text(laptop.key))}
    secret |= {*town.own.values(), *town.theirs.values(), town.child, "Mason", "Marsh", "Weir", "Person"}
    assert not [line for line in said for one in secret if one in line]
    with town.door.store.transaction() as tx:
        kept = repr(tx.connection.execute(select(ACCESSES)).all())
    assert not [one for one in ("Mason", "Marsh", "Weir", "Person") if one in kept]


def test_nothing_of_anybody_is_answered_without_a_line() -> None:
    unwritten = {(one.method, one.path) for one in RESOURCES if one.action is None}
    open_to_all = ("/health", "/ready", "/v1/health", "/v1/authority", "/openapi.json")
    assert unwritten == {("GET", path) for path in open_to_all}


SAFE = {"GET", "HEAD"}
WRITTEN_DOWN = ("accesses", "index_looks", "audit_chain")
"""Where it stands that somebody asked, each line for good."""


def test_who_only_asks_changes_nothing_but_the_lines_that_say_so(town: Indoors) -> None:
    """Every route that is asked with GET or HEAD, in every role: all tables are as before, but for the log's lines."""
    before, answered = town.contents(), set()
    for one in [one for one in RESOURCES if one.method in SAFE and one not in SIGNED]:
        asked = Asked(one.method, f"http://ambleton.example{one.path}", {}, {}, {}, b"")
        answered.add((one.method, one.path, town.door.respond(one, asked).status))
    for laptop in town.callers.enrolled.values():
        for resource in [one for one in SIGNED if one.method in SAFE]:
            answer = town.answer(town.right(laptop, resource))
            answered.add((resource.method, resource.path, answer.status))
    well = {(method, path) for method, path, status in answered if status == 200}
    assert well == {(one.method, one.path) for one in RESOURCES if one.method in SAFE}
    after = town.contents()
    assert {name for name in after if after[name] != before[name]} == {*WRITTEN_DOWN, "nonces"}
    assert all(set(before[name]) <= set(after[name]) for name in WRITTEN_DOWN)


def not_hers(town: Indoors, laptop: Laptop, other: Laptop) -> Iterator[tuple[Letter, set[str]]]:
    """Yield well signed requests about what is somebody else's, each with the problems it may come to."""
    envelope, body = other.envelope()
    own, own_body = laptop.envelope()
    yield town.letter(laptop, "PUT", "/v1/envelopes/{id}", body, id=envelope), {"body.unreadable"}
    yield town.letter(laptop, "PUT", "/v1/envelopes/{id}", own_body, id=envelope), {"body.unreadable"}
    yield town.letter(laptop, "PUT", "/v1/envelopes/{id}", own_body[:-1] + b"!", id=own), {"body.unreadable"}
    for kept in (town.own[other.id], town.theirs[other.id], str(uuid4()), "..", "x\0y"):
        yield town.letter(laptop, "GET", "/v1/envelopes/{id}", id=kept), {"not.found"}
    for signer, device in ((laptop, laptop), (other, laptop), (laptop, other)):
        asked = Erasure(str(uuid4()), device.id, (town.own[other.id],), ErasureWhy.ASKED)
        signed = encode(SignedErasure(asked, signer.sign(Kind.ERASURE, asked)))
        problems = {"not.found", "body.unreadable", "request.malformed"}
        yield town.letter(laptop, "PUT", "/v1/erasures/{id}", signed, id=asked.id), problems
        yield town.letter(laptop, "PUT", "/v1/erasures/{id}", signed, id=str(uuid4())), problems
    for signer, device in ((other, laptop), (laptop, other)):
        told = Notice(str(uuid4()), device.id, 1, NoticeState.OPEN, "", "", "", "")
        signed = encode(SignedNotice(told, signer.sign(Kind.NOTICE, told)))
        yield town.letter(laptop, "PUT", "/v1/notices/{episode}", signed, episode=told.episode), {"body.unreadable"}
        anchor = Anchor(device.id, 9, "b" * 64, 1, "a" * 64, continues=True, key="a2V5")
        signed = encode(SignedAnchor(anchor, signer.sign(Kind.ANCHOR, anchor)))
        yield town.letter(laptop, "PUT", "/v1/anchor", signed), {"body.unreadable"}
    for order in town.orders.values():
        if order != town.orders.get(laptop.id):
            made = town.right(other, next(one for one in SIGNED if (one.method, one.path) == ORDERED))
            yield replace(made, laptop=laptop, path={"id": order}), {"body.unreadable"}
    for path in ("looks", "overrides"):
        look = next(one for one in SIGNED if one.path.endswith(path))
        yield replace(town.right(laptop, look), path={"child": str(uuid4())}), {"not.found"}
        yield replace(town.right(laptop, look), path={"child": "../" + town.child}), {"request.malformed"}
    yield town.letter(laptop, "GET", "/v1/services/{sha256}", sha256="x\0y"), {"not.found"}


def test_nobody_gets_at_what_is_somebody_elses_however_well_it_is_signed(town: Indoors) -> None:
    before, tried = _without_lines(town), 0
    laptops = list(town.callers.enrolled.values())
    for laptop, other in zip(laptops, (*laptops[1:], laptops[0]), strict=True):
        for letter, problems in not_hers(town, laptop, other):
            answer, refused = town.answer(letter), may(town, laptop, letter.resource)
            # A role that has no business there is told so first; a body that is not right may be read before.
            allowed = {refused} if refused and refused != "not.found" else {*problems, *filter(None, [refused])}
            assert code_of(answer) in allowed, (letter.resource.method, letter.url, answer.body)
            tried += 1
    assert tried >= 80
    assert _without_lines(town) == before


LINES = {"accesses", "index_looks", "audit_chain", "nonces", "devices", "device_states"}
"""Where a refused request leaves its line, and its nonce."""


def _without_lines(town: Indoors) -> dict[str, list[tuple[object, ...]]]:
    return {name: rows for name, rows in town.contents().items() if name not in LINES}


def test_what_is_listed_and_counted_is_the_askers_own(town: Indoors) -> None:
    priya, desk = town.callers.practitioner, town.callers.coordinator
    foreign = {desk.id, town.own[desk.id], town.callers.suspended.id, town.own[town.callers.suspended.id]}
    for resource in SIGNED:
        if resource.method == "GET" and not resource.path.startswith("/v1/index"):
            body = town.answer(town.right(priya, resource)).body.decode("latin-1")
            assert not [one for one in foreign if one in body], resource.path
    sha256 = town.right(desk, next(one for one in SIGNED if one.method == "PATCH")).path["sha256"]
    assert town.answer(town.letter(desk, "HEAD", "/v1/blobs/{sha256}", sha256=sha256)).headers[OFFSET_HEADER] != "9"
    made = town.letter(priya, "PATCH", "/v1/blobs/{sha256}", PIECE[9:], sha256=sha256)
    made = replace(made, headers={OFFSET_HEADER: "9", LENGTH_HEADER: str(len(PIECE))})
    assert code_of(town.answer(made)) == "blob.offset"


def test_a_batch_keeps_nothing_that_another_sealed(town: Indoors) -> None:
    priya, desk = town.callers.practitioner, town.callers.coordinator
    hers, other = priya.envelope(), desk.envelope()
    answer = town.answer(town.letter(priya, "POST", "/v1/envelopes", pack_batch((hers[1], other[1]))))
    assert [one["status"] for one in json.loads(answer.body)["verdicts"]] == [201, 422]


def test_an_assessment_or_a_notice_is_nobody_elses_to_change(town: Indoors) -> None:
    priya, episode = town.callers.practitioner, town.own["caf"]
    note = town.right(priya, next(one for one in SIGNED if one.path.startswith("/v1/index/cafs")))
    assert code_of(town.answer(replace(note, path={"episode": episode}))) == "notice.different"
    told = Notice(episode, priya.id, 3, NoticeState.CLOSED, "", "", "", "")
    signed = encode(SignedNotice(told, priya.sign(Kind.NOTICE, told)))
    letter = town.letter(priya, "PUT", "/v1/notices/{episode}", signed, episode=episode)
    assert code_of(town.answer(letter)) == "notice.different"


def test_no_laptop_is_enrolled_by_another_authority_twice_or_with_other_keys(town: Indoors, tmp_path: Any) -> None:
    elsewhere = Office.create(tmp_path / "elsewhere", name="Ambleton", code="E06000099", practice=True)
    code, _ = elsewhere.invite(name="Mallory", job="Health visitor", agency="Ambleton 0-19", role="coordinator")
    stranger = Laptop(HERE)
    assert code_of(enrol_with(town.door, enrolment(stranger, code))) == "invitation.wrong"
    good, _ = invited(town.office, town.door, "Not vouched for", "practitioner")
    mine = enrolment(stranger, good)
    assert code_of(enrol_with(town.door, mine)) == "account.not_ready"
    swapped = enrolment(Laptop(HERE), good)
    forged = type(mine)(swapped.keys, mine.signature)
    assert enrol_with(town.door, forged).status in {401, 403, 422}
    again = enrolment(Laptop(HERE, id=town.callers.practitioner.id), good)
    assert enrol_with(town.door, again).status in {403, 409}


METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get", "PROPFIND", "")
TRICKS = (
    "{}/",
    "/{}",
    "{}//",
    "{}%00",
    "{}%2f..",
    "/x/..{}",
    "{};x",
    "{}.json",
    "{}%0a",
    "{}/%2e%2e/%2e%2e/openapi.json",
)


def _asgi(town: Indoors, requests: list[tuple[str, str, Asked | None]]) -> list[tuple[int, dict[str, str]]]:
    """Send requests through the web framework, with no network; return status and header lines of each answer."""
    application = create_application(town.door, HERE, 8)

    async def one(method: str, raw: str, asked: Asked | None) -> tuple[int, dict[str, str]]:
        headers = [(b"host", b"ambleton.example")]
        headers += [(k.encode(), v.encode()) for k, v in (asked.headers.items() if asked else ())]
        path, _, query = raw.partition("?")
        scope = {"type": "http", "method": method, "path": unquote(path), "raw_path": path.encode()}
        scope |= {"query_string": query.encode()}
        scope |= {"headers": headers, "root_path": "", "scheme": "http", "http_version": "1.1"}
        sent: list[Any] = []

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": asked.body if asked else b"", "more_body": False}

        async def send(message: Any) -> None:
            sent.append(message)

        await application(scope, receive, send)
        return int(sent[0]["status"]), {k.decode().lower(): v.decode() for k, v in sent[0]["headers"]}

    async def each() -> list[tuple[int, dict[str, str]]]:
        return [await one(*request) for request in requests]

    return asyncio.run(each())


def test_no_other_method_and_no_crooked_path_is_a_way_in(town: Indoors) -> None:
    known = {(one.method, one.path) for one in RESOURCES}
    paths = sorted({path for _, path in known})
    plain = {path: path.replace("{", "").replace("}", "") for path in paths}
    wrong = [(method, plain[path], None) for path in paths for method in METHODS if (method, path) not in known]
    crooked = [("GET", trick.format(plain[path]), None) for path in paths for trick in TRICKS]
    statuses = [status for status, _ in _asgi(town, [*wrong, *crooked])]
    assert set(statuses[: len(wrong)]) == {405}
    assert set(statuses[len(wrong) :]) <= {401, 404, 405}
    assert len(statuses) >= 400
    letter = town.right(town.callers.practitioner, next(one for one in SIGNED if one.path == "/v1/lease"))
    assert _asgi(town, [("GET", "/v1/lease", letter.asked())])[0][0] == 200  # the control


def test_every_answer_says_what_it_is_and_that_nobody_is_to_keep_frame_or_run_it(town: Indoors) -> None:
    routes = {one.path: town.right(town.callers.coordinator, one).asked() for one in SIGNED if one.method == "GET"}
    paths = {path: urlsplit(asked.url).path for path, asked in routes.items()}
    open_ones = [("GET", one.path, None) for one in RESOURCES if one.path not in routes and one.method == "GET"]
    signed = [("GET", paths[path], asked) for path, asked in routes.items()]
    answers = _asgi(town, [*open_ones, *signed, ("GET", "/nowhere", None), ("PUT", "/v1/lease", None)])
    assert {status for status, _ in answers} >= {200, 404, 405}
    kinds = {"application/json", "application/problem+json", "application/octet-stream"}
    for status, lines in answers:
        assert lines["content-type"] in kinds, status
        assert lines["cache-control"] == "no-store"
        assert lines["x-content-type-options"] == "nosniff"
        assert lines["strict-transport-security"] == "max-age=63072000"
        assert "frame-ancestors 'none'" in lines["content-security-policy"]
        assert "access-control-allow-origin" not in lines
