"""An administrator lets somebody join with a code her laptop makes; the endpoint cannot, and nobody can alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from ambleton import Laptop
from knocking import (
    BY_PATH,
    HERE,
    Letter,
    certificate_of,
    code_for,
    enrol,
    enrol_with,
    enrolment,
    invited,
    newcomer,
)
from msgspec.structs import replace as with_other

from app.sync.enrol import NotTheAuthority, enrol_device
from app.sync.inviting import Inviter, make_code
from app.sync.troubles import EndpointRefused
from authority.office import Office, write_invitation
from endpoint.accounting import record_check, revoke_laptop, set_state
from endpoint.accounts import NEEDED, AccountState, StaffAccount, Vetted
from endpoint.door import Door
from endpoint.office import NotReady, accept_invitation, open_door, set_up
from endpoint.settings import Settings
from endpoint.storage.accounts import list_changes
from endpoint.storage.given import put_in_again
from endpoint.storage.invitations import find_invitation, is_ended
from endpoint.storage.tables import INVITATIONS
from endpoint.times import to_text
from endpoint.visit import Answer
from protocol.accounts import Account, Accounts
from protocol.certificates import check_certificate
from protocol.codec import decode, encode
from protocol.codes import invitation_key, read_code
from protocol.messages import Enrolled, Enrolment, SignedInvitation
from protocol.problems import Problem
from protocol.statements import public_text

PATH = "/v1/accounts/{account}/invitations"


@dataclass
class Wire:
    """What the program's own client would be, with an endpoint in this process behind it."""

    door: Door
    laptop: Laptop

    @property
    def device_id(self) -> str:
        return self.laptop.id

    def ask(self, method: str, path: str, _largest: int, body: bytes = b"") -> bytes:
        parts = urlsplit(path)
        names = parts.path.split("/")
        of_path = {"account": names[3]} if len(names) > 3 else {}
        resource = BY_PATH[method, PATH if of_path else "/v1/accounts"]
        query = {name: said[0] for name, said in parse_qs(parts.query).items()}
        now = int(self.door.now().timestamp())
        answer = self.door.respond(resource, Letter(resource, self.laptop, now, of_path, body, query).asked())
        if answer.status != 200:
            raise EndpointRefused(_problem(answer))
        return answer.body

    def enrol(self, said: Enrolment) -> Enrolled:
        answer = enrol_with(self.door, said)
        assert answer.status in {200, 201}, answer.body
        return decode(answer.body, Enrolled)


def _problem(answer: Answer) -> Problem:
    return next(one for one in Problem if one.code == code_of(answer))


def code_of(answer: Answer) -> str:
    return str(json.loads(answer.body)["type"]).removeprefix("urn:ecaf:problem:")


@dataclass(frozen=True)
class Counter:
    """An endpoint with no network and its administrator Sam."""

    office: Office
    door: Door
    sam: Laptop

    def brings(self, signed: SignedInvitation, account: str, laptop: Laptop | None = None) -> Answer:
        resource, now = BY_PATH["POST", PATH], int(self.door.now().timestamp())
        letter = Letter(resource, laptop or self.sam, now, {"account": account}, encode(signed))
        return self.door.respond(resource, letter.asked())

    def lines(self, account: str) -> list[tuple[str, str]]:
        with self.door.store.transaction() as tx:
            return [(by, what) for _, by, what in list_changes(tx, account)]


@pytest.fixture(scope="module")
def counter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Counter]:
    folder = tmp_path_factory.mktemp("inviting")
    office = Office.create(folder / "office", name="Ambleton", code="E06000099", practice=True)
    settings = Settings(folder / "endpoint", pace=0)
    set_up(settings, office.for_the_endpoint)
    door = open_door(settings)
    sam, _ = enrol(office, door, "Sam", "administrator")
    yield Counter(office, door, sam)
    door.close()


def listed(counter: Counter, account: str) -> Account:
    found = decode(Wire(counter.door, counter.sam).ask("GET", "/v1/accounts?after=", 0), Accounts).accounts
    return next(one for one in found if one.account == account)


def test_from_the_code_on_one_laptop_to_a_colleague_joined_on_another_who_believes_the_root_alone(
    counter: Counter, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(0)
    ada, root = newcomer(counter.door, "Ada Bell"), counter.door.house.directory.root
    wire = Wire(counter.door, counter.sam)
    inviter = Inviter(certificate_of(counter.door, counter.sam), counter.sam.key, root)
    made = make_code(wire, listed(counter, ada.account), inviter)  # type: ignore[arg-type]  # all it asks is there
    assert made.until - counter.door.now() > timedelta(hours=23)
    theirs = Laptop(HERE)
    joined = enrol_device(Wire(counter.door, theirs), made.code, theirs.key, theirs.reading)  # type: ignore[arg-type]
    assert (joined.worker.name, joined.worker.role, joined.root) == ("Ada Bell", "practitioner", root)
    assert joined.welcome.desk == {}
    check_certificate(joined.certificate, root)
    assert joined.certificate.inviter == inviter.certificate
    assert certificate_of(counter.door, theirs) == joined.certificate
    assert counter.lines(ada.account)[-2:] == [
        ("Sam, Ambleton 0-19", f"invited with a code until {to_text(made.until)}"),
        (ada.account, f"laptop {theirs.id} joined"),
    ]
    assert made.code not in repr(made)
    with counter.door.store.transaction() as tx:
        rows = repr(tx.connection.execute(INVITATIONS.select()).all())
    kept = [file.read_bytes() for file in counter.door.house.outside.folder.iterdir() if file.is_file()]
    secret = read_code(made.code)
    for hidden in (
        made.code,
        made.code.replace("-", ""),
        secret.decode(),
        invitation_key(secret).private_bytes_raw().hex(),
    ):
        assert hidden not in rows
        assert hidden not in caplog.text
        assert not [one for one in kept if hidden.encode() in one]
    assert public_text(invitation_key(secret)) in rows  # the control: its public half is what is kept


def test_whoever_has_another_code_believes_nothing_of_it(counter: Counter) -> None:
    noor = newcomer(counter.door, "Noor Green")
    code, signed = code_for(counter.door, counter.sam, noor)
    elsewhere = replace(counter.door, house=replace(counter.door.house, directory=counter.office.directory()))
    forged = with_other(signed, root_mac=code_for(counter.door, counter.sam, noor)[1].root_mac)
    assert counter.brings(forged, noor.account).status == 200  # the endpoint has no way to see that
    theirs = Laptop(HERE)
    with pytest.raises(NotTheAuthority):
        enrol_device(Wire(elsewhere, theirs), code, theirs.key, theirs.reading)  # type: ignore[arg-type]


def test_what_an_administrator_signed_comes_from_that_laptop_and_by_no_file(counter: Counter, tmp_path: Path) -> None:
    """By a file it would take one person: at the laptop it is seen who recorded the check."""
    kim = newcomer(counter.door, "Kim Ashby")
    code, signed = code_for(counter.door, counter.sam, kim)
    with pytest.raises(NotReady, match="It was left out"):
        accept_invitation(counter.door, write_invitation(signed, tmp_path))
    assert code_of(enrol_with(counter.door, enrolment(Laptop(HERE), code))) == "invitation.wrong"


def test_another_code_ends_the_one_before_and_a_letter_too_and_no_restore_brings_it_back(counter: Counter) -> None:
    lee = newcomer(counter.door, "Lee Marten")
    letter, by_letter = invited(counter.office, counter.door, "Lee Marten", "practitioner")
    first, one = code_for(counter.door, counter.sam, lee)
    second, other = code_for(counter.door, counter.sam, lee)
    for signed in (one, other, other):
        assert counter.brings(signed, lee.account).status == 200
    made = [what.partition(" until")[0] for by, what in counter.lines(lee.account) if by.startswith("Sam, ")]
    assert made == ["code before ended", "invited with a code", "code before ended", "invited with a code"]
    for code in (letter, first):
        assert code_of(enrol_with(counter.door, enrolment(Laptop(HERE), code))) == "invitation.expired"
    with counter.door.store.transaction() as tx:
        put_in_again(tx, counter.door.house.outside.given(), NEEDED)
        ended = [is_ended(tx, signed.invitation.key) for signed in (by_letter, one, other)]
    assert ended == [True, True, False]
    assert enrol_with(counter.door, enrolment(Laptop(HERE), second)).status == 201


def test_nobody_lets_in_whom_they_vouched_for_alone(counter: Counter) -> None:
    mia = newcomer(counter.door, "Mia Field")
    for by in ("Sam, Ambleton 0-19", "Sam"):
        record_check(counter.door, mia.account, Vetted("900123456789", "2026-01-05", "Ann Lee", ""), by)
        answer = counter.brings(code_for(counter.door, counter.sam, mia)[1], mia.account)
        assert code_of(answer) == "account.two"
    record_check(counter.door, mia.account, Vetted("900123456789", "2026-01-05", "Ann Lee", ""), "Lena, Ambleton 0-19")
    assert counter.brings(code_for(counter.door, counter.sam, mia)[1], mia.account).status == 200


def test_nobody_joins_in_the_name_of_somebody_who_has_a_laptop_and_would_not_notice(counter: Counter) -> None:
    laptop, account = enrol(counter.office, counter.door, "Priya", "practitioner")
    priya = StaffAccount(account, "Priya", "Health visitor", "Ambleton 0-19", "practitioner")
    assert code_of(counter.brings(code_for(counter.door, counter.sam, priya)[1], account)) == "account.not_right"
    revoke_laptop(counter.door, account, laptop.id, "Ann Lee")
    code, signed = code_for(counter.door, counter.sam, priya)
    assert counter.brings(signed, account).status == 200
    other, _ = invited(counter.office, counter.door, "Priya", "practitioner")
    assert enrol_with(counter.door, enrolment(Laptop(HERE), other)).status == 201
    assert code_of(enrol_with(counter.door, enrolment(Laptop(HERE), code))) == "invitation.expired"


def test_what_is_not_of_this_laptop_for_this_person_and_of_this_moment_lets_nobody_in(counter: Counter) -> None:
    eve = newcomer(counter.door, "Eve Hart")
    long_ago = to_text(counter.door.now() - timedelta(minutes=6))
    for other in ({"name": "Eva Hart"}, {"job": "Doctor"}, {"issued_at": long_ago}, {"issued_at": "soon"}):
        signed = code_for(counter.door, counter.sam, eve, **other)[1]
        assert code_of(counter.brings(signed, eve.account)) == "account.not_right", other
    for role in ("coordinator", "administrator"):
        signed = code_for(counter.door, counter.sam, eve, role=role)[1]
        assert code_of(counter.brings(signed, eve.account)) == "signature.wrong"
    lena, _ = enrol(counter.office, counter.door, "Lena", "administrator")
    _, right = code_for(counter.door, counter.sam, eve)
    assert code_of(counter.brings(right, eve.account, lena)) == "signature.wrong"  # it is Sam's to bring
    _, by_root = counter.office.invite(name=eve.name, job=eve.job, agency=eve.agency, role=eve.role)
    assert code_of(counter.brings(by_root, eve.account)) == "signature.wrong"
    forged = with_other(right, invitation=with_other(right.invitation, name="Eva Hart"))
    assert code_of(counter.brings(forged, eve.account)) == "signature.wrong"
    set_state(counter.door, eve.account, AccountState.SUSPENDED, "Ann Lee")
    assert code_of(counter.brings(right, eve.account)) == "account.not_right"
    own = newcomer(counter.door, "Sam")
    assert code_of(counter.brings(code_for(counter.door, counter.sam, own)[1], own.account)) == "account.own"
    with counter.door.store.transaction() as tx:
        assert find_invitation(tx, right.invitation.key) is None
