"""Several places on one laptop: none blocks, names or opens another, whatever has happened to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.storage.seats import LONGEST_LABEL, label_of, new_seat_folder, seat_folder, seats, set_label
from app.storage.slots import ONLY_FOR_TESTS
from app.storage.troubles import DiskTrouble, KeyFileDamaged, WrongPassphrase
from app.storage.vault import create_vault, open_vault

JO, PRIYA = "copper lantern meadow biscuit harbour", "velvet turnip candle orchard mitten"


@pytest.fixture
def places(tmp_path: Path) -> tuple[Path, Path]:
    folders = new_seat_folder(tmp_path), new_seat_folder(tmp_path)
    for folder, words in zip(folders, (JO, PRIYA), strict=True):
        create_vault(folder, words, ONLY_FOR_TESTS).lock()
    return folders


def test_one_persons_words_do_not_open_anothers_place(places: tuple[Path, Path]) -> None:
    jo, priya = places
    with pytest.raises(WrongPassphrase):
        open_vault(priya, JO)
    open_vault(jo, JO).lock()


@pytest.mark.parametrize("content", [b"", b"not a key file", b"\x00" * 5000])
def test_a_damaged_place_is_still_offered_and_the_other_opens(
    tmp_path: Path, places: tuple[Path, Path], content: bytes
) -> None:
    jo, priya = places
    (jo / "vault.keys").write_bytes(content)
    assert set(seats(tmp_path)) == {jo.name, priya.name}
    with pytest.raises(KeyFileDamaged):
        open_vault(jo, JO)
    open_vault(seat_folder(tmp_path, priya.name), PRIYA).lock()


def test_a_place_the_disk_does_not_read_blocks_no_other(
    tmp_path: Path, places: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    jo, priya = places
    told = Path.exists

    def fails(path: Path) -> bool:
        if path.is_relative_to(jo):
            raise PermissionError
        return told(path)

    monkeypatch.setattr(Path, "exists", fails)
    assert set(seats(tmp_path)) == {jo.name, priya.name}
    open_vault(priya, PRIYA).lock()


def test_a_label_is_there_only_when_somebody_set_one(places: tuple[Path, Path]) -> None:
    jo, priya = places
    assert label_of(jo) == ""
    assert set_label(jo, "  Mornings ") == "Mornings"
    assert (label_of(jo), label_of(priya)) == ("Mornings", "")
    assert set_label(jo, "   ") == ""
    assert label_of(jo) == ""
    assert not (jo / "vault.label").exists()
    assert set_label(jo, "") == ""


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("a\nb\x00c", "a b c"),
        ("x" * 500, "x" * LONGEST_LABEL),
        ("Sia\u0302n \u202eevil", "Siân evil"),
        ("🦊 Jo", "🦊 Jo"),
    ],
)
def test_a_label_is_one_short_line_whatever_is_typed(places: tuple[Path, Path], given: str, shown: str) -> None:
    assert set_label(places[0], given) == shown
    assert label_of(places[0]) == shown


@pytest.mark.parametrize("written", [b"\xff\xfe\x00", b"M" * 100_000, "Mörning".encode("latin-1")])
def test_a_label_file_that_makes_no_sense_harms_nothing(places: tuple[Path, Path], written: bytes) -> None:
    (places[0] / "vault.label").write_bytes(written)
    assert len(label_of(places[0])) <= LONGEST_LABEL
    open_vault(places[0], JO).lock()


def test_a_label_that_cannot_be_written_is_told_in_words(places: tuple[Path, Path]) -> None:
    (places[0] / "vault.label").mkdir()
    assert label_of(places[0]) == ""
    with pytest.raises(DiskTrouble):
        set_label(places[0], "Mornings")
