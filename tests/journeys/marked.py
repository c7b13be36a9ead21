"""A family whose every word carries a mark, and a seeker that finds the mark however it is written down."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from random import Random
from string import ascii_lowercase
from typing import Any

from squeezed import unsqueezed

from app.forms.definition import FormLibrary, ItemKind
from app.paths import resources

FORMS = FormLibrary(resources() / "forms")
EXAMPLE = resources() / "examples" / "mason-reid.json"
MARK = "".join(Random(20261122).choices(ascii_lowercase, k=12))
_WORDS = {ItemKind.TEXT, ItemKind.STRING}
_CHILD = {
    "given": "id.given",
    "family": "id.family",
    "likes_to_be_called": "id.known_as",
    "address": "id.address",
    "postcode": "id.postcode",
    "nhs_number": "id.nhs",
    "upn": "id.upn",
    "school": "id.setting",
    "first_language": "id.lang_child",
}
_MEMBER = ("name", "relationship", "communication")


def _questions_more(answers: Mapping[str, Any]) -> list[str]:
    """Return, for every fourth page of the assessment, its first question in words that is not answered yet."""
    form, first = FORMS.by_name("caf-assessment"), dict[str, str]()
    taken = {*answers, *_CHILD.values(), "cm.child", "cm.parent"}
    for item in form:
        is_open = item.kind in _WORDS and not item.enable_when and not form.rows_around(item.link_id)
        if is_open and item.link_id not in taken:
            first.setdefault(form.page_of(item.link_id).link_id, item.link_id)
    return list(first.values())[::4]


@dataclass
class MarkedCase:
    """An example family with a word of its own, beginning with ``MARK``, in each place where words can be typed."""

    case: dict[str, Any] = field(default_factory=lambda: json.loads(EXAMPLE.read_text(encoding="utf-8")))
    words: dict[str, str] = field(default_factory=dict)
    """Each marked word by the place in the case where it stands."""

    def __post_init__(self) -> None:
        """Mark everything."""
        case = self.case
        case["child"] |= {place: case["child"].get(place, "") for place in _CHILD}
        case["answers"] = case["answers"] | dict.fromkeys(_questions_more(case["answers"]), "")
        self._mark("child", case["child"], _CHILD)
        for number, member in enumerate(case["household"]):
            member.setdefault("communication", "")
            self._mark(f"household.{number}", member, _MEMBER)
        self._mark("consent_to_start", case["consent_to_start"], ("giver", "witness"))
        self._mark("comments", case["comments"], ("child", "parent"))
        self._mark("signature", case["signature"], ("signer",))
        for number, service in enumerate(case["services"]):
            self._mark(f"services.{number}", service, ("name",))
        case["private_notes"] = [self._marked(f"note.{n}", note) for n, note in enumerate(case["private_notes"])]
        self._mark_answers("answers", "caf-assessment", case["answers"])
        self._mark_answers("checklist", "checklist", case["checklist"])

    def _mark_answers(self, place: str, form_name: str, answers: dict[str, Any]) -> None:
        form = FORMS.by_name(form_name)
        for link_id, answer in answers.items():
            if isinstance(answer, list):
                for number, row in enumerate(answer):
                    cells = [cell for cell in row if form.item(cell).kind in _WORDS]
                    self._mark(f"{place}.{link_id}.{number}", row, cells)
            elif isinstance(answer, str) and form.item(link_id).kind in _WORDS:
                answers[link_id] = self._marked(f"{place}.{link_id}", answer)

    def _mark(self, place: str, part: dict[str, Any], keys: Iterable[str]) -> None:
        for key in keys:
            part[key] = self._marked(f"{place}.{key}", part[key])

    def _marked(self, place: str, text: str) -> str:
        number = len(self.words)
        word = MARK + ascii_lowercase[number // 26] + ascii_lowercase[number % 26]
        self.words[place] = word
        return f"{text} {word}".strip()

    def write(self, path: Path) -> Path:
        """Write the case into a file."""
        path.write_text(json.dumps(self.case), encoding="utf-8")
        return path

    def words_under(self, *places: str) -> set[str]:
        """Return the marked words that stand under any of these places."""
        return {word for place, word in self.words.items() if place.startswith(places)}


def ways_to_write(word: str) -> Iterator[bytes]:
    """Yield a word as UTF-8, UTF-16 and hexadecimal digits, and as base64 in each of its three alignments."""
    for encoded in (word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be")):
        yield encoded
        yield encoded.hex().encode()
        yield encoded.hex().upper().encode()
        for alphabet in (base64.b64encode, base64.urlsafe_b64encode):
            for shift in range(3):
                yield _inner_base64(alphabet(bytes(shift) + encoded), shift, len(encoded))


def _inner_base64(written: bytes, shift: int, length: int) -> bytes:
    """Return those letters of base64 that no byte before or after the word can change."""
    first, last = -(-shift * 4 // 3), (shift + length) * 8 // 6
    return written[first:last]


def found_in(folder: Path, words: Mapping[str, str], *, but: tuple[str, ...] = ()) -> list[str]:
    """Return ``file: word`` for each word that stands in a file's content or name below a folder, squeezed or not."""
    wanted = {name: tuple(dict.fromkeys(ways_to_write(word))) for name, word in words.items()}
    searched: dict[bytes, set[str]] = {}
    return [
        f"{path.relative_to(folder)}: {name}"
        for path in sorted(folder.rglob("*"))
        if not path.match("*.png") and path.name not in but
        for name in sorted(_names_in_file(path, wanted, searched))
    ]


def _names_in_file(
    path: Path, wanted: Mapping[str, tuple[bytes, ...]], searched: dict[bytes, set[str]]
) -> Iterable[str]:
    """Return the words in a file; the same content is searched once, however many files have it."""
    content = path.read_bytes() if path.is_file() else b""
    digest = sha256(content).digest()
    if digest not in searched:
        searched[digest] = {name for part in (content, *unsqueezed(content)) for name in names_in(part, wanted)}
    return {*searched[digest], *names_in(str(path).encode(), wanted)}


def names_in(content: bytes, wanted: Mapping[str, tuple[bytes, ...]]) -> Iterator[str]:
    """Yield the name of each word that stands in ``content`` in one of its ways, in small or large letters."""
    lowered = content.lower()
    for name, written in wanted.items():
        if any(way in content or way in lowered for way in written):
            yield name
