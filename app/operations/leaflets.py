"""The leaflet about keeping and sharing, on paper: in the authority's words from the policy, with nobody's name."""

from __future__ import annotations

from app.errors import Trouble
from app.operations.leaving import Leave, Paper, Way
from app.operations.policy import Policy
from app.operations.workplace import Workplace
from app.storage import audit
from app.storage.audit import Act
from app.storage.database import Transaction


class NoLeaflet(Trouble):
    """The authority's policy has no leaflet."""

    def __init__(self) -> None:
        super().__init__(
            "Your authority has not given this program a leaflet.",
            "Nothing is lost.",
            "Please use the paper one your team has.",
        )


def make_leaflet(tx: Transaction, workplace: Workplace, policy: Policy, way: Way = Way.SAVED) -> bytes:
    """Return the leaflet as PDF bytes; that it leaves stands in the audit. Raises ``NoLeaflet``."""
    from app.documents.leaflet import leaflet_on_paper  # what lays out pages is heavy, and most days make none

    leaflet, at = policy.leaflet, workplace.clock.now()
    if leaflet is None:
        raise NoLeaflet
    audit.write(tx, Act.PRINTED, "", at, Leave(Paper.LEAFLET, way).code())
    parts = [(part.title, part.words) for part in leaflet.parts]
    return leaflet_on_paper(leaflet.title, parts, leaflet.version, at.astimezone().date())
