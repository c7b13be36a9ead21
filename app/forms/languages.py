"""In which languages a form may be offered: those a person has reviewed, whole; no other is ever shown to a family.

Words in another language stand beside ours in the standard's ``translation`` extension. Whether somebody who speaks
the language has looked at them is said once for a form and language (``translation-review``). What is still awaiting
its review stays in the file, for the reviewer, and nowhere else. Words may stand beside the form as well, in a file of
their own (``app.forms.translations``).
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from app.forms.fhir import TRANSLATION, Node, extensions_of, is_full_date, is_node, is_text

REVIEW = "https://ecaf.example/fhir/translation-review"
"""Our own extension of a form: ``lang``, ``state`` and, once it is reviewed, ``by`` and ``on``."""


class Review(StrEnum):
    """How far somebody has looked at a translation."""

    AWAITING = "awaiting-review"
    REVIEWED = "reviewed"


def offered_languages(form: Node) -> tuple[str, ...]:
    """Return the languages a form without mistakes may be offered in beside its own, in the order of the file."""
    reviewed = (said["lang"] for said in _reviews(form) if said.get("state") == Review.REVIEWED)
    return tuple(
        language for language in reviewed if all(said_in(language, node, key) for _link_id, node, key in words_in(form))
    )


def in_language(form: Node, language: str) -> Node:
    """Return a form in the words of another language; raises ``KeyError`` where it may not be offered in it.

    Everything but the words stays as it is: an answer is the same answer in any language.
    """
    if language not in offered_languages(form):
        raise KeyError(language)
    return _spoken(form, language)


def review_faults(form: Node) -> Iterator[str]:
    """Yield what is wrong with what a form says about its translations, in sentences."""
    reviews = list(_reviews(form))
    for said in reviews:
        if said.get("state") not in set(Review):
            yield f'"{said.get("state")}" says nothing of a translation. Please write {" or ".join(Review)}.'
        elif not is_text(said.get("lang")):
            yield "a review of a translation names no language. Please give it a lang."
        elif said["state"] == Review.REVIEWED and not (is_text(said.get("by")) and is_full_date(said.get("on"))):
            yield "a translation is reviewed by somebody, on a day. Please write by and on, or awaiting-review."
    languages = [said.get("lang") for said in reviews]
    if len(set(map(str, languages))) < len(languages):
        yield "one language has two reviews. Please keep the later one."


def _reviews(form: Node) -> Iterator[dict[str, str]]:
    for extension in extensions_of(form, REVIEW):
        parts = extension.get("extension")
        found = [part for part in parts if is_node(part)] if isinstance(parts, list) else []
        yield {str(part.get("url")): str(value) for part in found for key, value in part.items() if key != "url"}


def words_in(form: Node) -> Iterator[tuple[str, Node, str]]:
    """Yield where words stand that somebody reads: the title, every question, every choice.

    Each is the ``linkId`` of the item it is in (empty for the form itself), the node that holds it, and its key there.
    """
    yield "", form, "title"
    for item in form.get("item", ()):
        yield from _words_of(item)


def _words_of(item: Node) -> Iterator[tuple[str, Node, str]]:
    if "text" in item:
        yield item["linkId"], item, "text"
    for option in item.get("answerOption", ()):
        node, key = (option["valueCoding"], "display") if "valueCoding" in option else (option, "valueString")
        yield item["linkId"], node, key
    for child in item.get("item", ()):
        yield from _words_of(child)


def said_in(language: str, node: Node, key: str) -> str:
    """Return a node's words in a language, or an empty string."""
    beside = node.get(f"_{key}")
    for extension in extensions_of(beside, TRANSLATION) if is_node(beside) else ():
        parts = {part["url"]: part for part in extension["extension"]}
        if parts["lang"].get("valueCode") == language:
            return str(parts["content"].get("valueString", ""))
    return ""


def _spoken(node: Node, language: str) -> Node:
    said = {key: _spoken_value(value, language) for key, value in node.items()}
    for key in ("title", "text", "display"):
        words = said_in(language, node, key)
        if words:
            said[key] = words
    return said


def _spoken_value(value: object, language: str) -> object:
    if is_node(value):
        return _spoken(value, language)
    return [_spoken_value(each, language) for each in value] if isinstance(value, list) else value
