"""What nobody sees unless a person decides otherwise: each rule is one small function and none may be skipped.

Not everyone in a family may see everything. These rules hold before any choice made at the second gate.
"""

from collections.abc import Iterable

from app.domain.answers import Answers, link_id_of

ADDRESS = frozenset({"id.address", "id.postcode", "id.phone", "id.email", "pc.address", "pc.postcode"})
"""Where a family can be found. A parent's address may be the same one written down again."""
HARM = frozenset({"ex"})
"""The record of a worry: in no copy and no view of anybody, whatever was ticked (A5.11)."""
CONTACT_RISKS = frozenset({"pc.contact_limits", "fh.people.no_contact", "as.confident"})


def confidential_address(answers: Answers) -> frozenset[str]:
    """Return the items of an address that was asked to be kept confidential (S0 IDX; shielding)."""
    return ADDRESS if answers.get("id.address_confidential") is True else frozenset()


def harm_notes() -> frozenset[str]:
    """Return what was written about harm: nobody but its author has it, unless a decision of its own says so (B5)."""
    return HARM


def contact_risks(paths: Iterable[str]) -> frozenset[str]:
    """Return the notes about whom not to contact: on paper at home they could put somebody in danger."""
    return frozenset(link_id for link_id in map(link_id_of, paths) if link_id in CONTACT_RISKS)


def childs_words(answers: Answers) -> frozenset[str]:
    """Return the child's own words, unless the child was asked and said that the copy may show them (S4 4.13)."""
    if answers.get("cm.child_share") == "yes":
        return frozenset()
    link_ids = map(link_id_of, answers)
    return frozenset(link_id for link_id in link_ids if link_id == "cm.child" or link_id.endswith(".words"))
