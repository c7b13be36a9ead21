"""A need is not a conclusion: what it comes to has to be said by somebody, as a level or in words."""

from __future__ import annotations

import pytest

from app.domain.answers import Absent, AbsentReason, Answer
from app.forms.definition import FormDefinition
from app.forms.validation import missing_at_sign_off

NEED = {"co.needs": "Sleep."}


def lacks_conclusion(form: FormDefinition, answers: dict[str, Answer]) -> bool:
    return "There is no conclusion yet." in {one.sentence for one in missing_at_sign_off(form, answers)}


@pytest.mark.parametrize("said", [{}, {"co.level": Absent(AbsentReason.NOT_KNOWN)}, {"co.analysis": " "}])
def test_a_need_alone_concludes_nothing(assessment: FormDefinition, said: dict[str, Answer]) -> None:
    assert lacks_conclusion(assessment, {**NEED, **said})


@pytest.mark.parametrize("said", [{"co.level": "no additional needs"}, {"co.analysis": "It began with the move."}])
def test_a_level_or_what_it_means_is_a_conclusion(assessment: FormDefinition, said: dict[str, Answer]) -> None:
    assert not lacks_conclusion(assessment, {**NEED, **said})
