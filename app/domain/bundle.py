"""Everything held here about one child, for somebody with a right to see it: what is left out, what a person decides.

Nothing about anybody else goes in before a person has said so, line by line; and of what a young person decides about
alone, nothing at all goes to a parent. Only ``disclosed`` makes what can be put on paper.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from app.domain.account import Done
from app.domain.answers import Answers, link_id_of
from app.domain.denied import ADDRESS, childs_words, confidential_address, contact_risks
from app.domain.peoplemap import not_for_home, private_on_map

_DOOR = object()


class Asker(StrEnum):
    """Who asks to see it."""

    PARENT = "parent"
    """A parent or carer, or somebody for them."""
    CHILD = "child"
    """The child or young person themself."""


class LeftOut(StrEnum):
    """A kind of thing that is left out, whoever decides."""

    ADDRESS = "address"
    """An address that is to stay private."""
    RISKS = "risks"
    """Whom it is not safe to get in touch with."""
    HARM = "harm"
    """What was written about harm."""
    CHILDS_WORDS = "childs-words"
    """The child's own words, where the child did not say that a parent may see them."""
    PRIVATE = "private"
    """A service marked as a private matter."""


class Decide(StrEnum):
    """Why a person must say whether a line goes in."""

    NAMED = "named"
    """It names somebody else, or is about them."""
    FAMILY = "family"
    """It may be about somebody else in the family."""
    HELD_BACK = "held-back"
    """The family held it back from somebody."""
    WORRY = "worry"
    """It was written under "Worried now?"."""
    UNKNOWN = "unknown"
    """It stands in a kind of record nobody has thought about yet."""


_ABOUT_OTHERS = ("fh", "pc", "as.present", "d3.history", "d3.wider", "cm.parent", "co.parent_wants", "co.child_wants")
"""Questions that ask about other people, or that somebody else answered for themselves."""
_SIGNED = frozenset({"c1.giver", "c1.witness", "c2.signer", "c2.typed_name", "c2.witness", "pre.who"})
_HARM = frozenset({"pre.harm", "ex"})
"""What was asked about harm in a checklist, and the record of a worry (A5.11)."""
_ASKED_ALONE = frozenset({"ch.show"})
"""What a child said about who may read their words: a no must not be read at home."""
_KIN = re.compile(
    r"\b(?:m[uo]m|mam|mother|dad|father|step\w*|foster\w*|brother|sister|sibling|twin|son|daughter|gran|grand\w+|nan|nana"
    r"|nanny|aunt\w*|uncle|cousin|niece|nephew|partner|boyfriend|girlfriend|husband|wife|ex|parent|carer|neighbour"
    r"|friend|mate|lodger)(?:s|’s|'s)?\b",
    re.IGNORECASE,
)
_SHORTEST_NAME = 3
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Line:
    """One answer, note or saying; ``decide`` says why a person must say that it goes in, or is ``None``.

    ``key`` stands for these very words in this very place: other words need another decision.
    """

    key: str
    asked: str
    said: str
    decide: Decide | None = None


@dataclass(frozen=True)
class Part:
    """One record, draft or other paper, with its lines in the order of its form."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Bundle:
    """What is held here about one child, without what is ``left_out``; for the worker's eyes until it is decided."""

    child: str
    laptop_of: str
    asker: Asker
    parts: tuple[Part, ...]
    done: tuple[Done, ...]
    left_out: tuple[LeftOut, ...] = ()

    @property
    def to_decide(self) -> tuple[Line, ...]:
        """Every line that a person must decide about, in order."""
        return tuple(line for part in self.parts for line in part.lines if line.decide)


@dataclass(frozen=True)
class Disclosure:
    """What may be handed over; only ``disclosed`` makes one."""

    child: str
    laptop_of: str
    parts: tuple[Part, ...]
    done: tuple[Done, ...]
    _door: object = field(repr=False, compare=False)

    def __post_init__(self) -> None:
        """Refuse to exist unless ``disclosed`` made it."""
        if self._door is not _DOOR:
            raise TypeError("only disclosed() makes a disclosure")


def disclosed(bundle: Bundle, included: Collection[str]) -> Disclosure:
    """Return what may be handed over: of the lines that needed a decision, only those whose keys are ``included``."""
    parts = (
        Part(
            str(part.title),
            tuple(_as_kept(line) for line in part.lines if not line.decide or line.key in included),
        )
        for part in bundle.parts
    )
    return Disclosure(bundle.child, bundle.laptop_of, tuple(part for part in parts if part.lines), bundle.done, _DOOR)


def _as_kept(line: Line) -> Line:
    """Return a line as it stands on paper and in a file: plain words, and nothing to decide any more."""
    return replace(line, asked=str(line.asked), said=str(line.said), decide=None)


@dataclass(frozen=True)
class Circumstances:
    """What decides about a line beside its own words: who asks, and what all records together say."""

    asker: Asker
    is_address_private: bool
    held_back: frozenset[str]
    others: frozenset[str]
    """Names of other people, small, each a word."""


def circumstances(
    asker: Asker, everything: Iterable[Answers], own_names: str, other_names: Iterable[str]
) -> Circumstances:
    """Look through everything at once: what one record keeps private is private in all of them."""
    sources = tuple(everything)
    own = frozenset(_names_in(own_names))
    return Circumstances(
        asker=asker,
        is_address_private=any(confidential_address(answers) for answers in sources),
        held_back=frozenset(code for answers in sources for code in _withheld(answers)),
        others=frozenset(name for names in other_names for name in _names_in(names)) - own,
    )


def _withheld(answers: Answers) -> Iterable[str]:
    for path, given in answers.items():
        if link_id_of(path) in {"c2.withheld", "c2.list.withheld"} and isinstance(given, tuple):
            yield from given


def names_of_others(answers: Answers) -> Iterable[str]:
    """Yield the names of other people that are written down as such."""
    names = {"fh.people.name", "fh.linked.name", "pc.name", "as.present.name", "ac.who", "c1.giver", "c2.signer"}
    names |= {"fw.who", "ch.show.who"}
    return (given for path, given in answers.items() if link_id_of(path) in names and isinstance(given, str))


def _names_in(words: str) -> Iterable[str]:
    return (word.casefold() for word in _WORD.findall(words) if len(word) >= _SHORTEST_NAME)


def left_out(path: str, answers: Answers, around: Circumstances) -> LeftOut | None:
    """Return why an answer is left out whoever decides, or ``None``."""
    link_id = link_id_of(path)
    if _stands_below(link_id, _HARM):
        return LeftOut.HARM
    if around.is_address_private and link_id in ADDRESS:
        return LeftOut.ADDRESS
    if contact_risks([path]) or path.startswith(_not_for_home(answers, around.asker)):
        return LeftOut.RISKS
    if around.asker is Asker.CHILD:
        return None
    if link_id in childs_words(answers) or _stands_below(link_id, _ASKED_ALONE):
        return LeftOut.CHILDS_WORDS
    is_private = _is_private_row(path.removesuffix(link_id), answers) or path.startswith(private_on_map(answers))
    return LeftOut.PRIVATE if is_private else None


def _not_for_home(answers: Answers, asker: Asker) -> tuple[str, ...]:
    return not_for_home(answers, to_themselves=asker is Asker.CHILD)


def _is_private_row(row: str, answers: Answers) -> bool:
    marks = (given for path, given in answers.items() if path.startswith(row) and path.endswith(".sensitive"))
    return bool(row) and any(given is True for given in marks)


def to_decide(path: str, said: str, around: Circumstances, *, in_own_words: bool) -> Decide | None:
    """Return why a person must decide about a line, or ``None``; what was chosen from a list names nobody."""
    link_id = link_id_of(path)
    if _stands_below(link_id, around.held_back):
        return Decide.HELD_BACK
    if link_id in _SIGNED or _stands_below(link_id, _ABOUT_OTHERS):
        return Decide.NAMED
    return about_others(said, around) if in_own_words else None


def about_others(said: str, around: Circumstances) -> Decide | None:
    """Return whether words name somebody else or speak of kin and friends, as a reason to decide."""
    if around.others.intersection(_names_in(said)):
        return Decide.NAMED
    return Decide.FAMILY if _KIN.search(said) else None


def _stands_below(link_id: str, groups: Collection[str]) -> bool:
    parts = link_id.split(".")
    return any(".".join(parts[:length]) in groups for length in range(1, len(parts) + 1))
