"""What the child index answers, in words; how like a child is to what was typed is said, and never decided."""

from __future__ import annotations

from datetime import datetime

from app.look.speech import noted, tr
from app.ui.days import date_in_words, short_day
from app.ui.lookupentry import EntryShown
from app.ui.lookuppage import FoundShown
from protocol.childindex import FoundChild, IndexCaf, IndexContact, IndexEntry, LooksLike, Outcome, SearchAnswer

_NOBODY = {
    Outcome.NONE: (
        noted("Nobody in the index is like that."),
        noted("Look at the spelling, or add what else you know. It never means that nobody helps this child."),
    ),
    Outcome.SEVERAL: (
        noted("Several children are like that, so none is shown."),
        noted("Please say more: a birth date, a postcode or a number tells them apart."),
    ),
}
_LIKE = {
    LooksLike.LIKELY: (
        noted("This is likely the child."),
        noted("Compare the name and the birth date with what you know. Only you can say whether it is."),
    ),
    LooksLike.POSSIBLE: (
        noted("This is possibly the child."),
        noted("Something differs from what you typed, so look closely. Only you can say whether it is."),
    ),
}
_HIDDEN = noted("This child is shielded: where they live and who helps is not shown.")
_GENDERS = {"f": noted("girl"), "m": noted("boy")}
_KINDS = {
    "carer": noted("Parent or carer"),
    "education": noted("School or nursery"),
    "gp": noted("Doctor"),
    "service": noted("Service"),
}
_SENSITIVE = noted("A service that is not named"), noted("Your early help team can bring you together.")
_WHEREABOUTS = {"none known": noted("No address is known"), "left England": noted("Has left England")}
_STATES = {"started": noted("An assessment has begun"), "done": noted("An assessment is done")}


def found_shown(answer: SearchAnswer) -> FoundShown:
    """Return what a search brought."""
    child = answer.child
    if answer.outcome is not Outcome.ONE or child is None:
        title, words = _NOBODY.get(answer.outcome, _NOBODY[Outcome.NONE])
        return FoundShown(tr(title), tr(words))
    title, words = _LIKE[child.looks_like]
    hidden = tr(_HIDDEN) if child.is_shielded else ""
    said = " ".join(part for part in (tr(words), hidden) if part)
    return FoundShown(tr(title), said, ("user", "accent"), _who(child))


def _who(child: FoundChild) -> str:
    gender = tr(_GENDERS.get(child.gender, ""))
    born = tr("born {day}").format(day=date_in_words(child.born)) if child.born else ""
    return ", ".join(part for part in (f"{child.given} {child.family}".strip(), gender, born) if part)


def entry_shown(entry: IndexEntry, *, is_whole: bool, may_override: bool) -> EntryShown:
    """Return an entry as it is shown; ``is_whole`` where nothing of it was held back."""
    first = entry.names[0] if entry.names else None
    return EntryShown(
        title=f"{first.given} {first.family}".strip() if first is not None else tr("A child"),
        facts=tuple((label, words) for label, words in _facts(entry) if words),
        who=tuple(_contact(one) for one in entry.contacts),
        cafs=tuple(_caf(one) for one in entry.cafs),
        is_shielded=entry.is_shielded,
        is_whole=is_whole,
        may_override=may_override and not is_whole,
    )


def _facts(entry: IndexEntry) -> tuple[tuple[str, str], ...]:
    former = ", ".join(f"{one.given} {one.family}".strip() for one in entry.names[1:])
    where = ", ".join(part for part in (entry.address, entry.postcode) if part)
    return (
        (tr("Former names"), former),
        (tr("Born"), date_in_words(entry.born)),
        (tr("Died"), date_in_words(entry.died)),
        (tr("Girl or boy"), tr(_GENDERS.get(entry.gender, ""))),
        (tr("Number"), entry.number),
        (tr("Last known address"), where or tr(_WHEREABOUTS.get(entry.whereabouts, ""))),
    )


def _contact(one: IndexContact) -> tuple[str, str]:
    """Return somebody to ask; of a sensitive service nothing but that there is one, whatever else came."""
    if one.kind not in _KINDS:
        return tr(_SENSITIVE[0]), tr(_SENSITIVE[1])
    told = (
        tr("since {day}").format(day=date_in_words(one.began)) if one.began else "",
        tr("until {day}").format(day=date_in_words(one.ended)) if one.ended else "",
        tr("is the lead professional") if one.is_lead else "",
        tr("has information to share") if one.has_information else "",
        tr("is taking action") if one.taking_action else "",
    )
    return tr(_KINDS[one.kind]), ", ".join(part for part in (one.name, one.contact, *told) if part)


def _caf(one: IndexCaf) -> str:
    state = tr(_STATES.get(one.state, _STATES["started"]))
    since = day_of(one.since)
    if not one.holder:
        return tr("{state}, since {since}. Who holds it is not shown: ask your early help team.").format(
            state=state, since=since
        )
    holder = ", ".join(part for part in (one.holder, one.agency) if part)
    return tr("{state}, since {since}. Ask {holder}.").format(state=state, since=since, holder=holder)


def day_of(moment: str) -> str:
    """Return the day of a moment as the endpoint writes it; as it is where it is none."""
    try:
        return short_day(datetime.fromisoformat(moment).astimezone().date())
    except ValueError:
        return moment
