"""Filling in the sharing grid and signing, through the pages' real controls."""

from __future__ import annotations

from app.forms.definition import FormDefinition
from app.forms.widgets.date import boxes_of
from demonstration.case import Case, Service
from demonstration.hands import Hands
from demonstration.script import covered, desk_may_read, grid

SCRIBBLE = (((120, 200, 0), (180, 90, 0), (240, 190, 0), (330, 100, 0), (420, 180, 0), (560, 140, 0)),)
"""Drawn where a case says that somebody signed by hand and gives no strokes."""


def fill_sharing(hands: Hands, case: Case, form: FormDefinition) -> None:
    """Answer the three questions, each service, and hold back the lines."""
    hands.choose("c2.store:yes")
    hands.choose(f"c2.desk:{'yes' if desk_may_read(case) else 'no'}")
    hands.choose("c2.share:yes")
    for service in grid(case):
        add_service(hands, service, form)
    hold_back(hands, "c2.withheld", covered(form, case.withheld))


def add_service(hands: Hands, service: Service, form: FormDefinition) -> None:
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
        hold_back(hands, f"{row}/c2.list.withheld", covered(form, service.withheld))


def hold_back(hands: Hands, path: str, link_ids: frozenset[str]) -> None:
    """Tick "Not this one" on lines; a line with no answer has no tick and holds nothing back."""
    wanted = {f"{path}:{link_id}" for link_id in link_ids}
    for tick in sorted(hands.named(f"{path}:") & wanted) if wanted else ():
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
            hands.draw("c2.strokes", SCRIBBLE if said.strokes is None else said.strokes)
        case "typed":
            hands.type("c2.typed_name", said.signer)
        case "spoken":
            hands.type("c2.witness", said.witness)
        case "paper":
            hands.type("c2.paper_note", "In the family's file")
