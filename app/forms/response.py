"""Answers to and from FHIR R4 QuestionnaireResponse, for other systems; nothing a person wrote is lost on the way.

A reason for no answer becomes the standard data-absent-reason extension, with our own word for it beside it, because
"nothing to add" has no equal there. Words with spaces that the standard's schema refuses travel with plain ones, and
beside them as they were written. A row of a repeating group is a repeated item whose element ``id`` is the row's.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from app.domain.answers import Absent, AbsentReason, Answer, Answers, is_blank, row_path, rows_of
from app.domain.ids import RowId
from app.errors import Trouble
from app.forms.definition import FormDefinition, Item, ItemKind, Option
from app.forms.fhir import EXTENSIONS

DATA_ABSENT = EXTENSIONS + "data-absent-reason"
OUR_REASON = "https://ecaf.example/fhir/absent-reason"
AS_WRITTEN = "https://ecaf.example/fhir/as-written"
STANDARD_REASONS = {
    AbsentReason.NOTHING_TO_ADD: "not-applicable",
    AbsentReason.NOT_TALKED_ABOUT: "not-asked",
    AbsentReason.NOT_KNOWN: "asked-unknown",
    AbsentReason.DECLINED: "asked-declined",
}

_ODD_LINE_END = re.compile("[\x85\u2028\u2029]")
_ODD_SPACE = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000\ufeff]")
"""White space that comes with text pasted from elsewhere; the official R4 schema refuses a string that holds any."""

Node = dict[str, Any]
Place = tuple[str, RowId] | None


class ResponseUnreadable(Trouble):
    """A QuestionnaireResponse does not answer this form, or not in a way that can be read."""

    def __init__(self, what: str) -> None:
        super().__init__(what, "Nothing was changed.", "Please ask the sender for another copy.")


def to_questionnaire_response(form: FormDefinition, answers: Answers, *, authored: datetime) -> Node:
    """Return the answers as a completed QuestionnaireResponse (JSON types only).

    ``authored`` must know its time zone. Blank answers are left out. Raises ``KeyError`` when an answer belongs to no
    question of this form: call ``validation.faults`` first.
    """
    for path in answers:
        form.item_at(path)
    return {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": f"{form.url}|{form.version}",
        "status": "completed",
        "authored": authored.isoformat(timespec="seconds"),
        "item": list(_written(form.items, answers, None)),
    }


def from_questionnaire_response(form: FormDefinition, resource: Node) -> Answers:
    """Return the answers in a QuestionnaireResponse to this version of the form; ``validation.faults`` judges them.

    Raises ``ResponseUnreadable`` when it is for another form or version, or is not written as R4 has it.
    """
    if resource.get("questionnaire") != f"{form.url}|{form.version}":
        raise ResponseUnreadable("These are the answers to another form, or to another version of it.")
    answers: dict[str, Answer] = {}
    try:
        _read(form, resource.get("item", []), None, answers)
    except (LookupError, TypeError, ValueError, AttributeError, StopIteration):
        raise ResponseUnreadable("These answers do not fit the form.") from None
    return answers


def _written(items: Iterable[Item], answers: Answers, place: Place) -> Iterator[Node]:
    for item in items:
        path = row_path(*place, item.link_id) if place else item.link_id
        given = answers.get(path)
        if isinstance(given, Absent):
            yield {"linkId": item.link_id, "text": item.text, "extension": _reason(given)}
        elif item.is_rows:
            yield from _rows(item, answers)
        elif item.kind is ItemKind.GROUP:
            yield from _group(item, answers, place)
        elif given is not None and not is_blank(given):
            yield {"linkId": item.link_id, "text": item.text, "answer": list(_values(item, given))}


def _rows(item: Item, answers: Answers) -> Iterator[Node]:
    for row in rows_of(answers, item.link_id):
        inner = list(_written(item.items, answers, (item.link_id, row)))
        yield {"id": row, "linkId": item.link_id, "text": item.text} | ({"item": inner} if inner else {})


def _group(item: Item, answers: Answers, place: Place) -> Iterator[Node]:
    inner = list(_written(item.items, answers, place))
    if inner:
        yield {"linkId": item.link_id, "text": item.text, "item": inner}


def _reason(absent: Absent) -> list[Node]:
    return [
        {"url": DATA_ABSENT, "valueCode": STANDARD_REASONS[absent.reason]},
        {"url": OUR_REASON, "valueCode": absent.reason.value},
    ]


def _values(item: Item, given: Answer) -> Iterator[Node]:
    for value in given if isinstance(given, tuple) else (given,):
        yield _value(item, value)


def _value(item: Item, value: object) -> Node:
    option = item.option(value) if isinstance(value, str) else None
    if option is not None and option.system:
        return {"valueCoding": _coding(option)}
    key = _VALUE_KEYS.get(item.kind, "valueString")
    return {key: value} if not isinstance(value, str) or _plain(value) == value else _as_written(value)


def _coding(option: Option) -> Node:
    version = {"version": option.version} if option.version else {}
    return {"system": option.system, **version, "code": option.code, "display": option.display}


def _plain(text: str) -> str:
    return _ODD_SPACE.sub(" ", _ODD_LINE_END.sub("\n", text))


def _as_written(text: str) -> Node:
    """Return words with unusual spaces in plain ones, and beside them, for exactness, the bytes of what was written."""
    written = b64encode(text.encode("utf-8")).decode("ascii")
    return {
        "valueString": _plain(text),
        "_valueString": {"extension": [{"url": AS_WRITTEN, "valueBase64Binary": written}]},
    }


_VALUE_KEYS = {
    ItemKind.DATE: "valueDate",
    ItemKind.BOOLEAN: "valueBoolean",
    ItemKind.INTEGER: "valueInteger",
}


def _read(form: FormDefinition, nodes: list[Node], place: Place, answers: dict[str, Answer]) -> None:
    for node in nodes:
        link_id = node["linkId"]
        if link_id not in form and "answer" in node:
            raise KeyError
        if link_id not in form:
            _read(form, node.get("item", []), place, answers)
        elif form.item(link_id).is_rows and "extension" not in node:
            _read_row(form, node, answers)
        else:
            path = row_path(*place, link_id) if place else link_id
            answers[path] = _given(form.item(link_id), node)


def _read_row(form: FormDefinition, node: Node, answers: dict[str, Answer]) -> None:
    link_id = node["linkId"]
    row = RowId(node["id"])
    answers[link_id] = (*rows_of(answers, link_id), row)
    _read(form, node.get("item", []), (link_id, row), answers)


def _given(item: Item, node: Node) -> Answer:
    if "extension" in node:
        return Absent(_absent_reason(node["extension"]))
    values = [_answer(value) for value in node["answer"]]
    return tuple(map(str, values)) if item.repeats else values[0]


def _absent_reason(extensions: list[Node]) -> AbsentReason:
    codes = {extension["url"]: str(extension.get("valueCode")) for extension in extensions}
    if OUR_REASON in codes:
        return AbsentReason(codes[OUR_REASON])
    return next(reason for reason, code in STANDARD_REASONS.items() if code == codes[DATA_ABSENT])


def _answer(value: Node) -> str | int | bool:
    (given,) = (part for key, part in value.items() if key.startswith("value"))
    answer = given["code"] if isinstance(given, dict) else _written_as(value, given)
    if not isinstance(answer, str | int | bool):
        raise TypeError
    return answer


def _written_as(value: Node, given: object) -> object:
    """Return what was written where it travelled beside the plain words, unless another system changed those since."""
    for extension in value.get("_valueString", {}).get("extension", ()):
        if extension.get("url") == AS_WRITTEN:
            written = b64decode(extension["valueBase64Binary"], validate=True).decode("utf-8")
            return written if _plain(written) == given else given
    return given
