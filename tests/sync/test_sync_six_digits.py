"""A desk from which six digits are asked: it sends and hears all else, and fetches once they were given."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from ambleton import Laptop, Town, serving
from couriers import Courier, coordinator
from larkrise import new_office

from app.storage import sync_state
from app.storage.inbox import PUT_ASIDE
from app.sync.client import EndpointClient, EndpointRefused
from app.sync.fetching import step_for
from app.sync.noticing import HELD, hear_held
from app.sync.proving import NotProved, factor_standing, fresh_secret, give_digits, said_of
from app.sync.status import Reach
from app.sync.troubles import ComeAgain, Unreachable
from endpoint.office import set_up
from endpoint.secondfactor import code_of, step_at
from endpoint.settings import Settings
from protocol.envelope import unpack
from protocol.problems import Problem


@pytest.fixture(scope="module")
def asking_town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """Run an endpoint that asks its coordinators for six digits."""
    folder = tmp_path_factory.mktemp("asking")
    office = new_office(folder / "office")
    set_up(Settings(folder / "endpoint"), office.for_the_endpoint)
    file = folder / "endpoint.toml"
    file.write_text('factor = "coordinator"\n')
    with serving(folder / "endpoint", "--config", str(file)) as (address, _):
        yield Town(office, folder / "endpoint", address)


class Shuts(EndpointClient):
    """A cable on which the proof of this laptop ends between the list and what is on it."""

    def get(self, _envelope_id: str) -> bytes:
        """Fetch it, and be asked for digits."""
        raise EndpointRefused(Problem.FACTOR_NEEDED)


def test_a_desk_fetches_once_the_digits_were_given_and_forgets_nothing_before(
    asking_town: Town, tmp_path: Path, closing: Callable[[Courier], Courier]
) -> None:
    priya = closing(coordinator(asking_town, tmp_path / "priya"))
    released = asking_town.enrolled().send(priya.workplace.device)
    priya.ask(lambda tx: sync_state.write(tx, HELD, '[["e1", "e2"]]'))
    shut = priya.round()
    assert (shut.status.reach, shut.status.asks_digits, shut.status.trouble) == (Reach.REACHED, True, "")
    assert priya.ask(lambda tx: sync_state.read(tx, PUT_ASIDE)) is None
    with priya.cable(EndpointClient) as cable:
        with pytest.raises(EndpointRefused):
            hear_held(priya.thread, cable, priya.workplace.clock)
        assert priya.ask(lambda tx: sync_state.read(tx, HELD)) == '[["e1", "e2"]]'
        assert not factor_standing(cable).set_up
        header = unpack(Laptop(asking_town.address).envelope()[1])[0].header
        with pytest.raises(EndpointRefused):  # it is not put aside as one that is not right
            step_for(header, priya.cable(Shuts), priya.workplace, priya.workplace.clock.now())
        secret = base64.b32decode(fresh_secret(cable).secret)
        assert give_digits(cable, code_of(secret, step_at(datetime.now(UTC)))).until
    opened = priya.round()
    assert (opened.status.reach, opened.status.asks_digits) == (Reach.REACHED, False)
    assert released in str(priya.ask(lambda tx: sync_state.read(tx, PUT_ASIDE)))  # fetched, and found to be no record


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (EndpointRefused(Problem.FACTOR_WRONG), "wait for the next ones"),
        (EndpointRefused(Problem.FACTOR_SET_UP), "its key is not shown again"),
        (EndpointRefused(Problem.NOT_FOUND), "No phone is linked yet"),
        (ComeAgain(31), "in 31 seconds"),
        (ComeAgain(60), "in a minute"),
        (ComeAgain(61), "in 2 minutes"),
        (Unreachable(), "no connection"),
    ],
)
def test_what_went_wrong_is_said_with_what_to_do_and_that_her_work_goes_on(fault: Exception, words: str) -> None:
    said = said_of(fault)
    assert isinstance(said, NotProved)
    assert words in said.sentences()
    assert "Your own work goes on" in said.sentences()
    mistake = KeyError()
    assert said_of(mistake) is mistake
