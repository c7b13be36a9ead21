"""Which lines are closed where others are held back, and which of an agreement go along; nothing is opened here."""

from app.domain.answers import Answers, link_id_of

OF_A_SIGNATURE = frozenset(
    f"c2.{part}"
    for part in (
        "route",
        "signer",
        "capacity",
        "typed_name",
        "witness",
        "paper_note",
        "strokes",
        "wording",
        "wording_version",
        "wording_language",
    )
)
"""What goes of a signature that was added later; all else of its record stays, whatever a newer form may ask there."""


def is_closed(path: str, closed: frozenset[str]) -> bool:
    """Say whether a leaf falls under a held-back ``linkId``: the item itself, or all that stands below it."""
    return any(_stands_below(link_id, closed) for link_id in (link_id_of(path), path.split("/", 1)[0]))


def _stands_below(link_id: str, closed: frozenset[str]) -> bool:
    parts = link_id.split(".")
    return any(".".join(parts[:length]) in closed for length in range(1, len(parts) + 1))


def closed_in_agreement(path: str, answers: Answers, service: str | None = None) -> bool:
    """Say whether a line of an agreement is closed to who reads it: the desk, the family, or one ``service``."""
    group, _, row_item = path.partition("/")
    if group != "c2.list":
        return path == "c2.withheld"
    row, _, link_id = row_item.partition("/")
    return link_id in {"", "c2.list.withheld"} or not _row_is_open(f"c2.list/{row}/", answers, service)


def _row_is_open(row_prefix: str, answers: Answers, service: str | None) -> bool:
    if service is not None:
        return answers.get(row_prefix + "c2.list.service") == service
    return answers.get(row_prefix + "c2.list.sensitive") is not True
