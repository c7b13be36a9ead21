"""A second open assessment of a child is held and told, never refused; what the endpoint hears is what was shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from ambleton import Town
from couriers import Courier, over_the_network
from larkrise import MASON, Laptop
from msgspec.structs import replace as changed

from app.domain.earlier import Check
from app.domain.ids import EpisodeId
from app.operations.earlier import check_here
from app.operations.families import decide, erase_child
from app.operations.noticing import Elsewhere, NothingToTell, WhatGoes, tell, told_elsewhere, what_goes
from app.operations.policy import own_policy
from app.storage import audit, episodes, notices
from app.sync.client import EndpointClient, EndpointRefused
from app.sync.engine import Engine
from app.sync.lookingup import settle, settled_pairs
from app.sync.noticing import ask_again_what_is_held, held_with
from app.sync.status import Reach
from app.ui.shell.asking import found_out, notice_shown
from protocol.childindex import FoundOut, FoundOuts, Settled, SettledHow
from protocol.codec import decode, encode
from protocol.notices import NoticeAnswer, SignedNotice
from protocol.problems import Problem

TELLS = changed(own_policy(), tells_of_open_assessments=True)


class Overhears(EndpointClient):
    """A cable on which somebody writes down what is told of a child."""

    heard: list[bytes]

    def put_notice(self, signed: SignedNotice) -> NoticeAnswer:
        """Bring it, and keep what was said."""
        self.heard.append(msgspec.json.encode(signed.notice))
        return super().put_notice(signed)


class Older(EndpointClient):
    """A cable to an endpoint that knows nothing of notices."""

    def put_notice(self, signed: SignedNotice) -> NoticeAnswer:  # noqa: ARG002 - the client's own
        """Refuse, as what does not know a request does."""
        raise EndpointRefused(Problem.NOT_FOUND)


class Deaf(EndpointClient):
    """A cable to an endpoint that does not tell what was found out."""

    def found_out(self) -> FoundOuts:
        """Refuse, as what does not know a request does."""
        raise EndpointRefused(Problem.METHOD_NOT_ALLOWED)


@pytest.fixture
def author_of(
    ambleton_running: Town, tmp_path: Path, closing: Callable[[Courier], Courier]
) -> Callable[[str, str], Courier]:
    """Give a way to have a practitioner who has begun an assessment of Mason, under this family name."""

    def one(name: str, family: str) -> Courier:
        laptop = Laptop.new(tmp_path / name, over_the_network(ambleton_running, "practitioner", name))
        laptop.workplace = replace(laptop.workplace, policy=TELLS)
        visit = laptop.visit()
        visit.start()
        visit.write({**MASON, "id.family": family})
        return Courier.of(ambleton_running, laptop, visit)

    return lambda name, family: closing(one(name, family))


def episode_of(author: Courier) -> EpisodeId:
    return author.visits[0].episode


def told(author: Courier) -> WhatGoes:
    goes = author.ask(lambda tx: what_goes(tx, author.workplace, episode_of(author)))
    assert goes is not None
    author.ask(lambda tx: tell(tx, author.workplace, episode_of(author), goes))
    return goes


def known(author: Courier) -> Elsewhere:
    return author.ask(lambda tx: told_elsewhere(tx, episode_of(author))).elsewhere


def test_a_second_one_is_held_for_both_authors_and_shown_at_the_desk(
    author_of: Callable[[str, str], Courier], priya: Courier
) -> None:
    jo, sam = author_of("Jo Whitfield", "Reid-Held"), author_of("Sam Okoro", "REID held")
    assert known(jo) is Elsewhere.NOT_ASKED
    with pytest.raises(EndpointRefused, match="nothing like that"):
        jo.cable(EndpointClient).held_open()
    cable = jo.cable(Overhears)
    cable.heard = []
    goes = told(jo)
    assert known(jo) is Elsewhere.NOT_CHECKED
    jo.round(cable)
    assert known(jo) is Elsewhere.NOT_HELD
    (said,) = cable.heard
    words = msgspec.json.decode(said)
    assert {key: words[key] for key in ("given", "family", "born", "postcode")} == {
        "given": goes.given,
        "family": goes.family,
        "born": goes.born,
        "postcode": "",
    }
    told(sam)
    assert sam.round().changed
    assert known(sam) is Elsewhere.HELD
    jo.watch.wait(hours=25)
    jo.round()
    assert known(jo) is Elsewhere.HELD
    desk = Engine(
        priya.thread,
        priya.cable(EndpointClient),
        reader=priya.workplace,
        clock=priya.watch,
        random=jo.engine()._random,
        hears_held=True,
    )
    assert desk.run_round().changed
    assert priya.ask(lambda tx: held_with(tx, episode_of(jo))) == (episode_of(sam),)
    _settled_and_opened_again(jo, sam, priya, desk)
    assert all(one.ask(audit.verify) is None for one in (jo, sam))


def _settled_and_opened_again(jo: Courier, sam: Courier, priya: Courier, desk: Engine) -> None:
    """Have the desk bring the two together: both hear of it at their next round, and that it is opened again."""
    one, other = episode_of(jo), episode_of(sam)
    assert not jo.round().changed
    settle(desk.client, one, Settled(other, SettledHow.JOINED, family_agreed=True, goes_on=one))
    assert jo.round(jo.cable(Deaf)).status.reach is Reach.REACHED
    assert known(jo) is Elsewhere.HELD
    assert jo.round().changed
    assert sam.round().changed
    assert [found_out(found(each))[1].split(".")[0] for each in (jo, sam)] == [
        "This assessment goes on",
        "The other assessment goes on",
    ]
    jo.watch.wait(hours=25)
    jo.round()
    assert known(jo) is Elsewhere.SETTLED
    checks = [each.ask(lambda tx, each=each: check_here(tx, each.workplace, episode_of(each))) for each in (jo, sam)]  # type: ignore[misc]
    assert checks == [Check.NONE_FOUND, Check.OPEN_ELSEWHERE]
    shown = notice_shown(None, jo.ask(lambda tx: told_elsewhere(tx, one)))
    assert shown.known.startswith("Your coordinator has brought the two of you together")
    assert "Settled at" in shown.known
    priya.ask(ask_again_what_is_held)
    assert desk.run_round().changed
    assert priya.ask(lambda tx: held_with(tx, one)) == ()
    (pair,) = [each for each in settled_pairs(desk.client).pairs if one in {each.one.episode, each.other.episode}]
    assert (pair.how, pair.goes_on) == (SettledHow.JOINED, one)
    settle(desk.client, other, Settled(one, SettledHow.OPEN, family_agreed=False))
    assert jo.round().changed
    assert known(jo) is Elsewhere.HELD
    assert not jo.round().changed


def found(author: Courier) -> FoundOut:
    said = author.ask(lambda tx: told_elsewhere(tx, episode_of(author))).found
    assert said is not None
    return said


class Strict(EndpointClient):
    """A cable to an endpoint that does not know who goes on."""

    heard: list[Settled]

    def ask(self, method: str, path: str, most: int, body: bytes | None = None) -> bytes:
        """Refuse what it does not know, and say the rest back."""
        assert (method, path, most > 0) == ("PUT", "/v1/index/held/e1", True)
        said = decode(body or b"", Settled)
        self.heard.append(said)
        if said.goes_on:
            raise EndpointRefused(Problem.MALFORMED)
        return body or b""


def test_at_an_endpoint_of_before_it_is_settled_without_who_goes_on(jo: Courier) -> None:
    cable = jo.cable(Strict)
    cable.heard = []
    said = Settled("e2", SettledHow.JOINED, family_agreed=True, goes_on="e1")
    assert settle(cable, "e1", said) == changed(said, goes_on="")
    assert b"goes_on" not in encode(changed(said, goes_on=""))
    assert [one.goes_on for one in cable.heard] == ["e1", ""]


def test_it_is_taken_back_where_a_young_person_decides_alone_and_when_a_child_is_erased(
    author_of: Callable[[str, str], Courier],
) -> None:
    jo, sam = author_of("Jo Whitfield", "Reid-Back"), author_of("Sam Okoro", "Reid-Alone")
    for one in (jo, sam):
        told(one)
        one.round()
    sam.ask(lambda tx: decide(tx, sam.workplace, episode_of(sam), young_person=True))
    assert "Reid-Alone" not in str(sam.ask(notices.all_kept))
    assert known(sam) is Elsewhere.NOT_ASKED
    sam.round()
    assert sam.ask(notices.all_kept) == {}
    kept = jo.ask(lambda tx: episodes.get(tx, episode_of(jo)))
    assert kept is not None
    jo.ask(lambda tx: erase_child(tx, jo.workplace, kept.child))
    assert "Reid-Back" not in str(jo.ask(notices.all_kept))
    jo.round()
    assert jo.ask(notices.all_kept) == {}


def test_nothing_goes_that_was_not_shown_or_may_not_be_told(author_of: Callable[[str, str], Courier]) -> None:
    jo = author_of("Jo Whitfield", "Reid-Shown")
    goes = jo.ask(lambda tx: what_goes(tx, jo.workplace, episode_of(jo)))
    assert goes is not None
    with pytest.raises(NothingToTell):
        jo.ask(lambda tx: tell(tx, jo.workplace, episode_of(jo), replace(goes, family="Reed")))
    quiet = replace(jo.workplace, policy=own_policy())
    assert jo.ask(lambda tx: what_goes(tx, quiet, episode_of(jo))) is None
    jo.ask(lambda tx: episodes.set_restricted(tx, episode_of(jo), restricted=True))
    with pytest.raises(NothingToTell):
        jo.ask(lambda tx: tell(tx, jo.workplace, episode_of(jo), goes))
    assert jo.ask(notices.all_kept) == {}


def test_with_an_older_endpoint_it_stays_not_checked_and_all_else_goes_on(
    author_of: Callable[[str, str], Courier],
) -> None:
    jo = author_of("Jo Whitfield", "Okonkwo")
    told(jo)
    assert jo.round(jo.cable(Older)).status.trouble == ""
    assert known(jo) is Elsewhere.NOT_CHECKED
    jo.round()
    assert known(jo) is Elsewhere.NOT_HELD
