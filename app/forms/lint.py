"""Finds every mistake in a form file and says it in plain English; it never mends, guesses or skips one.

No single FHIR validator catches them all, so the rules stand here: the shape and the codes of HL7 FHIR R4
Questionnaire (``que-0`` to ``que-13``), with ``enableBehavior`` asked for from two conditions on (R4 asks from three,
which leaves two of them ambiguous), and what this program cannot show or keep yet.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter

from app.forms.fhir import (
    ANSWERED_BY,
    CHOICES,
    CODING_KEYS,
    CONDITION_KEYS,
    EXTENSION_LISTS,
    FORM_KEYS,
    ITEM_CONTROL,
    ITEM_KEYS,
    OPERATORS,
    OPTION_KEYS,
    ORDERED,
    SELDOM,
    STATUSES,
    TRANSLATION,
    Check,
    Node,
    control_codes,
    extensions_of,
    is_node,
    is_text,
    is_translation,
)
from app.forms.item_rules import EXTENSION_RULES, ITEM_RULES, kind_of, listed, nodes
from app.forms.languages import review_faults
from app.forms.uses import use_faults


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
            yield Finding(link_id, f'"{key}" is not a word that forms use here. Please check its spelling.')
            continue
        is_right, rule = known[key]
        if not is_right(value):
            yield Finding(link_id, f'"{key}" {rule}. Please change it.')
        if key.startswith("_") and is_node(value) and not all(map(is_translation, extensions_of(value, TRANSLATION))):
            yield Finding(link_id, f'a translation in "{key}" is not whole. Please give it a lang and a content.')
    if "modifierExtension" in node:
        yield Finding(link_id, 'this program does not know what its "modifierExtension" means. Please take it away.')


def _strays(link_id: str, node: Node, key: str) -> Iterator[Finding]:
    value = node.get(key)
    if isinstance(value, list) and not all(map(is_node, value)):
        yield Finding(link_id, f'everything in "{key}" must be an object in curly brackets. Please check the brackets.')


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
        for child in nodes(self.form, "item"):
            yield from self._item(child, "")

    def _circles(self) -> Iterator[Finding]:
        try:
            TopologicalSorter(self.waits_for).prepare()
        except CycleError as error:
            circle = error.args[1]
            yield Finding(
                circle[0],
                f"these wait for each other: {', '.join(sorted(set(circle)))}. Please take one enableWhen away.",
            )

    def _gather(self, node: Node, rows: str) -> None:
        for child in nodes(node, "item"):
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
                yield Finding(link_id, f"this linkId is used {times} times (que-2). Please give each item its own.")

    def _item(self, item: Node, rows: str) -> Iterator[Finding]:
        link_id = item["linkId"] if is_text(item.get("linkId")) else ""
        yield from _keys(link_id, item, ITEM_KEYS)
        for rule in (*ITEM_RULES, *(EXTENSION_RULES if "extension" in item else ())):
            yield from (Finding(link_id, sentence) for sentence in rule(item))
        for key in ("item", "enableWhen", "answerOption", "extension"):
            yield from _strays(link_id, item, key)
        for extension in nodes(item, "extension"):
            yield from _extension(link_id, extension)
        for option in nodes(item, "answerOption"):
            yield from _option(link_id, option)
        for condition in nodes(item, "enableWhen"):
            yield from self._condition(link_id, condition)
        yield from self._inside(link_id, item, rows)

    def _inside(self, link_id: str, item: Node, rows: str) -> Iterator[Finding]:
        repeats = item.get("type") == "group" and item.get("repeats") is True
        if repeats and rows:
            yield Finding(
                link_id, f"a repeating group cannot stand inside another one ({rows}). Please put it beside it."
            )
        if rows and any(extensions_of(item, SELDOM)):
            yield Finding(link_id, "a question in rows cannot be folded away. Please fold the rows, or take it away.")
        for child in nodes(item, "item"):
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
            yield f'it waits for "{question}", and no item has that linkId. Please check its spelling.'
        elif asked.get("type") in ("group", "display"):
            yield f'it waits for "{question}", which is not a question. Please let it wait for a question.'
        elif self.rows_around.get(str(question)) and self.rows_around[str(question)] != self.rows_around.get(link_id):
            yield f'it waits for "{question}", which stands in the rows of another group. Please use one beside it.'


def _waited_for(parent: Node, item: Node) -> Iterator[str]:
    """Yield what decides whether an item is shown: the group it stands in, and the questions it waits for."""
    decided_by = [parent.get("linkId"), *(condition.get("question") for condition in nodes(item, "enableWhen"))]
    yield from (link_id for link_id in decided_by if is_text(link_id))


def _link_ids(node: Node) -> Iterator[str]:
    for child in nodes(node, "item"):
        if is_text(child.get("linkId")):
            yield child["linkId"]
        yield from _link_ids(child)


def _whole(form: Node) -> Iterator[Finding]:
    yield from _keys("", form, FORM_KEYS)
    yield from _strays("", form, "item")
    sentences = {
        '"resourceType" is not Questionnaire. Please write that.': form.get("resourceType") != "Questionnaire",
        f'"status" is not a status. Please use one of {listed(STATUSES)}.': str(form.get("status")) not in STATUSES,
        '"name" must be one word of letters, digits and _ (que-0). Please change it.': not re.fullmatch(
            r"[A-Z][A-Za-z0-9_]{0,254}", str(form.get("name", "Form"))
        ),
        "it asks no questions. Please put a question into it.": not any(
            item.get("type") != "display" for item in nodes(form, "item")
        ),
    }
    yield from (Finding("", sentence) for sentence, wrong in sentences.items() if wrong)
    yield from (Finding("", sentence) for sentence in review_faults(form))
    yield from (Finding("", sentence) for sentence in use_faults(form))
    yield from (
        Finding("", f'"{key}" is missing. Please write it.') for key in ("url", "version", "title") if key not in form
    )


def _extension(link_id: str, extension: Node) -> Iterator[Finding]:
    if not is_text(extension.get("url")):
        yield Finding(link_id, 'an extension has no "url". Please give it its address.')
    if extension.get("url") == ITEM_CONTROL and not control_codes(extension):
        yield Finding(link_id, "its itemControl names no code. Please give it one, such as help.")


def _option(link_id: str, option: Node) -> Iterator[Finding]:
    yield from _keys(link_id, option, EXTENSION_LISTS | OPTION_KEYS)
    values = _value_key(option, "value")
    if values == ["valueCoding"] and is_node(option["valueCoding"]):
        yield from _coding(link_id, option["valueCoding"])
    elif values != ["valueString"]:
        yield Finding(link_id, "a choice is not written as one. Please give each one valueCoding, or one valueString.")


def _coding(link_id: str, coding: Node) -> Iterator[Finding]:
    yield from _keys(link_id, coding, EXTENSION_LISTS | CODING_KEYS)
    missing = (key for key in ("system", "code") if key not in coding)
    yield from (Finding(link_id, f'a choice has no "{key}". Please give it one.') for key in missing)


def _operator(condition: Node, answers: list[str]) -> Iterator[str]:
    operator = str(condition.get("operator"))
    if operator not in OPERATORS:
        yield f'"{operator}" is not a way to compare. Please use one of {listed(OPERATORS)}.'
    if len(answers) != 1:
        yield f"a condition must have one answer to compare with, not {len(answers)}. Please give it one."
    elif operator == "exists" and answers != ["answerBoolean"]:
        yield 'with "exists" the answer to compare with is true or false (que-7). Please use answerBoolean.'


def _fit(asked: Node, condition: Node, answer: str) -> Iterator[str]:
    question, operator, kind = condition["question"], condition["operator"], kind_of(asked)
    if operator == "exists":
        return
    if answer not in ANSWERED_BY.get(kind, set()):
        yield f'it compares "{question}", which is answered by a {kind}, with an {answer}. Please make them fit.'
    elif operator in ORDERED and kind not in ("integer", "date"):
        yield f'"{operator}" needs a number or a date, and "{question}" is neither. Please use = or !=.'
    elif kind in CHOICES and not _is_listed(asked, condition[answer]):
        yield f'it waits for a choice that "{question}" does not have. Please use one of its choices.'


def _is_listed(asked: Node, wanted: object) -> bool:
    options = nodes(asked, "answerOption")
    if not is_node(wanted):
        return any(option.get("valueString") == wanted for option in options) or asked.get("type") == "open-choice"
    codings = (option.get("valueCoding") for option in options)
    same = ("system", "code")
    return any(is_node(coding) and all(coding.get(key) == wanted.get(key) for key in same) for coding in codings)
