"""An administrator sees to people's accounts through the endpoint: by name, on record, never her own, and no child."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from ambleton import Laptop
from knocking import BY_PATH, HERE, Letter, enrol
from msgspec.structs import replace
from sqlalchemy import update

from authority.letter import letter
from authority.office import Office
from endpoint.accounting import revoke_laptop, set_state
from endpoint.accounts import NEEDED, AccountState, StaffAccount
from endpoint.door import Door
from endpoint.office import NotReady, open_door, set_up
from endpoint.permissions import ADMINISTRATOR, OF_ACCOUNTS
from endpoint.resources import RESOURCES, OpenResource
from endpoint.resources import accounts as routes
from endpoint.resources.accounts import can_act
from endpoint.settings import Settings
from endpoint.storage.accounts import account_id, find_account, keep_account, list_changes
from endpoint.storage.chain import count_lines, head
from endpoint.storage.database import Transaction
from endpoint.storage.given import put_in_again
from endpoint.storage.tables import DEVICES
from endpoint.visit import Answer
from protocol import accounts as says
from protocol import limits
from protocol.codec import decode, encode
from protocol.codes import open_welcome, read_code
from protocol.messages import Message

NUMBER = "900123456789"


@dataclass(frozen=True)
class Counter:
    """An endpoint with no network, its administrator Sam and a practitioner."""

    office: Office
    door: Door
    sam: Laptop
    priya: Laptop
    account: str
    own: str = account_id("Sam", "Ambleton 0-19", "administrator")

    def ask(self, laptop: Laptop, method: str, path: str, said: Message | None = None, **of_path: str) -> Answer:
        """Ask, rightly signed."""
        resource, now = BY_PATH[method, path], int(self.door.now().timestamp())
        body = encode(said) if said is not None else b""
        return self.door.respond(resource, Letter(resource, laptop, now, of_path, body).asked())

    def does(self, what: str, said: Message, account: str = "") -> Answer:
        """Do something to an account, Priya's where none is named."""
        method = "PUT" if what == "state" else "POST"
        return self.ask(self.sam, method, f"/v1/accounts/{{account}}/{what}", said, account=account or self.account)

    def listed(self) -> list[says.Account]:
        """Return the list."""
        return list(decode(self.ask(self.sam, "GET", "/v1/accounts").body, says.Accounts).accounts)

    def one(self, account: str = "") -> says.Account:
        """Return one account as it is listed."""
        return next(one for one in self.listed() if one.account == (account or self.account))

    def in_store(self, account: str) -> StaffAccount:
        """Return an account as it is kept."""
        with self.door.store.transaction() as tx:
            return self.in_tx(tx, account)

    @staticmethod
    def in_tx(tx: Transaction, account: str) -> StaffAccount:
        """Return an account as it is kept, in a transaction that is open."""
        found = find_account(tx, account)
        assert found is not None
        return found

    def lines(self, account: str = "") -> list[tuple[str, str, str]]:
        """Return what is written down of an account."""
        with self.door.store.transaction() as tx:
            return list_changes(tx, account or self.account)


@pytest.fixture(scope="module")
def counter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Counter]:
    """Open the endpoint once; each test leaves Priya's account open."""
    folder = tmp_path_factory.mktemp("counter")
    office = Office.create(folder / "office", name="Ambleton", code="E06000099", practice=True)
    settings = Settings(folder / "endpoint", pace=0)
    set_up(settings, office.for_the_endpoint)
    door = open_door(settings)
    sam, _ = enrol(office, door, "Sam", "administrator")
    priya, account = enrol(office, door, "Priya", "practitioner")
    yield Counter(office, door, sam, priya, account)
    door.close()


def code_of(answer: Answer) -> str:
    return str(json.loads(answer.body)["type"]).removeprefix("urn:ecaf:problem:")


def test_an_administrator_is_given_no_key_of_the_desk_and_her_letter_says_what_she_is(tmp_path: Path) -> None:
    office = Office.create(tmp_path / "office", name="Ambleton", code="E06000099", practice=True)
    code, signed = office.invite(name="Sam", job="Administrator", agency="Council", role="administrator")
    assert open_welcome(read_code(code), signed.welcome).desk == {}
    assert "You see no family’s record." in letter(signed.invitation, office.directory().directory, HERE, code)
    with pytest.raises(ValueError, match="administrator"):
        office.invite(name="Sam", job="", agency="", role="director")


def test_the_list_has_each_part_of_an_account_and_neither_a_certificate_nor_a_child(counter: Counter) -> None:
    answer = counter.ask(counter.sam, "GET", "/v1/accounts")
    one, own = counter.one(), counter.one(counter.own)
    assert (one.name, one.role, one.state, one.why_not, one.is_own) == ("Priya", "practitioner", "open", "", False)
    assert one.vetted is not None
    assert one.until == one.vetted.until
    assert [laptop.device for laptop in one.laptops] == [counter.priya.id]
    assert (own.role, own.is_own) == ("administrator", True)
    said = set(json.loads(answer.body)["accounts"][0])
    assert said == set(says.Account.__struct_fields__)
    assert not {"certificate", "child", "children", "enrolment", "signing", "reading"} & said


def test_each_act_is_done_by_its_name_and_bound_to_the_chain(counter: Counter) -> None:
    before = counter.lines()
    acts: list[tuple[str, Message]] = [
        ("checks", says.Vetted(NUMBER, "2026-01-05", " Ann Lee ", "")),
        ("trainings", says.Trained(says.Course.LEAD, "2026-02-05", "2027-02-05")),
        ("acceptances", says.Accepted("2026-03-05")),
        ("state", says.Turned(AccountState.SUSPENDED)),
        ("state", says.Turned(AccountState.OPEN)),
    ]
    for what, said in acts:
        answer = counter.does(what, said)
        assert (answer.status, answer.about) == (200, counter.account)
    one = decode(answer.body, says.Account)
    assert one == counter.one()
    assert one.vetted == says.Vetted(NUMBER, "2026-01-05", "Ann Lee", "2029-01-05")
    assert says.Trained(says.Course.LEAD, "2026-02-05", "2027-02-05") in one.trained
    assert (one.accepted_on, one.accepted_until) == ("2026-03-05", "2029-03-05")
    added = counter.lines()[len(before) :]
    assert [what for _, _, what in added] == [
        "check of 2026-01-05 recorded",
        "lead-professional of 2026-02-05 recorded",
        "use policy accepted on 2026-03-05",
        "now suspended",
        "now open",
    ]
    assert {by for _, by, _ in added} == {"Sam, Ambleton 0-19"}
    with counter.door.store.transaction() as tx:
        assert head(tx)[0] == count_lines(tx)


def test_what_is_suspended_by_her_is_suspended_at_once(counter: Counter) -> None:
    assert counter.ask(counter.priya, "GET", "/v1/changes").status == 200
    counter.does("state", says.Turned(AccountState.SUSPENDED))
    assert code_of(counter.ask(counter.priya, "GET", "/v1/changes")) == "account.not_ready"
    assert counter.one().why_not == "suspended"
    counter.does("state", says.Turned(AccountState.OPEN))
    assert counter.ask(counter.priya, "GET", "/v1/changes").status == 200


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("checks", says.Vetted("12", "2026-01-05", "Ann", "")),
        ("checks", says.Vetted(NUMBER, "2099-01-05", "Ann", "")),
        ("checks", says.Vetted(NUMBER, "2026-01-05", " ", "")),
        ("checks", says.Vetted(NUMBER, "2026-01-05", "Ann\n", "2020-01-01")),
        ("trainings", says.Trained(says.Course.USING, "5 January", "")),
        ("acceptances", says.Accepted("")),
    ],
)
def test_what_is_not_right_is_refused_and_nothing_is_recorded(counter: Counter, what: str, said: Message) -> None:
    before, kept = counter.lines(), counter.in_store(counter.account)
    assert code_of(counter.does(what, said)) == "account.not_right"
    assert (counter.lines(), counter.in_store(counter.account)) == (before, kept)


def test_an_account_is_opened_once_with_nothing_recorded_and_never_for_oneself(counter: Counter) -> None:
    new = says.NewAccount(" Ada Bell ", "School nurse", "Ambleton 0-19", "practitioner", "Rachel Okoro")
    answer = counter.ask(counter.sam, "POST", "/v1/accounts", new)
    one = decode(answer.body, says.Account)
    assert (one.name, one.job, one.manager, one.why_not) == (
        "Ada Bell",
        "School nurse",
        "Rachel Okoro",
        "check-missing",
    )
    assert one.account == account_id("Ada Bell", "Ambleton 0-19", "practitioner") == answer.about
    assert [line[1:] for line in counter.lines(one.account)] == [("Sam, Ambleton 0-19", "opened")]
    again = counter.ask(counter.sam, "POST", "/v1/accounts", replace(new, job="Doctor"))
    assert decode(again.body, says.Account) == one  # what was there stays as it is
    assert len(counter.lines(one.account)) == 1
    given = [known for _, known in counter.door.house.outside.given() if isinstance(known, StaffAccount)]
    assert given[-1].name == "Ada Bell"  # no restore forgets it
    for wrong in ({"name": " "}, {"agency": ""}, {"job": "\n"}, {"role": "director"}, {"name": "x" * 201}):
        assert code_of(counter.ask(counter.sam, "POST", "/v1/accounts", replace(new, **wrong))) == "account.not_right"
    own = replace(new, name="Sam")
    assert code_of(counter.ask(counter.sam, "POST", "/v1/accounts", own)) == "account.own"


def test_what_was_done_to_an_account_is_shown_the_newest_first_and_in_pages(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop, account = enrol(counter.office, counter.door, "Noor", "practitioner")
    monkeypatch.setattr(limits, "ACCOUNT_CHANGES_AT_ONCE", 4)
    resource, before, more = BY_PATH["GET", "/v1/accounts/{account}/changes"], "", True
    found = list[says.AccountChange]()
    while more:
        now, query = int(counter.door.now().timestamp()), {"before": before}
        letter = Letter(resource, counter.sam, now, {"account": account}, query=query)
        page = decode(counter.door.respond(resource, letter.asked()).body, says.AccountChanges)
        found += page.changes
        before, more = str(page.changes[-1].n), page.more
    assert [(one.at, one.by, one.what) for one in reversed(found)] == counter.lines(account)
    assert [one.n for one in found] == list(range(len(found), 0, -1))
    assert (found[0].by, found[0].what) == (account, f"laptop {laptop.id} joined")
    assert (found[-1].by, found[-1].what) == ("Ambleton", "invited by a letter")
    crooked = Letter(
        resource, counter.sam, int(counter.door.now().timestamp()), {"account": account}, query={"before": "x"}
    )
    assert decode(counter.door.respond(resource, crooked.asked()).body, says.AccountChanges).changes[0] == found[0]


def test_an_account_that_is_not_there_is_not_there_whatever_it_is_called(counter: Counter) -> None:
    for account in ("0" * 12, "x\0y", "..", counter.account.upper() + "x"):
        assert code_of(counter.does("state", says.Turned(AccountState.OPEN), account)) == "not.found"
    path = "/v1/accounts/{account}/revocations/{device}"
    for device in ("0b7f1f7e-5f0b-4a53-9a55-2f3d7b6f9a12", counter.sam.id, "x\0y"):
        answer = counter.ask(counter.sam, "PUT", path, account=counter.account, device=device)
        assert code_of(answer) == "not.found"


def test_nobody_touches_an_account_of_their_own_in_whichever_role(counter: Counter) -> None:
    _, also = enrol(counter.office, counter.door, "Sam", "practitioner")
    set_state(counter.door, also, AccountState.SUSPENDED, "Ann Lee")
    for account in (counter.own, also):
        before = counter.in_store(account)
        acts: list[tuple[str, Message]] = [
            ("checks", says.Vetted(NUMBER, "2026-01-05", "Ann", "")),
            ("trainings", says.Trained(says.Course.INDEX, "2026-01-05", "")),
            ("acceptances", says.Accepted("2026-01-05")),
            ("state", says.Turned(AccountState.CLOSED)),
            ("state", says.Turned(AccountState.OPEN)),
        ]
        for what, said in acts:
            assert code_of(counter.does(what, said, account)) == "account.own"
        assert counter.in_store(account) == before
    path = "/v1/accounts/{account}/revocations/{device}"
    answer = counter.ask(counter.sam, "PUT", path, account=counter.own, device=counter.sam.id)
    assert code_of(answer) == "account.own"


def test_only_who_may_act_today_and_has_a_laptop_to_do_it_on_counts_as_an_administrator(counter: Counter) -> None:
    today, own, priya = counter.door.now().date(), counter.in_store(counter.own), counter.in_store(counter.account)
    laptops = counter.one(counter.own).laptops
    assert can_act(own, laptops, today, NEEDED)
    assert not can_act(own, (), today, NEEDED)
    assert not can_act(own, [replace_ordered(one) for one in laptops], today, NEEDED)
    assert not can_act(replace(own, revoked={counter.sam.id: "2026-11-26T09:00:00Z"}), laptops, today, NEEDED)
    assert not can_act(replace(own, state=AccountState.SUSPENDED), laptops, today, NEEDED)
    assert not can_act(own, laptops, date(2099, 1, 1), NEEDED)
    assert not can_act(priya, counter.one().laptops, today, NEEDED)


def replace_ordered(one: says.AccountLaptop) -> says.AccountLaptop:
    return replace(one, is_ordered=True)


def test_two_administrators_cannot_shut_each_other_out(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    lena, account = enrol(counter.office, counter.door, "Lena", "administrator")
    assert counter.does("state", says.Turned(AccountState.CLOSED), account).status == 200
    assert code_of(counter.ask(lena, "GET", "/v1/accounts")) == "account.not_ready"
    assert counter.does("state", says.Turned(AccountState.OPEN), account).status == 200

    def lena_was_quicker(tx: Transaction) -> None:
        """Have Sam's account closed while his own act, which was let in before, waits for its turn."""
        keep_account(tx, replace(counter.in_tx(tx, counter.own), state=AccountState.CLOSED), NEEDED)

    monkeypatch.setattr(routes, "take_turn_at_accounts", lena_was_quicker)
    before = counter.lines(account)
    path = "/v1/accounts/{account}/revocations/{device}"
    revoking = counter.ask(counter.sam, "PUT", path, account=account, device=lena.id)
    for answer in (counter.does("state", says.Turned(AccountState.LEFT), account), revoking):
        assert code_of(answer) == "account.last"
    monkeypatch.undo()
    assert counter.lines(account) == before
    assert counter.in_store(counter.own).state is AccountState.OPEN
    assert counter.does("state", says.Turned(AccountState.CLOSED), account).status == 200


def test_a_laptop_that_was_revoked_hands_in_and_is_given_nothing_more_whatever_is_restored(counter: Counter) -> None:
    laptop, account = enrol(counter.office, counter.door, "Jo", "practitioner")
    path = "/v1/accounts/{account}/revocations/{device}"
    answer = counter.ask(counter.sam, "PUT", path, account=account, device=laptop.id)
    (shown,) = decode(answer.body, says.Account).laptops
    assert (shown.device, bool(shown.revoked_at), shown.is_ordered) == (laptop.id, True, False)
    assert counter.lines(account)[-1][1:] == ("Sam, Ambleton 0-19", f"laptop {laptop.id} revoked")
    assert code_of(counter.ask(laptop, "GET", "/v1/changes")) == "device.revoked"
    envelope, body = laptop.envelope()
    path_of_one = BY_PATH["PUT", "/v1/envelopes/{id}"]
    now = int(counter.door.now().timestamp())
    handed_in = counter.door.respond(path_of_one, Letter(path_of_one, laptop, now, {"id": envelope}, body).asked())
    assert handed_in.status == 201
    again = counter.ask(counter.sam, "PUT", path, account=account, device=laptop.id)
    assert decode(again.body, says.Account).laptops == (shown,)  # the first time stands
    given = [one for _, one in counter.door.house.outside.given() if isinstance(one, StaffAccount)]
    assert given[-1].revoked == {laptop.id: shown.revoked_at}
    with counter.door.store.transaction() as tx:
        keep_account(tx, replace(counter.in_tx(tx, account), revoked={}), NEEDED)
        tx.connection.execute(update(DEVICES).where(DEVICES.c.device == laptop.id).values(revoked_at=""))
        put_in_again(tx, [("2026-11-26T09:00:00Z", given[-1])], NEEDED)
    assert code_of(counter.ask(laptop, "GET", "/v1/changes")) == "device.revoked"


def test_at_the_endpoint_itself_the_same_is_done_with_one_word(counter: Counter) -> None:
    laptop, account = enrol(counter.office, counter.door, "Mia", "practitioner")
    with pytest.raises(NotReady, match="no laptop"):
        revoke_laptop(counter.door, account, counter.priya.id, "Ann Lee")
    revoke_laptop(counter.door, account, laptop.id, "Ann Lee")
    assert code_of(counter.ask(laptop, "GET", "/v1/changes")) == "device.revoked"
    assert counter.lines(account)[-1][1] == "Ann Lee"


def test_the_list_comes_in_pages_and_each_account_once(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    everybody = [one.account for one in counter.listed()]
    monkeypatch.setattr(limits, "ACCOUNTS_AT_ONCE", 1)
    found, after, more = list[str](), "", True
    resource = BY_PATH["GET", "/v1/accounts"]
    while more:
        now = int(counter.door.now().timestamp())
        letter = Letter(resource, counter.sam, now, query={"after": after})
        page = decode(counter.door.respond(resource, letter.asked()).body, says.Accounts)
        found += [one.account for one in page.accounts]
        after, more = page.accounts[-1].account, page.more
    assert found == everybody == sorted(everybody)


def test_a_role_is_held_against_each_request_in_one_place_and_each_request_has_its_roles() -> None:
    of_accounts = {one.path for one in RESOURCES if not isinstance(one, OpenResource) and one.roles == OF_ACCOUNTS}
    assert of_accounts == {one.path for one in RESOURCES if one.path.startswith("/v1/accounts")}
    to_families = [one for one in RESOURCES if not isinstance(one, OpenResource) and ADMINISTRATOR not in one.roles]
    assert {one.path.split("/")[2] for one in to_families} == {
        "envelopes",
        "blobs",
        "changes",
        "erasures",
        "notices",
        "index",
        "senders",
        "desk-keys",
    }
