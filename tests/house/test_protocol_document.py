"""The protocol's page and the code say the same: requests, problems, limits and kinds of statement."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import endpoint.settings
from endpoint.application import BUSY_SECONDS, SILENT_SECONDS
from endpoint.door import FULL_SECONDS
from endpoint.pace import BURST_SECONDS, PIECE_BYTES
from endpoint.resources import RESOURCES
from endpoint.settings import Settings
from protocol import limits
from protocol.childindex import CafSays, LooksLike, Outcome, SettledHow
from protocol.keeping import DeviceStanding, ErasureWhy
from protocol.messages import EnvelopeKind, WithdrawalWhy
from protocol.notices import Another
from protocol.orders import OrderKind
from protocol.problems import Problem
from protocol.requests import (
    COVERED,
    LENGTH_HEADER,
    NONCE_HEADER,
    OFFSET_HEADER,
    PIECE_TYPE,
    RETRY_HEADER,
    TAG,
    VERSION_HEADER,
)
from protocol.statements import Kind

PAGE = (Path(__file__).parent.parent.parent / "docs" / "protocol.md").read_text(encoding="utf-8")
UNITS = {"KiB": 1024, "MiB": 1024 * 1024, "s": 1, "hours": 1, "days": 1}


def section(number: int) -> str:
    found = re.search(rf"^## {number}\. .*?(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert found is not None
    return found.group()


def limit_named(what: str) -> int:
    found = re.search(rf"^\| {re.escape(what)} \| (\d+) ?(\w*) \|$", section(11), re.MULTILINE)
    assert found is not None
    return int(found.group(1)) * UNITS.get(found.group(2), 1)


def test_every_problem_is_on_the_page_with_its_status_and_no_other_is() -> None:
    rows = re.findall(r"^\| `([a-z_.]+)` \| (\d{3}) \|", section(10), re.MULTILINE)
    assert rows == [(problem.code, str(problem.status)) for problem in Problem]


def test_every_request_is_on_the_page_and_no_other_is() -> None:
    rows = re.findall(r"^\| `([A-Z]+) (/[a-z0-9./{}-]+)[^`]*` \|", section(6), re.MULTILINE)
    assert rows == [(resource.method, resource.path) for resource in RESOURCES]


def test_a_signature_covers_what_the_page_says() -> None:
    for word in (*COVERED, "content-digest"):
        assert f"`{word}`" in section(6)
    assert f'tag="{TAG}"' in section(6)
    assert f"{limits.REQUEST_AGE_SECONDS} s off" in section(6)


@pytest.mark.parametrize(
    ("what", "limit"),
    [
        ("one envelope", limits.ENVELOPE_BYTES),
        ("header line", limits.HEADER_BYTES),
        ("anchor", limits.ANCHOR_BYTES),
        ("envelopes in a batch", limits.BATCH_ENVELOPES),
        ("a batch", limits.BATCH_BYTES),
        ("a piece of a blob", limits.PIECE_BYTES),
        ("life of an unfinished blob", limits.UNFINISHED_DAYS),
        ("contact", limits.CONTACT_BYTES),
        ("notice", limits.NOTICE_BYTES),
        ("a question to the index", limits.INDEX_BYTES),
        ("pairs in one answer about those held", limits.HELD_PAIRS),
        ("what is done to an account", limits.ACCOUNT_BYTES),
        ("accounts in one answer", limits.ACCOUNTS_AT_ONCE),
        ("what was done to an account, in one answer", limits.ACCOUNT_CHANGES_AT_ONCE),
        ("envelopes in an erasure", limits.ERASURE_ENVELOPES),
        ("erasure", limits.ERASURE_BYTES),
        ("policy", limits.POLICY_BYTES),
        ("a page of services, unpacked", limits.SERVICE_PAGE_BYTES),
        ("pages of services", limits.SERVICE_PAGES),
        ("ids in one answer to reconcile", limits.RECONCILED_AT_ONCE),
        ("headers in one answer to changes", limits.CHANGES_AT_ONCE),
        ("unpacked package", limits.PACKAGE_BYTES),
        ("age of a request", limits.REQUEST_AGE_SECONDS),
        ("life of an enrolment code", limits.INVITATION_HOURS),
        ("life of a lease", limits.LEASE_DAYS),
        ("members of a parcel", limits.PARCEL_MEMBERS),
        ("unpacked parcel", limits.PARCEL_BYTES),
        ("what a parcel says of itself, and a desk receipt", limits.PARCEL_HEAD_BYTES),
        ("a member's size for each byte of it packed", limits.PARCEL_RATIO),
    ],
)
def test_every_limit_is_the_one_on_the_page(what: str, limit: int) -> None:
    assert limit_named(what) == limit


def test_no_limit_on_the_page_is_without_a_test() -> None:
    assert len(re.findall(r"^\| [a-z].* \| \d", section(11), re.MULTILINE)) == 29


def test_every_setting_of_the_endpoint_is_on_the_page_with_its_default() -> None:
    rows = dict(re.findall(r"^\| `(ECAF_\w+)` \| (.*?) \|", section(11), re.MULTILINE))
    assert set(rows) == set(
        re.findall(r"ECAF_ENDPOINT_\w+", Path(endpoint.settings.__file__).read_text(encoding="utf-8"))
    )
    assert (rows["ECAF_ENDPOINT_PACE"], rows["ECAF_ENDPOINT_QUEUE"]) == (str(Settings.pace), str(Settings.queue))
    assert rows["ECAF_ENDPOINT_FACTOR_HOURS"] == str(Settings.factor_hours)
    assert rows["ECAF_ENDPOINT_AUDIT_YEARS"] == str(Settings.audit_years)
    real = Settings(Path()).factor_rule(practice=False).roles
    assert set(rows["ECAF_ENDPOINT_FACTOR"].split()) == real
    weighs = (
        f"one more for each {PIECE_BYTES // 1024} KiB it brings. A device has what flows in during {BURST_SECONDS} s"
    )
    assert weighs in section(11)
    assert f"a 503 says {BUSY_SECONDS} s, a 507 says {FULL_SECONDS} s" in section(11)
    assert f"whose body falls silent for {SILENT_SECONDS} s" in PAGE


def test_every_kind_of_statement_is_on_the_page() -> None:
    line = re.search(r"^Kinds: (.*?)\.", section(3), re.MULTILINE)
    assert line is not None
    assert re.findall(r"`([a-z]+)`", line.group(1)) == list(Kind)


def test_what_goes_beside_a_message_is_on_the_page() -> None:
    for word in (VERSION_HEADER, NONCE_HEADER):
        assert f"`{word}`" in section(6) + PAGE.partition("## 1.")[0]
    for word in (OFFSET_HEADER, LENGTH_HEADER, PIECE_TYPE, RETRY_HEADER):
        assert f"`{word}`" in section(6)


def test_every_order_and_every_answer_of_a_closed_list_is_on_the_page() -> None:
    index = (*Outcome, *LooksLike, *CafSays, *SettledHow)
    for word in (
        *OrderKind,
        *Another,
        *index,
        *WithdrawalWhy,
        *ErasureWhy,
        DeviceStanding.COPIED,
        DeviceStanding.REVOKED,
    ):
        assert f"`{word}`" in section(5) + section(7) + section(8)


def test_every_kind_of_envelope_is_on_the_page() -> None:
    for kind in EnvelopeKind:
        assert f"`{kind}`" in section(5)


def test_a_digest_count_is_brought_to_the_multiple_the_page_names() -> None:
    assert f"next multiple of {limits.LEAF_MULTIPLE}" in section(4)
