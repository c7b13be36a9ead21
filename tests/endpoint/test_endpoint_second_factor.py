"""A coordinator's laptop is shown other people's records once six digits were proved on it; it may send without."""

from __future__ import annotations

import base64
import json
import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from ambleton import Laptop
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from knocking import FACTOR, PROVING, SIGNED, Indoors, enrol, enrol_with, enrolment, indoors, invited
from sqlalchemy import select

from demonstration.vouching import vouch_for
from endpoint.accounting import reset_factor
from endpoint.accounts import FactorReset
from endpoint.auditing import export_of_account
from endpoint.chainproof import verify_audit
from endpoint.cli import main
from endpoint.office import open_door
from endpoint.restoring import restore, take_backup
from endpoint.secondfactor import FIRST_WAIT, FREE_TRIES, STEP_SECONDS, code_of, step_at
from endpoint.settings import Settings, SettingWrong, from_environment
from endpoint.storage.accounts import list_changes
from endpoint.storage.factors import find_factor, proved_until
from endpoint.storage.tables import FACTORS
from endpoint.times import to_text
from endpoint.visit import Answer
from protocol.accounts import Account, Accounts, FactorAnew, FactorWhy
from protocol.codec import decode, encode
from protocol.factor import FactorCode, FactorSecret, FactorStanding

BY = "Sam Okafor"
NAME = "Person who is new"
ENDING = "/v1/accounts/{account}/factor/resets"
HANDS_OUT = {
    ("GET", "/v1/envelopes/{id}"),
    ("GET", "/v1/changes"),
    ("POST", "/v1/index/searches"),
    ("POST", "/v1/index/children/{child}/looks"),
    ("POST", "/v1/index/children/{child}/overrides"),
    ("GET", "/v1/index/reviews"),
    ("PUT", "/v1/index/reviews/{look}"),
    ("GET", "/v1/index/held"),
    ("PUT", "/v1/index/held/{episode}"),
    ("GET", "/v1/index/settled"),
}
OF_ACCOUNTS = {
    ("GET", "/v1/accounts"),
    ("POST", "/v1/accounts/{account}/invitations"),
    ("POST", "/v1/accounts"),
    ("GET", "/v1/accounts/{account}/changes"),
    ("POST", "/v1/accounts/{account}/checks"),
    ("POST", "/v1/accounts/{account}/trainings"),
    ("POST", "/v1/accounts/{account}/acceptances"),
    ("PUT", "/v1/accounts/{account}/state"),
    ("POST", "/v1/accounts/{account}/factor/resets"),
    ("PUT", "/v1/accounts/{account}/revocations/{device}"),
}


class Clock:
    """A clock that a test puts forward."""

    def __init__(self) -> None:
        self.at = datetime.now(UTC).replace(microsecond=0)

    def __call__(self) -> datetime:
        return self.at

    def pass_by(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


class Desk:
    """A coordinator who is new at an endpoint, her laptop, and the telephone on which she sets up her second factor."""

    def __init__(self, town: Indoors, clock: Clock, laptop: Laptop, account: str) -> None:
        self.town, self.clock, self.laptop, self.account = town, clock, laptop, account
        self.secret = b""

    def ask(self, method: str, path: str, body: bytes = b"") -> Answer:
        return self.town.answer(self.town.letter(self.laptop, method, path, body))

    def begin(self) -> bytes:
        answer = self.ask("POST", "/v1/factor/secrets")
        assert answer.status == 201, answer.body
        self.secret = base64.b32decode(decode(answer.body, FactorSecret).secret)
        return self.secret

    def code(self, ahead: int = 0) -> str:
        return code_of(self.secret, step_at(self.clock.at) + ahead)

    def prove(self, code: str = "") -> Answer:
        return self.ask("POST", "/v1/factor/proofs", encode(FactorCode(code or self.code())))

    def wrong(self) -> Answer:
        steps = range(step_at(self.clock.at) - 2, step_at(self.clock.at) + 3)
        right = {code_of(self.secret, step) for step in steps}
        return self.prove(next(code for code in ("000000", "111111", "222222", "333333") if code not in right))

    def standing(self) -> FactorStanding:
        return decode(self.ask("GET", "/v1/factor").body, FactorStanding)

    def is_shown(self) -> bool:
        return self.ask("GET", "/v1/changes").status == 200

    def lines(self) -> list[str]:
        with self.town.door.store.transaction() as tx:
            return [what for _, _, what in list_changes(tx, self.account)]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Indoors, Clock]]:
    made, clock = indoors(tmp_path_factory.mktemp("factor")), Clock()
    yield replace(made, door=replace(made.door, now=clock)), clock
    made.door.close()


@pytest.fixture
def desk(shared: tuple[Indoors, Clock], request: pytest.FixtureRequest) -> Desk:
    town, clock = shared
    return Desk(town, clock, *enrol(town.office, town.door, f"Person {request.node.name}", "coordinator"))


def code_in(answer: Answer) -> str:
    return str(json.loads(answer.body)["type"]).removeprefix("urn:ecaf:problem:")


def test_what_hands_out_other_peoples_records_is_shut_until_it_is_proved_and_nothing_else_is(desk: Desk) -> None:
    assert {(one.method, one.path) for one in PROVING} == HANDS_OUT | OF_ACCOUNTS
    for resource in SIGNED:
        town = desk.town
        for before in (town.own, town.theirs, town.spare):
            before[desk.laptop.id] = before[town.callers.coordinator.id]
        answer = town.answer(town.right(desk.laptop, resource))
        is_shut = answer.status == 403 and code_in(answer) == "factor.needed"
        assert is_shut == ((resource.method, resource.path) in HANDS_OUT), (resource.method, resource.path)


def test_an_administrator_sees_and_changes_accounts_only_once_it_is_proved(shared: tuple[Indoors, Clock]) -> None:
    town, clock = shared
    sam = Desk(town, clock, *enrol(town.office, town.door, "Sam who is new", "administrator"))
    for before in (town.own, town.theirs, town.spare):
        before[sam.laptop.id] = before[town.callers.administrator.id]
    for resource in SIGNED:
        answer = town.answer(town.right(sam.laptop, resource))
        is_shut = answer.status == 403 and code_in(answer) == "factor.needed"
        assert is_shut == ((resource.method, resource.path) in OF_ACCOUNTS), (resource.method, resource.path)
    sam.begin()
    assert sam.prove().status == 200
    assert sam.ask("GET", "/v1/accounts").status == 200


def test_a_practitioner_is_never_asked(desk: Desk) -> None:
    priya = desk.town.callers.practitioner
    for resource in PROVING:
        answer = desk.town.answer(desk.town.right(priya, resource))
        assert answer.status != 403, resource.path
    said = decode(desk.town.answer(desk.town.letter(priya, "GET", "/v1/factor")).body, FactorStanding)
    assert said == FactorStanding(needed=False, set_up=False, until="")


def test_it_is_set_up_once_proved_once_and_counts_for_a_working_day_on_this_laptop(desk: Desk) -> None:
    assert desk.standing() == FactorStanding(needed=True, set_up=False, until="")
    first = desk.begin()
    assert desk.begin() != first  # shown again, afresh, as long as none is in force
    assert not desk.is_shown()
    until = to_text(desk.clock.at + timedelta(hours=12))
    assert decode(desk.prove().body, FactorStanding) == FactorStanding(needed=True, set_up=True, until=until)
    assert desk.is_shown()
    refused = desk.ask("POST", "/v1/factor/secrets")
    assert (refused.status, code_in(refused)) == (409, "factor.set_up")
    desk.clock.pass_by(12 * 3600 - 1)
    assert desk.is_shown()
    desk.clock.pass_by(1)
    assert not desk.is_shown()
    assert desk.standing() == FactorStanding(needed=True, set_up=True, until="")
    assert desk.prove().status == 200
    assert desk.is_shown()


def test_a_code_counts_once_on_whichever_laptop_and_a_proof_for_the_laptop_it_came_from(desk: Desk) -> None:
    code, signed = invited(desk.town.office, desk.town.door, NAME, "coordinator")
    account = vouch_for(desk.town.door, signed)
    other_code, _ = invited(desk.town.office, desk.town.door, NAME, "coordinator")
    two = [Laptop(desk.laptop.address), Laptop(desk.laptop.address)]
    for laptop, letter in zip(two, (code, other_code), strict=True):
        assert enrol_with(desk.town.door, enrolment(laptop, letter)).status == 201
    one, other = (Desk(desk.town, desk.clock, laptop, account) for laptop in two)
    other.secret = one.begin()
    code = one.code()
    assert one.prove(code).status == 200
    assert (one.is_shown(), other.is_shown()) == (True, False)
    assert code_in(other.prove(code)) == "factor.wrong"
    desk.clock.pass_by(STEP_SECONDS)
    assert other.prove().status == 200
    assert (one.is_shown(), other.is_shown()) == (True, True)
    forged = Laptop(one.laptop.address, one.laptop.id, Ed25519PrivateKey.generate())
    asked = desk.town.letter(forged, "POST", "/v1/factor/proofs", encode(FactorCode(one.code(1))))
    assert desk.town.answer(asked).status == 401  # the digits prove nothing without the laptop's own key
    reset_factor(desk.town.door, account, BY)
    assert (one.is_shown(), other.is_shown()) == (False, False)  # and what was proved ends on every laptop


def test_wrong_tries_are_counted_slowed_and_never_shut_anybody_out(desk: Desk) -> None:
    desk.begin()
    assert [code_in(desk.wrong()) for _ in range(FREE_TRIES)] == ["factor.wrong"] * FREE_TRIES
    assert desk.prove().status == 429  # even the right one, for a moment
    waiting = desk.prove()
    assert (code_in(waiting), waiting.headers["retry-after"]) == ("factor.wait", str(FIRST_WAIT + 1))
    desk.clock.pass_by(FIRST_WAIT)
    assert code_in(desk.wrong()) == "factor.wrong"
    desk.clock.pass_by(FIRST_WAIT)
    assert desk.prove().status == 429  # twice as long now
    desk.clock.pass_by(FIRST_WAIT)
    assert desk.prove().status == 200
    assert code_in(desk.wrong()) == "factor.wrong"  # and the count began again
    desk.clock.pass_by(STEP_SECONDS)
    assert desk.prove().status == 200


def test_a_lost_phone_has_a_way_back_and_the_old_one_proves_nothing_any_more(desk: Desk) -> None:
    old = desk.begin()
    desk.prove()
    reset_factor(desk.town.door, desk.account, BY)
    assert not desk.is_shown()
    assert desk.prove(code_of(old, step_at(desk.clock.at) + 1)).status == 404
    desk.begin()
    assert code_in(desk.prove(code_of(old, step_at(desk.clock.at)))) == "factor.wrong"
    assert desk.prove().status == 200
    assert desk.is_shown()


def test_an_administrator_ends_a_colleagues_at_once_with_a_reason_and_never_their_own(desk: Desk) -> None:
    town, clock = desk.town, desk.clock
    name = f"Sam of {desk.account}"
    sam = Desk(town, clock, *enrol(town.office, town.door, name, "administrator"))
    _, practitioner = enrol(town.office, town.door, f"Jo of {desk.account}", "practitioner")

    def end(account: str) -> Answer:
        letter = town.letter(sam.laptop, "POST", ENDING, encode(FactorAnew(FactorWhy.LOST)), account=account)
        return town.answer(letter)

    old = desk.begin()
    desk.prove()
    assert code_in(end(desk.account)) == "factor.needed"  # his own six digits come first
    assert desk.is_shown()
    sam.begin()
    sam.prove()
    before = decode(sam.ask("GET", "/v1/accounts").body, Accounts).accounts
    ended = decode(end(desk.account).body, Account)
    seen = next(one for one in before if one.account == desk.account)
    assert (seen.factor_asked, bool(seen.factor_since)) == (True, True)
    assert (ended.factor_asked, ended.factor_since) == (True, "")
    assert not desk.is_shown()
    assert desk.prove(code_of(old, step_at(clock.at) + 1)).status == 404
    with town.door.store.transaction() as tx:
        _, by, what = list_changes(tx, desk.account)[-1]
    assert (by, what) == (f"{name}, Ambleton 0-19", "second factor let go, to be set up anew (lost)")
    assert verify_audit(town.door).n >= 1
    assert list(town.door.house.outside.given())[-1][1] == FactorReset(desk.account)  # no backup brings it back
    assert end(desk.account).status == 200  # an answer that was lost may be asked for again
    desk.begin()
    assert desk.prove().status == 200
    assert desk.is_shown()
    assert code_in(end(sam.account)) == "account.own"
    assert sam.ask("GET", "/v1/accounts").status == 200
    assert code_in(end(practitioner)) == "account.not_right"  # of whom none is asked
    assert code_in(end("0" * 12)) == "not.found"


def test_each_proof_refusal_and_reset_is_in_the_chain_and_no_secret_or_digits_are(desk: Desk, tmp_path: Path) -> None:
    desk.begin()
    code = desk.code()
    desk.wrong()
    desk.prove(code)
    reset_factor(desk.town.door, desk.account, BY)
    on = f"on laptop {desk.laptop.id}"
    assert desk.lines()[-4:] == [
        f"a secret for the second factor shown {on}",
        f"second factor refused (factor.wrong) {on}",
        f"second factor set up and proved {on}",
        "second factor let go, to be set up anew",
    ]
    with desk.town.door.store.transaction() as tx:
        assert [by for _, by, _ in list_changes(tx, desk.account)][-4:] == [*[desk.account] * 3, BY]
    assert verify_audit(desk.town.door).n >= 4
    export_of_account(desk.town.door, desk.account, tmp_path / "hers.jsonl")
    written = (tmp_path / "hers.jsonl").read_text()
    assert "second factor refused" in written
    every = repr({name: rows for name, rows in desk.town.contents().items() if name != "nonces"})
    for hidden in (base64.b32encode(desk.secret).decode(), repr(desk.secret)[2:-1], f"({code!r}", f'"{code}"'):
        assert hidden not in written
        assert hidden not in every


def test_a_copied_database_gives_no_secret_away_and_no_other_key_or_account_opens_it(desk: Desk) -> None:
    desk.begin()
    desk.prove()
    with desk.town.door.store.transaction() as tx:
        (sealed,) = tx.connection.execute(select(FACTORS.c.sealed).where(FACTORS.c.account == desk.account)).scalars()
    assert desk.secret not in sealed
    assert len(sealed) == len(desk.secret) + 12 + 16
    desk.clock.pass_by(STEP_SECONDS)
    elsewhere = replace(desk.town.door.house, receipt_key=Ed25519PrivateKey.generate())
    town = replace(desk.town, door=replace(desk.town.door, house=elsewhere))
    assert code_in(Desk(town, desk.clock, desk.laptop, desk.account).prove(desk.code())) == "factor.wrong"
    desk.clock.pass_by(STEP_SECONDS)
    with desk.town.door.store.transaction() as tx:
        swapped = FACTORS.update().where(FACTORS.c.account == desk.account)
        others = tx.connection.execute(select(FACTORS.c.sealed).where(FACTORS.c.account != desk.account)).scalars()
        tx.connection.execute(swapped.values(sealed=next(iter(others))))
    assert code_in(desk.prove(code_of(FACTOR, step_at(desk.clock.at)))) == "factor.wrong"


def test_a_backup_put_back_elsewhere_asks_everybody_anew_and_brings_no_old_phone_back(
    desk: Desk, tmp_path: Path
) -> None:
    town, clock = desk.town, desk.clock
    lost = Desk(town, clock, *enrol(town.office, town.door, "Person whose phone is lost", "coordinator"))
    for one in (desk, lost):
        one.begin()
        assert one.prove().status == 200
    take_backup(town.door, tmp_path / "monday.ecafbackup")
    clock.pass_by(60)
    reset_factor(town.door, lost.account, BY)
    settings = Settings(tmp_path / "endpoint")
    settings.folder.mkdir()
    for name in ("receipt.key", "given.log", "erasures.log"):
        if (file := town.door.house.outside.folder / name).exists():
            shutil.copy(file, settings.folder)
    restore(settings, tmp_path / "monday.ecafbackup")
    with closing(open_door(settings)) as door, door.store.transaction() as tx:
        held = find_factor(tx, desk.account)
        assert held is not None
        assert held.set_up_at
        assert find_factor(tx, lost.account) is None
        assert proved_until(tx, desk.laptop.id) == ""


@pytest.mark.parametrize(
    ("said", "practice", "roles"),
    [
        ("", False, {"coordinator", "administrator"}),
        ("", True, set()),
        ("coordinator", True, {"coordinator"}),
        ("none", False, set()),
    ],
)
def test_a_real_authority_asks_unless_it_says_otherwise_and_a_practice_one_does_not(
    said: str, *, practice: bool, roles: set[str]
) -> None:
    settings = from_environment(Path("x"), {"ECAF_ENDPOINT_FACTOR": said, "ECAF_ENDPOINT_FACTOR_HOURS": "8"})
    rule = settings.factor_rule(practice=practice)
    assert (rule.roles, rule.hours) == (frozenset(roles), 8)


@pytest.mark.parametrize(
    "wrong", [{"ECAF_ENDPOINT_FACTOR": "coordinators"}, {"ECAF_ENDPOINT_FACTOR_HOURS": "0"}], ids=min
)
def test_a_slip_in_a_role_or_no_hours_at_all_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(SettingWrong):
        from_environment(Path("x"), wrong)


def test_the_list_says_whose_is_set_up_and_the_command_lets_it_go(
    desk: Desk, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ECAF_ENDPOINT_FACTOR", "coordinator")
    where = ["--data", str(desk.town.door.house.outside.folder)]
    desk.begin()
    desk.prove()
    for expected in ("second factor set up at ", "second factor not set up yet"):
        assert main(["account", "list", *where]) == 0
        said = capsys.readouterr().out
        assert said.partition(desk.account)[2].splitlines()[1].strip().startswith(expected)
        assert main(["account", "new-factor", desk.account, "--by", BY, *where]) == 0
        capsys.readouterr()
    assert not desk.is_shown()
