"""A service in words for a card: what is known of it, and when somebody last looked whether that is still so."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from app.domain.services import is_old
from app.operations.directory import Held
from app.sealing.words import day_in_words
from app.ui.servicespage import ServiceCard
from app.ui.words import counted
from protocol.services import Service

_RING = "Ring before you count on it."
_PLACES = 3
_FACTS = (
    ("Telephone", "phone"),
    ("E-mail", "email"),
    ("Web page", "website"),
    ("How to ask", "how"),
    ("Who it is for", "criteria"),
    ("Waiting time", "waiting"),
    ("When", "times"),
    ("Languages", "languages"),
    ("Getting in", "access"),
)


def lead_words(held: Held | None) -> str:
    """Return from when the directory on this laptop is; empty where there is none."""
    if held is None:
        return ""
    day = day_in_words(date.fromisoformat(held.made_at[:10]))
    return (
        f"Your authority’s directory of {day}, with {counted(held.count, 'service')}. It is on this laptop, and can be "
        "searched without a connection. What you look for is kept nowhere."
    )


def card_of(service: Service, today: date, taken: Collection[str] = ()) -> ServiceCard:
    """Return a service as its card shows it; ``taken`` are the names that stand in the plan."""
    checked = date.fromisoformat(service.checked) if service.checked else None
    facts = tuple((label, getattr(service, name)) for label, name in _FACTS if getattr(service, name))
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
        yield f"For ages {young} to {old}"
    elif old is not None:
        yield f"Up to {counted(old, 'year')}"
    elif young is not None:
        yield f"From {counted(young, 'year')} on"
    yield from _places(service.places)
    if service.cost:
        yield service.cost


def _places(places: Sequence[str]) -> Iterator[str]:
    """Yield the first places; one that another names already, as a town its own postcode, is not said again."""
    apart = [one for one in places if not any(one in other and one != other for other in places)]
    yield from apart[:_PLACES]


def _checked(checked: date | None, today: date) -> str:
    if checked is None:
        return f"It is not known when somebody last looked whether this is still so. {_RING}"
    return f"Last checked {day_in_words(checked)}." + (f" That is long ago. {_RING}" if is_old(checked, today) else "")


def _marks(service: Service) -> Iterator[str]:
    if service.closed_now:
        yield "Closed for now."
    if service.alert:
        yield service.alert
    if service.needs_assessment:
        yield "They ask for an assessment first."
    if service.staff_only:
        yield "For people at work only: not to be given to a family."
