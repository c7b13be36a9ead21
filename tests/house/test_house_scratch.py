"""What tests throw away is written into memory only where there is plenty, and is gone when they are done."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from test_house_documents import the_commands

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="there is such a folder on Linux alone")


def test_it_is_gone_when_the_tests_are_done_and_others_may_pass_through_it_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands = the_commands()
    monkeypatch.setattr(commands, "IN_MEMORY", tmp_path)
    monkeypatch.setattr(commands, "SCRATCH_BYTES", 1)
    if os.statvfs(tmp_path).f_flag & os.ST_NOEXEC:
        pytest.skip("no program may run where this test writes")
    with commands.scratch_space() as scratch:
        folder = Path(scratch["TMPDIR"])
        assert folder.parent == tmp_path
        assert folder.stat().st_mode & 0o777 == 0o711
        (folder / "left").write_text("behind")
    assert not folder.exists()


@pytest.mark.parametrize(("where", "room"), [("nowhere", 1), (".", 2**62)])
def test_without_such_a_folder_or_without_room_the_systems_own_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str, room: int
) -> None:
    commands = the_commands()
    monkeypatch.setattr(commands, "IN_MEMORY", tmp_path / where)
    monkeypatch.setattr(commands, "SCRATCH_BYTES", room)
    with commands.scratch_space() as scratch:
        assert scratch == {}
