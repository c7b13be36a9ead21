"""An erasure asked for on the page reaches every copy that can be reached, once, and its answer is told in words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from ambleton import Town
from couriers import Courier, author

from app.domain.ids import EpisodeId
from app.operations.erasing import AskedBy, NothingToErase, ask_erasure, erasure_asked, would_erase
from app.operations.safekeeping import prepare
from app.operations.whereabouts import whereabouts
from app.operations.withdrawing import take_back
from app.storage import audit, audit_lines, erased, inbox, unsent
from app.storage.audit import Act
from app.storage.outbox import OutboxKind, OutboxState
from app.sync.client import EndpointClient, EndpointRefused, Unreachable
from app.ui.shell.askingerased import erase_shown, erasure_words
from app.ui.shell.wherewords import short_words
from protocol.keeping import ErasedList, ErasureWhy, SignedErasure
from protocol.messages import WithdrawalWhy
from protocol.problems import Problem


class Forgets(EndpointClient):
    """A cable on which an erasure arrives and its answer is lost."""

    def erase(self, signed: SignedErasure) -> ErasedList:
        """Ask, and hear nothing."""
        super().erase(signed)
        raise Unreachable


class Refuses(EndpointClient):
    """A cable to an endpoint that erases nothing."""

    said = Problem.NOT_FOUND

    def erase(self, signed: SignedErasure) -> ErasedList:  # noqa: ARG002 - the client's own
        """Refuse."""
        raise EndpointRefused(self.said)


def ask(jo: Courier) -> EpisodeId:
    episode = jo.visits[0].episode
    jo.ask(lambda tx: ask_erasure(tx, jo.workplace, episode, AskedBy.PARENT, ErasureWhy.ASKED))
    return episode


def words(jo: Courier, episode: EpisodeId) -> str:
    return erasure_words(jo.ask(lambda tx: erasure_asked(tx, episode)), "Ambleton")


def test_every_copy_is_erased_once_whatever_the_line_does_and_its_answer_is_told(jo: Courier, priya: Courier) -> None:
    jo.round()
    priya.round()
    released, kept = jo.of_kind(OutboxKind.RELEASED), jo.of_kind(OutboxKind.KEPT)
    found = jo.ask(lambda tx: would_erase(tx, jo.visits[0].episode))
    assert found is not None
    assert (found.at_authority, found.waiting) == (2, 0)
    assert erase_shown(found, "Ambleton").goes[0].startswith("Ambleton: 2 sealed copies")
    episode = ask(jo)
    assert words(jo, episode).startswith("Asked at ")
    jo.round(jo.cable(Forgets))
    assert words(jo, episode).startswith("Asked at ")
    assert jo.round().changed
    assert words(jo, episode).startswith("Ambleton erased every copy for ever at ")
    for row in (released, kept):
        assert jo.row(row.envelope).state is OutboxState.VOIDED
        assert not jo.sealed_file(row).exists()
        with pytest.raises(EndpointRefused):
            jo.cable(EndpointClient).get(row.envelope)
    before = priya.ask(erased.from_desk)
    priya.round()
    assert priya.ask(erased.from_desk) == before + 1
    assert released.envelope not in {row.envelope for row in priya.ask(inbox.list_all)}
    assert short_words(jo.ask(lambda tx: whereabouts(tx, episode))) == "Erased at the authority"
    assert jo.ask(unsent.finished) == []
    with pytest.raises(NothingToErase):
        ask(jo)
    acts = [line.act for line in jo.ask(audit_lines.lines)]
    assert acts.count(Act.ERASURE_ASKED) == 1
    assert acts.count(Act.ERASED) == 2
    assert jo.ask(audit.verify) is None


def test_what_waits_never_goes_and_no_id_of_it_is_ever_taken(jo: Courier) -> None:
    released = jo.of_kind(OutboxKind.RELEASED)
    body = jo.sealed_file(released).read_bytes()
    episode = ask(jo)
    assert jo.states() == ["voided", "voided"]
    refusing = jo.cable(Refuses)
    jo.round(refusing)
    assert words(jo, episode).startswith("Asked at ")
    refusing.said = Problem.UNREADABLE
    jo.round(refusing)
    assert words(jo, episode).startswith("It could not be erased yet.")
    jo.round()
    assert words(jo, episode).startswith("Ambleton erased every copy")
    assert jo.ask(lambda tx: prepare(tx, jo.workplace)) == ()
    assert jo.states() == ["voided", "voided"]
    with pytest.raises(EndpointRefused) as refused:
        jo.cable(EndpointClient).put(body, released.envelope)
    assert refused.value.problem is Problem.ENVELOPE_ERASED


def test_what_takes_a_release_back_goes_before_the_erasure(
    ambleton_running: Town, tmp_path: Path, closing: Callable[[Courier], Courier]
) -> None:
    jo = closing(author(ambleton_running, tmp_path / "jo"))
    jo.round()
    episode = jo.visits[0].episode
    jo.ask(lambda tx: take_back(tx, jo.workplace, episode, WithdrawalWhy.WITHDRAWN))
    ask(jo)
    jo.round(jo.cable(Forgets))
    assert jo.of_kind(OutboxKind.WITHDRAWAL).state is OutboxState.RECEIVED
    assert words(jo, episode).startswith("Asked at ")
