"""An order of the authority is checked, kept and carried out; no other word empties a laptop; nothing is dropped."""

from __future__ import annotations

from pathlib import Path

import pytest
from ambleton import Town
from couriers import Courier, LosesReplies, kept_at_endpoint, opened_thread
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from msgspec.structs import replace

from app.domain.ids import EnvelopeId
from app.storage import audit, outbox, sync_state
from app.storage.audit import Act
from app.storage.emptying import Emptied, erase_keys, finish_emptying, forget_emptied
from app.storage.folder import EMPTIED
from app.storage.seats import seats
from app.storage.troubles import VaultNotHere
from app.sync.client import EndpointClient, Unreachable
from app.sync.fetching import CURSOR
from app.sync.obeying import Obeying
from app.ui.emptiedwords import emptied_words
from authority.keys import read_signing_key
from authority.orders import give_order, write
from endpoint.office import open_door, take_orders
from endpoint.settings import Settings
from endpoint.storage.standings import list_orders
from protocol.batches import Verdicts
from protocol.keeping import Contact
from protocol.orders import Order, OrderKind, SignedOrder
from protocol.statements import Kind, sign

TWO = ("A. Holder", "B. Holder")


class Cut(EndpointClient):
    """A cable that is cut as soon as the laptop has heard how it stands."""

    def put_batch(self, envelopes: tuple[bytes, ...]) -> Verdicts:
        """Send nothing."""
        del envelopes
        raise Unreachable


def order(jo: Courier, what: OrderKind) -> str:
    signed = give_order(jo.town.office, jo.workplace.device, what, by=TWO, why="left on a bus")
    door = open_door(Settings(jo.town.folder))
    take_orders(door, [write(signed, jo.town.folder / "orders" / f"{signed.order.id}.json")])
    door.close()
    return signed.order.id


def said_done(town: Town, given: str) -> object:
    door = open_door(Settings(town.folder))
    with door.store.transaction() as tx:
        (one,) = [one for one in list_orders(tx) if one["id"] == given]
    door.close()
    return one["unsent"]


def test_a_laptop_out_of_use_hands_in_and_fetches_nothing(jo: Courier) -> None:
    given = order(jo, OrderKind.REVOKE)
    done = jo.round()
    assert set(jo.states()) == {"received"}
    assert said_done(jo.town, given) == 0
    assert not done.emptied
    assert "taken this laptop out of use" in done.status.in_full()
    assert jo.ask(lambda tx: sync_state.read(tx, CURSOR)) is None
    again = jo.round()
    assert (again.status.reach.value, again.status.trouble) == (done.status.reach.value, done.status.trouble)
    lines = jo.ask(lambda tx: tx.all("SELECT object, why FROM audit WHERE act = ?", (Act.ORDERED,)))
    assert [(row["object"], row["why"]) for row in lines] == [(given, "revoke")]
    assert jo.ask(audit.verify) is None


def test_it_is_emptied_once_each_envelope_has_its_receipt_and_never_before(jo: Courier) -> None:
    folder, envelopes = jo.thread.vault.folder, [row.envelope for row in jo.rows()]
    given = order(jo, OrderKind.PUSH_THEN_WIPE)
    assert not jo.round(jo.cable(Cut)).emptied
    assert not jo.round(jo.cable(LosesReplies)).emptied
    jo.ask(lambda tx: outbox.set_aside(tx, EnvelopeId(envelopes[0]), "body.unreadable"))
    assert not jo.round().emptied
    assert jo.ask(outbox.counts).set_aside == 1
    jo.ask(lambda tx: tx.run("UPDATE outbox SET state = 'waiting', next_try_at = NULL WHERE state = 'set_aside'"))
    assert jo.round().emptied
    assert set(envelopes) <= set(kept_at_endpoint(jo.town))
    assert said_done(jo.town, given) == 0
    assert [path.name for path in folder.iterdir()] == [EMPTIED]
    with pytest.raises(VaultNotHere):
        opened_thread(folder)


def test_wipe_now_sends_nothing_says_what_is_lost_and_needs_no_connection(jo: Courier) -> None:
    folder, envelopes = jo.thread.vault.folder, [row.envelope for row in jo.rows()]
    given = order(jo, OrderKind.WIPE_NOW)
    done = jo.round()
    assert done.emptied
    assert "What was not handed in is lost" in done.status.in_full()
    assert set(envelopes).isdisjoint(kept_at_endpoint(jo.town))
    assert said_done(jo.town, given) == len(envelopes)
    (told,) = told_of(folder)
    assert (told.authority, told.unsent) == (jo.workplace.directory.directory.name, len(envelopes))
    title, words = emptied_words(told)
    assert title.startswith("A place on this laptop was emptied on ")
    assert f"{len(envelopes)} sealed copies" in words


def told_of(folder: Path) -> tuple[Emptied, ...]:
    """Read the mark of a place that does not lie where the program's own do."""
    home = folder.parent / f"{folder.name}-home"
    (home / "vaults").mkdir(parents=True)
    folder.rename(home / "vaults" / folder.name)
    return finish_emptying(home)


def test_an_order_that_was_heard_is_carried_out_though_the_line_is_gone(jo: Courier) -> None:
    given = order(jo, OrderKind.WIPE_NOW)
    cable = jo.cable(EndpointClient)
    said = cable.contact(Contact(2, "", 2))
    Obeying(jo.thread, cable, jo.workplace, jo.watch).hear(said.orders)
    assert jo.round(jo.cable(EndpointClient, "http://127.0.0.1:9")).emptied
    assert said_done(jo.town, given) is None


@pytest.mark.parametrize("change", ["another root", "another laptop", "another authority", "altered", "one person"])
def test_no_other_word_is_obeyed(jo: Courier, change: str) -> None:
    root = read_signing_key(jo.town.office.offline / "root.key")
    authority, device = jo.workplace.directory.directory.authority, jo.workplace.device
    good = Order("an order", authority, device, OrderKind.WIPE_NOW, "stolen", TWO, "2026-11-26T09:00:00Z")
    said = {
        "another laptop": replace(good, device="another"),
        "another authority": replace(good, authority="E06000001"),
        "one person": replace(good, by=TWO[:1]),
    }.get(change, good)
    key = Ed25519PrivateKey.generate() if change == "another root" else root
    signature = sign(Kind.ORDER, replace(said, what=OrderKind.REVOKE) if change == "altered" else said, key)
    obeying = Obeying(jo.thread, jo.cable(EndpointClient), jo.workplace, jo.watch)
    obeying.hear([SignedOrder(said, signature)])
    assert obeying.gravest() is None
    assert not obeying.carry_out(reached=True)
    obeying.hear([SignedOrder(good, sign(Kind.ORDER, good, root))])
    assert obeying.gravest() is OrderKind.WIPE_NOW


def test_what_a_crash_left_is_finished_at_the_next_start_and_told_until_somebody_begins_anew(
    jo: Courier, tmp_path: Path
) -> None:
    folder = tmp_path / "home" / "vaults" / "a-place"
    jo.thread.shut()
    folder.parent.mkdir(parents=True)
    jo.workplace.sealed.parent.rename(folder)
    assert seats(tmp_path / "home") == ("a-place",)
    erase_keys(folder, Emptied("Ambleton", jo.watch.now(), 0, 1))
    assert not list(folder.glob("vault.keys*"))
    assert seats(tmp_path / "home") == ()
    assert (folder / "vault.db").exists()
    (told,) = finish_emptying(tmp_path / "home")
    assert [path.name for path in folder.iterdir()] == [EMPTIED]
    assert "1 draft." in emptied_words(told)[1]
    assert finish_emptying(tmp_path / "home") == (told,)
    forget_emptied(tmp_path / "home")
    assert not folder.exists()
