"""A recovery code opens its own vault, and a slip in typing it is told apart from a code for another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mason import PASSPHRASE

from app.storage import keys
from app.storage.keys import ONLY_FOR_TESTS, KeyFile, new_keys, with_recovery, with_recovery_code
from app.storage.recovery_code import new_code, read_code
from app.storage.troubles import KeyFileDamaged, NoRecoveryCode, RecoveryCodeMistyped, WrongRecoveryCode

CODE = "2HQ8-1YR2-BW4Z-WXTJ-QGAT-V48B-6G8Y"


@pytest.fixture(scope="module")
def made() -> tuple[bytes, KeyFile]:
    vault_key, file = new_keys(PASSPHRASE, ONLY_FOR_TESTS)
    return vault_key, keys.parse_keys(keys.to_bytes(with_recovery(file, vault_key, CODE, "practitioner")))


def test_the_code_opens_the_vault_key(made: tuple[bytes, KeyFile]) -> None:
    assert with_recovery_code(CODE)(made[1]) == made[0]


def test_the_passphrase_still_opens_it(made: tuple[bytes, KeyFile]) -> None:
    assert keys.unlock(made[1], PASSPHRASE) == made[0]


def test_a_code_is_seven_groups_of_four_that_are_hard_to_misread() -> None:
    groups = new_code().split("-")
    assert [len(group) for group in groups] == [4] * 7
    assert not set("".join(groups)) & set("ILOU")


@given(st.sampled_from(["lower", "spaces", "O for 0", "l for 1"]))
def test_it_is_read_however_it_is_typed(way: str) -> None:
    typed = {
        "lower": CODE.lower(),
        "spaces": f"  {CODE.replace('-', ' ')} ",
        "O for 0": CODE.replace("0", "O"),
        "l for 1": CODE.replace("1", "l"),
    }[way]
    assert read_code(typed) == read_code(CODE)


def test_nearly_every_single_slip_is_noticed_as_a_slip() -> None:
    letters = CODE.replace("-", "")
    slips = [
        letters[:at] + other + letters[at + 1 :] for at in range(28) for other in "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    ]
    unnoticed = [slip for slip in slips if slip != letters and _is_whole(slip)]
    assert len(unnoticed) <= 10, "two check characters let one slip in 1,024 pass"


@pytest.mark.parametrize("typed", ["", "49HR", CODE[:-1], CODE + "A", CODE.replace("-", "u"), "é" * 28, "０" * 28])
def test_what_is_no_code_is_a_slip(typed: str) -> None:
    with pytest.raises(RecoveryCodeMistyped):
        with_recovery_code(typed)


def test_a_code_of_another_vault_is_wrong_and_not_a_slip(made: tuple[bytes, KeyFile]) -> None:
    with pytest.raises(WrongRecoveryCode):
        with_recovery_code(new_code())(made[1])


def test_a_new_code_takes_the_place_of_the_one_before(made: tuple[bytes, KeyFile]) -> None:
    newer = new_code()
    changed = with_recovery(made[1], made[0], newer, "office")
    assert with_recovery_code(newer)(changed) == made[0]
    with pytest.raises(WrongRecoveryCode):
        with_recovery_code(CODE)(changed)


def test_a_vault_without_a_code_says_so() -> None:
    _, file = new_keys(PASSPHRASE, ONLY_FOR_TESTS)
    with pytest.raises(NoRecoveryCode):
        with_recovery_code(CODE)(file)


def test_a_recovery_slot_of_another_vault_opens_nothing(made: tuple[bytes, KeyFile]) -> None:
    other_key, other = new_keys(PASSPHRASE, ONLY_FOR_TESTS)
    moved = keys.with_slots(other, other_key, "recovery", *made[1].of_type("recovery"))
    with pytest.raises(KeyFileDamaged):
        with_recovery_code(CODE)(moved)


def _is_whole(typed: str) -> bool:
    try:
        read_code(typed)
    except RecoveryCodeMistyped:
        return False
    return True
