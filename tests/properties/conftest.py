"""What the properties need from the tests of the operations: an enrolled laptop, one for all examples."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.append(str(Path(__file__).parent.parent / "operations"))

if TYPE_CHECKING:
    from larkrise import Laptop


@pytest.fixture(scope="module")
def laptop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Laptop]:
    """Enrol a practitioner's laptop."""
    from larkrise import Laptop, by_hand, new_office

    folder = tmp_path_factory.mktemp("properties")
    enrolled = Laptop.new(folder / "jo", by_hand(new_office(folder / "office"), "practitioner"))
    yield enrolled
    enrolled.vault.lock()


@pytest.fixture(scope="module")
def desk_keys(laptop: Laptop, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, ...]:
    """Give the desk's reading keys, as a coordinator of the same authority holds them."""
    from larkrise import Laptop, by_hand

    from authority.office import Office

    office = Office.open(laptop.vault.folder.parent / "office")
    priya = Laptop.new(tmp_path_factory.mktemp("desk") / "priya", by_hand(office, "coordinator"))
    priya.vault.lock()
    return priya.workplace.identities
