"""Finds every mistake in a form file and says it in plain English; it never mends, guesses or skips one.

No single FHIR validator catches them all, so the rules stand here: the shape and the codes of HL7 FHIR R4
Questionnaire (``que-0`` to ``que-13``), with ``enableBehavior`` asked for from two conditions on (R4 asks from three,
which leaves two of them ambiguous), and what this program cannot show or keep yet.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter
from typing import Any

from app.forms.fhir import (
    ANSWERED_BY,
    CHOICES,
    CODING_KEYS,
    CONDITION_KEYS,
    EXTENSION_LISTS,
    EXTENSIONS,
    FORM_KEYS,
    ITEM_CONTROL,
    ITEM_KEYS,
    NOT_SHOWN,
    OPERATORS,
    OPTION_KEYS,
    ORDERED,
    SHOWN,
    STATUSES,
    TAKES_LENGTH,
    Check,
    Node,
    control_codes,
    is_node,
    is_number,
    is_text,
)


@dataclass(frozen=True)
class Finding:
    """One mistake: the ``linkId`` of the item it is in (empty for the form itself), and a sentence about it."""

    link_id: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.link_id}: {self.sentence}" if self.link_id else self.sentence


def findings(form: Node) -> tuple[Finding, ...]:
    """Return every mistake in a form read from JSON, in the order of the file; empty when it may be used."""
    return tuple(_Linter(form).all())


def _keys(link_id: str, node: Node, known: dict[str, Check]) -> Iterator[Finding]:
    for key, value in node.items():
        if key not in known:
            yield Finding(link_id, f'"{key}" is not a word that forms use here. Is it misspelt?')
            continue
        is_right, rule = known[key]
        if not is_right(value):
            yield Finding(link_id, f'"{key}" {rule}.')
    if "modifierExtension" in node:
        yield Finding(link_id, 'it has a "modifierExtension", whose meaning this program does not know.')


def _nodes(node: Node, key: str) -> list[Node]:
    """Return the objects in a list; whatever else stands there is found by ``_strays``."""
    value = node.get(key)
    return [entry for entry in value if is_node(entry)] if isinstance(value, list) else []


def _strays(link_id: str, node: Node, key: str) -> Iterator[Finding]:
    value = node.get(key)
    if isinstance(value, list) and not all(map(is_node, value)):
        yield Finding(link_id, f'everything in "{key}" must be an object in curly brackets.')


def _value_key(node: Node, start: str) -> list[str]:
    return [key for key in node if key.startswith(start)]


@dataclass
class _Linter:
    """Reads one form; ``items`` are those with a usable ``linkId``, with the repeating group around each."""

    form: Node
    items: dict[str, Node] = field(default_factory=dict)
    rows_around: dict[str, str] = field(default_factory=dict)
    waits_for: dict[str, set[str]] = field(default_factory=dict)

    def all(self) -> Iterator[Finding]:
        yield from _whole(self.form)
        self._gather(self.form, "")
        yield from self._twice()
        yield from self._circles()
        for child in _nodes(self.form, "item"):
            yield from self._item(child, "")

    def _circles(self) -> Iterator[Finding]:
        try:
            TopologicalSorter(self.waits_for).prepare()
        except CycleError as error:
            circle = error.args[1]
            yield Finding(circle[0], f"these wait for each other: {', '.join(sorted(set(circle)))}.")

    def _gather(self, node: Node, rows: str) -> None:
        for child in _nodes(node, "item"):
            link_id = child.get("linkId")
            if is_text(link_id):
                self.items.setdefault(link_id, child)
                self.rows_around.setdefault(link_id, rows)
                self.waits_for.setdefault(link_id, set()).update(_waited_for(node, child))
            repeats = child.get("type") == "group" and child.get("repeats") is True
            self._gather(child, str(link_id) if repeats else rows)

    def _twice(self) -> Iterator[Finding]:
        for link_id, times in Counter(_link_ids(self.form)).items():
            if times > 1:
                yield Finding(link_id, f"this linkId is used {times} times; each must be the only one (que-2).")

    def _item(self, item: Node, rows: str) -> Iterator[Finding]:
        link_id = item["linkId"] if is_text(item.get("linkId")) else ""
        yield from _keys(link_id, item, ITEM_KEYS)
        for rule in ITEM_RULES:
            yield from (Finding(link_id, sentence) for sentence in rule(item))
        for key in ("item", "enableWhen", "answerOption", "extension"):
            yield from _strays(link_id, item, key)
        for extension in _nodes(item, "extension"):
            yield from _extension(link_id, extension)
        for option in _nodes(item, "answerOption"):
            yield from _option(link_id, option)
        for condition in _nodes(item, "enableWhen"):
            yield from self._condition(link_id, condition)
        yield from self._inside(link_id, item, rows)

    def _inside(self, link_id: str, item: Node, rows: str) -> Iterator[Finding]:
        repeats = item.get("type") == "group" and item.get("repeats") is True
        if repeats and rows:
            yield Finding(link_id, f"a repeating group cannot stand inside another one ({rows}).")
        for child in _nodes(item, "item"):
            yield from self._item(child, link_id if repeats else rows)

    def _condition(self, link_id: str, condition: Node) -> Iterator[Finding]:
        yield from _keys(link_id, condition, EXTENSION_LISTS | CONDITION_KEYS)
        answers = _value_key(condition, "answer")
        sentences = [*_operator(condition, answers), *self._question(link_id, condition)]
        if not sentences and len(answers) == 1:
            sentences = list(_fit(self.items[condition["question"]], condition, answers[0]))
        yield from (Finding(link_id, sentence) for sentence in sentences)

    def _question(self, link_id: str, condition: Node) -> Iterator[str]:
        question = condition.get("question")
        asked = self.items.get(question) if isinstance(question, str) else None
        if asked is None:
            yield f'it waits for "{question}", and no item has that linkId.'
        elif asked.get("type") in ("group", "display"):
            yield f'it waits for "{question}", which is not a question.'
        elif self.rows_around.get(str(question)) and self.rows_around[str(question)] != self.rows_around.get(link_id):
            yield f'it waits for "{question}", which stands in the rows of another group.'


def _waited_for(parent: Node, item: Node) -> Iterator[str]:
    """Yield what decides whether an item is shown: the group it stands in, and the questions it waits for."""
    decided_by = [parent.get("linkId"), *(condition.get("question") for condition in _nodes(item, "enableWhen"))]
    yield from (link_id for link_id in decided_by if is_text(link_id))


def _link_ids(node: Node) -> Iterator[str]:
    for child in _nodes(node, "item"):
        if is_text(child.get("linkId")):
            yield child["linkId"]
        yield from _link_ids(child)


def _kind(item: Node) -> str:
    return str(item.get("type"))


def _whole(form: Node) -> Iterator[Finding]:
    yield from _keys("", form, FORM_KEYS)
    yield from _strays("", form, "item")
    sentences = {
        '"resourceType" must be Questionnaire.': form.get("resourceType") != "Questionnaire",
        f'"status" must be one of {_listed(STATUSES)}.': str(form.get("status")) not in STATUSES,
        '"name" must be one word of letters, digits and _ (que-0).': not re.fullmatch(
            r"[A-Z][A-Za-z0-9_]{0,254}", str(form.get("name", "Form"))
        ),
        "it asks no questions.": not any(item.get("type") != "display" for item in _nodes(form, "item")),
    }
    yield from (Finding("", sentence) for sentence, wrong in sentences.items() if wrong)
    yield from (Finding("", f'"{key}" is missing.') for key in ("url", "version", "title") if key not in form)


def _listed(codes: frozenset[str]) -> str:
    return ", ".join(sorted(codes))


def _has_link_id(item: Node) -> Iterator[str]:
    if not is_text(item.get("linkId")):
        yield f'an item has no linkId; its text is "{item.get("text", "")}".'
    elif "/" in item["linkId"]:
        yield "a linkId cannot hold a slash (/)."


def _has_type(item: Node) -> Iterator[str]:
    given = _kind(item)
    if given in NOT_SHOWN:
        yield f'this program cannot show the type "{given}" yet.'
    elif given not in SHOWN:
        yield f'"{given}" is not a type of item; it must be one of {_listed(SHOWN)}.'


def _display_only_shows(item: Node) -> Iterator[str]:
    if item.get("type") != "display":
        return
    rules = {"item": "que-1", "code": "que-3", "required": "que-6", "repeats": "que-6", "initial": "que-8"}
    for key, rule in (rules | {"readOnly": "que-9"}).items():
        if key in item:
            yield f'words that are only shown cannot have "{key}" ({rule}).'


def _group_holds(item: Node) -> Iterator[str]:
    kind = _kind(item)
    if kind == "group" and not _nodes(item, "item"):
        yield "a group must have something in it (que-1)."
    if kind == "group" and "initial" in item:
        yield 'a group cannot have "initial" (que-8).'
    if kind in SHOWN - {"group"} and any(child.get("type") != "display" for child in _nodes(item, "item")):
        yield "a question cannot have questions under it here; put them beside it, with enableWhen."


def _choice_has_options(item: Node) -> Iterator[str]:
    kind = _kind(item)
    if "answerOption" in item and "answerValueSet" in item:
        yield "the choices are given twice, by answerOption and by answerValueSet (que-4)."
    if kind not in CHOICES and ("answerOption" in item or "answerValueSet" in item):
        yield "only a choice can have choices (que-5)."
    elif "answerValueSet" in item:
        yield "its choices are in a list kept elsewhere (answerValueSet); put them into answerOption."
    elif kind == "choice" and not item.get("answerOption"):
        yield "a choice needs something to choose from (answerOption)."
    if "answerOption" in item and "initial" in item:
        yield 'a choice with answerOption cannot have "initial" (que-11).'


def _options_differ(item: Node) -> Iterator[str]:
    codings = [option.get("valueCoding") for option in _nodes(item, "answerOption")]
    codes = [coding.get("code") for coding in codings if is_node(coding)]
    codes += [option["valueString"] for option in _nodes(item, "answerOption") if "valueString" in option]
    for code, times in Counter(str(code) for code in codes).items():
        if times > 1:
            yield f'the choice "{code}" is there {times} times.'


def _repeats_where_it_can(item: Node) -> Iterator[str]:
    if item.get("repeats") is True and _kind(item) in SHOWN - CHOICES - {"group", "display"}:
        yield "only choices and groups can repeat here; put this question into a repeating group."
    if isinstance(item.get("initial"), list) and len(item["initial"]) > 1 and item.get("repeats") is not True:
        yield "it has several first answers but does not repeat (que-13)."


def _length_where_it_can(item: Node) -> Iterator[str]:
    if "maxLength" in item and _kind(item) not in TAKES_LENGTH:
        yield "only a question that is written in can have a maxLength (que-10)."


def _behaviour_is_said(item: Node) -> Iterator[str]:
    behaviour = item.get("enableBehavior")
    if behaviour not in (None, "all", "any"):
        yield '"enableBehavior" must be all or any.'
    if len(_nodes(item, "enableWhen")) > 1 and behaviour is None:
        yield "it waits for several answers: say whether for all or any of them (enableBehavior, que-12)."


_BOUNDS = ("minValue", "maxValue")


def _bounds_are_numbers(item: Node) -> Iterator[str]:
    bounds = dict(_bounds(item))
    if any(not is_number(bound) for bound in bounds.values()) or (bounds and _kind(item) != "integer"):
        yield "minValue and maxValue must be a valueInteger, on a question for a whole number."
    elif len(bounds) == len(_BOUNDS) and bounds["minValue"] > bounds["maxValue"]:
        yield "its minValue is above its maxValue."


def _bounds(item: Node) -> Iterator[tuple[str, Any]]:
    for extension in _nodes(item, "extension"):
        name = str(extension.get("url")).removeprefix(EXTENSIONS)
        if name in _BOUNDS:
            yield name, extension.get("valueInteger")


ITEM_RULES: tuple[Callable[[Node], Iterator[str]], ...] = (
    _has_link_id,
    _has_type,
    _display_only_shows,
    _group_holds,
    _choice_has_options,
    _options_differ,
    _repeats_where_it_can,
    _length_where_it_can,
    _behaviour_is_said,
    _bounds_are_numbers,
)


def _extension(link_id: str, extension: Node) -> Iterator[Finding]:
    if not is_text(extension.get("url")):
        yield Finding(link_id, 'an extension has no "url".')
    if extension.get("url") == ITEM_CONTROL and not control_codes(extension):
        yield Finding(link_id, "its itemControl names no code.")


def _option(link_id: str, option: Node) -> Iterator[Finding]:
    yield from _keys(link_id, option, EXTENSION_LISTS | OPTION_KEYS)
    values = _value_key(option, "value")
    if values == ["valueCoding"] and is_node(option["valueCoding"]):
        yield from _coding(link_id, option["valueCoding"])
    elif values != ["valueString"]:
        yield Finding(link_id, "each choice must be one valueCoding, or one valueString.")


def _coding(link_id: str, coding: Node) -> Iterator[Finding]:
    yield from _keys(link_id, coding, EXTENSION_LISTS | CODING_KEYS)
    missing = (key for key in ("system", "code") if key not in coding)
    yield from (Finding(link_id, f'a choice has no "{key}".') for key in missing)


def _operator(condition: Node, answers: list[str]) -> Iterator[str]:
    operator = str(condition.get("operator"))
    if operator not in OPERATORS:
        yield f'"{operator}" is not a way to compare; it must be one of {_listed(OPERATORS)}.'
    if len(answers) != 1:
        yield f"a condition must have one answer to compare with, not {len(answers)}."
    elif operator == "exists" and answers != ["answerBoolean"]:
        yield 'with "exists" the answer to compare with must be true or false (que-7).'


def _fit(asked: Node, condition: Node, answer: str) -> Iterator[str]:
    question, operator, kind = condition["question"], condition["operator"], _kind(asked)
    if operator == "exists":
        return
    if answer not in ANSWERED_BY.get(kind, set()):
        yield f'it compares "{question}", which is answered by a {kind}, with an {answer}.'
    elif operator in ORDERED and kind not in ("integer", "date"):
        yield f'"{operator}" needs a number or a date, and "{question}" is neither.'
    elif kind in CHOICES and not _is_listed(asked, condition[answer]):
        yield f'it waits for a choice that "{question}" does not have.'


def _is_listed(asked: Node, wanted: object) -> bool:
    options = _nodes(asked, "answerOption")
    if not is_node(wanted):
        return any(option.get("valueString") == wanted for option in options) or asked.get("type") == "open-choice"
    codings = (option.get("valueCoding") for option in options)
    same = ("system", "code")
    return any(is_node(coding) and all(coding.get(key) == wanted.get(key) for key in same) for coding in codings)
