"""What the tests of faults need from other folders: an enrolled laptop, the window opened on one, and eyes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from rigs.campaign import Campaign

TESTS = Path(__file__).parent.parent
sys.path.extend(str(TESTS / folder) for folder in ("operations", "gates", "ui"))


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Campaign]]:
    """Lay out the desks, start the forge, and return a campaign for each act: what its steps leave is found once."""
    from rigs.campaign import campaigns
    from rigs.desk import new_desk
    from rigs.killing import forge

    place = tmp_path_factory.mktemp("acts")
    with forge(place / "temporary") as made:
        yield campaigns(made, new_desk(place / "desk"), place)
