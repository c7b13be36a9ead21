"""A screen reader over the real accessibility bus: every page can be read through it, and written, and nothing stays.

Two visits: one walks the window while its pages change, many times over; the other stops on every page there is.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from screen import on_a_bus

HERE = Path(__file__).parent


def visited(display: str, folder: Path, kind: str) -> dict[str, Any]:
    """Return what the screen reader found on one visit."""
    program = [sys.executable, str(HERE / "walked_program.py"), str(folder)]
    result: dict[str, Any] = json.loads(on_a_bus(display, folder, str(HERE / "walker.py"), kind, *program))
    return result


@pytest.fixture(scope="module")
def found(display: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Walk the window while its pages change, write, and hide."""
    return visited(display, tmp_path_factory.mktemp("walked"), "turning")


@pytest.fixture(scope="module")
def pages(display: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Stop on every page of the main job, then lock."""
    return visited(display, tmp_path_factory.mktemp("pages"), "pages")


def test_walking_the_window_while_its_pages_change_never_ends_the_program(found: dict[str, Any]) -> None:
    assert found["turned"] == "turned"
    assert found["alive"]
    assert found["met"] >= 500


def test_words_written_through_a_screen_reader_reach_the_draft(found: dict[str, Any]) -> None:
    assert found["kept"] == "Said through a screen reader"


def test_hide_now_takes_the_childs_name_off_the_bus(found: dict[str, Any]) -> None:
    assert found["name before"]
    assert not found["name after"]
    assert found["title"] == "eCAF"


def test_every_page_of_the_main_job_was_walked(pages: dict[str, Any]) -> None:
    assert len(pages["pages"]) >= 55
    walked = set(pages["pages"])
    assert {"home", "the child", "topic: Behaviour", "who may see it", "read together", "sign, typed"} <= walked
    assert {"leave a copy", "where it is", "worried now", "private notes", "refusal", "before you sign"} <= walked


def test_every_page_has_one_heading_and_something_to_operate(pages: dict[str, Any]) -> None:
    bare = {name for name, page in pages["pages"].items() if not page["headings"] or page["stops"] == 0}
    assert bare == set()


def test_every_control_on_every_page_says_what_it_is_and_what_it_is_called(pages: dict[str, Any]) -> None:
    mute = {name: page["mute"] for name, page in pages["pages"].items() if page["mute"]}
    assert mute == {}


def test_no_control_is_called_by_its_own_value(pages: dict[str, Any]) -> None:
    """A list without a label would be read by what is chosen in it, and a box by what was typed."""
    parrots = {name: page["parrots"] for name, page in pages["pages"].items() if page["parrots"]}
    assert parrots == {}


def test_every_control_on_every_page_is_said_to_be_enabled_or_not_and_checked_or_not(pages: dict[str, Any]) -> None:
    stateless = {name: page["stateless"] for name, page in pages["pages"].items() if page["stateless"]}
    assert stateless == {}


def test_of_every_stack_of_pages_only_the_one_on_top_is_there(pages: dict[str, Any]) -> None:
    """Home lists every child, and a record its private notes: while another page is shown neither is on the bus."""
    behind = {name: page["behind"] for name, page in pages["pages"].items() if page["behind"]}
    assert behind == {}
    assert all(page["stacks"] for page in pages["pages"].values())


def test_after_locking_nothing_of_anybody_is_left_on_the_bus(pages: dict[str, Any]) -> None:
    assert pages["said before"] > 20
    assert pages["left after"] == []
    assert pages["title"] == "eCAF"
    assert pages["gone"]
