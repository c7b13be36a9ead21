"""Nobody sends or receives without a check, training and the use policy on record; nothing is lost for it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import uuid4

import pytest
from ambleton import Laptop, Town, problem_of

from app.sync.troubles import EndpointRefused
from authority.office import write_invitation
from authority.orders import give_order, write
from demonstration.vouching import vouch_for
from endpoint.accounting import record_acceptance, record_check, record_training, set_state
from endpoint.accounts import (
    FOR_EVER,
    NEEDED,
    AccountState,
    Course,
    StaffAccount,
    Trained,
    Vetted,
    WhyNot,
    good_until,
    why_not,
)
from endpoint.cli import main
from endpoint.door import Door
from endpoint.office import accept_invitation, open_door, take_orders
from endpoint.resources import RESOURCES, OpenResource
from endpoint.storage.accounts import account_of, find_account, list_changes
from protocol.batches import pack_batch
from protocol.orders import OrderKind

NUMBER, BY, TODAY = "900123456789", "Sam Okafor", "2026-11-26"
EXCHANGES = {
    ("POST", "/v1/envelopes"),
    ("PUT", "/v1/envelopes/{id}"),
    ("GET", "/v1/envelopes/{id}"),
    ("HEAD", "/v1/blobs/{sha256}"),
    ("PATCH", "/v1/blobs/{sha256}"),
    ("GET", "/v1/changes"),
    ("PUT", "/v1/notices/{episode}"),
    ("GET", "/v1/notices"),
    ("GET", "/v1/desk-keys"),
    ("GET", "/v1/senders/{id}"),
    *((one.method, one.path) for one in RESOURCES if one.path.startswith(("/v1/index/", "/v1/accounts"))),
}


@dataclass(frozen=True)
class Invited:
    """Somebody who was invited, with their code and their account."""

    code: str
    account: str


def invited(town: Town) -> Invited:
    """Invite somebody nobody was before, and record nothing."""
    name = f"Priya {uuid4().hex[:8]}"
    code, signed = town.office.invite(name=name, job="Nurse", agency="0-19", role="practitioner")
    with opened(town) as door:
        accept_invitation(door, write_invitation(signed, town.folder / "invitations"))
    return Invited(code, account_of(signed.invitation).account)


@contextmanager
def opened(town: Town) -> Iterator[Door]:
    door = open_door(town.settings)
    try:
        yield door
    finally:
        door.close()


def ready(town: Town) -> tuple[Laptop, str]:
    """Return the laptop of somebody who may send and receive, and their account."""
    name = f"Priya {uuid4().hex[:8]}"
    code, signed = town.office.invite(name=name, job="Nurse", agency="0-19", role="practitioner")
    with opened(town) as door:
        accept_invitation(door, write_invitation(signed, town.folder / "invitations"))
        account = vouch_for(door, signed)
    laptop = town.laptop()
    laptop.enrol(code)
    return laptop, account


def why(laptop: Laptop, method: str = "GET", path: str = "/v1/changes", body: bytes = b"") -> str:
    response = laptop.ask(method, path, body)
    assert problem_of(response) == "account.not_ready"
    assert response.status_code == 403
    return str(response.json()["why"])


def enrolment_refused(town: Town, who: Invited) -> str:
    with pytest.raises(EndpointRefused) as met:
        town.laptop().enrol(who.code)
    return met.value.what


def test_nobody_enrols_before_all_of_it_is_on_record(town: Town) -> None:
    who = invited(town)
    assert "there is no check on record for you" in enrolment_refused(town, who)
    with opened(town) as door:
        record_check(door, who.account, Vetted(NUMBER, "2026-01-05", BY, FOR_EVER), BY)
    assert "there is no training on record for you" in enrolment_refused(town, who)
    with opened(town) as door:
        for course in NEEDED:
            record_training(door, who.account, Trained(course, "2026-01-06", ""), BY)
    assert "that you accepted the use policy" in enrolment_refused(town, who)
    with opened(town) as door:
        record_acceptance(door, who.account, "2026-01-07", BY)
    laptop = town.laptop()
    laptop.enrol(who.code)
    laptop.send("desk-1")


def test_a_check_that_lapsed_stops_all_that_is_sent_or_received_and_nothing_is_lost(town: Town) -> None:
    laptop, account = ready(town)
    envelope, body = laptop.envelope()
    with opened(town) as door:
        record_check(door, account, Vetted(NUMBER, "2020-01-05", BY, "2023-01-05"), BY)
    before = town.rows("SELECT count(*) FROM envelopes")
    piece = {"upload_offset": "0", "upload_length": "6", "content_type": "application/offset+octet-stream"}
    assert why(laptop, "PUT", f"/v1/envelopes/{envelope}", body) == "check-lapsed"
    assert why(laptop, "POST", "/v1/envelopes", pack_batch((body,))) == "check-lapsed"
    assert why(laptop, "GET", f"/v1/envelopes/{envelope}") == "check-lapsed"
    assert why(laptop) == "check-lapsed"
    assert problem_of(laptop.ask("PATCH", f"/v1/blobs/{'a' * 64}", b"sealed", **piece)) == "account.not_ready"
    assert laptop.ask("HEAD", f"/v1/blobs/{'a' * 64}").status_code == 403
    assert why(laptop, "PUT", f"/v1/notices/{uuid4()}", b"{}") == "check-lapsed"
    assert town.rows("SELECT count(*) FROM envelopes") == before
    for path in ("/v1/lease", "/v1/erasures", "/v1/reconcile"):
        assert laptop.ask("GET", path).status_code == 200
    with opened(town) as door:
        record_check(door, account, Vetted(NUMBER, "2026-01-05", BY, FOR_EVER), BY)
    assert laptop.ask("PUT", f"/v1/envelopes/{envelope}", body).status_code == 201


def test_what_is_sent_or_received_is_this_and_nothing_else() -> None:
    signed = [one for one in RESOURCES if not isinstance(one, OpenResource)]
    assert {(one.method, one.path) for one in signed if one.exchanges} == EXCHANGES


@pytest.mark.parametrize(
    ("state", "said"),
    [(AccountState.SUSPENDED, "suspended"), (AccountState.CLOSED, "closed"), (AccountState.LEFT, "closed")],
)
def test_suspended_closed_and_gone_send_nothing_until_they_are_open_again(
    town: Town, state: AccountState, said: str
) -> None:
    laptop, account = ready(town)
    with opened(town) as door:
        set_state(door, account, state, BY)
    assert why(laptop) == said
    with opened(town) as door:
        set_state(door, account, AccountState.OPEN, BY)
    assert laptop.ask("GET", "/v1/changes").status_code == 200


def test_a_revoked_laptop_hands_in_what_it_has_though_its_owner_left(town: Town) -> None:
    laptop, account = ready(town)
    signed = give_order(town.office, laptop.id, OrderKind.PUSH_THEN_WIPE, by=("A",))
    with opened(town) as door:
        set_state(door, account, AccountState.LEFT, BY)
        take_orders(door, [write(signed, town.folder / "order.json")])
    laptop.send("desk-1")
    assert problem_of(laptop.ask("GET", "/v1/changes")) == "device.revoked"


def test_every_laptop_of_the_person_is_meant_and_no_other(town: Town) -> None:
    first, account = ready(town)
    with opened(town) as door, door.store.transaction() as tx:
        held = find_account(tx, account)
    assert held is not None
    code, signed = town.office.invite(name=held.name, job="Nurse", agency="0-19", role="practitioner")
    with opened(town) as door:
        accept_invitation(door, write_invitation(signed, town.folder / "invitations"))
    second, other = town.laptop(), town.enrolled()
    second.enrol(code)
    with opened(town) as door:
        set_state(door, account, AccountState.SUSPENDED, BY)
    assert [why(first), why(second)] == ["suspended", "suspended"]
    assert other.ask("GET", "/v1/changes").status_code == 200


def test_every_change_is_written_down_with_who_made_it_and_so_is_each_refusal(town: Town) -> None:
    laptop, account = ready(town)
    with opened(town) as door:
        set_state(door, account, AccountState.SUSPENDED, "Ann Lee")
        with door.store.transaction() as tx:
            lines = list_changes(tx, account)
    why(laptop)
    assert [what for _, _, what in lines][-1] == "now suspended"
    assert lines[-1][1] == "Ann Lee"
    assert len(lines) == 7  # with the letter, and the laptop that joined by it
    query = "SELECT action, status FROM accesses WHERE about = :about OR device = :device"
    rows = town.rows(query, about=account, device=laptop.id)
    assert rows.count(("account.change", 200)) == 5
    assert ("changes.list", 403) in rows


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["check", "ID", "--number", "12", "--on", "2026-01-05", "--seen-by", BY], "has twelve digits"),
        (["check", "ID", "--number", NUMBER, "--on", "2099-01-05", "--seen-by", BY], "has not come yet"),
        (["check", "ID", "--number", NUMBER, "--on", "5 January", "--seen-by", BY], "is not a day"),
        (["check", "ID", "--number", NUMBER, "--on", "2026-01-05", "--seen-by", " "], "say who saw"),
        (["train", "ID", "--course", "using-caf", "--on", "2026-01-05", "--until", "2025-01-05"], "is before"),
        (["suspend", "nobody"], "There is no account nobody here"),
    ],
)
def test_a_slip_on_the_command_line_is_said_and_nothing_is_recorded(
    town: Town, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], line: list[str], said: str
) -> None:
    monkeypatch.setenv("ECAF_ENDPOINT_DATABASE", town.database)
    who = invited(town)
    words = [who.account if word == "ID" else word for word in line]
    assert main(["account", *words, "--by", BY, "--folder", str(town.folder)]) == 1
    assert said in capsys.readouterr().err
    with opened(town) as door, door.store.transaction() as tx:
        assert [what for _, _, what in list_changes(tx, who.account)] == ["invited by a letter"]


def test_the_list_says_of_everybody_what_keeps_them_from_it(
    town: Town, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ECAF_ENDPOINT_DATABASE", town.database)
    where = ["--folder", str(town.folder)]
    name = f"Ann {uuid4().hex[:8]}"
    who = ["--name", name, "--job", "Teacher", "--agency", "Ambleton High", "--role", "practitioner"]
    assert main(["account", "add", *who, "--manager", "Jo Whitfield", "--by", BY, *where]) == 0
    account = capsys.readouterr().out.partition(":")[0]
    assert (
        main(
            ["account", "check", account, "--number", NUMBER, "--on", "2026-01-05", "--seen-by", BY, "--by", BY, *where]
        )
        == 0
    )
    assert main(["account", "list", *where]) == 0
    listed = [line for line in capsys.readouterr().out.splitlines() if name in line]
    assert listed == [
        f"{account}  {name}, Teacher, Ambleton High, practitioner: may not send or receive: training is missing."
    ]
    assert main(["account", "add", *who, "--by", BY, *where]) == 1


def account(**more: object) -> StaffAccount:
    trained = tuple(Trained(course, "2026-01-06", FOR_EVER) for course in NEEDED)
    whole: dict[str, object] = {"vetted": Vetted(NUMBER, "2026-01-05", BY, "2029-01-05"), "trained": trained}
    whole |= {"accepted_on": "2026-01-07", **more}
    return StaffAccount("a", "Priya Nair", "Nurse", "0-19", "practitioner", **whole)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("more", "until", "reason"),
    [
        ({}, "2029-01-05", None),
        ({"state": AccountState.SUSPENDED}, "", WhyNot.SUSPENDED),
        ({"state": AccountState.LEFT}, "", WhyNot.CLOSED),
        ({"vetted": None}, "", WhyNot.CHECK_MISSING),
        ({"vetted": Vetted(NUMBER, "2020-01-05", BY, "2026-11-25")}, "2026-11-25", WhyNot.CHECK_LAPSED),
        ({"vetted": Vetted(NUMBER, "2020-01-05", BY, TODAY)}, TODAY, None),
        ({"trained": ()}, "", WhyNot.TRAINING_MISSING),
        ({"trained": (Trained(Course.LEAD, TODAY, FOR_EVER),)}, "", WhyNot.TRAINING_MISSING),
        (
            {"trained": tuple(Trained(course, "2024-01-06", "2025-01-06") for course in NEEDED)},
            "2025-01-06",
            WhyNot.TRAINING_LAPSED,
        ),
        ({"accepted_on": ""}, "", WhyNot.POLICY_MISSING),
        ({"accepted_until": TODAY}, TODAY, None),
        ({"accepted_until": "2026-11-25"}, "2026-11-25", WhyNot.POLICY_LAPSED),
        ({"accepted_until": FOR_EVER}, "2029-01-05", None),
        ({"accepted_on": "2023-11-25"}, "2026-11-25", WhyNot.POLICY_LAPSED),  # recorded before there was an end
        ({"accepted_on": "2024-02-29"}, "2027-02-28", None),
    ],
)
def test_somebody_may_send_until_the_first_of_it_lapses(
    more: dict[str, object], until: str, reason: WhyNot | None
) -> None:
    assert good_until(account(**more), NEEDED) == until
    assert why_not(account(**more), TODAY, NEEDED) is reason
    assert (reason is None) is (until >= TODAY)


def test_only_the_courses_that_are_needed_here_count() -> None:
    lapsed = account(trained=(Trained(Course.USING, "2024-01-06", "2025-01-06"), Trained(Course.LEAD, TODAY, FOR_EVER)))
    assert why_not(lapsed, TODAY, (Course.LEAD,)) is None
    assert why_not(lapsed, TODAY, (Course.LEAD, Course.USING)) is WhyNot.TRAINING_LAPSED
    assert good_until(lapsed, (Course.LEAD, Course.INDEX)) == ""
