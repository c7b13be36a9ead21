"""A child's page looks right for their age, is changed with one press, and keeps what was said with who was there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from furnished import Opened, opened, settle
from larkrise import MASON, Laptop, by_hand, new_office
from pages_seen import cut_off, nameless
from PySide6.QtWidgets import QApplication
from test_share_view import leave, turn
from tour import everything_shown

from app.domain.answers import Answers
from app.domain.ids import EpisodeId
from app.domain.record import RecordKind
from app.look.kit import theme
from app.storage import drafts

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")


@pytest.fixture(scope="module")
def program(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Opened, EpisodeId]]:
    folder = tmp_path_factory.mktemp("ages")
    jo = Laptop.new(folder / "jo" / "vaults" / "place", by_hand(new_office(folder / "office"), "practitioner"))
    child = jo.visit()
    child.write({**MASON, "id.dob": "2012-06-21"})
    child.start()
    jo.vault.lock()
    with opened(qapp, folder / "jo", tmp_path_factory.mktemp("pictures")) as program:
        program.unlock()
        yield program, child.episode


def on_disk(program: Opened, episode: EpisodeId) -> Answers:
    assert program.program.autosave.flush()
    found = program.program.tasks.ask(lambda tx: drafts.find(tx, episode, RecordKind.ASSESSMENT))
    assert found is not None
    return program.program.tasks.ask(lambda tx: drafts.answers(tx, found.draft))


def test_the_date_of_birth_chooses_the_page_one_press_leads_to_another_and_what_was_said_stays(
    program: tuple[Opened, EpisodeId],
) -> None:
    opened, episode = program
    hands, share = opened.hands, opened.room.turning.share
    turn(opened, episode, "ch")
    assert "It is private until you say" in everything_shown(share)
    teenagers = theme.scale
    hands.click("share.kind:young child")
    settle()
    words = everything_shown(share)
    assert ("private until you say" in words, "Good things" in words) == (False, True)
    assert theme.scale > teenagers
    assert (cut_off(opened.window), nameless(opened.window)) == ([], [])
    hands.choose("share.ch.first:wishes")
    hands.find("share.ch.wishes")
    hands.click("share.back")
    hands.click("share.kind:baby")
    settle()
    words = everything_shown(share)
    assert ("What did you see and hear?" in words, "Where would you like" in words) == (True, False)
    assert theme.scale == teenagers
    hands.type("share.ch.saw", "He looked for Carly.")
    answers = on_disk(opened, episode)
    said = {path: answers[path] for path in ("ch.kind", "ch.first", "ch.saw")}
    assert said == {"ch.kind": "baby", "ch.first": "wishes", "ch.saw": "He looked for Carly."}
    assert "ch.on" in answers
    leave(opened)
    hands.find("step.turn")
