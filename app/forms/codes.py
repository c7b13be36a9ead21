"""Code lists as data, each with its scheme, version and labels; a code is never changed into another one here.

Each file in ``resources/codes`` is an HL7 FHIR R4 ``CodeSystem``. A form names the list a choice takes its options from
(``code-list``), so that an answer always says which list, in which version, its code belongs to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.domain.answers import Answers, text_of
from app.domain.coded import Coded
from app.forms.definition import FormDefinition, Option
from app.forms.lint import Finding
from app.forms.reading import FormFaulty, file_bytes, read_json


@dataclass(frozen=True)
class CodeList:
    """One version of a list; ``options`` in the order of the file, ``meanings`` by code where a file gives them.

    ``scheme`` is its address. It never changes, and may be older than its ``name``.
    """

    name: str
    scheme: str
    version: str
    title: str
    options: tuple[Option, ...]
    meanings: dict[str, str] = field(default_factory=dict)
    counted_as: dict[str, str] = field(default_factory=dict)

    def __contains__(self, code: object) -> bool:
        """Say whether the list has this code."""
        return any(option.code == code for option in self.options)


class CodeLists:
    """Every version of every code list in a folder of ``*.json`` files; raises ``FormFaulty`` for a mistake in one."""

    def __init__(self, folder: Path) -> None:
        self._lists: dict[tuple[str, str], CodeList] = {}
        for path in sorted(folder.glob("*.json")):
            found = _read_file(path)
            if (found.scheme, found.version) in self._lists:
                raise FormFaulty([Finding("", f"Two files are both version {found.version} of {found.name}.")])
            self._lists[found.scheme, found.version] = found

    def __iter__(self) -> Iterator[CodeList]:
        """Yield every version of every list."""
        return iter(self._lists.values())

    def by_ref(self, canonical: str) -> CodeList:
        """Return the list at ``address|version``; raises ``KeyError`` when it is not there."""
        scheme, _, version = canonical.partition("|")
        return self._lists[scheme, version]

    def by_name(self, name: str, version: str = "1.0.0") -> CodeList:
        """Return a list by its name (``ethnicity-2021``); raises ``KeyError`` when it is not there."""
        return {(found.name, found.version): found for found in self}[name, version]


def coded(form: FormDefinition, answers: Answers, path: str) -> Coded | None:
    """Return the code chosen at ``path`` with its scheme and version, or ``None`` for none or for words of one's own.

    What the code belongs to is read from the very form version that was answered, never from today's.
    """
    option = form.item_at(path).option(text_of(answers, path))
    return Coded(option.code, option.system, option.version) if option is not None else None


def _read_file(path: Path) -> CodeList:
    try:
        return load_code_list(file_bytes(path))
    except FormFaulty as faulty:
        raise FormFaulty(faulty.findings, path.name) from None


def load_code_list(text: bytes) -> CodeList:
    """Return the list in one file's bytes (UTF-8 JSON); raises ``FormFaulty`` with every mistake found."""
    raw = read_json(text)
    found = list(_findings(raw))
    if found:
        raise FormFaulty(found)
    scheme, version = raw["url"], raw["version"]
    return CodeList(
        name=raw["id"],
        scheme=scheme,
        version=version,
        title=raw["title"],
        options=tuple(Option(each["code"], each["display"], scheme, version) for each in raw["concept"]),
        meanings={each["code"]: each["definition"] for each in raw["concept"] if "definition" in each},
        counted_as={each["code"]: part["valueCode"] for each in raw["concept"] for part in each.get("property", ())},
    )


def _findings(raw: dict[str, Any]) -> Iterator[Finding]:
    if raw.get("resourceType") != "CodeSystem":
        yield Finding("", "it is not a code list. Please write CodeSystem as its resourceType.")
    for key in ("id", "url", "version", "title"):
        if not isinstance(raw.get(key), str) or not raw[key].strip():
            yield Finding("", f'"{key}" is missing. Please write it.')
    concepts = raw.get("concept")
    if not isinstance(concepts, list) or not concepts:
        yield Finding("", "it holds no codes. Please put them into concept.")
        return
    yield from (Finding("", sentence) for sentence in _concept_findings(concepts))


def _concept_findings(concepts: list[Any]) -> Iterator[str]:
    codes: set[object] = set()
    for each in concepts:
        words = [each.get("code"), each.get("display")] if isinstance(each, dict) else [None]
        if not all(isinstance(word, str) and word == " ".join(word.split()) != "" for word in words):
            yield "a code has no code or no display, or stray spaces in one. Please write both."
        elif words[0] in codes:
            yield f'the code "{words[0]}" is there twice. Please keep one of them.'
        else:
            codes.add(words[0])
