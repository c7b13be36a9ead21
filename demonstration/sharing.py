"""Filling in the sharing grid and signing, through the pages' real controls."""

from __future__ import annotations

from app.forms.widgets.date import boxes_of
from demonstration.case import Case, Service
from demonstration.hands import Hands

SCRIBBLE = (((120, 200, 0), (180, 90, 0), (240, 190, 0), (330, 100, 0), (420, 180, 0), (560, 140, 0)),)
"""Drawn where a case says that somebody signed by hand and gives no strokes."""


def fill_sharing(hands: Hands, case: Case) -> None:
    """Answer the three questions, each service, and hold back the lines."""
    hands.choose("c2.store:yes")
    hands.choose(f"c2.desk:{_desk(case)}")
    hands.choose("c2.share:yes")
    for service in case.services:
        if not _is_desk(case, service):
            add_service(hands, service)
    for link_id in case.withheld:
        hold_back(hands, f"c2.withheld:{link_id}")


def _is_desk(case: Case, service: Service) -> bool:
    return case.coordinator is not None and service.name == case.coordinator.agency


def _desk(case: Case) -> str:
    """Return what the family says about the early help desk: as the grid has it, else yes."""
    said = [service.may_see for service in case.services if _is_desk(case, service)]
    return "yes" if all(said) else "no"


def add_service(hands: Hands, service: Service) -> None:
    """Fill in one row of the grid."""
    before = hands.rows("c2.list")
    hands.click("c2.list:add")
    (row,) = hands.rows("c2.list") - before
    hands.type(f"{row}/c2.list.service", service.name)
    if not hands.pick(f"{row}/c2.list.kind", service.kind):
        hands.type(f"{row}/c2.list.kind:other", service.kind)
    hands.choose(f"{row}/c2.list.may_see:{'yes' if service.may_see else 'no'}")
    if service.sensitive:
        hands.choose(f"{row}/c2.list.sensitive")
    for part, words in zip(("day", "month", "year"), boxes_of(service.until or ""), strict=True):
        if words:
            hands.type(f"{row}/c2.list.until:{part}", words)
    if service.withheld:
        hands.click(f"{row}/c2.list.withheld")
    for link_id in service.withheld:
        hold_back(hands, f"{row}/c2.list.withheld:{link_id}")


def hold_back(hands: Hands, tick: str) -> None:
    """Tick "Not this one" on a line; a line with no answer has no tick and holds nothing back."""
    if hands.sees(tick):
        hands.choose(tick)


def sign(hands: Hands, case: Case) -> None:
    """Sign by the route the case names."""
    said = case.signature
    if said is None:
        return
    hands.type("c2.signer", said.signer)
    hands.choose(f"c2.capacity:{said.capacity}")
    hands.choose(f"c2.route:{said.route}")
    match said.route:
        case "drawn":
            hands.draw("c2.strokes", said.strokes or SCRIBBLE)
        case "typed":
            hands.type("c2.typed_name", said.signer)
        case "spoken":
            hands.type("c2.witness", said.witness)
        case "paper":
            hands.type("c2.paper_note", "In the family's file")
