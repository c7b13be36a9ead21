"""Sealed submissions with a durable commit, beside a bare handler that makes the same durable insert."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import Comparison, Result, Sample, compare
from benchmarks.wire import CONNECTIONS, Request, Sender, bare, databases, send_all, serving, spent

_SIZE = 30_000
_A_TURN, _A_QUICK_TURN = 200, CONNECTIONS


def measure(folder: Path, *, quick: bool) -> Iterator[Result]:
    """Yield a result for each database; ``quick`` is for seeing that this still runs."""
    with databases(folder) as found:
        for kind, (ours, floor) in found.items():
            with serving(folder / kind, ours) as sender, bare(floor) as running:
                yield _measured(kind, sender, running, quick=quick)


def _measured(kind: str, sender: Sender, running: tuple[str, int], *, quick: bool) -> Result:
    times = _A_QUICK_TURN if quick else _A_TURN
    comparison = Comparison(
        f"submit-{kind.lower()}",
        f"A sealed submission of 30 kB, on {kind}",
        f"a PUT over one of {CONNECTIONS} connections: signature and envelope verified, nonce spent, access written, "
        "receipt signed, all of it in one durable commit",
        f"a PUT of the same bytes over the same client to a bare handler: one row in {kind}, one durable commit",
        budget=2.0,
    )
    return compare(comparison, lambda: _ours(sender, times), lambda: _floor(running, sender, times), 2 if quick else 10)


def _ours(sender: Sender, times: int) -> Sample:
    fresh = [sender.envelope(_SIZE) for _ in range(times)]
    requests = [sender.request("PUT", f"/v1/envelopes/{envelope}", body) for envelope, body in fresh]
    return spent(sender.process, lambda: send_all(sender.address, requests), times)


def _floor(running: tuple[str, int], sender: Sender, times: int) -> Sample:
    address, process = running
    fresh = [sender.envelope(_SIZE) for _ in range(times)]
    requests = [Request("PUT", f"/{envelope}", {}, body) for envelope, body in fresh]
    return spent(process, lambda: send_all(address, requests), times)
