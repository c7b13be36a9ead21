"""One family end to end through the real windows: the report is true, a no is honoured, and no word gets out.

Four plays, each played once for all these tests: one to its end with a mark in every word, one in which the family
would rather not be on a computer, one in which nobody wrote down the reason, one kept from the early help desk.
"""

from __future__ import annotations

import io
import json

from marked import MARK, MarkedCase, found_in
from plays import Play
from pypdf import PdfReader

from app.domain.answers import to_json
from app.domain.ids import DraftId, EpisodeId, RecordId
from app.storage import drafts, private_notes, records
from app.storage.database import Transaction
from app.storage.seats import seat_folder
from app.storage.vault import Vault, open_vault
from demonstration.verdict import speaks_of

FACTS = ("finished", "sent", "received", "imported", "verified")
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


def vault_of_the_practitioner(play: Play) -> Vault:
    """Open the vault of whoever visited the family."""
    return open_vault(seat_folder(play.home("practitioner"), ""), play.passphrases["practitioner"])


def everything_of_the_child(play: Play) -> str:
    """Return all that the practitioner's vault holds, but for who they are and what they did."""
    vault = vault_of_the_practitioner(play)
    with vault.transaction() as tx:
        names = [row["name"] for row in tx.all("SELECT name FROM sqlite_master WHERE type = 'table'")]
        its = [name for name in names if not name.startswith("sqlite_") and name not in {"enrolment", "audit"}]
        rows = [tuple(row) for name in its for row in tx.all(f"SELECT * FROM {name}")]  # noqa: S608 -- the schema's own names
    vault.lock()
    return repr(rows)


def test_the_whole_way_ends_well_and_says_so(whole: Play) -> None:
    assert whole.code == 0, whole.said
    assert all(whole.report[fact] is True for fact in FACTS)
    assert (whole.report["refused"], whole.report["stopped"]) == ("", "")
    assert "as expected" in whole.said


def test_nothing_complains_on_the_way(whole: Play) -> None:
    assert whole.complained == ""
    logs = [path.read_text(encoding="utf-8") for path in whole.out.rglob("ecaf.log*")]
    assert logs
    assert not any("ERROR" in line or "WARNING" in line for line in logs)


def test_the_whole_way_leaves_numbered_pictures_a_copy_and_how_long_it_took(whole: Play) -> None:
    pictures = sorted(path.name for path in whole.out.glob("*.png"))
    assert [name[:3] for name in pictures] == [f"{number:02}-" for number in range(1, len(pictures) + 1)]
    assert len(pictures) > 20
    assert (whole.out / "family-copy.pdf").read_bytes().startswith(b"%PDF-")
    assert all(seconds >= 0 for seconds in whole.report["seconds"].values())


def test_the_folders_of_a_play_are_for_its_owner_alone(whole: Play) -> None:
    shared = [path for path in (whole.out / "work").rglob("*") if path.is_file() and path.stat().st_mode & 0o077]
    assert shared == []


def test_a_family_who_would_rather_not_be_on_a_computer_is_refused_kindly_as_expected(not_on_a_computer: Play) -> None:
    assert not_on_a_computer.code == 0, not_on_a_computer.said
    assert "computer" in not_on_a_computer.report["refused"]
    assert not any(not_on_a_computer.report[fact] for fact in FACTS)
    assert any("refused" in path.name for path in not_on_a_computer.out.glob("*.png"))


def test_a_family_who_let_nobody_read_it_is_finished_and_kept_and_nothing_is_released(kept_from_desk: Play) -> None:
    assert kept_from_desk.code == 0, kept_from_desk.said
    assert all(kept_from_desk.report[fact] for fact in ("finished", "sent", "received", "as_given", "held_back"))
    assert not any(kept_from_desk.report[fact] for fact in ("released", "imported", "verified", "opened"))
    assert "nothing was released to anybody" in kept_from_desk.report["ended"]
    assert not kept_from_desk.home("coordinator").exists()


def test_after_their_no_nothing_of_the_child_is_left_in_the_vault(not_on_a_computer: Play) -> None:
    assert not_on_a_computer.report["erased"] is True
    left = everything_of_the_child(not_on_a_computer)
    for words in ("Mason", "Reid", "2020-10-09", "Heron Close", "999 410 1854", "Carly", "A cough since September"):
        assert words not in left
    assert list(not_on_a_computer.home("practitioner").rglob("*.ecaf")) == []


def test_without_a_reason_it_is_refused_before_signing_and_the_reason_is_named(no_reason: Play) -> None:
    refused = no_reason.report["refused"]
    assert "why we are talking now" in refused
    assert speaks_of(refused, "There is no reason for the assessment.")
    assert not any(no_reason.report[fact] for fact in FACTS)
    assert not (no_reason.out / "family-copy.pdf").exists()


def test_a_refusal_about_something_else_than_expected_is_a_failure(no_reason: Play) -> None:
    assert no_reason.code == 1
    assert "not as the case expects" in no_reason.said


def test_what_was_written_before_that_refusal_is_still_there(no_reason: Play) -> None:
    assert (no_reason.report["as_given"], no_reason.report["differs"]) == (True, [])
    left = everything_of_the_child(no_reason)
    assert "Calm and kind with smaller children" in left
    assert "ask gently next time" in left


def test_the_opened_vault_holds_every_marked_word(whole: Play, marked: MarkedCase) -> None:
    vault = vault_of_the_practitioner(whole)
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
    assert found_in(not_on_a_computer.folder, words, but=("note.pdf",)) == []


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
