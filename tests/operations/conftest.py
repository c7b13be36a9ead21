"""A practitioner's and a coordinator's laptop, enrolled at the same authority, for each test of what people do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from larkrise import AGREED_TO_SHARE, MASON, Laptop, Visit, by_hand, new_office

from app.domain.record import RecordKind
from authority.office import Office


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Open Ambleton's office."""
    return new_office(tmp_path_factory.mktemp("ambleton") / "office")


@pytest.fixture
def jo(tmp_path: Path, office: Office) -> Iterator[Laptop]:
    """Enrol Jo Whitfield's laptop."""
    laptop = Laptop.new(tmp_path / "jo", by_hand(office, "practitioner"))
    yield laptop
    laptop.vault.lock()


@pytest.fixture
def priya(tmp_path: Path, office: Office) -> Iterator[Laptop]:
    """Enrol Priya Nair's laptop at the early help desk."""
    laptop = Laptop.new(tmp_path / "priya", by_hand(office, "coordinator"))
    yield laptop
    laptop.vault.lock()


@pytest.fixture
def visit(jo: Laptop) -> Visit:
    """Begin Jo's visit to a family she has not met."""
    return jo.visit()


@pytest.fixture
def ready(visit: Visit) -> Visit:
    """Make a visit where all is written and said, and nothing is signed yet."""
    visit.start()
    visit.write(MASON)
    visit.write(AGREED_TO_SHARE, RecordKind.SHARING)
    return visit
