"""What an authority orders and gives out at its own desk, and what it is asked before a laptop is wiped."""

from __future__ import annotations

from pathlib import Path

import pytest

from authority.__main__ import main
from authority.office import Office
from protocol.codec import decode
from protocol.orders import OrderKind, SignedOrder, SignedPolicy, check_order, check_policy

DEVICE = "0b6f2b1e-3d1c-4d43-9a53-0f4b6f1f6a10"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Make an authority."""
    return Office.create(tmp_path_factory.mktemp("orders") / "office", name="Ambleton", code="E06000099", practice=True)


def order(office: Office, out: Path, *more: str) -> int:
    return main(["order", "--device", DEVICE, "--out", str(out), *more, str(office.folder)])


def test_a_laptop_is_ordered_to_hand_in_on_one_persons_word(office: Office, tmp_path: Path) -> None:
    out = tmp_path / "order.json"
    assert order(office, out, "--what", "push-then-wipe", "--by", "A. Holder") == 0
    signed = decode(out.read_bytes(), SignedOrder)
    check_order(signed, office.directory().root)
    assert (signed.order.device, signed.order.what) == (DEVICE, OrderKind.PUSH_THEN_WIPE)


TWO = ("--by", "A. Holder", "--by", "B. Holder")
ONE, WHY = ("--by", "A. Holder"), ("--why", "stolen")


@pytest.mark.parametrize(
    ("more", "said", "code"),
    [((*TWO, *WHY), "yes", 0), ((*TWO, *WHY), "no", 1), ((*ONE, *WHY), "yes", 1), (TWO, "yes", 1)],
)
def test_a_laptop_is_wiped_at_once_only_by_two_people_who_know_what_is_lost(  # noqa: PLR0913, PLR0917 - three are the table's
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: tuple[str, ...], said: str, code: int
) -> None:
    asked: list[str] = []

    def answer(question: str) -> str:
        asked.append(question)
        return said

    monkeypatch.setattr("builtins.input", answer)
    out = tmp_path / "order.json"
    assert order(office, out, "--what", "wipe-now", *more) == code
    assert out.exists() == (code == 0)
    assert len(asked) == 1


def test_a_policy_file_is_signed_and_what_is_none_is_not(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad, out = tmp_path / "good.json", tmp_path / "bad.json", tmp_path / "signed.json"
    good.write_text('{"version": "1.0.1"}')
    bad.write_text("{")
    line = ["policy", "--serial", "2", "--out", str(out), str(office.folder), "--file"]
    assert main([*line, str(bad)]) == 1
    assert not out.exists()
    assert "Nothing was signed" in capsys.readouterr().err
    assert main([*line, str(good)]) == 0
    signed = decode(out.read_bytes(), SignedPolicy)
    check_policy(signed, office.directory().root)
    assert (signed.policy.serial, signed.policy.text) == (2, '{"version": "1.0.1"}')
