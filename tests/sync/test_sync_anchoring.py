"""The audit's head goes up with each sync, and a folder put back from a copy is noticed at the next."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

from ambleton import Town
from couriers import Courier, opened_thread

from app.sealing.auditkey import open_audit_key
from app.storage import audit, noticed
from app.storage.audit import Act
from app.storage.witness import Sign
from app.sync.client import EndpointClient, Unreachable
from app.sync.status import Reach
from endpoint.office import ledger, open_door
from endpoint.settings import Settings
from protocol.codec import to_bytes
from protocol.messages import Anchor

Closing = Callable[[Courier], Courier]


class LosesAnchors(EndpointClient):
    """A cable on which every anchor arrives and no answer to it comes back."""

    def put_anchor(self, anchor: Anchor) -> None:
        """Bring it, and hear nothing."""
        super().put_anchor(anchor)
        raise Unreachable


def look(courier: Courier) -> None:
    """Have something written into the audit."""
    courier.ask(lambda tx: audit.write(tx, Act.VIEWED, "", courier.watch.now()))


def head(courier: Courier) -> tuple[int, str] | None:
    return courier.ask(audit.head)


def kept(courier: Courier) -> Anchor | None:
    return courier.cable(EndpointClient).anchor()


def escrow_identity(town: Town) -> str:
    """Return an escrow key, opened by two of its holders."""
    seats = dict(list(town.office.codes["escrow-1"].items())[:2])
    return town.office.open_escrow("escrow-1", seats, act="audit checked", about="").identity


def breaks(town: Town, courier: Courier) -> int:
    door = open_door(Settings(town.folder))
    shown = json.loads(json.dumps(ledger(door)))
    door.close()
    return [one["device"] for one in shown["anchor_breaks"]].count(courier.workplace.device)


def put_back(courier: Courier, copy: Path, closing: Closing) -> Courier:
    """Put the whole folder back from a copy, and open it again."""
    folder = courier.thread.vault.folder
    courier.thread.close()
    shutil.rmtree(folder)
    shutil.copytree(copy, folder)
    again = Courier(courier.town, courier.workplace, courier.watch, opened_thread(folder))
    return closing(again)


def copy_of(courier: Courier, to: Path) -> Path:
    """Copy the folder aside, as a backup does that runs over lunch."""
    return Path(shutil.copytree(courier.thread.vault.folder, to))


def test_every_round_brings_the_newest_head_and_the_first_key(jo: Courier, ambleton_running: Town) -> None:
    engine = jo.engine()
    engine.run_round()
    look(jo)
    engine.run_round()
    anchor = kept(jo)
    assert anchor is not None
    assert (anchor.n, anchor.head) == head(jo)
    assert to_bytes(anchor.key) == jo.ask(audit.sealed_key)
    first_key = open_audit_key(to_bytes(anchor.key), escrow_identity(ambleton_running))
    assert jo.ask(lambda tx: audit.verify(tx, first_key)) is None
    assert jo.ask(lambda tx: audit.verify(tx, b"k" * 32)) is not None


def test_a_round_in_which_nothing_was_done_brings_nothing(jo: Courier) -> None:
    engine = jo.engine()
    engine.run_round()
    before = head(jo)
    engine.run_round()
    assert head(jo) == before


def test_a_folder_put_back_is_noticed_on_the_laptop_and_at_the_endpoint(
    jo: Courier, ambleton_running: Town, tmp_path: Path, closing: Closing
) -> None:
    jo.round()
    copy = copy_of(jo, tmp_path / "copy")
    look(jo)
    jo.round()
    again = put_back(jo, copy, closing)
    assert again.thread.vault.signs == ()
    engine = again.engine()
    done = engine.run_round()
    assert done.changed
    assert done.status.reach is Reach.REACHED
    assert again.ask(noticed.standing) == (Sign.ANCHOR_BROKEN,)
    assert breaks(ambleton_running, again) == 1
    look(again)
    engine.run_round()
    assert breaks(ambleton_running, again) == 1
    assert len(again.ask(lambda tx: tx.all("SELECT 1 FROM audit WHERE act = 'noticed'"))) == 1
    assert again.ask(audit.verify) is None


def test_a_copy_that_went_further_is_noticed_too(
    jo: Courier, ambleton_running: Town, tmp_path: Path, closing: Closing
) -> None:
    jo.round()
    copy = copy_of(jo, tmp_path / "copy")
    look(jo)
    jo.round()
    again = put_back(jo, copy, closing)
    again.watch.wait(minutes=1)
    for _ in range(9):
        look(again)
    again.round()
    assert again.ask(noticed.standing) == (Sign.ANCHOR_BROKEN,)
    assert breaks(ambleton_running, again) == 1


def test_lost_answers_and_new_beginnings_raise_no_alarm(jo: Courier, ambleton_running: Town) -> None:
    for _ in range(3):
        look(jo)
        assert jo.round(jo.cable(LosesAnchors)).status.reach is Reach.NO_CONNECTION
        look(jo)
    engine = jo.engine()
    for _ in range(3):
        look(jo)
        engine.run_round()
    assert jo.ask(noticed.standing) == ()
    assert breaks(ambleton_running, jo) == 0
    anchor = kept(jo)
    assert anchor is not None
    assert (anchor.n, anchor.head) == head(jo)


def test_what_was_noticed_stays_until_somebody_has_read_it(jo: Courier) -> None:
    at = jo.watch.now()
    jo.ask(lambda tx: noticed.note(tx, "vault", [Sign.PAGES_CHANGED, Sign.ANCHOR_BROKEN], at))
    jo.ask(lambda tx: noticed.note(tx, "vault", [Sign.PAGES_CHANGED], at))
    assert jo.ask(noticed.standing) == (Sign.PAGES_CHANGED, Sign.ANCHOR_BROKEN)
    jo.ask(lambda tx: noticed.acknowledge(tx, "vault", at))
    assert jo.ask(noticed.standing) == ()
    acts = jo.ask(lambda tx: [row["act"] for row in tx.all("SELECT act FROM audit ORDER BY n DESC LIMIT 2")])
    assert acts == ["acknowledged", "noticed"]
