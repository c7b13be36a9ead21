"""An endpoint that is told to stop does, even when nobody asks it anything any more."""

from __future__ import annotations

import asyncio
import signal
import threading

from endpoint.server import _listen_to


def test_a_signal_is_heard_by_a_loop_that_sleeps_whichever_thread_it_reaches() -> None:
    def tell() -> None:
        signal.pthread_kill(threading.get_ident(), signal.SIGUSR1)

    async def sleep_until_told() -> None:
        told = asyncio.Event()
        _listen_to(signal.SIGUSR1, asyncio.get_running_loop(), told.set)
        threading.Timer(0.05, tell).start()
        await asyncio.wait_for(told.wait(), 20)

    asyncio.run(sleep_until_told())
