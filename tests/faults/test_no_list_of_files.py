"""Nothing remembers which files and folders somebody chose: a folder may bear a family's name."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from rigs.killing import ROOT

FOLDER = "Featherby family"
CHOOSES = """
import sys
from PySide6.QtCore import QTimer
from app import main
application = main.make_application()
def accept():
    dialogue = application.activeModalWidget()
    dialogue.setDirectory(sys.argv[1])
    dialogue.accept()
for choose in (main.choose_file, main.choose_folder):
    QTimer.singleShot(300, accept)
    print(choose("family-copy.pdf"))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the dialogues of other systems are their own")
def test_choosing_files_leaves_no_trace_of_their_folder(tmp_path: Path) -> None:
    home, chosen = tmp_path / "home", tmp_path / FOLDER
    home.mkdir()
    chosen.mkdir()
    places = {name: str(home / name) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")}
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", "HOME": str(home), **places}
    command = [sys.executable, "-c", CHOOSES, str(chosen)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=60, check=True)  # noqa: S603 -- our own program
    assert FOLDER in done.stdout
    written = [path for path in home.rglob("*") if path.is_file()]
    assert [path for path in written if b"Featherby" in path.read_bytes()] == []
