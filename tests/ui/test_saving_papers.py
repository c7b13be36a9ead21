"""A paper is written where it was chosen, for its owner's eyes alone; where it cannot be, that is said."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.ui.saving import NotWritten, write_privately


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights otherwise: NOT checked")
def test_only_its_owner_can_read_it(tmp_path: Path) -> None:
    path = tmp_path / "note.pdf"
    write_privately(path, b"%PDF", "The note")
    assert path.read_bytes() == b"%PDF"
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_place_that_is_not_there_is_named_in_words(tmp_path: Path) -> None:
    with pytest.raises(NotWritten) as stop:
        write_privately(tmp_path / "nowhere" / "note.pdf", b"%PDF", "The note")
    assert stop.value.what == "The note could not be saved there."
    assert "Choose another place." in stop.value.next_step
