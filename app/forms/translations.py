"""A form's words in other languages that stand beside it, ``resources/i18n/forms-CODE.json``; none enters unreviewed.

A form version in use is never changed, and translating it must not need a new one. So a translation may stand beside
it, under the very words it translates: where ours change, theirs no longer count. A review is of one version of a form.
What somebody consents by is not taken from here: its translation is part of the file that a record names by its hash.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from app.forms.fhir import TRANSLATION, Node, is_full_date, is_node, is_text
from app.forms.languages import REVIEW, Review, words_in
from app.forms.lint import Finding
from app.forms.reading import FormFaulty, file_bytes, read_json
from app.paths import resources

CONSENTED_BY = frozenset({"agreement-to-start", "agreement-to-share"})
"""The forms whose words are agreed to; by the last part of their address."""


@dataclass(frozen=True)
class FormWords:
    """What one form says in another language.

    ``words`` are by our own; ``at`` are those of one place, by its ``linkId``, where our one word needs two of theirs.
    ``version`` is the one that ``by`` reviewed ``on`` a day; all three are empty while it awaits its review.
    """

    words: Mapping[str, str]
    at: Mapping[str, Mapping[str, str]]
    version: str = ""
    by: str = ""
    on: str = ""

    def said(self, link_id: str, ours: str) -> str:
        """Return what our words at a place are, or an empty string."""
        return self.at.get(link_id, {}).get(ours) or self.words.get(ours, "")


@dataclass(frozen=True)
class Translations:
    """The words in one language of all the forms in one file, by each form's address."""

    language: str
    forms: Mapping[str, FormWords]

    def laid_into(self, form: Node) -> Node:
        """Return a form with the words that were reviewed for this very version of it; the form itself where none were.

        They stand in the place of what the form says in that language by itself, and so does their review.
        """
        words = self.forms.get(form["url"])
        if words is None or not words.version or words.version != form["version"]:
            return form
        spoken = deepcopy(form)
        for link_id, node, key in words_in(spoken):
            if said := words.said(link_id, node.get(key, "")):
                _lay(node, f"_{key}", TRANSLATION, self.language, {"url": "content", "valueString": said})
        state = {"url": "state", "valueCode": Review.REVIEWED.value}
        by, on = {"url": "by", "valueString": words.by}, {"url": "on", "valueDate": words.on}
        _lay(spoken, "", REVIEW, self.language, state, by, on)
        return spoken


def _lay(node: Node, beside: str, url: str, language: str, *parts: Node) -> None:
    """Put an extension for a language where it belongs, in the place of one that is there."""
    holder = node.setdefault(beside, {}) if beside else node
    lang = {"url": "lang", "valueCode": language}
    others = [one for one in holder.get("extension", ()) if one["url"] != url or lang not in one["extension"]]
    holder["extension"] = [*others, {"url": url, "extension": [lang, *parts]}]


def read_translations(path: Path) -> Translations:
    """Return what stands in a file of translations; raises ``FormFaulty`` with every mistake in it."""
    try:
        return _translations(read_json(file_bytes(path)))
    except FormFaulty as faulty:
        raise FormFaulty(faulty.findings, path.name) from None


@cache
def translations() -> tuple[Translations, ...]:
    """Return what comes with the program."""
    return tuple(map(read_translations, sorted((resources() / "i18n").glob("forms-*.json"))))


def _translations(raw: Node) -> Translations:
    if found := [Finding("", sentence) for sentence in _faults(raw)]:
        raise FormFaulty(found)
    return Translations(raw["language"], {url: _form_words(one) for url, one in raw["forms"].items()})


def _form_words(raw: Node) -> FormWords:
    review = raw["review"] if raw["review"]["state"] == Review.REVIEWED else {}
    version, by, on = (str(review.get(key, "")) for key in ("version", "by", "on"))
    return FormWords(raw["words"], raw.get("at", {}), version, by, on)


def _faults(raw: Node) -> Iterator[str]:
    forms = raw.get("forms")
    if not is_text(raw.get("language")) or not is_node(forms):
        yield "translations of forms name their language, and each form by its address."
        return
    for url, one in forms.items():
        yield from (f"{url}: {sentence}" for sentence in _faults_of(url, one))


def _faults_of(url: str, one: object) -> Iterator[str]:
    if not is_node(one) or not all(map(_are_words, _tables(one))):
        yield "please give each of our words its own in the other language."
        return
    review = one.get("review")
    review = review if is_node(review) else {}
    state = review.get("state")
    if state not in set(Review):
        yield f'"{state}" says nothing of a translation. Please write {" or ".join(Review)}.'
    elif state == Review.REVIEWED and not _is_signed(review):
        yield "a translation is reviewed by somebody, on a day, for one version. Please write by, on and version."
    if url.rsplit("/", 1)[-1] in CONSENTED_BY:
        yield "what is agreed to has its translation in its own file. Please make a new version of the form."


def _is_signed(review: Node) -> bool:
    return is_text(review.get("by")) and is_text(review.get("version")) and is_full_date(review.get("on"))


def _tables(one: Node) -> Iterable[object]:
    at = one.get("at", {})
    return [one.get("words"), *(at.values() if is_node(at) else [at])]


def _are_words(table: object) -> bool:
    return is_node(table) and all(map(is_text, table.values()))
