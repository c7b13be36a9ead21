"""What is heard is dealt with while the next goes out: in its order, one ahead at most, and no trouble is lost."""

from __future__ import annotations

import threading

import pytest

from app.storage.troubles import VaultLocked
from app.sync.beside import Beside


def test_things_are_done_in_their_order_and_all_of_them_before_it_ends() -> None:
    done: list[int] = []
    with Beside() as beside:
        for number in range(9):
            beside.do(lambda number=number: done.append(number))  # type: ignore[misc]
            assert len(done) >= number  # the one before is over
    assert done == list(range(9))


def test_whoever_asks_goes_on_meanwhile() -> None:
    may_end = threading.Event()

    def waits() -> None:
        assert may_end.wait(20)

    with Beside() as beside:
        beside.do(waits)
        may_end.set()  # this would never come to pass if it were waited for


def locked() -> None:
    raise VaultLocked


def test_what_went_wrong_is_raised_before_the_next_or_at_the_end() -> None:
    with Beside() as beside:
        beside.do(locked)
        with pytest.raises(VaultLocked):
            beside.do(lambda: None)
    with pytest.raises(VaultLocked), Beside() as beside:
        beside.do(locked)


def test_a_line_that_broke_off_is_told_before_anything_else() -> None:
    def break_off() -> None:
        with Beside() as beside:
            beside.do(locked)
            raise ConnectionError

    with pytest.raises(ConnectionError):
        break_off()
