"""A paper that another program shows lies in a private folder, under a name that says nothing, for a while only."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.main import LIBRARIES, libraries_of_the_system
from app.ui.tray import NotShown, Tray

PAPER = b"%PDF- Mason Reid"


@pytest.fixture
def shown() -> list[Path]:
    """Return where every file is noted that another program was asked to show."""
    return []


@pytest.fixture
def tray(tmp_path: Path, shown: list[Path], qapp: QApplication) -> Tray:
    def show(path: Path) -> bool:
        shown.append(path)
        return True

    return Tray(tmp_path / "Mason", show, qapp)


def test_a_paper_is_handed_on_whole_for_its_owners_eyes_and_says_nothing_by_name(tray: Tray, shown: list[Path]) -> None:
    tray.show(PAPER)
    (path,) = shown
    assert path.read_bytes() == PAPER
    assert path.parent == tray.folder
    assert (path.suffix, len(path.stem)) == (".pdf", 16)
    if os.name != "nt":
        assert path.stat().st_mode & 0o777 == 0o600
        assert path.parent.stat().st_mode & 0o777 == 0o700


def test_two_papers_have_two_names(tray: Tray, shown: list[Path]) -> None:
    tray.show(PAPER)
    tray.show(PAPER)
    assert len(set(shown)) == 2


def test_clearing_writes_over_a_paper_before_it_takes_it_away(tray: Tray, shown: list[Path]) -> None:
    tray.show(PAPER)
    with shown[0].open("rb") as held:
        tray.clear()
        assert not shown[0].exists()
        assert set(held.read()) == {0}


def test_after_a_while_the_tray_is_empty_by_itself(tray: Tray, shown: list[Path], qtbot: QtBot) -> None:
    tray._timer.setInterval(1)
    tray.show(PAPER)
    qtbot.waitUntil(lambda: not shown[0].exists())


def test_what_a_crash_left_is_gone_at_the_next_start(tmp_path: Path, qapp: QApplication) -> None:
    left = tmp_path / "tray" / "0123456789abcdef.pdf"
    left.parent.mkdir()
    left.write_bytes(PAPER)
    Tray(tmp_path, lambda _path: True, qapp)
    assert not left.exists()


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_in_the_tray_is_taken_away_and_not_followed(tmp_path: Path, qapp: QApplication) -> None:
    own, tray = tmp_path / "own.txt", tmp_path / "tray"
    own.write_bytes(PAPER)
    tray.mkdir()
    (tray / "link.pdf").symlink_to(own)
    Tray(tmp_path, lambda _path: True, qapp)
    assert own.read_bytes() == PAPER
    assert list(tray.iterdir()) == []


def fails(_path: Path) -> bool:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("show_file", [lambda _path: False, fails])
def test_where_no_program_shows_it_no_file_is_left_and_that_is_said(
    tmp_path: Path, qapp: QApplication, show_file: Callable[[Path], bool]
) -> None:
    with pytest.raises(NotShown, match="No program on this laptop"):
        Tray(tmp_path, show_file, qapp).show(PAPER)
    assert list((tmp_path / "tray").iterdir()) == []


def test_a_folder_that_cannot_be_made_is_said_in_words(tmp_path: Path, qapp: QApplication) -> None:
    (tmp_path / "tray").write_bytes(b"somebody's file")
    with pytest.raises(NotShown):
        Tray(tmp_path, lambda _path: True, qapp).show(PAPER)
    assert (tmp_path / "tray").read_bytes() == b"somebody's file"


@pytest.mark.parametrize("before", [None, "/opt/lib"])
def test_another_program_finds_the_systems_libraries_and_not_those_of_the_frozen_program(
    monkeypatch: pytest.MonkeyPatch, before: str | None
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setenv(LIBRARIES, "/ours")
    if before:
        monkeypatch.setenv(f"{LIBRARIES}_ORIG", before)
    with libraries_of_the_system():
        assert os.environ.get(LIBRARIES) == before
    assert os.environ[LIBRARIES] == "/ours"
