"""What the authority says reaches its laptops through the endpoint, signed, and the endpoint can make none of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from ambleton import Laptop, Town, problem_of

from authority.office import Office
from authority.orders import give_order, give_policy, renew_directory, write
from endpoint.cli import main
from endpoint.office import NotReady, open_door, publish_directory, publish_policy, take_orders
from protocol.certificates import check_directory
from protocol.codec import decode, encode
from protocol.keeping import Contact, Standing
from protocol.messages import SignedDirectory
from protocol.orders import Done, OrderKind, SignedDone, SignedPolicy, check_order, check_policy
from protocol.statements import Kind


def contact(laptop: Laptop) -> Standing:
    return decode(laptop.ask("POST", "/v1/contact", encode(Contact(2, "", 0))).content, Standing)


def order(town: Town, laptop: Laptop, what: OrderKind = OrderKind.PUSH_THEN_WIPE) -> str:
    signed = give_order(town.office, laptop.id, what, by=("A. Holder", "B. Holder"), why="left on a bus")
    door = open_door(town.settings)
    take_orders(door, [write(signed, town.folder / "orders" / f"{signed.order.id}.json")])
    door.close()
    return signed.order.id


def test_a_revoked_laptop_hands_in_what_it_has_and_reads_nothing_more(town: Town, desk: Laptop) -> None:
    priya = town.enrolled()
    before = desk.send(priya.id)
    given = order(town, priya)
    said = contact(priya)
    assert said.standing == "revoked"
    assert [one.order.id for one in said.orders] == [given]
    check_order(said.orders[0], town.office.directory().root)
    for path in (f"/v1/envelopes/{before}", "/v1/changes", "/v1/lease", "/v1/policy"):
        assert problem_of(priya.ask("GET", path)) == "device.revoked"
    envelope, body = priya.envelope()
    assert priya.ask("PUT", f"/v1/envelopes/{envelope}", body).status_code == 201
    assert priya.ask("GET", "/v1/reconcile").status_code == 200
    assert contact(desk).orders == ()


def test_an_order_that_was_carried_out_comes_no_more_and_its_first_word_is_kept(town: Town) -> None:
    priya = town.enrolled()
    given = order(town, priya)
    done = [Done(given, priya.id, unsent, "2026-11-26T09:31:00Z") for unsent in (0, 5)]
    first, second = (
        priya.ask("PUT", f"/v1/orders/{given}", encode(SignedDone(one, priya.sign(Kind.DONE, one)))) for one in done
    )
    assert (first.status_code, second.content) == (200, first.content)
    assert contact(priya).orders == ()
    assert contact(priya).standing == "revoked"
    door = open_door(town.settings)
    with door.store.transaction() as tx:
        from endpoint.storage.standings import list_orders

        (listed,) = [one for one in list_orders(tx) if one["id"] == given]
    assert (listed["what"], listed["unsent"]) == ("push-then-wipe", 0)
    door.close()


def test_a_word_that_is_not_this_laptops_or_about_no_order_is_refused(town: Town, desk: Laptop) -> None:
    priya = town.enrolled()
    given = order(town, priya)
    done = Done(given, priya.id, 0, "2026-11-26T09:31:00Z")
    forged = SignedDone(done, desk.sign(Kind.DONE, done))
    assert problem_of(desk.ask("PUT", f"/v1/orders/{given}", encode(forged))) == "body.unreadable"
    assert problem_of(priya.ask("PUT", f"/v1/orders/{given}", encode(forged))) == "body.unreadable"
    other = Done("no such order", priya.id, 0, "2026-11-26T09:31:00Z")
    signed = SignedDone(other, priya.sign(Kind.DONE, other))
    assert problem_of(priya.ask("PUT", "/v1/orders/no%20such%20order", encode(signed))) == "not.found"


def test_an_order_of_another_authority_or_to_a_strange_laptop_is_not_taken(
    town: Town, priya: Laptop, tmp_path: Path
) -> None:
    other = Office.create(tmp_path / "other", name="Otherton", code="E06000098")
    door = open_door(town.settings)
    for office, device in ((other, priya.id), (town.office, "nobody")):
        signed = give_order(office, device, OrderKind.REVOKE, by=("A. Holder",))
        with pytest.raises(NotReady):
            take_orders(door, [write(signed, tmp_path / "order.json")])
    door.close()
    assert contact(priya).standing == "good"


def test_a_newer_directory_and_policy_are_in_force_at_once_and_an_older_one_never(town: Town, tmp_path: Path) -> None:
    priya = town.enrolled()
    assert problem_of(priya.ask("GET", "/v1/policy")) == "not.found"
    before = town.office.directory()
    renewed = renew_directory(town.office, name="Ambleton and Beckford")
    files = [write(renewed, tmp_path / "directory.json"), write(before, tmp_path / "before.json")]
    policies = [write(give_policy(town.office, f'{{"n": {n}}}', n), tmp_path / f"{n}.json") for n in (2, 1)]
    door = open_door(town.settings)
    assert publish_directory(door, files[0]) == before.directory.serial + 1
    assert publish_policy(door, policies[0]) == 2
    for put, file in ((publish_directory, files[1]), (publish_directory, files[0]), (publish_policy, policies[1])):
        with pytest.raises(NotReady):
            put(door, file)
    door.close()
    said = contact(priya)
    assert (said.directory_serial, said.policy_serial) == (renewed.directory.serial, 2)
    with priya.client() as client:
        held = client.authority()
    check_directory(held, town.office.directory().root)
    assert held.directory.name == "Ambleton and Beckford"
    policy = decode(priya.ask("GET", "/v1/policy").content, SignedPolicy)
    check_policy(policy, town.office.directory().root)
    assert policy.policy.text == '{"n": 2}'


def test_orders_directories_and_policies_are_taken_in_at_the_command_line(
    quiet_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = Office.open(quiet_folder.parent / "office")
    directory = write(renew_directory(office), tmp_path / "directory.json")
    policy = write(give_policy(office, "{}", 1), tmp_path / "policy.json")
    folder = ["--folder", str(quiet_folder)]
    assert main(["publish", *folder, "--directory", str(directory), "--policy", str(policy)]) == 0
    assert "serial 2" in capsys.readouterr().out
    assert main(["publish", *folder, "--directory", str(directory)]) == 1
    assert main(["revoke", *folder, str(policy)]) == 1
    assert "None was taken" in capsys.readouterr().err
    assert main(["migrate", *folder]) == 0
    assert decode(directory.read_bytes(), SignedDirectory).directory.serial == 2
