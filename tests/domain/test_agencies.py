"""Which agencies have signed up is told by name, however it is written; and nobody is barred for not being listed."""

import pytest

from app.domain.agencies import has_signed_up

SIGNED = ("Larkrise Primary School", "CAMHS")


@pytest.mark.parametrize("name", ["Larkrise Primary School", "larkrise  primary school ", "camhs"])
def test_one_that_has_is_known_however_it_is_written(name: str) -> None:
    assert has_signed_up(name, SIGNED)


@pytest.mark.parametrize("name", ["Harbour Breakfast Club", "", "Larkrise"])
def test_one_that_has_not_is_not_taken_for_another(name: str) -> None:
    assert not has_signed_up(name, SIGNED)
