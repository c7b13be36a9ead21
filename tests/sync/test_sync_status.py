"""Where sending stands, in words that are true: with and without a connection, with something waiting, and in short."""

from __future__ import annotations

import pytest

from app.sync.status import Reach, SyncStatus


@pytest.mark.parametrize("reach", list(Reach))
@pytest.mark.parametrize("waiting", [0, 2])
@pytest.mark.parametrize("set_aside", [0, 1])
def test_it_never_says_that_nothing_waits_while_something_does(reach: Reach, waiting: int, set_aside: int) -> None:
    status = SyncStatus(reach, waiting, set_aside)
    for words in (status.words(), status.in_short()):
        assert words
        if waiting or set_aside:
            assert "othing waiting" not in words
        assert "received" not in words
    assert (str(waiting) in status.words()) is bool(waiting)


def test_no_connection_and_trouble_are_told_apart_from_being_reached() -> None:
    said = {reach: SyncStatus(reach, 2).words() for reach in (Reach.REACHED, Reach.NO_CONNECTION, Reach.TROUBLE)}
    assert said == {
        Reach.REACHED: "2 waiting to be sent",
        Reach.NO_CONNECTION: "No connection · 2 waiting to be sent",
        Reach.TROUBLE: "Connection trouble · 2 waiting to be sent",
    }
    assert SyncStatus(Reach.TROUBLE).words() == "Connection trouble · nothing waiting"


def test_what_could_not_be_sent_comes_first() -> None:
    assert SyncStatus(Reach.REACHED, waiting=3, set_aside=1).words() == "1 could not be sent · 3 waiting"
