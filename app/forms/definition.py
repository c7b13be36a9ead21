"""Forms as small frozen classes, read from FHIR R4 Questionnaire files; no question is ever known to the code here.

How a file becomes a form: each top-level group is a section of the task list. A section made of plain groups has
those as its pages; any other section is one page, and so is a whole form whose questions stand in no group. Display
items marked as help (``questionnaire-itemControl``) are a page's prompts or a question's hint; other display items are
a page's introduction. ``initial`` values are not used: nothing is ever ticked before the family has spoken. A file with
a fault is refused as a whole: half a form is never shown to a family.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property, reduce
from pathlib import Path
from typing import Any

from app.domain.answers import link_id_of
from app.domain.record import FormRef
from app.forms.fhir import (
    CHECKED_AS,
    EXTENSIONS,
    FILLED_BY,
    GOOD_TO_HAVE,
    SELDOM,
    are_plain_groups,
    first_value,
    is_display,
    is_help,
    questions,
    values_by_address,
)
from app.forms.languages import in_language, offered_languages
from app.forms.lint import Finding, findings
from app.forms.reading import FormFaulty, FormUnknown, file_bytes, read_json
from app.forms.released import LOOKED_OVER
from app.forms.translations import Translations, translations
from app.forms.uses import FormUse, is_copied, use_of


class ItemKind(StrEnum):
    """What can be answered; ``text`` runs over many lines, ``string`` over one; ``open_choice`` takes free text too."""

    TEXT = "text"
    STRING = "string"
    DATE = "date"
    BOOLEAN = "boolean"
    INTEGER = "integer"
    CHOICE = "choice"
    OPEN_CHOICE = "open-choice"
    GROUP = "group"


@dataclass(frozen=True)
class Option:
    """One choice: ``code`` is kept as the answer, ``display`` is shown; ``system`` is empty for a bare text.

    ``version`` is that of the list it comes from (``resources/codes``), empty where the form itself is the list.
    """

    code: str
    display: str
    system: str = ""
    version: str = ""


@dataclass(frozen=True)
class EnableWhen:
    """One condition: the answer to ``question`` compared by a FHIR operator (``exists = != > < >= <=``)."""

    question: str
    operator: str
    answer: bool | int | str


@dataclass(frozen=True)
class Item:
    """One question, or a group of them; ``enable_all`` says that every condition must hold, not just one.

    A ``hidden`` item is filled in by a view of its own (a signature pad), never by a page's fields.
    ``checked_as`` names how its answer is looked over for slips (``app.forms.fhir.CHECKED``), empty for not at all.
    ``repeats`` on a choice means several answers, on a group means rows. ``minimum`` and ``maximum`` bound a whole
    number; ``max_length`` is in characters. Options, conditions and items keep the order of the file.
    A ``seldom`` item stands folded at the end of its page; a page reminds of one that is ``good_to_have``, and never
    more than that. ``filled_by`` are the codes of who answers it (``app.forms.fhir.FILLERS``): as it says, else as the
    group around it says, and empty where nobody says.
    ``copied`` says that the answer comes from the child's assessment.
    """

    link_id: str
    kind: ItemKind
    text: str
    hint: str = ""
    required: bool = False
    repeats: bool = False
    read_only: bool = False
    hidden: bool = False
    options: tuple[Option, ...] = ()
    enable_when: tuple[EnableWhen, ...] = ()
    enable_all: bool = True
    minimum: int | None = None
    maximum: int | None = None
    max_length: int | None = None
    checked_as: str = ""
    seldom: bool = False
    good_to_have: bool = False
    filled_by: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()
    copied: bool = False

    @property
    def is_rows(self) -> bool:
        """Whether this is a repeating group, whose answer is the list of its row ids."""
        return self.kind is ItemKind.GROUP and self.repeats

    def option(self, code: str) -> Option | None:
        """Return the option with this code, or ``None``: an open choice may hold any text."""
        return next((option for option in self.options if option.code == code), None)

    def display_of(self, code: str) -> str:
        """Return the words shown for a code; free text stands for itself."""
        option = self.option(code)
        return option.display if option else code


@dataclass(frozen=True)
class Page:
    """What is on screen at once; ``prompts`` are short things the family could talk about."""

    link_id: str
    title: str
    intro: str
    prompts: tuple[str, ...]
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Section:
    """One heading of the task list, with its pages in order."""

    link_id: str
    title: str
    pages: tuple[Page, ...]


@dataclass(frozen=True)
class FormDefinition:
    """One version of a form. ``sha256`` (hex) is of the file's bytes; ``items`` is the whole tree, groups included.

    ``languages`` is the same form in the words of each other language it may be offered in (``app.forms.languages``).
    ``use`` is what may be done with it; ``None`` for the program's own steps, which are never offered by themselves.
    """

    url: str
    version: str
    title: str
    sha256: str
    description: str
    sections: tuple[Section, ...]
    items: tuple[Item, ...] = field(repr=False)
    languages: Mapping[str, FormDefinition] = field(default_factory=dict, repr=False)
    use: FormUse | None = None

    @property
    def name(self) -> str:
        """The last part of the address: ``caf-assessment``."""
        return _name_of(self.url)

    @property
    def ref(self) -> FormRef:
        """How a record names the form it answers."""
        return FormRef(self.url, self.version, self.sha256)

    @property
    def pages(self) -> tuple[Page, ...]:
        """All pages, in the order of the task list."""
        return tuple(page for section in self.sections for page in section.pages)

    def __contains__(self, link_id: object) -> bool:
        """Say whether an answer may live at ``link_id``: a question or a repeating group."""
        return link_id in self._items

    def __iter__(self) -> Iterator[Item]:
        """Yield every item an answer can belong to, in the order of the file; a repeating group before its items."""
        return iter(self._items.values())

    def item(self, link_id: str) -> Item:
        """Return the question or repeating group with this ``linkId``; raises ``KeyError`` when there is none."""
        return self._items[link_id]

    def item_at(self, path: str) -> Item:
        """Return the item whose answer lives at ``path``; raises ``KeyError`` when there is none."""
        return self._items[link_id_of(path)]

    def page(self, link_id: str) -> Page:
        """Return the page with this ``linkId``; raises ``KeyError`` when there is none."""
        return self._pages[link_id]

    def page_of(self, link_id: str) -> Page:
        """Return the page an item stands on; raises ``KeyError`` when no item has this ``linkId``."""
        return self._page_of[link_id]

    def rows_around(self, link_id: str) -> str | None:
        """Return the ``linkId`` of the repeating group an item stands in, or ``None`` when it stands in none."""
        return self._rows_around.get(link_id)

    @cached_property
    def _items(self) -> dict[str, Item]:
        return {item.link_id: item for page in self.pages for item in _answerable(page.items)}

    @cached_property
    def _pages(self) -> dict[str, Page]:
        return {page.link_id: page for page in self.pages}

    @cached_property
    def _page_of(self) -> dict[str, Page]:
        return {item.link_id: page for page in self.pages for item in _answerable(page.items)}

    @cached_property
    def _rows_around(self) -> dict[str, str]:
        return {inner.link_id: item.link_id for item in self if item.is_rows for inner in _answerable(item.items)}


class FormLibrary:
    """Every version of every form in a folder of ``*.json`` files; none is ever forgotten while its file stands.

    ``said`` are their words beside them in other languages, those that come with the program where none are given.
    Raises ``FormFaulty`` when a file has a mistake, or when two files are the same version of one form.
    """

    def __init__(self, folder: Path, said: Iterable[Translations] | None = None) -> None:
        self._forms: dict[tuple[str, str], FormDefinition] = {}
        for path in sorted(folder.glob("*.json")):
            form = _load_file(path, translations() if said is None else said)
            if (form.url, form.version) in self._forms:
                raise FormFaulty([Finding("", f"Two files are both version {form.version} of {form.name}.")])
            self._forms[form.url, form.version] = form

    def __iter__(self) -> Iterator[FormDefinition]:
        """Yield every version of every form."""
        return iter(self._forms.values())

    def has(self, ref: FormRef) -> bool:
        """Say whether exactly this version is here."""
        return (ref.url, ref.version) in self._forms

    def by_name(self, name: str) -> FormDefinition:
        """Return the newest version of the form whose address ends in ``name``; raises ``FormUnknown``."""
        return self._newest((form for form in self if form.name == name), name)

    def by_ref(self, url: str, version: str) -> FormDefinition:
        """Return exactly this version; raises ``FormUnknown``."""
        if (url, version) not in self._forms:
            raise FormUnknown(f"{_name_of(url)}, version {version},")
        return self._forms[url, version]

    def newest(self, url: str) -> FormDefinition:
        """Return the newest version of the form at this address; raises ``FormUnknown``."""
        return self._newest((form for form in self if form.url == url), _name_of(url))

    @staticmethod
    def _newest(forms: Iterable[FormDefinition], wanted: str) -> FormDefinition:
        newest = max(forms, key=_version_order, default=None)
        if newest is None:
            raise FormUnknown(wanted)
        return newest


def _load_file(path: Path, said: Iterable[Translations]) -> FormDefinition:
    try:
        return load_form(file_bytes(path), said)
    except FormFaulty as faulty:
        raise FormFaulty(faulty.findings, path.name) from None


def load_form(text: bytes, said: Iterable[Translations] = ()) -> FormDefinition:
    """Return the form in one file's bytes (UTF-8 JSON); raises ``FormFaulty`` with every mistake found."""
    raw, sha256 = read_json(text), hashlib.sha256(text).hexdigest()
    found = findings(raw) if sha256 not in LOOKED_OVER else ()
    if found:
        raise FormFaulty(found)
    form = _definition(raw, sha256)
    raw = reduce(lambda told, each: each.laid_into(told), said, raw)
    spoken = {code: _definition(in_language(raw, code), form.sha256) for code in offered_languages(raw)}
    return replace(form, languages=spoken)


def _definition(raw: dict[str, Any], sha256: str) -> FormDefinition:
    items = _items(raw)
    return FormDefinition(
        url=raw["url"],
        version=raw["version"],
        title=raw["title"],
        sha256=sha256,
        description=raw.get("description", ""),
        sections=_sections(raw, items),
        items=items,
        use=use_of(raw),
    )


def _name_of(url: str) -> str:
    return url.rstrip("/").rsplit("/", 1)[-1]


def _version_order(form: FormDefinition) -> tuple[tuple[int, ...], str]:
    return tuple(map(int, form.version.split("."))), form.version


def _answerable(items: Iterable[Item]) -> Iterator[Item]:
    for item in items:
        if item.kind is not ItemKind.GROUP or item.repeats:
            yield item
        yield from _answerable(item.items)


def _sections(raw: dict[str, Any], items: tuple[Item, ...]) -> tuple[Section, ...]:
    groups = questions(raw)
    if are_plain_groups(groups):
        pairs = zip(groups, items, strict=True)
        return tuple(Section(group["linkId"], _words(group), _pages(group, item.items)) for group, item in pairs)
    name = _name_of(raw["url"])
    return (Section(name, raw["title"], (_page(raw | {"linkId": name, "text": raw["title"]}, items),)),)


def _pages(section: dict[str, Any], items: tuple[Item, ...]) -> tuple[Page, ...]:
    groups = questions(section)
    if not are_plain_groups(groups):
        return (_page(section, items),)
    return tuple(_page(group, item.items) for group, item in zip(groups, items, strict=True))


def _page(raw: dict[str, Any], items: tuple[Item, ...]) -> Page:
    shown = [child for child in raw["item"] if is_display(child)]
    return Page(
        link_id=raw["linkId"],
        title=_words(raw),
        intro="\n".join(_words(child) for child in shown if not is_help(child)),
        prompts=tuple(_words(child) for child in shown if is_help(child)),
        items=items,
    )


def _items(raw: dict[str, Any], around: tuple[str, ...] = ()) -> tuple[Item, ...]:
    return tuple(_item(child, around) for child in questions(raw))


def _item(raw: dict[str, Any], around: tuple[str, ...]) -> Item:
    said = values_by_address(raw)
    fillers = tuple(map(str, said.get(FILLED_BY, around)))
    return Item(
        link_id=raw["linkId"],
        kind=ItemKind(raw["type"]),
        text=_words(raw),
        hint=" ".join(_words(child) for child in raw.get("item", ()) if is_display(child)),
        required=raw.get("required", False),
        repeats=raw.get("repeats", False),
        read_only=raw.get("readOnly", False),
        hidden=first_value(said, EXTENSIONS + "questionnaire-hidden") is True,
        options=tuple(map(_option, raw.get("answerOption", ()))),
        enable_when=tuple(map(_condition, raw.get("enableWhen", ()))),
        enable_all=raw.get("enableBehavior", "all") == "all",
        minimum=_bound(said, "minValue"),
        maximum=_bound(said, "maxValue"),
        max_length=raw.get("maxLength"),
        checked_as=str(first_value(said, CHECKED_AS) or ""),
        seldom=first_value(said, SELDOM) is True,
        good_to_have=first_value(said, GOOD_TO_HAVE) is True,
        filled_by=fillers,
        items=_items(raw, fillers),
        copied=is_copied(raw),
    )


def _words(raw: dict[str, Any]) -> str:
    return str(raw.get("text", ""))


def _option(raw: dict[str, Any]) -> Option:
    if "valueString" in raw:
        return Option(raw["valueString"], raw["valueString"])
    coding = raw["valueCoding"]
    return Option(coding["code"], coding.get("display", coding["code"]), coding["system"], coding.get("version", ""))


def _condition(raw: dict[str, Any]) -> EnableWhen:
    answer = next(value for key, value in raw.items() if key.startswith("answer"))
    return EnableWhen(raw["question"], raw["operator"], answer["code"] if isinstance(answer, dict) else answer)


def _bound(said: dict[str, list[object]], name: str) -> int | None:
    value = first_value(said, EXTENSIONS + name)
    return value if isinstance(value, int) else None
