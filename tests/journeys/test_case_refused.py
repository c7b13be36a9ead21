"""A case file that is not as described is refused before anything starts, and the place is named."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from marked import EXAMPLE, FORMS

from demonstration.__main__ import main
from demonstration.case import CaseFaulty
from demonstration.reading import LARGEST_FILE, read_case
from demonstration.script import covered


def wrong(change: dict[str, Any]) -> dict[str, Any]:
    case: dict[str, Any] = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    for key, value in change.items():
        case[key] = {**case[key], **value} if isinstance(value, dict) else value
    return case


@pytest.fixture
def same_umask() -> Iterator[None]:
    """Give back the mask for new files, which a play sets for its own process."""
    before = os.umask(0o077)
    os.umask(before)
    yield
    os.umask(before)


@pytest.mark.usefixtures("same_umask")
@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"weather": "rain"}, "weather"),
        ({"child": {"star_sign": "Libra"}}, "star_sign"),
        ({"answers": {"d1.behaviour.mood": "sunny"}}, "d1.behaviour.mood"),
        ({"answers": {"co.review": "next spring"}}, "co.review"),
        ({"answers": {"ac": [{"ac.weather": "rain"}]}}, "ac.weather"),
        ({"checklist": {"pre.q99": "yes"}}, "pre.q99"),
        ({"withheld": ["d9.nothing"]}, "d9.nothing"),
        (
            {"services": [{"name": "GP", "kind": "GP", "may_see": True, "withheld": ["d9"]}]},
            "services, number 1, withheld",
        ),
        ({"services": [{"name": "GP", "kind": "GP", "may_see": "yes"}]}, "may_see"),
        ({"services": [{"name": "GP", "kind": "GP", "may_see": True, "until": "soon"}]}, "services, number 1, until"),
        ({"child": {"given": 7}}, "child.given"),
        ({"child": {"born": "9 October 2020"}}, "child.born"),
        ({"child": {"born": "2021-02-29"}}, "child.born"),
        ({"child": {"school": "x" * 20_001}}, "id.setting"),
        ({"household": [{"name": "Jade", "relationship": "sister"}]}, "lives_here"),
        (
            {"household": [{"name": "J", "relationship": "s", "lives_here": True, "born": "x"}]},
            "household, number 1, born",
        ),
        ({"consent_to_start": {"capacity": "uncle"}}, "consent_to_start.capacity"),
        ({"signature": {"route": "thumb"}}, "signature.route"),
        ({"signature": {"strokes": [[[1, 2]]]}}, "signature.strokes"),
        ({"practitioner": {"name": " "}}, "practitioner"),
        ({"private_notes": "one"}, "private_notes"),
        ({"private_notes": ["half a letter: \ud800"]}, "private_notes, number 1"),
        ({"answers": {"as.reason": None}}, "as.reason"),
        ({"answers": {"as.reason": ["a", "b"]}}, "as.reason"),
        ({"answers": {"as.reason": {"absent": "because"}}}, "as.reason"),
        ({"answers": {"as.reason": "x" * 20_001}}, "as.reason"),
        ({"answers": {"d1.behaviour": "calm"}}, "d1.behaviour"),
        ({"answers": {"d1.behaviour.scale": 11}}, "d1.behaviour.scale"),
        ({"answers": {"co.level": "enormous"}}, "co.level"),
        ({"answers": {"ac": "one"}}, "ac"),
        ({"answers": {"id.given": "Another"}}, "id.given"),
        ({"expect": {"finished": True, "refused": "why now"}}, "expect"),
    ],
)
def test_a_case_that_is_not_as_described_is_refused_before_anything_starts(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    change: dict[str, Any],
    place: str,
) -> None:
    case, out = tmp_path / "case.json", tmp_path / "out"
    case.write_text(json.dumps(wrong(change)), encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["demonstration", "--case", str(case), "--out", str(out)])
    assert main() == 1
    assert place in capsys.readouterr().out
    assert not out.exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"{", "not JSON"),
        (b"[]", "an object"),
        (b"null", "an object"),
        (b"\xff\xfe{", "UTF-8"),
        (b'{"child": {"given": "A", "given": "B"}}', "given"),
        (b'{"answers": {"d1.behaviour.scale": NaN}}', "NaN"),
        (b"[" * 100_000, "without end"),
        (b'{"answers": ' + b"9" * 5000 + b"}", "too long"),
    ],
)
def test_a_file_that_is_no_case_is_refused_in_a_kind_sentence(tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "case.json"
    file.write_bytes(content)
    with pytest.raises(CaseFaulty, match=said):
        read_case(file, FORMS)


def test_a_file_that_is_not_there_and_a_folder_are_refused_kindly(tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere.json", tmp_path):
        with pytest.raises(CaseFaulty, match="could not be read"):
            read_case(path, FORMS)


def test_a_file_too_large_for_any_family_is_not_even_read(tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    with file.open("wb") as hole:
        hole.truncate(LARGEST_FILE + 1)
    with pytest.raises(CaseFaulty, match="larger than"):
        read_case(file, FORMS)


def test_all_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    faulty = wrong({"withheld": ["d9.one", "d9.two"], "answers": {"co.review": "spring", "as.started": "monday"}})
    file.write_text(json.dumps(faulty), encoding="utf-8")
    with pytest.raises(CaseFaulty) as refused:
        read_case(file, FORMS)
    for place in ("d9.one", "d9.two", "co.review", "as.started"):
        assert place in str(refused.value)


def test_a_mark_of_utf8_at_the_beginning_does_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    file.write_bytes(b"\xef\xbb\xbf" + EXAMPLE.read_bytes())
    assert read_case(file, FORMS).child.given == "Mason"


def test_a_whole_topic_and_a_whole_part_can_be_held_back() -> None:
    form = FORMS.by_name("caf-assessment")
    assert covered(form, ["d2.guidance"]) > {"d2.guidance.needs", "d2.guidance.words"}
    assert {"d1.speech.needs", "d1.behaviour.words"} < covered(form, ["d1"])
    assert covered(form, ["ac.who"]) == covered(form, ["ac"]) > {"ac", "ac.who", "ac.when"}
    for page in form.pages:
        assert {item.link_id for item in form if form.page_of(item.link_id) is page} <= covered(form, [page.link_id])
    assert covered(form, ["d2.guidance.needs"]) == {"d2.guidance.needs"}


@pytest.mark.usefixtures("same_umask")
def test_a_place_where_nothing_can_be_left_is_said_and_no_crash(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "out").write_text("a file")
    monkeypatch.setattr("sys.argv", ["demonstration", "--out", str(tmp_path / "out")])
    assert main() == 1
    assert "another folder" in capsys.readouterr().out
