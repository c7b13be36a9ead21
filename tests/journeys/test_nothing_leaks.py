"""Marked words of a whole journey stand in the opened vault, and in no other file or log line."""

from __future__ import annotations

import base64
import io
import json
from pathlib import Path

import pytest
from marked import MARK, MarkedCase, found_in
from plays import Play
from pypdf import PdfReader

from app.domain.answers import to_json
from app.domain.ids import DraftId, EpisodeId, RecordId
from app.storage import drafts, private_notes, records
from app.storage.database import Transaction
from app.storage.seats import seat_folder
from app.storage.vault import open_vault

INTENDED = ("family-copy.pdf",)
"""What a play is meant to leave in the clear, beside its pictures."""


def everything_readable(tx: Transaction) -> str:
    """Return all that was written, from every draft, finished record and private note."""
    ids = [DraftId(row["draft"]) for row in tx.all("SELECT draft FROM drafts")]
    finished = [(RecordId(row["record"]), row["version"]) for row in tx.all("SELECT record, version FROM records")]
    episodes = [EpisodeId(row["episode"]) for row in tx.all("SELECT episode FROM episodes")]
    answers = [drafts.answers(tx, one) for one in ids]
    answers += [dict(found.answers) for one in finished if (found := records.get(tx, *one)) is not None]
    notes = [note.text for one in episodes for note in private_notes.list_for(tx, one)]
    return json.dumps([[to_json(answer) for answer in each.values()] for each in answers] + [notes], ensure_ascii=False)


@pytest.mark.parametrize(
    "written",
    [
        f"before {MARK} after".encode(),
        f"before {MARK} after".encode("utf-16-le"),
        f"before {MARK} after".encode("utf-16-be"),
        f"BEFORE {MARK.upper()} AFTER".encode(),
        f"before {MARK} after".encode().hex().encode(),
        *(base64.b64encode(bytes(shift) + f"before {MARK} after".encode()) for shift in range(3)),
        *(base64.urlsafe_b64encode(bytes(shift) + f"before {MARK} after".encode("utf-16-le")) for shift in range(3)),
    ],
)
def test_the_seeker_finds_the_mark_however_it_is_written(tmp_path: Path, written: bytes) -> None:
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "page").write_bytes(bytes(4096) + written + bytes(range(256)))
    assert found_in(tmp_path, {"mark": MARK}) == ["cache/page: mark"]


def test_the_seeker_finds_the_mark_in_a_file_name(tmp_path: Path) -> None:
    (tmp_path / f"{MARK}.tmp").touch()
    assert found_in(tmp_path, {"mark": MARK}) == [f"{MARK}.tmp: mark"]


def test_the_opened_vault_holds_every_marked_word(whole: Play, marked: MarkedCase) -> None:
    vault = open_vault(seat_folder(whole.home("practitioner"), ""), whole.passphrases["practitioner"])
    with vault.transaction() as tx:
        readable = everything_readable(tx)
    vault.lock()
    assert {place for place, word in marked.words.items() if word not in readable} == set()


def test_no_file_of_a_whole_journey_holds_a_marked_word(whole: Play) -> None:
    kinds = {path.name for path in whole.folder.rglob("*") if path.is_file()}
    assert {"vault.db", "vault.db-wal", "endpoint.db", "endpoint.log", "ecaf.log", "stdout", "stderr"} <= kinds
    assert found_in(whole.folder, {"mark": MARK}, but=INTENDED) == []


def test_no_file_of_a_whole_journey_holds_a_passphrase(whole: Play) -> None:
    assert len(whole.passphrases) == 2
    spoken = whole.passphrases | {f"{seat}, hyphened": "-".join(w.split()) for seat, w in whole.passphrases.items()}
    assert found_in(whole.folder, spoken) == []


def test_the_steps_on_the_way_were_searched_too(whole: Play) -> None:
    steps = sorted((whole.folder / "steps").iterdir())
    assert len(steps) > 10
    assert any((step / "practitioner" / "vaults").exists() for step in steps)


def test_a_no_leaves_no_word_of_the_family_in_any_file(not_on_a_computer: Play) -> None:
    words = {word: word for word in ("Heron Close", "999 410 1854", "ask gently next time", "A cough since September")}
    assert found_in(not_on_a_computer.folder, words) == []


def test_the_familys_copy_holds_the_name_and_the_plan_and_nothing_held_back(whole: Play, marked: MarkedCase) -> None:
    pages = PdfReader(io.BytesIO((whole.out / "family-copy.pdf").read_bytes())).pages
    text = " ".join(page.extract_text() for page in pages)
    for place in ("child.given", "child.family", "answers.ac.", "answers.as.reason", "answers.co."):
        words = marked.words_under(place)
        assert words
        assert {word for word in words if word not in text} == set()
    held_back = ("answers.d2.guidance.needs", "answers.d3.housing.needs")
    never = marked.words_under(*held_back, "note.", "comments.child", "answers.d1.participation.words", "checklist.")
    assert len(never) > 5
    assert {word for word in never if word in text} == set()


def test_the_files_of_the_copy_say_nothing_of_the_child_beside_its_pages(whole: Play, marked: MarkedCase) -> None:
    told = PdfReader(io.BytesIO((whole.out / "family-copy.pdf").read_bytes())).metadata
    assert MARK not in repr(told)
    assert marked.words["child.given"].startswith(MARK)
