"""One part of a round that comes to grief at the endpoint holds up no other: all else is sent, heard and held on to."""

from __future__ import annotations

from typing import Any

import pytest
from couriers import Courier

from app.operations.erasing import AskedBy, ask_erasure, erasure_asked
from app.operations.noticing import Elsewhere, told_elsewhere
from app.storage import notices
from app.storage.notices import KeptNotice
from app.sync.client import AnswerUnreadable, EndpointClient, EndpointTrouble
from app.sync.status import Reach
from app.ui.shell.askingerased import erasure_words
from protocol.codec import encode
from protocol.keeping import ErasureWhy
from protocol.notices import Notice, NoticeState, SignedNotice
from protocol.statements import Kind, sign

FAULTS = (EndpointTrouble, AnswerUnreadable)


def breaking(jo: Courier, part: str, fault: type[Exception]) -> EndpointClient:
    """Return a cable on which one question never has an answer that can be used; it counts the anchors."""

    class Breaks(EndpointClient):
        anchors = 0

        def put_anchor(self, *given: Any, **named: Any) -> None:
            """Bring it, counted."""
            self.anchors += 1
            super().put_anchor(*given, **named)

    cable: EndpointClient = jo.cable(Breaks)

    def breaks(*_given: object) -> None:
        raise fault

    setattr(cable, part, breaks)
    return cable


def went_on(jo: Courier, cable: EndpointClient) -> None:
    done = jo.round(cable)
    assert (done.status.reach, done.status.trouble) == (Reach.REACHED, "")
    assert vars(cable).get("anchors", 0) == 1


@pytest.mark.parametrize("fault", FAULTS)
def test_a_directory_that_cannot_be_had(jo: Courier, fault: type[Exception]) -> None:
    went_on(jo, breaking(jo, "services", fault))
    assert set(jo.states()) == {"received"}


@pytest.mark.parametrize("fault", FAULTS)
def test_an_erasure_that_is_not_answered(jo: Courier, fault: type[Exception]) -> None:
    episode = jo.visits[0].episode
    jo.ask(lambda tx: ask_erasure(tx, jo.workplace, episode, AskedBy.PARENT, ErasureWhy.ASKED))
    went_on(jo, breaking(jo, "erase", fault))
    said = erasure_words(jo.ask(lambda tx: erasure_asked(tx, episode)), "Ambleton")
    assert said.startswith("It could not be erased yet.")
    jo.round()
    said = erasure_words(jo.ask(lambda tx: erasure_asked(tx, episode)), "Ambleton")
    assert said.startswith("Ambleton erased every copy for ever")


@pytest.mark.parametrize("fault", FAULTS)
def test_a_notice_that_is_not_answered(jo: Courier, fault: type[Exception]) -> None:
    episode, workplace = jo.visits[0].episode, jo.workplace
    said = Notice(episode, workplace.device, 1, NoticeState.OPEN, "Ngozi", "Fernsby", "2016-02-11", "")
    signed = SignedNotice(said, sign(Kind.NOTICE, said, workplace.secrets.signing))
    jo.ask(lambda tx: notices.keep(tx, episode, KeptNotice(encode(signed).decode(), workplace.clock.now())))
    went_on(jo, breaking(jo, "put_notice", fault))
    assert jo.ask(lambda tx: told_elsewhere(tx, episode)).elsewhere is Elsewhere.NOT_CHECKED
    jo.round()
    assert jo.ask(lambda tx: told_elsewhere(tx, episode)).elsewhere is not Elsewhere.NOT_CHECKED
