"""What somebody does on each screen before the laptop is locked; each says which words it brought into memory."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.domain.ids import EpisodeId
from app.ui.newwords import FiveWords
from app.ui.program import Program
from app.ui.shell.leftoff import NOTES
from app.ui.shell.steps import COPY, SHARE, SIGN
from app.ui.shell.workroom import Workroom
from demonstration.hands import Hands

OURS = "ECAF_LOCKED_HOME"
"""Stands in the environment of every process that a locked one started, and says whose it is."""
STEP, EARLY, LATE = "d1.behaviour", "d1.behaviour.strengths", "d1.behaviour.needs"


@dataclass(frozen=True)
class Desk:
    """The program at its door, hands to work it, and the order: what to type, and which families there are."""

    program: Program
    hands: Hands
    order: Mapping[str, str]

    @property
    def room(self) -> Workroom:
        """The room behind the lock."""
        assert self.program.workroom is not None
        return self.program.workroom

    def unlock(self) -> None:
        """Open the vault with its words."""
        self.hands.type("unlock.passphrase", self.order["passphrase"])
        self.hands.click("unlock.open")
        self.go_in()

    def go_in(self) -> None:
        """Wait until somebody can work."""
        self.hands.until(lambda: self.program.workroom is not None, "the workroom")

    def open(self, family: str, step: str = "") -> None:
        """Open a family's record."""
        self.room.open_family(EpisodeId(self.order[family]), step=step)


def assessment(desk: Desk) -> dict[str, str]:
    """Type in a topic of the assessment."""
    desk.unlock()
    desk.open("writing", STEP)
    desk.hands.type(EARLY, desk.order["words"])
    return {"words typed": desk.order["words"]}


def private_note(desk: Desk) -> dict[str, str]:
    """Write a private note."""
    desk.unlock()
    desk.open("writing", NOTES)
    before = desk.hands.named("note:")
    desk.hands.click("notes.add")
    (box,) = desk.hands.named("note:") - before
    desk.hands.type(box, desk.order["words"])
    return {"words typed": desk.order["words"]}


def worried(desk: Desk) -> dict[str, str]:
    """Write down what one is worried about."""
    desk.unlock()
    desk.open("writing")
    desk.room.show_worried()
    desk.hands.type("ex.what", desk.order["words"])
    return {"words typed": desk.order["words"]}


def sharing(desk: Desk) -> dict[str, str]:
    """Write a service into the grid."""
    desk.unlock()
    desk.open("writing", SHARE)
    desk.hands.until(lambda: bool(desk.hands.rows("c2.list")), "the grid")
    before = desk.hands.rows("c2.list")
    desk.hands.click("c2.list:add")
    (row,) = desk.hands.rows("c2.list") - before
    desk.hands.type(f"{row}/c2.list.service", desk.order["words"])
    return {"words typed": desk.order["words"]}


def signing(desk: Desk) -> dict[str, str]:
    """Read it together, and begin to sign."""
    desk.unlock()
    desk.open("writing", SIGN)
    desk.hands.type("c2.signer", desk.order["words"])
    return {"words typed": desk.order["words"], "words read together": desk.order["written"]}


def who_did_what(desk: Desk) -> dict[str, str]:
    """Look at the audit."""
    desk.unlock()
    desk.room.show_looks()
    desk.hands.find("looks.table")
    return {"name in the audit": desk.order["name"]}


def family_copy(desk: Desk) -> dict[str, str]:
    """Save a copy for the family."""
    desk.unlock()
    desk.open("signed", COPY)
    desk.hands.choose("copy.for:parent")
    desk.hands.choose("copy.safe:yes")
    desk.hands.click("copy.save")
    desk.hands.until(lambda: "The copy is saved" in shown(desk), "the copy")
    return {"words in the copy": desk.order["written"]}


def new_words(desk: Desk) -> dict[str, str]:
    """Change the five words."""
    desk.unlock()
    prove(desk, "words")
    words = take_five_words(desk, "change")
    desk.hands.find("keys.words")
    return {"new passphrase": words}


def recovery_code(desk: Desk) -> dict[str, str]:
    """Make a recovery code, and stop while it stands on the screen."""
    desk.unlock()
    prove(desk, "code")
    desk.hands.find("code.shown")
    code = desk.room.beside.keys.code.whole_code()
    return {"new recovery code": code, "its groups": code.replace("-", " ")}


def code_at_the_door(desk: Desk) -> dict[str, str]:
    """Come in with the recovery code, and choose new words."""
    desk.hands.click("unlock.forgotten")
    desk.hands.click("forgotten.code")
    desk.hands.type("recover.code", desk.order["code"])
    desk.hands.click("recover.go")
    words = take_five_words(desk, "renew")
    desk.go_in()
    return {"new passphrase": words, "recovery code": desk.order["code"]}


def holders_answer(desk: Desk) -> dict[str, str]:
    """Come in with the key holders' answer."""
    desk.hands.click("unlock.forgotten")
    desk.hands.click("forgotten.holders")
    desk.hands.type("waiting.words", desk.order["words"])
    desk.hands.click("waiting.open")
    desk.go_in()
    return {"new passphrase": desk.order["words"]}


SCREENS: dict[str, Callable[[Desk], dict[str, str]]] = {
    "assessment": assessment,
    "private note": private_note,
    "worried now": worried,
    "sharing": sharing,
    "signing": signing,
    "who did what": who_did_what,
    "family copy": family_copy,
    "new words": new_words,
    "recovery code": recovery_code,
    "code at the door": code_at_the_door,
    "holders' answer": holders_answer,
}


def shown(desk: Desk) -> str:
    """Return every word of every notice on the screen."""
    from app.look.kit import Text

    return "\n".join(text.words for text in desk.program.window.findChildren(Text) if text.isVisible())


def prove(desk: Desk, what: str) -> None:
    """Go to one's keys, and prove who one is before they are changed."""
    desk.room.show_keys()
    desk.hands.click(f"keys.{what}")
    desk.hands.type("proof.words", desk.order["passphrase"])
    desk.hands.click("proof.go")


def take_five_words(desk: Desk, page: str) -> str:
    """Take the words that are offered on a page, type them back, and return them."""
    words = desk.hands.find_as(f"{page}.words", FiveWords).words()
    desk.hands.click(f"{page}.written")
    desk.hands.type(f"{page}.again", words)
    desk.hands.click(f"{page}.create")
    return words
