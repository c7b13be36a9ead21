"""A form nobody has seen before goes the whole way by what its file says: real vaults, windows and endpoint."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest
from ambleton import Town, serving
from couriers import over_the_network
from furnished import Opened, opened, settle
from larkrise import MASON, Laptop, new_office
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication
from tour import everything_shown

from app.domain.ids import EpisodeId
from app.domain.record import RecordKind
from app.forms.definition import FormLibrary
from app.operations.policy import read_policy
from app.operations.whereabouts import where_one_is
from app.paths import resources
from app.storage import drafts, records
from app.storage.database import Transaction
from app.ui.coordinator.deskwords import read_inbox
from app.ui.otherforms.reading import FormReading
from app.ui.shell.othersteps import SHELF
from endpoint.office import set_up
from endpoint.settings import Settings

URL = "https://ecaf.example/forms/a-day-out"
WISH = "To the sea, with Ben and a packed lunch."
SAID_ONLY_HERE = "She is frightened of the bus."
USE = "https://ecaf.example/fhir/form-use"
COPIED = {"url": "https://ecaf.example/fhir/copied", "valueBoolean": True}


def question(link_id: str, text: str, kind: str = "text", **more: object) -> dict[str, object]:
    return {"linkId": link_id, "text": text, "type": kind, **more}


def use(**parts: object) -> list[dict[str, object]]:
    said = [
        {"url": name.replace("_", "-"), "valueBoolean" if isinstance(value, bool) else "valueCode": value}
        for name, value in parts.items()
    ]
    return [{"url": USE, "extension": said}]


A_DAY_OUT = {
    "resourceType": "Questionnaire",
    "url": URL,
    "version": "1.0.0",
    "title": "A day out",
    "description": "Where a child would like to go.",
    "status": "active",
    "extension": use(
        belongs_to="episode", audience="family", signed_by="family", released_to="desk", after_first_gate=True
    ),
    "item": [
        question(
            "who",
            "Whose day it is",
            "group",
            item=[
                question("id.given", "Given name", "string", readOnly=True, extension=[COPIED]),
                question("id.family", "Family name", "string", readOnly=True, extension=[COPIED]),
                question("id.address", "Address", readOnly=True, extension=[COPIED]),
            ],
        ),
        question(
            "day",
            "The day",
            "group",
            item=[
                question("day.where", "Where to?", required=True),
                question("day.worry", "Is anything in the way?"),
                question("day.list", "Who comes along", "group", repeats=True, item=[question("day.list.who", "Name")]),
            ],
        ),
    ],
}


@dataclass(frozen=True)
class TownWithForm:
    """Two laptops of one town, and a shelf of forms on which one stands that this program was never told of."""

    folder: Path
    forms: FormLibrary
    episode: EpisodeId

    @contextmanager
    def at(self, application: QApplication, who: str) -> Iterator[Opened]:
        """Open the program at somebody's laptop."""
        policy = read_policy(resources() / "policy" / "default.json")
        more = {"forms": self.forms, "policy": msgspec.structs.replace(policy, other_forms=("a-day-out",))}
        with opened(application, self.folder / who, self.folder / "papers", **more) as window:
            window.unlock()
            yield window


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TownWithForm]:
    """Give both laptops a form that was made a moment ago."""
    folder = tmp_path_factory.mktemp("unseen")
    shutil.copytree(resources() / "forms", folder / "forms")
    (folder / "forms" / "a-day-out.json").write_text(json.dumps(A_DAY_OUT), encoding="utf-8")
    (folder / "papers").mkdir()
    office = new_office(folder / "office")
    set_up(Settings(folder / "endpoint"), office.for_the_endpoint)
    with serving(folder / "endpoint") as (address, _):
        ambleton = Town(office, folder / "endpoint", address)
        jo = Laptop.new(folder / "jo" / "vaults" / "place", over_the_network(ambleton, "practitioner", "Jo Whitfield"))
        priya = Laptop.new(folder / "priya" / "vaults" / "place", over_the_network(ambleton, "coordinator"))
        visit = jo.visit()
        visit.start()
        visit.write({**MASON, "id.address_confidential": True})
        for laptop in (jo, priya):
            laptop.vault.lock()
        yield TownWithForm(folder, FormLibrary(folder / "forms"), visit.episode)


def all_received(tx: Transaction, episode: EpisodeId) -> bool:
    headers = [one for one in records.of_episode(tx, episode) if one.kind is RecordKind.FORM]
    where = where_one_is(tx, headers[0]) if headers else None
    return where is not None and where.all_received


def test_it_is_opened_filled_signed_sealed_printed_and_read_at_the_desk(town: TownWithForm, qapp: QApplication) -> None:
    with town.at(qapp, "jo") as window:
        fill_in(window, town)
        sign(window, town)
        on_paper(window, town)
    with town.at(qapp, "priya") as window:
        read_at_the_desk(window)


def fill_in(window: Opened, town: TownWithForm) -> None:
    hands, room = window.hands, window.room
    room.open_family(town.episode, step=SHELF)
    hands.click(f"other.begin:{URL}")
    hands.find("id.given")
    shown = everything_shown(window.window)
    assert "Mason" in shown
    assert "Reid" in shown
    assert "4 Heron Close" not in shown  # an address that is kept secret is copied into no other form
    hands.click("step.next")
    hands.type("day.worry", SAID_ONLY_HERE)
    room.save()
    with_draft = window.program.tasks.ask(lambda tx: drafts.find(tx, town.episode, RecordKind.FORM, URL))
    assert with_draft is not None
    kept = window.program.tasks.ask(lambda tx: drafts.answers(tx, with_draft.draft))
    assert kept["day.worry"] == SAID_ONLY_HERE
    room.undo()
    assert SAID_ONLY_HERE not in everything_shown(window.window)
    room.redo()
    room.go_home()
    room.carry_on()
    assert room.family.step == "a-day-out/day"
    assert SAID_ONLY_HERE in everything_shown(window.window)
    window.go_to("a-day-out:sign")
    assert "This is not answered yet" in everything_shown(window.window)
    hands.click("stop.back")
    hands.type("day.where", WISH)


def sign(window: Opened, town: TownWithForm) -> None:
    hands = window.hands
    window.go_to("a-day-out:share")
    for question_ in ("c2.store", "c2.desk", "c2.share"):
        hands.choose(f"{question_}:yes")
    hands.choose("c2.withheld:day.worry")
    window.go_to("a-day-out:sign")
    hands.type("c2.signer", "Carly Reid")
    hands.choose("c2.capacity:parent")
    hands.choose("c2.route:typed")
    hands.type("c2.typed_name", "Carly Reid")
    hands.click("sign.agree")
    hands.until(lambda: window.room.family.step == SHELF, "the shelf again")
    hands.until(lambda: window.program.tasks.ask(lambda tx: all_received(tx, town.episode)), "both receipts", 20)


def on_paper(window: Opened, town: TownWithForm) -> None:
    hands = window.hands
    (finished,) = hands.named("other.read:")
    hands.click(finished)
    hands.find("form.save")
    assert WISH in everything_shown(window.window)
    hands.click("form.save")
    settle()
    assert isinstance(window.room.family.others.currentWidget(), FormReading)
    pdf = (town.folder / "papers" / "form.pdf").read_bytes()
    text = words_of(pdf)
    assert WISH in text
    assert "Mason" in text
    assert SAID_ONLY_HERE not in text  # a family's paper goes from hand to hand: what was held back is not on it


def words_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def read_at_the_desk(window: Opened) -> None:
    hands, desk = window.hands, window.room.desk
    assert desk is not None
    hands.until(lambda: bool(window.program.tasks.ask(read_inbox).lines), "something in the inbox", 20)
    desk.show_inbox()
    (line,) = window.program.tasks.ask(read_inbox).lines
    assert line.child == "Mason Reid"
    desk.inbox.choose(line.envelope_id)
    hands.click("inbox.read")
    hands.find("reading.back")
    shown = everything_shown(window.window)
    assert "A day out" in shown
    assert WISH in shown
    assert SAID_ONLY_HERE not in shown
    assert "for exactly this version" in shown
