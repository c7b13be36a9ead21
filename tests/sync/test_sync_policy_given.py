"""A policy the authority signed arrives by itself and is in force at the next opening; never an older or forged one."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from couriers import Courier
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from larkrise import FORMS
from msgspec.structs import replace

from app.operations.policy import own_policy, policy_given
from app.storage import audit, given
from app.sync.client import EndpointClient
from app.sync.giving import renew_policy
from app.ui.program import Program
from app.ui.surroundings import Surroundings
from authority.keys import read_signing_key
from authority.orders import give_order, give_policy, write
from endpoint.office import open_door, publish_policy, take_orders
from endpoint.settings import Settings
from protocol.orders import OrderKind, Policy, SignedPolicy
from protocol.statements import Kind, sign

TEXT = json.dumps({"version": "7", "due_soon_days": 7, "labels": {"TAC": "TAF"}})


class Shows(EndpointClient):
    """A cable on which another policy is shown than the endpoint has."""

    shown: SignedPolicy

    def policy(self) -> SignedPolicy:
        """Hear of the one that is to be shown."""
        return self.shown


def publish(jo: Courier, text: str, serial: int) -> None:
    door = open_door(Settings(jo.town.folder))
    publish_policy(door, write(give_policy(jo.town.office, text, serial), jo.town.folder / f"policy-{serial}.json"))
    door.close()


def shown(jo: Courier, change: str) -> SignedPolicy:
    root = read_signing_key(jo.town.office.offline / "root.key")
    good = Policy(jo.workplace.directory.directory.authority, 5, TEXT)
    said = {
        "older": replace(good, serial=4),
        "another authority": replace(good, authority="E06000001"),
        "too large": replace(good, text=" " * (256 * 1024 + 1)),
    }.get(change, good)
    key = Ed25519PrivateKey.generate() if change == "another root" else root
    return SignedPolicy(said, sign(Kind.POLICY, replace(said, serial=9) if change == "altered" else said, key))


def test_a_newer_one_is_kept_at_the_next_round_and_a_laptop_out_of_use_asks_for_none(jo: Courier) -> None:
    publish(jo, TEXT, 3)
    jo.round()
    assert jo.ask(lambda tx: (given.policy_serial(tx), given.policy_text(tx))) == (3, TEXT)
    assert policy_given(own_policy(), jo.ask(given.policy_text)).policy.due_soon_days == 7
    assert jo.ask(audit.verify) is None
    signed = give_order(jo.town.office, jo.workplace.device, OrderKind.REVOKE, by=("A",))
    door = open_door(Settings(jo.town.folder))
    take_orders(door, [write(signed, jo.town.folder / "order.json")])
    door.close()
    publish(jo, TEXT, 4)
    assert jo.round().status.reach.value == "reached"
    assert jo.ask(given.policy_serial) == 3


def test_the_program_works_by_it_once_the_vault_is_open_in_forms_and_numbers(jo: Courier, tmp_path: Path) -> None:
    before = Surroundings(
        home=tmp_path,
        forms=FORMS,
        policy=own_policy(),
        clock=jo.watch,
        relaunch=lambda: None,
        leave=lambda _: None,
        choose_file=lambda _: None,
    )
    opened = cast(Program, SimpleNamespace(_around=before, tasks=jo.thread))
    assert Program._in_force(opened) == before
    jo.ask(lambda tx: given.keep_policy(tx, 1, TEXT))
    after = Program._in_force(opened)
    assert (after.policy.due_soon_days, after.policy.labels) == (7, {"TAC": "TAF"})
    assert after.forms is not FORMS


@pytest.mark.parametrize("change", ["older", "another root", "another authority", "altered", "too large"])
def test_no_other_policy_is_ever_taken(jo: Courier, change: str) -> None:
    cable = jo.cable(Shows)
    jo.ask(lambda tx: given.keep_policy(tx, 4, "{}"))
    cable.shown = shown(jo, change)
    renew_policy(jo.thread, cable, jo.workplace, 9, jo.watch)
    assert jo.ask(lambda tx: (given.policy_serial(tx), given.policy_text(tx))) == (4, "{}")


@pytest.mark.parametrize("text", ["{", '{"due_soon_days": 0}', '{"unknown": 1}'])
def test_one_that_cannot_be_used_leaves_the_settings_there_were(text: str) -> None:
    in_force = policy_given(own_policy(), text)
    assert in_force.policy == own_policy()
    assert in_force.fault


def test_without_one_the_settings_on_the_laptop_stand() -> None:
    assert policy_given(own_policy(), "").policy is own_policy()
