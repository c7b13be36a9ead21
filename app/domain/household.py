"""What is the same for every child of a household and is never typed twice; what is one child's own is never shared.

Adults and services stand in rows that each child's record lists for itself, under one id in all of them. What an adult
is to a child, who may decide for it and whom not to contact stay with that child (content A5.3, A5.4, A5.6).
"""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.answers import Answer, Answers, cells_of, is_blank, link_id_of, row_path, rows_of, text_of
from app.domain.ids import RowId

PEOPLE, CARERS, SERVICES = "fh.people", "pc", "sv.services"
GROUPS = (PEOPLE, CARERS, SERVICES)
"""The groups whose rows are entered once for all children of a household."""
SHARED = {
    PEOPLE: frozenset(f"fh.people.{cell}" for cell in ("name", "dob", "gender", "school", "comms")),
    CARERS: frozenset(
        f"pc.{cell}"
        for cell in (
            "name", "address", "address_confidential", "postcode", "phone", "email", "dob", "gender", "ethnicity",
            "needs",
        )
    ),
    SERVICES: frozenset(f"sv.{cell}" for cell in ("kind", "name", "person", "contact", "since", "until", "for")),
}  # fmt: skip
"""What is said of a person or a service and holds for every child: changed for one, it is changed for all."""
BROUGHT_ALONG = {
    PEOPLE: frozenset({"fh.people.here", "fh.people.caf", "fh.people.no_contact"}),
    CARERS: frozenset({"pc.same_address", "pc.lives_with", "pc.contact_limits"}),
    SERVICES: frozenset[str](),
}
"""What a child who joins has from the others once; from then on it is each child's own."""
OWN_SAY = frozenset({"fh.people.rel", "fh.people.pr", "fh.people.brings", "pc.rel", "pc.pr", "sv.contributed"})
"""What somebody is to one child: where it is said, that child's record uses the row."""
AT_HOME = (
    "id.family", "id.address", "id.address_confidential", "id.postcode", "id.phone", "id.safe_to_ring",
    "id.safe_message", "id.email", "id.lang_parent", "id.interp", "id.interp_arranged", "id.interp_done", "id.special",
    "id.special_kinds",
)  # fmt: skip
"""What is true of the home, which a child who joins has from the others; any of it can be changed for each."""
CALLED = frozenset({"id.given", "id.known_as", "id.family", "id.dob"})
"""By what a child is known in the records of brothers and sisters."""
SIBLING = "brother or sister"
_PRIVATE = "sv.sensitive"


def group_of(path: str) -> str:
    """Return the shared group an answer's path belongs to; empty for any other."""
    group = path.partition("/")[0]
    return group if group in GROUPS else ""


def is_private(answers: Answers, group: str, row: RowId) -> bool:
    """Say whether a service is a private matter: it stays with the one child (S0 IDX)."""
    return answers.get(row_path(group, row, _PRIVATE)) is True


def says_something(answers: Answers, group: str, row: RowId) -> bool:
    """Say whether a row says anything yet that could be shared."""
    return any(not is_blank(answers.get(row_path(group, row, link_id))) for link_id in SHARED[group])


def is_used(answers: Answers, group: str, row: RowId) -> bool:
    """Say whether a child's record says something of its own about a row: then it stays, whoever else lets go of it."""
    said = cells_of(answers, group, row).items()
    return any(link_id_of(path) in OWN_SAY and not is_blank(given) for path, given in said)


def brought(answers: Answers, group: str, row: RowId) -> dict[str, Answer]:
    """Return what another child's record has of a row when it is listed there."""
    taken = SHARED[group] | BROUGHT_ALONG[group]
    return {path: given for path, given in cells_of(answers, group, row).items() if link_id_of(path) in taken}


def changed_in(changes: Iterable[str], group: str, row: RowId) -> list[str]:
    """Return those of the changed paths that are shared words of this row."""
    prefix = f"{group}/{row}/"
    return [path for path in changes if path.startswith(prefix) and link_id_of(path) in SHARED[group]]


def home_of(answers: Answers) -> dict[str, Answer]:
    """Return what a child who joins has of the home."""
    return {path: answers[path] for path in AT_HOME if path in answers}


def as_sibling(answers: Answers, row: RowId) -> dict[str, Answer | None]:
    """Return what brothers' and sisters' records say of a child: the name and birth date, and nothing else."""
    called = text_of(answers, "id.known_as").strip() or text_of(answers, "id.given").strip()
    name = " ".join(part for part in (called, text_of(answers, "id.family").strip()) if part)
    return {
        row_path(PEOPLE, row, "fh.people.name"): name or None,
        row_path(PEOPLE, row, "fh.people.dob"): answers.get("id.dob"),
    }


def named_from(answers: Answers, row: RowId, family: str) -> dict[str, Answer]:
    """Return what a record already says of a brother or sister, for the record that begins about them."""
    cell = {link_id_of(path): given for path, given in cells_of(answers, PEOPLE, row).items()}
    name = text_of(cell, "fh.people.name").strip()
    found: dict[str, Answer] = {"id.given": name.removesuffix(family).strip() if name != family else name}
    for path, link_id in (
        ("id.dob", "fh.people.dob"),
        ("id.sex", "fh.people.gender"),
        ("id.setting", "fh.people.school"),
    ):
        if not is_blank(cell.get(link_id)):
            found[path] = cell[link_id]
    return found


def listed(answers: Answers, group: str, row: RowId) -> tuple[str, ...]:
    """Return a group's rows with this one at the end, where it is not among them yet."""
    rows = rows_of(answers, group)
    return rows if row in rows else (*rows, row)
