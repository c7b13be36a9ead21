"""A code survives being copied by hand, and only who has it can make or open what it makes."""

from __future__ import annotations

import pytest

from protocol.codes import (
    MistypedCode,
    _check_letters,
    check_root,
    invitation_key,
    new_code,
    open_welcome,
    read_code,
    root_mac,
    seal_welcome,
)
from protocol.messages import Welcome
from protocol.problems import Refused

GOLDEN_INVITATION = "867eea61c8bbf18b59cadb0c91898613e5efa42378a56dbc414f5a8bd3f2ed31"
GOLDEN_MAC = "X2XmIAve_2yf_tQ66C712qoAHjTusi7u1zSlJ7_Em-0"


def valid(body: str) -> str:
    return body + _check_letters(body)


def test_a_code_is_seven_groups_of_four() -> None:
    code = new_code()
    assert [len(group) for group in code.split("-")] == [4] * 7
    assert len(read_code(code)) == 26


def test_no_two_codes_are_alike() -> None:
    assert len({new_code() for _ in range(50)}) == 50


def test_case_spaces_hyphens_and_look_alikes_are_forgiven() -> None:
    code = valid("01" * 13)
    typed = " " + code.lower().replace("0", "o").replace("1", "l") + "\n"
    assert read_code(typed) == read_code(code)
    assert read_code("-".join(code[i : i + 4] for i in range(0, 28, 4)).replace("1", "I")) == read_code(code)


@pytest.mark.parametrize("place", range(28))
def test_one_wrong_letter_anywhere_is_noticed(place: int) -> None:
    code = valid("ABCDEFGHJKMNPQRSTVWXYZ0123")
    wrong = code[:place] + ("7" if code[place] != "7" else "8") + code[place + 1 :]
    with pytest.raises(MistypedCode):
        read_code(wrong)


@pytest.mark.parametrize("typed", ["", "ABCD", "U" * 28, "é" * 28, "0" * 29])
def test_what_is_no_code_is_a_slip_and_nothing_worse(typed: str) -> None:
    with pytest.raises(MistypedCode):
        read_code(typed)


def test_the_keys_made_from_a_code_never_change() -> None:
    secret = b"ABCDEFGHJKMNPQRSTVWXYZ0123"
    assert invitation_key(secret).public_key().public_bytes_raw().hex() == GOLDEN_INVITATION
    assert root_mac(secret, "root") == GOLDEN_MAC


def test_only_the_right_code_vouches_for_a_root() -> None:
    one, other = read_code(new_code()), read_code(new_code())
    check_root(one, "root", root_mac(one, "root"))
    for secret, root in ((other, "root"), (one, "another root")):
        with pytest.raises(Refused):
            check_root(secret, root, root_mac(one, "root"))
    with pytest.raises(Refused):
        check_root(one, "root", "é" * 43)


def test_only_the_right_code_opens_the_welcome() -> None:
    one, other = read_code(new_code()), read_code(new_code())
    welcome = Welcome({"desk-1": "AGE-SECRET-KEY-1"})
    sealed = seal_welcome(one, welcome)
    assert open_welcome(one, sealed) == welcome
    for secret, text in ((other, sealed), (one, sealed[:-4] + "AAAA"), (one, "AAAA"), (one, "")):
        with pytest.raises(Refused):
            open_welcome(secret, text)
