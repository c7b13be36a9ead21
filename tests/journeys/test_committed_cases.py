"""Every committed case and a hundred wild ones: the forms take each answer, and the gates say what the case expects."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from larkrise import FORMS, Laptop, by_hand, new_office
from spoken import outcome
from wild import wild_case

from app.domain.record import RecordKind
from app.paths import resources
from app.storage import children, drafts, outbox
from app.storage.outbox import OutboxKind
from app.ui.words import name_of, who_of
from demonstration.asgiven import told_after, unlike
from demonstration.case import Case
from demonstration.reading import read_case
from demonstration.script import reaches_desk
from demonstration.verdict import speaks_of

FILES = sorted([*(Path(__file__).parent / "cases").glob("*.json"), *(resources() / "examples").glob("*.json")])


@pytest.fixture(scope="module")
def jo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Laptop]:
    """Enrol one laptop for all of them."""
    folder = tmp_path_factory.mktemp("cases")
    laptop = Laptop.new(folder / "jo", by_hand(new_office(folder / "office"), "practitioner"))
    yield laptop
    laptop.vault.lock()


def ends_as_expected(jo: Laptop, case: Case) -> None:
    """Play a case through the operations and look at how it ended, and at what the vault holds of it."""
    refused, visit = outcome(jo, case)
    assert bool(refused) is not case.expect.finished, refused
    assert not refused or speaks_of(refused, case.expect.refused), refused
    told = told_after(case, FORMS)
    if not refused:
        (record, sharing), today = visit.signed[0], jo.watch.now().date()
        assert unlike(FORMS, RecordKind.ASSESSMENT, told[RecordKind.ASSESSMENT], record.answers) == []
        assert unlike(FORMS, RecordKind.SHARING, told[RecordKind.SHARING], sharing.answers) == []
        with jo.vault.transaction() as tx:
            kinds = {row.kind for row in outbox.of_record(tx, record.statement.record)}
        assert (OutboxKind.RELEASED in kinds) is reaches_desk(case, today)
    elif "computer" not in refused:
        written = visit.written()
        assert all(path in written for path in ("id.family",) if case.child.family)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_committed_case_ends_as_it_expects(jo: Laptop, file: Path) -> None:
    ends_as_expected(jo, read_case(file, FORMS))


@pytest.mark.parametrize("seed", range(60))
def test_a_wild_family_ends_as_it_ought_to(jo: Laptop, tmp_path: Path, seed: int) -> None:
    file = tmp_path / "wild.json"
    file.write_text(json.dumps(wild_case(seed)), encoding="utf-8")
    ends_as_expected(jo, read_case(file, FORMS))


def test_the_committed_cases_use_everything_that_is_described() -> None:
    described = set(_names((Path(__file__).parent.parent.parent / "docs" / "case.md").read_text(encoding="utf-8")))
    used = {key for file in FILES for key in _keys(json.loads(file.read_text(encoding="utf-8")))}
    assert described - used == set()
    assert len(described) > 40


def _names(page: str) -> Iterator[str]:
    for line in page.splitlines():
        if line.startswith("| `"):
            keys = [part for n, part in enumerate(line.split("`")) if n % 2]
            yield from keys[: 2 if "coordinator" in keys[:2] else 1]
            yield from (word.strip('"') for word in line.replace("?", " ").split('"')[1::2] if word.isidentifier())


def _keys(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    if isinstance(value, dict):
        yield from value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _keys(inner)


def twin(given: str) -> Case:
    """Return one of two twins with one home and one birth date."""
    case = read_case(Path(__file__).parent / "cases" / "twin-kept-from-the-desk.json", FORMS)
    child = msgspec.structs.replace(case.child, given=given, likes_to_be_called="")
    return msgspec.structs.replace(case, child=child)


def test_twins_are_two_children_in_lists_and_records(tmp_path: Path) -> None:
    laptop = Laptop.new(tmp_path / "jo", by_hand(new_office(tmp_path / "office"), "practitioner"))
    visits = [outcome(laptop, twin(given))[1] for given in ("Harvey", "Harley")]
    with laptop.vault.transaction() as tx:
        rows = children.list_all(tx)
    assert {name_of(row.summary) for row in rows} == {"Harvey Doyle", "Harley Doyle"}
    assert len({row.child for row in rows} | {row.episode for row in rows}) == 4
    assert {visit.signed[0][0].answers["id.given"] for visit in visits} == {"Harvey", "Harley"}
    laptop.vault.lock()


def test_children_of_one_name_are_told_apart_by_their_birth_dates(tmp_path: Path) -> None:
    laptop = Laptop.new(tmp_path / "jo", by_hand(new_office(tmp_path / "office"), "practitioner"))
    for born in ("2019-02-02", "2019-03-02"):
        laptop.visit().write({"id.given": "Sam", "id.family": "Doyle", "id.dob": born})
    with laptop.vault.transaction() as tx:
        lines = {who_of(row.summary, laptop.watch.now().date()) for row in children.list_all(tx)}
    assert lines == {"7 years, born 2 February 2019", "7 years, born 2 March 2019"}
    laptop.vault.lock()


def test_what_cannot_be_finished_stays_in_the_vault_as_a_draft(jo: Laptop) -> None:
    case = read_case(Path(__file__).parent / "cases" / "several-things-not-written-yet.json", FORMS)
    refused, visit = outcome(jo, case)
    assert refused
    with jo.vault.transaction() as tx:
        draft = drafts.find(tx, visit.episode, RecordKind.ASSESSMENT)
        assert draft is not None
        kept = drafts.answers(tx, draft.draft)
    assert unlike(FORMS, RecordKind.ASSESSMENT, told_after(case, FORMS)[RecordKind.ASSESSMENT], kept) == []
