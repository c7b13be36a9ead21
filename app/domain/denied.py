"""What nobody sees unless a person decides otherwise: each rule is one small function and none may be skipped.

Not everyone in a family may see everything. These rules hold before any choice made at the second gate.
"""

from collections.abc import Iterable

from app.domain.answers import Answers, link_id_of
from app.domain.rules import Kind, rule

_OF_A_PARENT = frozenset({"pc.address", "pc.postcode", "pc.phone", "pc.email"})
_ANOTHER = frozenset({f"id.addresses.{part}" for part in ("address", "postcode", "from", "until")})
ADDRESS = frozenset({"id.address", "id.postcode", "id.phone", "id.email", "id.contacts"}) | _OF_A_PARENT | _ANOTHER
"""Where a family can be found. A parent's address may be the same one written down again."""
_ASKED_ALONE = {"pc.address_confidential": _OF_A_PARENT, "id.addresses.confidential": _ANOTHER}
"""What one row's own wish closes. It closes it in every row: two rows may well tell of one home."""
CONTACT_RISKS = frozenset({"pc.contact_limits", "fh.people.no_contact", "as.confident"}) | {
    f"{place}.{asked}" for place in ("id", "id.contacts") for asked in ("safe_to_ring", "safe_message")
}


def confidential_address(answers: Answers) -> frozenset[str]:
    """Return the items of an address that was asked to be kept confidential (S0 IDX; shielding)."""
    if answers.get("id.address_confidential") is True:
        return ADDRESS
    asked = {link_id_of(path) for path, given in answers.items() if given is True}
    return frozenset().union(*(closed for wish, closed in _ASKED_ALONE.items() if wish in asked))


@rule(13, "S4 4.2", Kind.GUIDE)
def contact_risks(paths: Iterable[str]) -> frozenset[str]:
    """Return the notes about whom not to contact: on paper at home they could put somebody in danger."""
    return frozenset(link_id for link_id in map(link_id_of, paths) if link_id in CONTACT_RISKS)


def childs_words(answers: Answers) -> frozenset[str]:
    """Return the child's own words, unless the child was asked and said that the copy may show them (S4 4.13)."""
    if answers.get("cm.child_share") == "yes":
        return frozenset()
    link_ids = map(link_id_of, answers)
    return frozenset(link_id for link_id in link_ids if link_id == "cm.child" or link_id.endswith(".words"))
