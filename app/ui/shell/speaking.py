"""Who may say something about a record, and how they speak where that is known; it is asked of nobody here."""

from __future__ import annotations

from app.domain.answers import Answers, row_answers, text_of
from app.domain.decision import called
from app.look.speech import tr
from app.operations.family import FamilyFile
from app.ui.share.saying import CHILD, SOMEBODY_ELSE, Person

_SIGNED = "interpreted from sign"
_SIGNS = ("sign", "bsl")


def people_of(file: FamilyFile, answers: Answers) -> tuple[Person, ...]:
    """Return who may say something: the child, whoever agreed to start, and somebody else."""
    child = (text_of(answers, "id.known_as") or text_of(answers, "id.given") or tr("The child")).strip()
    start = file.agreed_to_start
    names = [text_of(start, "c1.giver"), *(text_of(row, "c1.givers.name") for row in row_answers(start, "c1.givers"))]
    if text_of(start, "c1.capacity") == "young person":
        names = names[1:]
    adults = [name.strip() for name in dict.fromkeys(names) if name.strip() and called(name) != called(child)]
    known = [Person(str(number), name, _how(answers, _comms_of(name, answers))) for number, name in enumerate(adults)]
    own = Person(CHILD, child, _how(answers, text_of(answers, "id.lang_child")))
    return (own, *known, Person(SOMEBODY_ELSE, tr("Somebody else")))


def _comms_of(name: str, answers: Answers) -> str:
    rows = row_answers(answers, "fh.people")
    return next(
        (text_of(row, "fh.people.comms") for row in rows if called(text_of(row, "fh.people.name")) == called(name)), ""
    )


def _how(answers: Answers, comms: str) -> str:
    """Return how somebody speaks who signs, where an interpreter or signer is needed and there is one."""
    signs = any(word in comms.casefold() for word in _SIGNS)
    arranged = answers.get("id.interp") == "yes" and answers.get("id.interp_arranged") == "yes"
    return _SIGNED if signs and arranged else ""
