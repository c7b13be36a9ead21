"""What must hold for one item of a form by itself; each rule yields sentences and never looks at other items.

The rules ``que-1`` to ``que-13`` are those of HL7 FHIR R4 Questionnaire.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from app.forms.fhir import (
    CHECKED,
    CHECKED_AS,
    CHOICES,
    CODE_LIST,
    EXTENSIONS,
    FILLED_BY,
    FILLERS,
    GOOD_TO_HAVE,
    NOT_SHOWN,
    SELDOM,
    SHOWN,
    TAKES_LENGTH,
    Node,
    extensions_of,
    is_node,
    is_number,
    is_text,
)
from app.forms.uses import copied_faults


def nodes(node: Node, key: str) -> list[Node]:
    """Return the objects in a list; whatever else stands there is found by the linter's ``_strays``."""
    value = node.get(key)
    return [entry for entry in value if is_node(entry)] if isinstance(value, list) else []


def kind_of(item: Node) -> str:
    """Return the type an item says it has."""
    return str(item.get("type"))


def listed(codes: frozenset[str]) -> str:
    """Return codes as words in a sentence."""
    return ", ".join(sorted(codes))


def _has_link_id(item: Node) -> Iterator[str]:
    link_id = item.get("linkId")
    if not is_text(link_id):
        yield f'an item has no linkId; its text is "{item.get("text", "")}". Please give it one of its own.'
    elif "/" in link_id:
        yield "a linkId cannot hold a slash (/). Please use a dot."
    elif link_id != " ".join(link_id.split()):
        yield "this linkId has stray spaces. Please take them away."


def _has_type(item: Node) -> Iterator[str]:
    given = kind_of(item)
    if given in NOT_SHOWN:
        yield f'this program cannot show the type "{given}" yet. Please use one of {listed(SHOWN)}.'
    elif given not in SHOWN:
        yield f'"{given}" is not a type of item. Please use one of {listed(SHOWN)}.'


def _has_words(item: Node) -> Iterator[str]:
    if kind_of(item) != "group" and "text" not in item:
        yield 'it has no "text", so nobody could see what is asked. Please write it.'


def _display_only_shows(item: Node) -> Iterator[str]:
    if item.get("type") != "display":
        return
    rules = {"item": "que-1", "code": "que-3", "required": "que-6", "repeats": "que-6", "initial": "que-8"}
    for key, rule in (rules | {"readOnly": "que-9"}).items():
        if key in item:
            yield f'words that are only shown cannot have "{key}" ({rule}). Please take it away.'


def _group_holds(item: Node) -> Iterator[str]:
    kind = kind_of(item)
    if kind == "group" and not nodes(item, "item"):
        yield "a group must have something in it (que-1). Please put a question into it, or take it away."
    if kind == "group" and "initial" in item:
        yield 'a group cannot have "initial" (que-8). Please take it away.'
    if kind in SHOWN - {"group"} and any(child.get("type") != "display" for child in nodes(item, "item")):
        yield "a question cannot have questions under it here. Please put them beside it, with enableWhen."


def _choice_has_options(item: Node) -> Iterator[str]:
    kind = kind_of(item)
    if "answerOption" in item and "answerValueSet" in item:
        yield "the choices are given twice, by answerOption and by answerValueSet (que-4). Please keep answerOption."
    if kind not in CHOICES and ("answerOption" in item or "answerValueSet" in item):
        yield "only a choice can have choices (que-5). Please make it one, or take them away."
    elif "answerValueSet" in item:
        yield "its choices are in a list kept elsewhere (answerValueSet). Please put them into answerOption."
    elif kind == "choice" and not item.get("answerOption"):
        yield "a choice needs something to choose from. Please give it choices (answerOption)."
    if "answerOption" in item and "initial" in item:
        yield 'a choice with answerOption cannot have "initial" (que-11). Please take it away.'


def _options_differ(item: Node) -> Iterator[str]:
    codings = [option.get("valueCoding") for option in nodes(item, "answerOption")]
    codes = [coding.get("code") for coding in codings if is_node(coding)]
    codes += [option["valueString"] for option in nodes(item, "answerOption") if "valueString" in option]
    for code, times in Counter(map(str, codes)).items():
        if times > 1:
            yield f'the choice "{code}" is there {times} times. Please keep one of them.'


def _repeats_where_it_can(item: Node) -> Iterator[str]:
    if item.get("repeats") is True and kind_of(item) in SHOWN - CHOICES - {"group", "display"}:
        yield "only choices and groups can repeat here. Please put this question into a repeating group."
    if isinstance(item.get("initial"), list) and len(item["initial"]) > 1 and item.get("repeats") is not True:
        yield "it has several first answers but does not repeat (que-13). Please take them away."


def _length_where_it_can(item: Node) -> Iterator[str]:
    if "maxLength" in item and kind_of(item) not in TAKES_LENGTH:
        yield "only a question that is written in can have a maxLength (que-10). Please take it away."


def _behaviour_is_said(item: Node) -> Iterator[str]:
    behaviour = item.get("enableBehavior")
    if behaviour not in (None, "all", "any"):
        yield '"enableBehavior" is neither of the words it can be. Please write all or any.'
    if len(nodes(item, "enableWhen")) > 1 and behaviour is None:
        yield "it waits for several answers. Please say whether for all or any of them (enableBehavior, que-12)."


_BOUNDS = ("minValue", "maxValue")


def _bounds_are_numbers(item: Node) -> Iterator[str]:
    bounds = dict(_bounds(item))
    if any(not is_number(bound) for bound in bounds.values()) or (bounds and kind_of(item) != "integer"):
        yield "minValue and maxValue belong to a question for a whole number. Please give each a valueInteger there."
    elif len(bounds) == len(_BOUNDS) and bounds["minValue"] > bounds["maxValue"]:
        yield "its minValue is above its maxValue. Please swap them."


def _bounds(item: Node) -> Iterator[tuple[str, Any]]:
    for name in _BOUNDS:
        for extension in extensions_of(item, EXTENSIONS + name):
            yield name, extension.get("valueInteger")


def _checked_as_known(item: Node) -> Iterator[str]:
    for extension in extensions_of(item, CHECKED_AS):
        code = extension.get("valueCode")
        if not isinstance(code, str) or code not in CHECKED:
            yield f'nothing is checked as "{code}". Please use one of {listed(frozenset(CHECKED))}.'
        elif kind_of(item) not in CHECKED[code]:
            yield f'only a {listed(CHECKED[code])} can be checked as "{code}". Please change its type, or take it away.'


def _marks_are_yes_or_no(item: Node) -> Iterator[str]:
    for mark in (SELDOM, GOOD_TO_HAVE):
        for extension in extensions_of(item, mark):
            if not isinstance(extension.get("valueBoolean"), bool):
                yield f'"{mark.rsplit("/", 1)[-1]}" is neither yes nor no. Please give it a valueBoolean.'
    if item.get("required") is True and any(extensions_of(item, SELDOM)):
        yield "what is needed cannot be folded away. Please take required or seldom away."


def _fillers_are_known(item: Node) -> Iterator[str]:
    for extension in extensions_of(item, FILLED_BY):
        if extension.get("valueCode") not in FILLERS:
            yield f'nobody called "{extension.get("valueCode")}" fills in a form. Please use one of {listed(FILLERS)}.'


def _code_list_is_said_whole(item: Node) -> Iterator[str]:
    lists = [extension.get("valueCanonical") for extension in extensions_of(item, CODE_LIST)]
    if lists and kind_of(item) not in CHOICES:
        yield "only a choice can take its options from a code list. Please make it one, or take the list away."
    for given in lists:
        address, _, version = given.partition("|") if isinstance(given, str) else ("", "", "")
        if not address or not version:
            yield 'its code list is not an address and a version. Please write both, with a "|" between them.'
        elif any(not _is_of(coding, address, version) for coding in _codings(item)):
            yield f"a choice does not name its list as {given}. Please give each its system and version."


def _codings(item: Node) -> Iterator[Node]:
    for option in nodes(item, "answerOption"):
        if is_node(option.get("valueCoding")):
            yield option["valueCoding"]


def _is_of(coding: Node, address: str, version: str) -> bool:
    return coding.get("system") == address and coding.get("version") == version


ITEM_RULES: tuple[Callable[[Node], Iterator[str]], ...] = (
    _has_link_id,
    _has_type,
    _has_words,
    _display_only_shows,
    _group_holds,
    _choice_has_options,
    _options_differ,
    _repeats_where_it_can,
    _length_where_it_can,
    _behaviour_is_said,
)
EXTENSION_RULES: tuple[Callable[[Node], Iterator[str]], ...] = (
    _bounds_are_numbers,
    _checked_as_known,
    _marks_are_yes_or_no,
    _fillers_are_known,
    _code_list_is_said_whole,
    copied_faults,
)
"""What is looked at only where an item has extensions at all: most have none, and every start reads every form."""
