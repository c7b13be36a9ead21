"""A forgotten passphrase loses nothing: by the code on paper, or by two key holders, the vault opens to a new one."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from larkrise import Laptop, by_hand, new_office

from app.clock import SystemClock
from app.domain.ids import ChildId
from app.operations.recovering import ask_holders, recover_by_code, recover_by_holders
from app.storage import audit, children
from app.storage.asking import AnswerNotForHere, NothingAsked, asked
from app.storage.children import ChildSummary
from app.storage.recovery_code import new_code
from app.storage.slots import ONLY_FOR_TESTS, Cost
from app.storage.troubles import DiskFull, NoEscrow, NoRecoveryCode, WrongPassphrase, WrongRecoveryCode
from app.storage.vault import Vault, create_vault, open_vault
from authority.office import ESCROW_KEYS, Office
from protocol.codec import encode

OLD = "copper lantern meadow biscuit harbour"
NEW = "harbour biscuit meadow lantern copper"
OTHER = "velvet turnip candle orchard mitten"
MASON = ChildId("mason")
KEY = ESCROW_KEYS[1]
CLOCK = SystemClock()


def cheap() -> Cost:
    return ONLY_FOR_TESTS


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office.create(tmp_path_factory.mktemp("county") / "office", name="Ambleton", code="E06000099", practice=True)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    vault = create_vault(tmp_path / "vault", OLD, ONLY_FOR_TESTS)
    with vault.transaction() as tx:
        children.add(tx, MASON, datetime(2026, 3, 2, tzinfo=UTC))
        children.update_summary(tx, MASON, ChildSummary(given="Mason", family="Reid"))
    vault.lock()
    return tmp_path / "vault"


def with_code(place: Path) -> str:
    code, vault = new_code(), open_vault(place, OLD)
    vault.change_recovery_code(code, "practitioner")
    vault.lock()
    return code


def with_holders(place: Path, office: Office) -> None:
    vault = open_vault(place, OLD)
    vault.change_escrow(office.directory().directory.vault_escrow)
    vault.lock()


def pair(office: Office) -> dict[str, str]:
    return {seat: office.codes[KEY][seat] for seat in "AC"}


def is_all_there(vault: Vault, by: str) -> bool:
    with vault.transaction() as tx:
        row = children.get(tx, MASON)
        acts = [(line["act"], line["why"]) for line in tx.all("SELECT act, why FROM audit")]
        whole = audit.verify(tx) is None
    vault.lock()
    return row is not None and row.summary.given == "Mason" and ("recovered", by) in acts and whole


def opens_to_the_new_one_alone(place: Path) -> bool:
    open_vault(place, NEW).lock()
    with pytest.raises(WrongPassphrase):
        open_vault(place, OLD)
    return True


def test_the_recovery_code_opens_it_and_sets_a_new_passphrase(place: Path) -> None:
    code = with_code(place)
    assert is_all_there(recover_by_code(place, code.lower(), NEW, CLOCK, cheap), "recovery code")
    assert opens_to_the_new_one_alone(place)


def test_a_recovery_cut_short_stands_in_the_audit_and_can_be_done_again(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = with_code(place)
    with monkeypatch.context() as failing:
        failing.setattr(Vault, "change_passphrase", lambda *_: (_ for _ in ()).throw(DiskFull()))
        with pytest.raises(DiskFull):
            recover_by_code(place, code, NEW, CLOCK, cheap)
    assert is_all_there(open_vault(place, OLD), "recovery code")
    assert is_all_there(recover_by_code(place, code, NEW, CLOCK, cheap), "recovery code")


def test_a_code_for_another_vault_changes_nothing(place: Path) -> None:
    with_code(place)
    before = (place / "vault.keys").read_bytes()
    with pytest.raises(WrongRecoveryCode):
        recover_by_code(place, new_code(), NEW, CLOCK, cheap)
    assert (place / "vault.keys").read_bytes() == before
    open_vault(place, OLD).lock()


def test_without_a_code_the_way_by_paper_is_closed_in_words(place: Path) -> None:
    with pytest.raises(NoRecoveryCode):
        recover_by_code(place, new_code(), NEW, CLOCK, cheap)


def test_two_key_holders_open_it_and_the_new_passphrase_is_the_one_chosen_when_asking(
    place: Path, office: Office
) -> None:
    with_holders(place, office)
    request = ask_holders(place, NEW, cheap)
    assert asked(place) == request
    answer = encode(office.answer_request(request, KEY, pair(office)))
    with pytest.raises(WrongPassphrase):
        recover_by_holders(place, OTHER, answer, CLOCK, cheap)
    assert is_all_there(recover_by_holders(place, NEW, answer, CLOCK, cheap), "key holders")
    assert opens_to_the_new_one_alone(place)
    assert asked(place) is None


def test_the_old_passphrase_still_opens_it_while_the_question_waits(place: Path, office: Office) -> None:
    with_holders(place, office)
    ask_holders(place, NEW, cheap)
    open_vault(place, OLD).lock()


def test_an_answer_to_an_older_question_is_not_for_here(place: Path, office: Office) -> None:
    with_holders(place, office)
    older = ask_holders(place, NEW, cheap)
    answer = encode(office.answer_request(older, KEY, pair(office)))
    ask_holders(place, NEW, cheap)
    with pytest.raises(AnswerNotForHere):
        recover_by_holders(place, NEW, answer, CLOCK, cheap)


@pytest.mark.parametrize("written", [b"", b"{}", b"\xff\x00", b"[" * 1000])
def test_a_damaged_answer_is_said_to_be_not_for_here(place: Path, office: Office, written: bytes) -> None:
    with_holders(place, office)
    ask_holders(place, NEW, cheap)
    with pytest.raises(AnswerNotForHere):
        recover_by_holders(place, NEW, written, CLOCK, cheap)
    open_vault(place, OLD).lock()


def test_an_answer_nobody_asked_for_is_refused(place: Path) -> None:
    with pytest.raises(NothingAsked):
        recover_by_holders(place, NEW, b"{}", CLOCK, cheap)


def test_a_vault_that_never_joined_a_team_has_nobody_to_ask(place: Path) -> None:
    with pytest.raises(NoEscrow):
        ask_holders(place, NEW, cheap)


def test_what_stands_on_the_disk_while_it_waits_opens_nothing(place: Path, office: Office) -> None:
    with_holders(place, office)
    request = ask_holders(place, NEW, cheap)
    written = (place / "vault.request").read_bytes()
    for secret in (OLD, NEW, "copper", "private"):
        assert secret.encode() not in written
    assert request.reply_to.encode() in written


def test_after_a_change_of_key_the_holders_still_open_it(place: Path, office: Office) -> None:
    with_holders(place, office)
    vault = open_vault(place, OLD)
    vault.change_key(OLD)
    vault.lock()
    request = ask_holders(place, NEW, cheap)
    answer = encode(office.answer_request(request, KEY, pair(office)))
    assert is_all_there(recover_by_holders(place, NEW, answer, CLOCK, cheap), "key holders")


def test_an_enrolled_laptop_can_be_opened_by_the_key_holders_from_the_first_day(tmp_path: Path) -> None:
    office = new_office(tmp_path / "county")
    laptop = Laptop.new(tmp_path / "laptop", by_hand(office, "practitioner"))
    folder = laptop.vault.folder
    laptop.vault.lock()
    request = ask_holders(folder, NEW, cheap)
    assert {slot.key for slot in request.slots} == set(ESCROW_KEYS)
    answer = encode(office.answer_request(request, KEY, pair(office)))
    recover_by_holders(folder, NEW, answer, CLOCK, cheap).lock()
    open_vault(folder, NEW).lock()
