"""A town in this very process, whose callers sign requests as they should, and in every way they should not."""

from __future__ import annotations

import base64
import hashlib
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

from ambleton import Laptop
from sqlalchemy import select

from authority.deskkeys import DIRECTORY_FILE, KEYS_FILE, new_desk_key
from authority.office import Office, write_invitation
from authority.orders import give_order, give_policy, write
from demonstration.vouching import vouch_for, vouch_for_account
from endpoint.accounting import add_account, set_state
from endpoint.accounts import AccountState, StaffAccount
from endpoint.door import Door
from endpoint.epochs import publish_desk_keys
from endpoint.index.entry import Entry
from endpoint.index.likeness import Named
from endpoint.nonces import new_nonce
from endpoint.office import accept_invitation, open_door, publish_policy, set_up, take_orders
from endpoint.proving import seal
from endpoint.resources import RESOURCES, OpenResource, Resource
from endpoint.secondfactor import code_of, step_at
from endpoint.senders import Senders
from endpoint.settings import Settings
from endpoint.storage.devices import find_device
from endpoint.storage.factors import Factor, keep_factor, keep_proof
from endpoint.storage.index import put_entry
from endpoint.storage.invitations import find_invitation
from endpoint.storage.looks import list_unreviewed
from endpoint.storage.services import KeptService, replace_services
from endpoint.storage.tables import METADATA
from endpoint.times import to_text
from endpoint.visit import Answer, Asked
from protocol import limits
from protocol.accounts import Accepted, Course, FactorAnew, FactorWhy, NewAccount, Trained, Turned, Vetted
from protocol.batches import pack_batch
from protocol.childindex import CafNote, CafSays, LookWhy, Review, Settled, SettledHow, Sought
from protocol.codec import encode
from protocol.codes import invitation_key, new_code, read_code, root_mac, seal_welcome
from protocol.factor import FactorCode
from protocol.keeping import Contact, Erasure, ErasureWhy, SignedErasure
from protocol.messages import (
    Anchor,
    Certificate,
    DeviceKeys,
    Enrolment,
    Invitation,
    Message,
    SignedAnchor,
    SignedInvitation,
    Welcome,
)
from protocol.notices import Notice, NoticeState, SignedNotice
from protocol.orders import Done, OrderKind, SignedDone
from protocol.requests import COVERED, LENGTH_HEADER, OFFSET_HEADER, TAG
from protocol.services import Edition, Service, SignedEdition, pack_page, page_name
from protocol.statements import Kind, public_text, sign

HERE = "http://ambleton.example"
WHY = "Asked by the school to see who else helps"
BY_PATH = {(one.method, one.path): one for one in RESOURCES}
SIGNED = tuple(one for one in RESOURCES if not isinstance(one, OpenResource))
COORDINATORS = {
    ("POST", "/v1/index/children/{child}/overrides"),
    ("GET", "/v1/index/reviews"),
    ("PUT", "/v1/index/reviews/{look}"),
    ("GET", "/v1/index/held"),
    ("PUT", "/v1/index/held/{episode}"),
    ("GET", "/v1/index/settled"),
    ("GET", "/v1/senders/{id}"),
    ("GET", "/v1/desk-keys"),
}
WITH_A_FACTOR = {
    ("POST", "/v1/factor/proofs"),
    ("POST", "/v1/factor/secrets"),
}
ADMINISTRATORS = {
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
WITH_FAMILIES = {
    ("POST", "/v1/envelopes"),
    ("PUT", "/v1/envelopes/{id}"),
    ("GET", "/v1/envelopes/{id}"),
    ("HEAD", "/v1/blobs/{sha256}"),
    ("PATCH", "/v1/blobs/{sha256}"),
    ("GET", "/v1/changes"),
    ("PUT", "/v1/erasures/{id}"),
    ("PUT", "/v1/notices/{episode}"),
    ("GET", "/v1/notices"),
    *((one.method, one.path) for one in RESOURCES if one.path.startswith("/v1/index/")),
}
PROVING = tuple(one for one in SIGNED if getattr(one, "proves", False))
FACTOR = b"12345678901234567890"
ORDERED = ("PUT", "/v1/orders/{id}")
PIECE = b"a piece of sealed bytes"
_AGE = limits.REQUEST_AGE_SECONDS + 60


@dataclass(frozen=True)
class Letter:
    """A request before it is signed: what it asks for, and what its signature is to say and to be over."""

    resource: Resource
    laptop: Laptop
    now: int
    path: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    query: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    method: str = ""
    target: str = ""
    device: str = ""
    age: int = 0
    nonce: str = field(default_factory=lambda: secrets.token_urlsafe(16))
    covered: tuple[str, ...] = COVERED
    tag: str = TAG
    digested: bool = True

    @property
    def url(self) -> str:
        """Where it goes."""
        asked = "&".join(f"{name}={value}" for name, value in self.query.items())
        return HERE + self.resource.path.format(**self.path) + (f"?{asked}" if asked else "")

    def asked(self, **changed: str) -> Asked:
        """Return the request, signed; ``changed`` are header lines that come otherwise."""
        lines = {**self.headers, "ecaf-version": "2", **self._signature()}
        lines |= {name.replace("_", "-"): value for name, value in changed.items()}
        said = {name: value for name, value in lines.items() if value}
        return Asked(self.resource.method, self.url, said, self.path, self.query, self.body)

    def _signature(self) -> dict[str, str]:
        device, target = self.device or self.laptop.id, self.target or self.url
        said = {
            "@method": self.method or self.resource.method,
            "@authority": urlsplit(target).netloc,
            "@target-uri": target,
        }
        lines = {name: said[name] for name in self.covered}
        digest = f"sha-256=:{base64.b64encode(hashlib.sha256(self.body).digest()).decode()}:" if self.body else ""
        if digest and self.digested:
            lines["content-digest"] = digest
        names = " ".join(f'"{name}"' for name in lines)
        created = self.now - self.age
        of = f'({names});created={created};keyid="{device}";alg="ed25519";nonce="{self.nonce}";tag="{self.tag}"'
        base = "\n".join([*(f'"{name}": {value}' for name, value in lines.items()), f'"@signature-params": {of}'])
        made = base64.b64encode(self.laptop.key.sign(base.encode())).decode()
        carried = {"content-digest": digest} if digest else {}
        return {"signature-input": f"ecaf={of}", "signature": f"ecaf=:{made}:", **carried}


@dataclass(frozen=True)
class Callers:
    """Whoever knocks: three who may, one whose laptop was revoked, one whose account is suspended, and a stranger."""

    practitioner: Laptop
    coordinator: Laptop
    administrator: Laptop
    revoked: Laptop
    suspended: Laptop
    stranger: Laptop = field(default_factory=lambda: Laptop(HERE))

    @property
    def enrolled(self) -> dict[str, Laptop]:
        """Those who are enrolled, by what they are."""
        return {name: value for name, value in vars(self).items() if name != "stranger"}


@dataclass(frozen=True)
class Indoors:
    """An endpoint with no network, and who calls.

    Of each caller there is an envelope of its ``own``, a ``spare`` one to be erased, and one of ``theirs``, sent to it.
    """

    office: Office
    door: Door
    callers: Callers
    orders: Mapping[str, str]
    page: str
    own: dict[str, str] = field(default_factory=dict)
    theirs: dict[str, str] = field(default_factory=dict)
    spare: dict[str, str] = field(default_factory=dict)
    child: str = field(default_factory=lambda: str(uuid4()))
    colleague: tuple[str, str] = ("", "")
    """The account and the laptop of somebody who does not call."""
    newcomer: StaffAccount = field(default_factory=lambda: StaffAccount("", "", "", "", ""))
    """Somebody of whom all is on record, and who has no laptop yet."""
    at_the_desk: str = ""
    """The account of a coordinator who does not call."""
    factors: dict[str, tuple[str, Factor]] = field(default_factory=dict)

    def digits(self, ahead: int = 0) -> bytes:
        """Return what a telephone says just now, or so many steps later."""
        return encode(FactorCode(code_of(FACTOR, step_at(self.door.now()) + ahead)))

    def letter(self, laptop: Laptop, method: str, path: str, body: bytes = b"", **of_path: str) -> Letter:
        """Return a request to a route of the table."""
        now = int(self.door.now().timestamp())
        return Letter(BY_PATH[method, path], laptop, now, of_path, body)

    def answer(self, letter: Letter) -> Answer:
        """Return what is answered to a request that is signed as it should be."""
        return self.door.respond(letter.resource, letter.asked())

    def contents(self) -> dict[str, list[tuple[object, ...]]]:
        """Return every row of every table."""
        with self.door.store.transaction() as tx:
            rows = {name: tx.connection.execute(select(table)).all() for name, table in METADATA.tables.items()}
        return {name: sorted((tuple(row) for row in of), key=repr) for name, of in rows.items()}

    def right(self, laptop: Laptop, resource: Resource) -> Letter:
        """Return a request as this laptop would rightly make it."""
        return getattr(_Right(self, laptop), _words(resource))() if resource in SIGNED else _never(resource)


def _never(resource: Resource) -> Letter:
    raise KeyError(resource.path)


def _words(resource: Resource) -> str:
    """Return the name of the function that makes a right request to this route."""
    parts = resource.path.removeprefix("/v1/").replace("{", "").replace("}", "").replace("-", "_").split("/")
    return "_".join([resource.method.lower(), *parts])


@dataclass(frozen=True)
class _Right:
    """Right requests of one laptop: a function for each signed route, so that a new route fails until it has one."""

    town: Indoors
    laptop: Laptop

    def _ask(self, method: str, path: str, body: bytes = b"", **of_path: str) -> Letter:
        return self.town.letter(self.laptop, method, path, body, **of_path)

    def post_envelopes(self) -> Letter:
        return self._ask("POST", "/v1/envelopes", pack_batch((self.laptop.envelope()[1],)))

    def put_envelopes_id(self) -> Letter:
        envelope, body = self.laptop.envelope()
        return self._ask("PUT", "/v1/envelopes/{id}", body, id=envelope)

    def get_envelopes_id(self) -> Letter:
        return self._ask("GET", "/v1/envelopes/{id}", id=self.town.theirs[self.laptop.id])

    def head_blobs_sha256(self) -> Letter:
        return self._ask("HEAD", "/v1/blobs/{sha256}", sha256=hashlib.sha256(PIECE).hexdigest())

    def patch_blobs_sha256(self) -> Letter:
        made = self._ask("PATCH", "/v1/blobs/{sha256}", PIECE[:4], sha256=hashlib.sha256(PIECE).hexdigest())
        return replace(made, headers={OFFSET_HEADER: "0", LENGTH_HEADER: str(len(PIECE))})

    def get_changes(self) -> Letter:
        return self._ask("GET", "/v1/changes")

    def get_erasures(self) -> Letter:
        return self._ask("GET", "/v1/erasures")

    def put_erasures_id(self) -> Letter:
        asked = Erasure(str(uuid4()), self.laptop.id, (self.town.spare[self.laptop.id],), ErasureWhy.ASKED)
        signed = SignedErasure(asked, self.laptop.sign(Kind.ERASURE, asked))
        return self._ask("PUT", "/v1/erasures/{id}", encode(signed), id=asked.id)

    def post_contact(self) -> Letter:
        return self._ask("POST", "/v1/contact", encode(Contact(2, "", 0)))

    def put_orders_id(self) -> Letter:
        order = self.town.orders.get(self.laptop.id, str(uuid4()))
        done = Done(order, self.laptop.id, 0, "2026-11-26T09:31:00Z")
        signed = SignedDone(done, self.laptop.sign(Kind.DONE, done))
        return self._ask("PUT", "/v1/orders/{id}", encode(signed), id=done.order)

    def get_policy(self) -> Letter:
        return self._ask("GET", "/v1/policy")

    def get_desk_keys(self) -> Letter:
        return self._ask("GET", "/v1/desk-keys")

    def get_services(self) -> Letter:
        return self._ask("GET", "/v1/services")

    def get_services_sha256(self) -> Letter:
        return self._ask("GET", "/v1/services/{sha256}", sha256=self.town.page)

    def get_reconcile(self) -> Letter:
        return self._ask("GET", "/v1/reconcile")

    def get_reconcile_month(self) -> Letter:
        return self._ask("GET", "/v1/reconcile/{month}", month=self.town.door.now().strftime("%Y-%m"))

    def put_notices_episode(self, episode: str = "") -> Letter:
        told = Notice(episode or str(uuid4()), self.laptop.id, 2, NoticeState.OPEN, "", "", "", "")
        signed = SignedNotice(told, self.laptop.sign(Kind.NOTICE, told))
        return self._ask("PUT", "/v1/notices/{episode}", encode(signed), episode=told.episode)

    def post_index_searches(self) -> Letter:
        sought = Sought("Mason", "Marsh", "2012-01-04", "", "", "", WHY, "")
        return self._ask("POST", "/v1/index/searches", encode(sought))

    def post_index_children_child_looks(self) -> Letter:
        return self._look("looks")

    def post_index_children_child_overrides(self) -> Letter:
        return self._look("overrides")

    def _look(self, how: str) -> Letter:
        why = encode(LookWhy(WHY, "", warned=True))
        return self._ask("POST", f"/v1/index/children/{{child}}/{how}", why, child=self.town.child)

    def put_index_cafs_episode(self, episode: str = "") -> Letter:
        note = CafNote(self.town.child, CafSays.STARTED, *[False] * 4)
        return self._ask("PUT", "/v1/index/cafs/{episode}", encode(note), episode=episode or str(uuid4()))

    def get_index_reviews(self) -> Letter:
        return self._ask("GET", "/v1/index/reviews")

    def put_index_reviews_look(self) -> Letter:
        with self.town.door.store.transaction() as tx:
            waiting = [one.look for one in list_unreviewed(tx) if one.device != self.laptop.id]
        look = waiting[0] if waiting else str(uuid4())
        return self._ask("PUT", "/v1/index/reviews/{look}", encode(Review("It was right.")), look=look)

    def get_index_held(self) -> Letter:
        return self._ask("GET", "/v1/index/held")

    def get_index_settled(self) -> Letter:
        return self._ask("GET", "/v1/index/settled")

    def get_notices(self) -> Letter:
        return self._ask("GET", "/v1/notices")

    def put_index_held_episode(self) -> Letter:
        settled = encode(Settled(self.town.own["held"], SettledHow.DIFFERENT, family_agreed=False))
        return self._ask("PUT", "/v1/index/held/{episode}", settled, episode=self.town.own["caf"])

    def get_accounts(self) -> Letter:
        return self._ask("GET", "/v1/accounts")

    def post_accounts(self) -> Letter:
        new = NewAccount("Person who is new", "Health visitor", "Ambleton 0-19", "practitioner", "")
        return self._ask("POST", "/v1/accounts", encode(new))

    def post_accounts_account_invitations(self) -> Letter:
        said: Message = Turned(AccountState.OPEN)
        if self.laptop is self.town.callers.administrator:
            said = code_for(self.town.door, self.laptop, self.town.newcomer)[1]
        path = "/v1/accounts/{account}/invitations"
        return self._ask("POST", path, encode(said), account=self.town.newcomer.account)

    def get_accounts_account_changes(self) -> Letter:
        return self._ask("GET", "/v1/accounts/{account}/changes", account=self.town.colleague[0])

    def post_accounts_account_checks(self) -> Letter:
        return self._account("POST", "checks", Vetted("900123456789", "2026-01-05", "Sam Okafor", ""))

    def post_accounts_account_trainings(self) -> Letter:
        return self._account("POST", "trainings", Trained(Course.INDEX, "2026-01-05", ""))

    def post_accounts_account_acceptances(self) -> Letter:
        return self._account("POST", "acceptances", Accepted("2026-01-05"))

    def put_accounts_account_state(self) -> Letter:
        return self._account("PUT", "state", Turned(AccountState.SUSPENDED))

    def put_accounts_account_revocations_device(self) -> Letter:
        account, device = self.town.colleague
        return self._ask("PUT", "/v1/accounts/{account}/revocations/{device}", account=account, device=device)

    def post_accounts_account_factor_resets(self) -> Letter:
        said = encode(FactorAnew(FactorWhy.LOST))
        return self._ask("POST", "/v1/accounts/{account}/factor/resets", said, account=self.town.at_the_desk)

    def _account(self, method: str, what: str, said: Message) -> Letter:
        return self._ask(method, f"/v1/accounts/{{account}}/{what}", encode(said), account=self.town.colleague[0])

    def get_anchor(self) -> Letter:
        return self._ask("GET", "/v1/anchor")

    def put_anchor(self) -> Letter:
        anchor = Anchor(self.laptop.id, 1, "a" * 64, 0, "", continues=True, key="a2V5")
        return self._ask("PUT", "/v1/anchor", encode(SignedAnchor(anchor, self.laptop.sign(Kind.ANCHOR, anchor))))

    def get_lease(self) -> Letter:
        return self._ask("GET", "/v1/lease")

    def get_senders_id(self) -> Letter:
        return self._ask("GET", "/v1/senders/{id}", id=self.laptop.id)

    def get_factor(self) -> Letter:
        return self._ask("GET", "/v1/factor")

    def post_factor_proofs(self) -> Letter:
        self._begin_factor()
        return self._ask("POST", "/v1/factor/proofs", self.town.digits())

    def post_factor_secrets(self) -> Letter:
        self._begin_factor()
        return self._ask("POST", "/v1/factor/secrets")

    def _begin_factor(self) -> None:
        """Let this laptop's owner have a second factor with a secret of which nothing was proved."""
        if self.laptop.id in self.town.factors:
            with self.town.door.store.transaction() as tx:
                keep_factor(tx, *self.town.factors[self.laptop.id])


def _other_nonce(letter: Letter, town: Indoors) -> Asked:
    """Return an old request with a fresh nonce that the endpoint gave to somebody else."""
    given = new_nonce(town.door.house.receipt_key, town.callers.stranger.id, town.door.now())
    return replace(letter, age=_AGE, nonce=given).asked()


def _bent(letter: Letter, _town: Indoors) -> Asked:
    asked = letter.asked()
    said = str(dict(asked.headers.items())["signature"])
    return letter.asked(signature=f"ecaf=:{'B' if said[6] == 'A' else 'A'}{said[7:]}")


BADLY: dict[str, Callable[[Letter, Indoors], Asked]] = {
    "not signed": lambda letter, _: letter.asked(signature="", signature_input=""),
    "signed by another": lambda letter, town: replace(
        letter, laptop=town.callers.stranger, device=letter.laptop.id
    ).asked(),
    "by nobody enrolled": lambda letter, town: replace(letter, laptop=town.callers.stranger).asked(),
    "in the name of another": lambda letter, town: replace(letter, device=town.callers.stranger.id).asked(),
    "too old": lambda letter, _: replace(letter, age=_AGE).asked(),
    "from the future": lambda letter, _: replace(letter, age=-_AGE).asked(),
    "with somebody else's nonce": _other_nonce,
    "with a short nonce": lambda letter, _: replace(letter, nonce="short").asked(),
    "for another method": lambda letter, _: replace(letter, method="DELETE").asked(),
    "for another query": lambda letter, _: replace(letter, target=letter.url + "?limit=1").asked(),
    "for another path": lambda letter, _: replace(letter, target=f"{HERE}/v1/contacts").asked(),
    "for another endpoint": lambda letter, _: replace(letter, target="http://elsewhere.example/v1/lease").asked(),
    "not over its target": lambda letter, _: replace(letter, covered=("@method", "@authority")).asked(),
    "not over its method": lambda letter, _: replace(letter, covered=("@authority", "@target-uri")).asked(),
    "over nothing": lambda letter, _: replace(letter, covered=(), digested=False).asked(),
    "for another purpose": lambda letter, _: replace(letter, tag="ecaf-v0").asked(),
    "with a bit turned": _bent,
    "with no signature in it": lambda letter, _: letter.asked(signature="ecaf=::"),
    "under another label": lambda letter, _: letter.asked(signature="other=:AAAA:"),
    "of a body it does not carry": lambda letter, _: replace(letter.asked(), body=letter.body + b" "),
    "with another digest": lambda letter, _: letter.asked(content_digest=f"sha-256=:{'A' * 43}=:"),
    "not over its digest": lambda letter, _: replace(letter, digested=False).asked(),
    "for what it does not ask": lambda letter, _: replace(letter.asked(), method="TRACE"),
}
"""Every way in which a request is not its device's, just now, over this very request. Those of a body need one."""

OF_A_BODY = {"of a body it does not carry", "with another digest", "not over its digest"}


def indoors(folder: Path, database: str = "", grant: Callable[[str], str] = str) -> Indoors:
    """Return an endpoint in which each route has something to answer with.

    ``grant`` is given the database's address once its tables are there, and returns the one to answer with.
    """
    office = Office.create(folder / "office", name="Ambleton", code="E06000099", practice=True)
    settings = Settings(folder / "endpoint", database=database, pace=0, factor="coordinator administrator")
    set_up(settings, office.for_the_endpoint)
    door = open_door(replace(settings, database=grant(database)))
    enrolled = {
        name: enrol(
            office, door, f"Person {name}", name if name in {"coordinator", "administrator"} else "practitioner"
        )
        for name in ("practitioner", "coordinator", "administrator", "revoked", "suspended")
    }
    laptops = {name: laptop for name, (laptop, _) in enrolled.items()}
    order = give_order(office, laptops["revoked"].id, OrderKind.REVOKE, by=("A. Holder",))
    colleague, account = enrol(office, door, "Person elsewhere", "practitioner")
    _, at_the_desk = enrol(office, door, "Person at another desk", "coordinator")
    town = Indoors(
        office,
        door,
        Callers(**laptops),
        {laptops["revoked"].id: order.order.id},
        _publish(door),
        colleague=(account, colleague.id),
        newcomer=newcomer(door, "Person to join"),
        at_the_desk=at_the_desk,
    )
    for role in ("coordinator", "administrator"):
        proved(town, *enrolled[role])
    _furnish(town)
    take_orders(door, [write(order, folder / "orders" / "one.json")])
    _second_desk_key(town, folder)
    publish_policy(door, write(give_policy(office, "{}", 1), folder / "policy.json"))
    set_state(door, enrolled["suspended"][1], AccountState.SUSPENDED, "Sam Okafor")
    return replace(town, door=replace(door, senders=Senders()))  # one that has not heard of anybody for some seconds


def _second_desk_key(town: Indoors, folder: Path) -> None:
    """Let the desk have a second key."""
    made = folder / "epoch"
    new_desk_key(town.office, (certificate_of(town.door, town.callers.coordinator),), made)
    publish_desk_keys(town.door, made / KEYS_FILE, made / DIRECTORY_FILE)


def who_may(town: Indoors, resource: Resource) -> Laptop:
    """Return somebody who may ask this."""
    route = (resource.method, resource.path)
    if route in ADMINISTRATORS:
        return town.callers.administrator
    return town.callers.revoked if route == ORDERED else town.callers.coordinator


def enrolment(laptop: Laptop, code: str) -> Enrolment:
    """Return what a laptop enrols with."""
    key = invitation_key(read_code(code))
    keys = DeviceKeys(laptop.id, public_text(key), public_text(laptop.key), laptop.reading)
    return Enrolment(keys, sign(Kind.DEVICE, keys, key))


def invited(
    office: Office, door: Door, name: str, role: str, issued_at: datetime | None = None
) -> tuple[str, SignedInvitation]:
    """Invite somebody and let the endpoint know."""
    agency = "Ambleton 0-19"
    code, signed = office.invite(name=name, job="Health visitor", agency=agency, role=role, issued_at=issued_at)
    accept_invitation(door, write_invitation(signed, office.folder / "invitations"))
    return code, signed


def enrol(office: Office, door: Door, name: str, role: str, issued_at: datetime | None = None) -> tuple[Laptop, str]:
    """Return an enrolled person's laptop and the id of its owner's account."""
    code, signed = invited(office, door, name, role, issued_at)
    account = vouch_for(door, signed)
    laptop = Laptop(HERE)
    answer = enrol_with(door, enrolment(laptop, code))
    assert answer.status == 201, answer.body
    return laptop, account


def newcomer(door: Door, name: str, role: str = "practitioner") -> StaffAccount:
    """Open an account for somebody, with all on record that they need."""
    opened = add_account(door, StaffAccount("", name, "Health visitor", "Ambleton 0-19", role), "Rachel Okoro")
    vouch_for_account(door, opened.account)
    return opened


def certificate_of(door: Door, laptop: Laptop) -> Certificate:
    """Return the certificate of a laptop that is enrolled."""
    with door.store.transaction() as tx:
        device = find_device(tx, laptop.id)
        assert device is not None
        signed = find_invitation(tx, device.enrolment.keys.invitation)
    assert signed is not None
    enrolment = device.enrolment
    return Certificate(signed.invitation, signed.signature, enrolment.keys, enrolment.signature, signed.inviter)


def code_for(door: Door, laptop: Laptop, account: StaffAccount, **other: str) -> tuple[str, SignedInvitation]:
    """Return a code that a laptop makes for somebody, and its invitation; ``other`` is what that says otherwise."""
    code, root = new_code(), door.house.directory.root
    secret, who = read_code(code), {name: getattr(account, name) for name in ("name", "job", "agency", "role")}
    said = {"authority": door.store.authority, **who, "issued_at": to_text(door.now()), **other}
    invitation = Invitation(key=public_text(invitation_key(secret)), **said)
    signature, welcome = laptop.sign(Kind.INVITATION, invitation), seal_welcome(secret, Welcome({}))
    mac = root_mac(secret, root)
    return code, SignedInvitation(invitation, signature, mac, welcome, certificate_of(door, laptop))


def enrol_with(door: Door, said: Enrolment) -> Answer:
    """Ask to be enrolled."""
    resource = BY_PATH["POST", "/v1/enrolments"]
    return door.respond(resource, Asked("POST", HERE + resource.path, {}, {}, {}, encode(said)))


def _publish(door: Door) -> str:
    page = pack_page((Service(str(uuid4()), "Toy library"),))
    edition = Edition(door.store.authority, 1, "2026-11-26T09:00:00Z", 1, {}, {}, (page_name(page),))
    key = door.house.receipt_key
    signed = SignedEdition(edition, public_text(key), sign(Kind.SERVICES, edition, key))
    with door.store.transaction() as tx:
        replace_services(tx, signed, {page_name(page): page}, [KeptService(str(uuid4()), b"{}")])
    return page_name(page)


def proved(town: Indoors, laptop: Laptop, account: str) -> None:
    """Let somebody have proved a second factor on her laptop."""
    sealed = seal(town.door.house.receipt_key, f"{town.door.store.authority} {account}", FACTOR)
    town.factors[laptop.id] = (account, Factor(sealed))
    with town.door.store.transaction() as tx:
        keep_factor(tx, *town.factors[laptop.id])
        keep_proof(tx, laptop.id, to_text(town.door.now() + timedelta(days=1)))


def _furnish(town: Indoors) -> None:
    """Keep of each caller what the routes answer with: envelopes both ways, an anchor, a child, a look and a pair."""
    entry = Entry(town.child, (Named("Mason", "Marsh"),), date(2012, 1, 4), gender="m", is_shielded=True)
    with town.door.store.transaction() as tx:
        put_entry(tx, entry)
    for laptop in town.callers.enrolled.values():
        _done(town, _Right(town, laptop).put_anchor())
        if laptop is town.callers.administrator:  # who brings nothing of any family
            for somebodys in (town.own, town.spare, town.theirs):
                somebodys[laptop.id] = somebodys[town.callers.practitioner.id]
            continue
        town.own[laptop.id] = _brought(town, laptop, "desk-9")
        town.spare[laptop.id] = _brought(town, laptop, "desk-9")
        town.theirs[laptop.id] = _brought(town, town.callers.practitioner, laptop.id)
    for name, laptop in (("caf", town.callers.suspended), ("held", town.callers.coordinator)):
        town.own[name] = str(uuid4())
        _done(town, _Right(town, laptop).put_index_cafs_episode(town.own[name]))
    other, account = enrol(town.office, town.door, "Person who looked", "coordinator")
    proved(town, other, account)
    _done(town, _Right(town, other).post_index_children_child_overrides())
    _done(town, _Right(town, town.callers.suspended).put_notices_episode(town.own["caf"]))


def _brought(town: Indoors, laptop: Laptop, recipient: str) -> str:
    envelope, body = laptop.envelope(recipient)
    _done(town, town.letter(laptop, "PUT", "/v1/envelopes/{id}", body, id=envelope))
    return envelope


def _done(town: Indoors, letter: Letter) -> None:
    answer = town.answer(letter)
    assert answer.status in {200, 201}, (letter.resource.path, answer.body)
