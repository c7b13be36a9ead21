"""A service in words for a card: what is known of it, and when somebody last looked whether that is still so."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from app.domain.services import is_old
from app.look.speech import noted, tr
from app.operations.directory import Held
from app.ui.counting import counted
from app.ui.days import day_in_words
from app.ui.servicespage import ServiceCard
from protocol.services import Service

_RING = noted("Ring before you count on it.")
_PLACES = 3
_FACTS = (
    (noted("Telephone"), "phone"),
    (noted("E-mail"), "email"),
    (noted("Web page"), "website"),
    (noted("How to ask"), "how"),
    (noted("Who it is for"), "criteria"),
    (noted("Waiting time"), "waiting"),
    (noted("When"), "times"),
    (noted("Languages"), "languages"),
    (noted("Getting in"), "access"),
)


def lead_words(held: Held | None) -> str:
    """Return from when the directory on this laptop is; empty where there is none."""
    if held is None:
        return ""
    day = day_in_words(date.fromisoformat(held.made_at[:10]))
    return tr(
        "Your authority’s directory of {day}, with {count}. It is on this laptop, and can be searched without a "
        "connection. What you look for is kept nowhere."
    ).format(day=day, count=counted(held.count, "service"))


def card_of(service: Service, today: date, taken: Collection[str] = ()) -> ServiceCard:
    """Return a service as its card shows it; ``taken`` are the names that stand in the plan."""
    checked = date.fromisoformat(service.checked) if service.checked else None
    facts = tuple((tr(label), getattr(service, name)) for label, name in _FACTS if getattr(service, name))
    return ServiceCard(
        key=service.id,
        name=service.name,
        provider=service.provider if service.provider != service.name else "",
        does=service.does,
        short=" · ".join(_short(service)),
        checked=_checked(checked, today),
        is_old=is_old(checked, today),
        marks=tuple(_marks(service)),
        facts=facts,
        is_taken=service.name in taken,
    )


def _short(service: Service) -> Iterator[str]:
    young, old = service.youngest, service.oldest
    if young is not None and old is not None:
        yield tr("For ages {young} to {old}").format(young=young, old=old)
    elif old is not None:
        yield tr("Up to {count}").format(count=counted(old, "year"))
    elif young is not None:
        yield tr("From {count} on").format(count=counted(young, "year"))
    yield from _places(service.places)
    if service.cost:
        yield service.cost


def _places(places: Sequence[str]) -> Iterator[str]:
    """Yield the first places; one that another names already, as a town its own postcode, is not said again."""
    apart = [one for one in places if not any(one in other and one != other for other in places)]
    yield from apart[:_PLACES]


def _checked(checked: date | None, today: date) -> str:
    if checked is None:
        return tr("It is not known when somebody last looked whether this is still so. {ring}").format(ring=tr(_RING))
    said = tr("Last checked {day}.").format(day=day_in_words(checked))
    long_ago = tr("That is long ago. {ring}").format(ring=tr(_RING)) if is_old(checked, today) else ""
    return " ".join(filter(None, (said, long_ago)))


def _marks(service: Service) -> Iterator[str]:
    if service.closed_now:
        yield tr("Closed for now.")
    if service.alert:
        yield service.alert
    if service.needs_assessment:
        yield tr("They ask for an assessment first.")
    if service.staff_only:
        yield tr("For people at work only: not to be given to a family.")
