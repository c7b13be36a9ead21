"""The program can say of itself whether it is whole, and what is missing."""

from __future__ import annotations

import pytest

from app import selftest


@pytest.mark.parametrize("part", selftest.PARTS)
@pytest.mark.usefixtures("qapp")
def test_every_part_of_a_whole_program_is_good(part: str) -> None:
    if selftest.PARTS[part] is selftest.draw:
        pytest.skip("a process has one application: the frozen program's own test tries this part")
    selftest.PARTS[part]()


def test_what_is_missing_is_named_and_the_rest_is_still_tried(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing() -> None:
        raise FileNotFoundError("/home/somebody/secret")

    monkeypatch.setattr(selftest, "PARTS", {"the fonts": missing, "the forms": selftest.read_the_forms})
    assert selftest.run() == 1
    assert capsys.readouterr().out == "FAILED: the fonts (FileNotFoundError)\ngood: the forms\n"
