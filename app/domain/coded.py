"""A code that says which list it belongs to, and what one list's ethnic group certainly is in another.

How somebody describes themselves is theirs. So a group is carried over only where it certainly holds, never to one
that says more than they said, and what was said at the time is kept beside it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Coded:
    """One code with the address of its list and the version of that list."""

    code: str
    scheme: str
    version: str


@dataclass(frozen=True)
class CarriedOver:
    """What was said, and what that is in another list, or ``None`` where only the family can say: then ask again."""

    said: Coded
    same: Coded | None

    @property
    def ask_again(self) -> bool:
        """Whether the family have to be asked, because no code of the other list certainly holds."""
        return self.same is None


OF_2006 = "https://ecaf.example/codes/ethnicity-caf-2006"
OF_2021 = "https://ecaf.example/codes/id.ethnicity"
"""The list in use: the first versions of the assessment had it as their own."""

_CERTAIN = {
    "White: British": "White: English, Welsh, Scottish, Northern Irish or British",
    "White: Irish": "White: Irish",
    "White: Traveller of Irish Heritage": "White: Gypsy or Irish Traveller",
    "Black or Black British: Caribbean": "Black: Caribbean",
    "Black or Black British: African": "Black: African",
    "Asian or Asian British: Indian": "Asian: Indian",
    "Asian or Asian British: Pakistani": "Asian: Pakistani",
    "Asian or Asian British: Bangladeshi": "Asian: Bangladeshi",
    "Mixed: White and Black Caribbean": "Mixed: White and Black Caribbean",
    "Mixed: White and Black African": "Mixed: White and Black African",
    "Mixed: White and Asian": "Mixed: White and Asian",
    "Chinese": "Asian: Chinese",
    "refused": "not said",
}
"""Groups of 2006 that are certainly one of 2021 (A28.1). "Gypsy/Roma" is two groups now, and an "other" of 2006 may be
one that has had a name since, such as Arab; "not given" does not say whether they were ever asked."""


def carried_over(said: Coded, scheme: str, version: str) -> CarriedOver:
    """Return an ethnic group in another list where that is certain; nothing goes back to an older list.

    The same list in another version keeps the code.
    """
    if said.scheme == scheme:
        return CarriedOver(said, Coded(said.code, scheme, version))
    code = _CERTAIN.get(said.code) if (said.scheme, scheme) == (OF_2006, OF_2021) else None
    return CarriedOver(said, Coded(code, scheme, version) if code else None)
