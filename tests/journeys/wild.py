"""Wild families nobody thought of, the same for the same seed, each with the ending it ought to have.

``python wild.py SEED FILE`` writes one. Everybody in them is made of syllables; nobody is meant.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from app.forms.definition import FormDefinition, FormLibrary, Item, ItemKind
from app.paths import resources

Parts = dict[str, Any]
FORM = FormLibrary(resources() / "forms").by_name("caf-assessment")
CHECKLIST = FormLibrary(resources() / "forms").by_name("checklist")
TODAY = date(2026, 11, 22)
WORDS = (
    *(
        "plain",
        "O’Brien's",
        '"quoted"',
        "<b>bold</b>",
        "&amp;",
        "5 < 6 > 4",
        "ŵythnos",
        "Siobhán",
        "naïve",
        "👩‍👧‍👦",
        "👍🏽",
    ),
    *(
        "زینب",
        "کی امی",
        "\u202bاردو\u202c",
        "שלום",
        "Łódź",
        "ﬁne",
        "e\u0301",
        "½",
        "tab\there",
        "--",
        "%s {x} \\n",
        "'; DROP",
    ),
    *("\u200bthin", "नमस्ते", "你好", "…", "a/b", "1.000,5", "http://x.invalid/?a=b&c", "#", "𝔘𝔫𝔦", "İI", "ß"),
)
KINDS = ("school", "GP", "CAMHS", "police", "housing", "sexual health clinic", "موسسہ", "social care")
REASONS = ("nothing-to-add", "not-talked-about", "not-known", "declined")
SEXES = ("female", "male", "unknown", "not said", "non-binary", "boy <for now>", "")


class Wild:
    """One family made from a seed."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)

    def case(self) -> Parts:
        """Return a case that ends well, or lacks something and says so."""
        whole = self._whole()
        if self.random.random() < 0.4:
            for spoil in self.random.sample(SPOILS, self.random.choice((1, 1, 2))):
                spoil(self, whole)
        return whole

    def _whole(self) -> Parts:
        case: Parts = {
            "practitioner": self._worker(),
            "child": self._child(),
            "household": self._some(self._member, self._how_many(12)),
            "checklist": self._answers(CHECKLIST, 0.4),
            "consent_to_start": self._consent(),
            "answers": self._assessment(),
            "services": self._some(self._service, self._how_many(5)),
            "withheld": self._lines(),
            "private_notes": self._some(self.text, self._how_many(3)),
            "comments": self._maybe({"child": self.text(), "parent": self.text()}, 0.6) or {},
            "signature": self._signature(),
        }
        if self._often(0.7):
            case["coordinator"] = self._worker()
            if self._often(0.4):
                case["services"].append({**self._service(), "name": case["coordinator"]["agency"]})
        for key in ("household", "checklist", "services", "withheld", "private_notes", "comments"):
            if not case[key] and self._often(0.5):
                del case[key]
        return case

    def text(self, most: int = 25) -> str:
        """Return a few words, now and then very many, and never white space alone."""
        if self._often(0.02):
            return (" ".join(self.random.choices(WORDS, k=6000)) + "x" * 20_000)[:20_000]
        between = self.random.choice((" ", " ", " ", "\n", "  "))
        return between.join(self.random.choices(WORDS, k=self.random.randint(1, most)))

    def name(self) -> str:
        """Return a name."""
        return " ".join(
            self.random.choices(WORDS[:3] + WORDS[6:9] + WORDS[11:13] + WORDS[14:16], k=self.random.randint(1, 3))
        )

    def _often(self, part: float) -> bool:
        return self.random.random() < part

    def _maybe(self, value: Any, part: float = 0.5) -> Any:
        return value if self._often(part) else None

    def _how_many(self, most: int) -> int:
        return self.random.choice((0, 1, 2, self.random.randint(0, most)))

    def _some(self, make: Callable[[], Any], count: int) -> list[Any]:
        return [make() for _ in range(count)]

    def _day(self, back: int = 6000, on: int = 400) -> str:
        return (TODAY + timedelta(days=self.random.randint(-back, on))).isoformat()

    def _worker(self) -> Parts:
        return {"name": self.name(), "role": self.name(), "agency": self.name()}

    def _child(self) -> Parts:
        unborn = self._often(0.2)
        child: Parts = {"given": self.name(), "family": self.name(), "sex": self.random.choice(SEXES)}
        child |= {"expected": self._day(0, 250), "born": None} if unborn else {"born": self._day(on=0)}
        child["address"] = f"{self.name()}\n{self.name()}"
        more: Parts = {
            "likes_to_be_called": self.name(),
            "address_confidential": self._often(0.5),
            "postcode": self.random.choice(("AM1 4QT", "am14qt", "near the river", " ", "AM1  4QT")),
            "nhs_number": self.random.choice(("999 410 1854", "9994101855", "999-410-1854", "not known", "123")),
            "upn": self.text(3),
            "school": self.name(),
            "first_language": self.name(),
            "restricted": self._often(0.3),
        }
        return child | {key: value for key, value in more.items() if self._often(0.6)}

    def _member(self) -> Parts:
        member: Parts = {"name": self.name(), "relationship": self.text(4), "lives_here": self._often(0.5)}
        more: Parts = {
            "born": self._maybe(self._day(20_000, 0)),
            "parental_responsibility": self.random.choice(("yes", "no", "not sure")),
            "communication": self.text(6),
            "not_to_be_contacted": self._often(0.3),
        }
        return member | {key: value for key, value in more.items() if self._often(0.5)}

    def _consent(self) -> Parts:
        how = self.random.choice(("drawn", "typed", "spoken", "paper"))
        said: Parts = {"giver": self.name(), "capacity": self._capacity(), "electronic_recording": True, "how": how}
        return (
            said
            | ({"witness": self.name()} if how == "spoken" else {})
            | ({"interpreter": self.name()} if self._often(0.3) else {})
        )

    def _capacity(self) -> str:
        return self.random.choice(("parent", "carer", "young person"))

    def _service(self) -> Parts:
        service: Parts = {"name": self.name(), "kind": self.random.choice(KINDS), "may_see": self._often(0.6)}
        more: Parts = {
            "sensitive": self._often(0.5),
            "until": self._maybe(self._day(60, 400)),
            "withheld": self._lines(),
        }
        return service | {key: value for key, value in more.items() if self._often(0.4)}

    def _lines(self) -> list[str]:
        anywhere = [item.link_id for item in FORM] + [page.link_id for page in FORM.pages] + ["d1", "d2", "id", "ac"]
        return self.random.sample(anywhere, self._how_many(6))

    def _signature(self) -> Parts:
        route = self.random.choice(("drawn", "typed", "spoken", "paper"))
        said: Parts = {"route": route, "signer": self.name(), "capacity": self._capacity()}
        if route == "drawn" and self._often(0.6):
            stroke = [
                [self.random.randint(0, 1000), self.random.randint(0, 300), n]
                for n in range(self.random.randint(2, 30))
            ]
            said["strokes"] = [[[100, 100, 0], [600, 200, 9]], stroke, [[5, 5, 5]]]
        return said | ({"witness": self.name()} if route == "spoken" else {})

    def _assessment(self) -> Parts:
        answers = self._answers(FORM, 0.15)
        told = ("as.reason", "d1.behaviour.strengths", "d1.speech.words", "co.needs")
        return (
            answers
            | {link_id: self.text() for link_id in told}
            | {
                "co.level": "additional, several services",
                "co.next": "TAC needed - to panel",
            }
        )

    def _answers(self, form: FormDefinition, part: float) -> Parts:
        before = {"id", "fh", "cm"}
        asked = [item for item in form if not item.hidden and not form.rows_around(item.link_id)]
        chosen = [item for item in asked if self._often(part) and item.link_id.split(".")[0] not in before]
        return {item.link_id: self._answer(item) for item in chosen}

    def _answer(self, item: Item) -> Any:
        if self._often(0.15) and not item.required:
            return {"absent": self.random.choice(REASONS)}
        if item.kind is ItemKind.GROUP:
            return [self._row(item) for _ in range(self.random.choice((0, 1, 2, 3, 7)))]
        makers: dict[ItemKind, Callable[[Item], Any]] = {
            ItemKind.DATE: lambda _: self._day(),
            ItemKind.BOOLEAN: lambda _: self._often(0.5),
            ItemKind.INTEGER: lambda item: self.random.randint(item.minimum or 0, item.maximum or 10),
            ItemKind.CHOICE: self._choice,
            ItemKind.OPEN_CHOICE: self._choice,
            ItemKind.STRING: lambda _: self.text(8),
            ItemKind.TEXT: lambda _: self.text(40),
        }
        return makers[item.kind](item)

    def _choice(self, item: Item) -> Any:
        codes = [option.code for option in item.options]
        if item.repeats:
            return self.random.sample(codes, min(len(codes), self._how_many(4)))
        return self.random.choice([*codes, self.text(4)] if item.kind is ItemKind.OPEN_CHOICE else codes)

    def _row(self, group: Item) -> Parts:
        return {item.link_id: self._answer(item) for item in group.items if self._often(0.7)}


def _no_reason(wild: Wild, case: Parts) -> None:
    case["answers"].pop("as.reason", None)
    _expect(case, wild.random.choice(("the reason for the assessment", "why now", "nothing about why we are talking")))


def _no_birth(wild: Wild, case: Parts) -> None:
    case["child"] |= {"born": None, "expected": None}
    _expect(case, wild.random.choice(("no date of birth", "birth date or expected date missing")))


def _no_address(wild: Wild, case: Parts) -> None:
    case["child"] |= {"address": "", "address_confidential": False}
    _expect(case, wild.random.choice(("no safe address and no reason for none", "the address")))


def _no_name(_wild: Wild, case: Parts) -> None:
    case["child"] |= {"given": "", "family": ""}
    _expect(case, "the child's name")


def _no_next_step(_wild: Wild, case: Parts) -> None:
    case["answers"] = {link: answer for link, answer in case["answers"].items() if link not in {"co.next", "ac"}}
    _expect(case, "what happens next")


_VOICE = (
    ".words",
    "cm.child",
    "as.absent_why",
    "fw.child.said",
    "ch.well",
    "ch.worries",
    "ch.wishes",
    "ch.strokes",
    "ch.saw",
)
"""Where a child may be heard, or why not."""


def _no_voice(_wild: Wild, case: Parts) -> None:
    kept = {link: answer for link, answer in case["answers"].items() if not link.endswith(_VOICE)}
    case["answers"], case["comments"] = kept, {}
    _expect(case, "the child's voice, or a reason")


SPOILS = (_no_reason, _no_birth, _no_address, _no_name, _no_next_step, _no_voice)


def _expect(case: Parts, words: str) -> None:
    before = case.get("expect", {}).get("refused", "")
    case["expect"] = {"refused": f"{before}; {words}" if before else words}


def wild_case(seed: int) -> Parts:
    """Return the family of a seed."""
    return Wild(seed).case()


if __name__ == "__main__":
    Path(sys.argv[2]).write_text(
        json.dumps(wild_case(int(sys.argv[1])), ensure_ascii=False, indent=1), encoding="utf-8"
    )
