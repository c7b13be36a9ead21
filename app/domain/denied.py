"""What nobody sees unless a person decides otherwise: each rule is one small function and none may be skipped.

Not everyone in a family may see everything. These rules hold before any choice made at the second gate.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from app.domain.answers import Answers, link_id_of, row_answers, text_of
from app.domain.carers import EVERYBODY
from app.domain.decision import called
from app.domain.peoplemap import MADE_BY, MAP, is_own
from app.domain.rules import Kind, rule

_OF_A_PARENT = frozenset({"pc.address", "pc.postcode", "pc.phone", "pc.email"})
_ANOTHER = frozenset({f"id.addresses.{part}" for part in ("address", "postcode", "from", "until")})
_ON_THE_CHECKLIST = frozenset({"pre.child.address", "pre.child.postcode", "pre.child.phone"})
ADDRESS = (
    frozenset({"id.address", "id.postcode", "id.phone", "id.email", "id.contacts"})
    | _OF_A_PARENT
    | _ANOTHER
    | _ON_THE_CHECKLIST
)
"""Where a family can be found. A parent's address may be the same one written down again."""
JUDGED = frozenset({"cp"})
"""How a young person was judged able to decide: a worker's own thinking, for its author alone (A4)."""
HARM = frozenset({"ex"})
"""The record of a worry: in no copy and no view of anybody, whatever was ticked (A5.11)."""
LIMITS = frozenset({"c1.limits", "c2.withheld", "as.confident", "ch.show"})
"""Where it is written that something is not to be written or shown; never what it is."""
_CHILDS_PAGE = frozenset(
    f"ch.{part}" for part in ("first", "well", "worries", "wishes", "names", "scale", "strokes", "drawing_said")
)
"""What a child says on a page of their own; what a worker saw there is the worker's."""
_CHILD_SAYS = "fw.child"
"""The rows of what the child said while the screen was turned to the family."""
PARTICULARS = frozenset(
    f"pc.{cell}" for cell in ("address", "postcode", "phone", "email", "dob", "ethnicity", "needs", "lives_with")
)
_ASKED_ALONE = {"pc.address_confidential": _OF_A_PARENT, "id.addresses.confidential": _ANOTHER}
"""What one row's own wish closes. It closes it in every row: two rows may well tell of one home."""
_EACH_PARENT = frozenset(f"pp.parent.{asked}" for asked in ("name", "who", "part", "why", "note"))
"""Why a parent is not part of this: safety may be the reason."""
CONTACT_RISKS = (
    frozenset({"pc.contact_limits", "fh.people.no_contact", "as.confident"})
    | _EACH_PARENT
    | {f"{place}.{asked}" for place in ("id", "id.contacts") for asked in ("safe_to_ring", "safe_message")}
)


def confidential_address(answers: Answers) -> frozenset[str]:
    """Return the items of an address that was asked to be kept confidential (S0 IDX; shielding)."""
    if answers.get("id.address_confidential") is True:
        return ADDRESS
    asked = {link_id_of(path) for path, given in answers.items() if given is True}
    return frozenset().union(*(closed for wish, closed in _ASKED_ALONE.items() if wish in asked))


def harm_notes() -> frozenset[str]:
    """Return what was written about harm, or to judge somebody: nobody has it but its author (A4, A5.11)."""
    return HARM | JUDGED


@rule(13, "S4 4.2", Kind.GUIDE)
def contact_risks(paths: Iterable[str]) -> frozenset[str]:
    """Return the notes about whom not to contact: on paper at home they could put somebody in danger."""
    return frozenset(link_id for link_id in map(link_id_of, paths) if link_id in CONTACT_RISKS)


def limits(paths: Iterable[str]) -> frozenset[str]:
    """Return where it is said that something is not to be written or shown: even that is nobody else's (S4 4.16)."""
    return frozenset(link_id for link_id in map(link_id_of, paths) if link_id in LIMITS)


class ChildsSay(StrEnum):
    """What the child said about their own words going onto paper at home; silence is no yes."""

    YES = "yes"
    NO = "no"
    NOT_ASKED = "not asked"


def childs_say(answers: Answers, person: str = "") -> ChildsSay:
    """Return what the child said when asked "May we show this to …?", for one person by name (S4 4.13).

    Where no name is given, it is what holds for everybody they were asked about: one no is a no. Somebody they were
    not asked about by name has the answer about all of them together, where there is one.
    """
    asked = {called(who): may for who, may in _asked_about(answers)}
    if answers.get("cm.child_share") == "no" or (not person and "no" in asked.values()):
        return ChildsSay.NO
    if not asked:
        given = text_of(answers, "cm.child_share")
    elif person:
        given = asked.get(called(person), asked.get(called(EVERYBODY), ""))
    else:
        given = "yes" if set(asked.values()) == {"yes"} else ""
    return ChildsSay(given) if given in {"yes", "no"} else ChildsSay.NOT_ASKED


def _asked_about(answers: Answers) -> Iterator[tuple[str, str]]:
    """Yield each person the child was asked about, and what they said; empty where they have not said it."""
    for row in row_answers(answers, "ch.show"):
        who = text_of(row, "ch.show.who")
        if who.strip():
            yield who, text_of(row, "ch.show.may")


def own_words(paths: Iterable[str]) -> frozenset[str]:
    """Return the items that hold the child's own words."""
    return frozenset(link_id for link_id in map(link_id_of, paths) if _is_own(link_id))


def _is_own(link_id: str) -> bool:
    own = link_id == "cm.child" or link_id in _CHILDS_PAGE or link_id.endswith(".words")
    return own or link_id == _CHILD_SAYS or link_id.startswith(f"{_CHILD_SAYS}.")


def childs_map(answers: Answers) -> frozenset[str]:
    """Return the items of a map of people that is the child's own: whom they feel close to is theirs to show."""
    found = (link_id_of(path) for path in answers) if is_own(answers) else ()
    return frozenset(link_id for link_id in found if link_id == MADE_BY or f"{link_id}.".startswith(f"{MAP}."))


def childs_words(answers: Answers, *, to_themselves: bool = False, person: str = "") -> frozenset[str]:
    """Return the child's own words, unless the child was asked and said that this person may read them (S4 4.13).

    A copy of their own has them, unless they said no: paper at home is read by others too.
    """
    said = childs_say(answers, person)
    may = said is ChildsSay.YES or (to_themselves and said is ChildsSay.NOT_ASKED)
    return frozenset() if may else own_words(answers) | childs_map(answers)


def adults_particulars(paths: Iterable[str]) -> frozenset[str]:
    """Return what is about a parent or carer alone, and no child's to read on their own copy: health, ways to reach."""
    return frozenset(link_id for link_id in map(link_id_of, paths) if link_id in PARTICULARS)
