"""An authority's list of children comes into the index whole; a broken one is refused by its line, in words."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import func, select

from endpoint import cli
from endpoint.office import open_door
from endpoint.settings import Settings
from endpoint.storage.index import find_entry
from endpoint.storage.index_tables import INDEX_CHILDREN, INDEX_CONTACTS


def line(**changed: object) -> dict[str, object]:
    made = {
        "child": str(uuid4()),
        "names": [{"given": "Mason", "family": "Reid"}, {"given": "Mason", "family": "Whitfield"}],
        "born": "2019-03-04",
        "postcode": "AM1 2BD",
        "contacts": [
            {"kind": "education", "name": "Weir Lane School", "began": "2023-09-04"},
            {"kind": "sensitive", "name": "Dr A. Quill", "contact": "The Linden clinic", "agreed": True},
            {"kind": "sensitive", "name": "Dr B. Thorn", "contact": "The Aspen clinic"},
        ],
    }
    return {**made, **changed}


def written(folder: Path, *lines: object) -> Path:
    file = folder / "children.jsonl"
    file.write_text("\n".join(one if isinstance(one, str) else json.dumps(one) for one in lines), encoding="utf-8")
    return file


def test_a_list_is_taken_in_whole_and_again_without_a_second_of_anybody(
    quiet_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second, over = line(), line(is_shielded=True), line(born="1990-01-01")
    file = written(tmp_path, first, second, over)
    for _ in range(2):
        assert cli.main(["index-feed", "--folder", str(quiet_folder), str(file)]) == 0
    assert capsys.readouterr().out == "3 taken into the index.\n" * 2
    with closing(open_door(Settings(quiet_folder))) as door, door.store.transaction() as tx:
        assert tx.connection.execute(select(func.count()).select_from(INDEX_CHILDREN)).scalar_one() == 2
        entry = find_entry(tx, str(first["child"]))
        stored = str(tx.connection.execute(select(INDEX_CONTACTS)).all())
    assert entry is not None
    assert [str(one.kind) for one in entry.contacts] == ["education", "sensitive"]  # and none without a yes
    assert not any(word in stored for word in ("Quill", "Linden", "Thorn", "Aspen"))


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ({"born": "4/3/2019"}, "Line 2: the birth date is not a date such as 2019-03-04."),
        ({"child": "Quillfeather"}, "Line 2: the child's id is not a UUID in small letters."),
        ({"names": []}, "Line 2: there is no name."),
        ({"assessment": "Quillfeather sings"}, "Line 2: something that has no place in the index."),
        ({"gender": 1}, "Line 2: a value of the wrong kind at gender."),
        ("{", "Line 2 is not JSON."),
    ],
)
def test_a_broken_list_is_refused_by_its_line_in_words_and_nothing_changes(
    quiet_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], broken: object, said: str
) -> None:
    file = written(tmp_path, line(), line(**broken) if isinstance(broken, dict) else broken)
    assert cli.main(["index-feed", "--folder", str(quiet_folder), str(file)]) == 1
    complaint = capsys.readouterr().err
    assert complaint.strip() == f"{said} Nothing was changed."
    with closing(open_door(Settings(quiet_folder))) as door, door.store.transaction() as tx:
        assert tx.connection.execute(select(INDEX_CHILDREN)).all() == []


def test_tidying_erases_nobody_whose_time_is_not_over(
    quiet_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["index-feed", "--folder", str(quiet_folder), str(written(tmp_path, line()))])
    assert cli.main(["index-tidy", "--folder", str(quiet_folder)]) == 0
    assert capsys.readouterr().out.endswith("0 whose time was over, erased.\n")
