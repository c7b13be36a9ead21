"""A walk through every page and dialog of the program, noting on each what can be seen and reached.

Nothing here needs a network. A walk yields the name of each page while it is on the window; what it writes on the way
it writes again the same the next time, so that one laptop can be walked many times.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from furnished import Furnished, Opened, settle
from indexed import SHIELDED, WAITING
from msgspec.structs import replace
from pages_seen import cut_off, nameless, walk
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QTextEdit, QWidget
from staffed import ACCOUNTS, ADA, CHANGES, JO, PRIYA, account

from app.domain.ids import EpisodeId
from app.look.kit import ChoiceList, Text
from app.operations.noticing import Elsewhere, ToldElsewhere, WhatGoes
from app.storage import episodes
from app.sync.proving import address_of
from app.sync.status import Reach, SyncStatus
from app.ui.coordinator.deskwords import read_inbox
from app.ui.shell.accountsroom import AccountsRoom
from app.ui.shell.asking import ANOTHER, notice_shown
from app.ui.shell.lookupwords import entry_shown
from app.ui.shell.othersteps import PEOPLE, SHELF
from app.ui.shell.settlingwords import waiting_shown
from app.ui.shell.steps import form_steps
from demonstration.hands import Hands
from protocol.childindex import FoundOut, GoesOn, SettledHow
from protocol.factor import FactorSecret

Walk = Iterator[str]
"""The name of each page, yielded when it is on the window."""
COUNSELLING = "99ef936a-c3a8-4b56-a886-5529228dc519"
"""A service of the examples."""
WRONG_WORDS = "copper lantern meadow biscuit"
NO_HUB = "http://127.0.0.1:9"
"""An address at which nothing answers."""
NO_CODE = "0" * 28
PIN = "2580"
KEY = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
"""The RFC's own, as a phone takes it."""
MASON_GOES = WhatGoes("Mason", "Reid", "2020-10-09")
JOINED = FoundOut("e1", SettledHow.JOINED, GoesOn.THIS, "2026-11-25T10:00:00Z")
ASKED_AT = datetime(2026, 11, 24, 15, tzinfo=UTC)
ELSEWHERE = {
    "before it is told that an assessment exists": ToldElsewhere(),
    "another assessment is open": ToldElsewhere(Elsewhere.HELD, ASKED_AT),
    "another assessment was open": ToldElsewhere(Elsewhere.SETTLED, ASKED_AT, JOINED),
}
"""What the page about another assessment says, by the name of each picture of it."""
FIRST = (("id", "the child"), ("fh", "people at home"), ("sv", "who already helps"), ("pre", "checklist"))


def way_in(opened: Opened, _found: Furnished) -> Walk:
    """Begin on a laptop that nobody works on: the five words, and the letter; nobody answers the letter."""
    hands = opened.hands
    yield "five words"
    words = opened.program.window.passphrase.words.words()
    hands.click("passphrase.written")
    yield "five words again"
    hands.type("passphrase.again", WRONG_WORDS)
    hands.click("passphrase.create")
    yield "five words that differ"
    opened.program.window.passphrase.again.load(words)
    hands.click("passphrase.create")
    hands.find("code.later")
    yield "a recovery code"
    hands.click("code.later")
    hands.find("enrol.go")
    yield "join your team"
    hands.click("enrol.go")
    yield "join without an address"
    hands.type("enrol.address", NO_HUB)
    hands.type("enrol.code", NO_CODE)
    hands.click("enrol.go")
    hands.until(opened.program.window.enrol.is_ready, "an answer about the letter")
    yield "join with a wrong letter"


def at_the_door(opened: Opened, _found: Furnished) -> Walk:
    """Stand before a locked laptop."""
    yield "unlock"
    opened.hands.click("unlock.open")
    yield "unlock with nothing typed"
    opened.hands.type("unlock.passphrase", WRONG_WORDS)
    opened.hands.click("unlock.open")
    opened.hands.until(opened.program.window.unlock.is_ready, "an answer at the door")
    yield "unlock with wrong words"
    opened.hands.click("unlock.bring_back")
    yield "bring back a backup"
    opened.hands.click("bringback.back")
    opened.hands.click("unlock.forgotten")
    yield "forgotten words"


def newcomer(opened: Opened, _found: Furnished) -> Walk:
    """See home before there is a family."""
    opened.room.go_home()
    yield "home empty"


def practitioner(opened: Opened, found: Furnished) -> Walk:
    """Go through everything a practitioner works with."""
    opened.room.go_home()
    yield "home"
    opened.hands.click("bar.keys")
    yield "your place and keys"
    opened.hands.click("keys.key")
    yield "change the key"
    opened.hands.click("proof.back")
    opened.room.go_home()
    opened.hands.click("home.phrases")
    yield "your phrases"
    opened.room.go_home()
    opened.hands.click("home.services")
    opened.hands.click(f"services.read:{COUNSELLING}")
    yield "services that may help"
    opened.room.go_home()
    opened.hands.click("home.lookup")
    opened.room.beside.lookup.page.show_entry(entry_shown(SHIELDED, is_whole=False, may_override=True))
    yield "look a child up"
    opened.room.go_home()
    opened.hands.click("home.care")
    yield "copies and checks"
    opened.room.show_move()
    yield "a new laptop"
    opened.room.go_home()
    yield from asking(opened, found)
    yield from ready(opened, found)
    yield from refusing(opened, found)
    yield from writing(opened, found)
    yield from crowd(opened, found)
    yield from second_gate(opened, found)
    yield from turned(opened, found)
    yield from moving_on(opened, found)
    yield from on_paper(opened, found)
    yield from afterwards(opened, found)
    yield from other_forms(opened, found)
    yield from ways_out(opened, found)


def asking(opened: Opened, found: Furnished) -> Walk:
    """Register, check, and ask the family."""
    hands, room = opened.hands, opened.room
    room.open_family(found.asking)
    for step, name in FIRST:
        opened.go_to(step)
        yield name
    opened.go_to("c1")
    yield "agreement to start"
    hands.click("start.agree")
    yield "agreement to start, with what is missing"
    hands.choose("c1.how:option:drawn")
    yield "agreement to start, by hand"


def refusing(opened: Opened, found: Furnished) -> Walk:
    """Honour a family that would rather not be on a computer; nothing is erased here."""
    opened.room.open_family(found.declining, step="c1")
    opened.hands.click("start.agree")
    yield "refusal"
    opened.hands.click("refusal.back")


def writing(opened: Opened, found: Furnished) -> Walk:
    """Go through every topic of an assessment."""
    hands, room = opened.hands, opened.room
    room.open_family(found.writing)
    assert room.family.file is not None
    for step, page in form_steps(room.family.file).items():
        opened.go_to(step)
        yield f"topic: {page.page.title}"
    if not hands.sees("room.notes"):
        hands.click("bar.list")
        yield "list of topics"
    hands.click("room.notes")
    yield "private notes"
    if not hands.sees("room.family"):
        hands.click("bar.list")
    hands.click("room.family")
    yield "the family"
    room.family.go("people-map")
    if hands.sees("map.all"):  # nobody is left to be put there once a walk has been here
        hands.click("map.all")
    yield "the map of people"
    room.family.go("services")
    yield "services for this child"
    yield from noting(opened)


def ready(opened: Opened, found: Furnished) -> Walk:
    """Get ready for a visit."""
    opened.room.open_family(found.asking)
    opened.room.family.go("ready")
    yield "get ready for a visit"
    opened.hands.choose("ready.visit")
    opened.room.beside.begin_visit()
    yield "ready, without names"
    opened.room.open_family(found.asking)
    opened.room.family.go("ready")
    opened.hands.click("ready.visit")
    opened.room.open_family(found.writing)
    opened.room.family.go("on-paper")
    yield "the form on paper"
    yield from elsewhere(opened)
    opened.room.family.go("steps")
    settle()
    done = min(opened.hands.named("steps.done:"))
    opened.hands.choose(done)
    yield "the plan, step by step"
    opened.hands.click(done)


def elsewhere(opened: Opened) -> Walk:
    """See what a family is shown before the word that an assessment exists goes, and what may come back."""
    family = opened.room.family
    for name, told in ELSEWHERE.items():
        family.go(ANOTHER)
        family.side.another.page.show_notice(notice_shown(MASON_GOES, told))
        yield name


def noting(opened: Opened) -> Walk:
    """Jot down what is said, and look at the topics it may be sorted into; nothing is sorted here."""
    hands, family = opened.hands, opened.room.family
    opened.go_to("d1.behaviour")
    hands.click("voice.earlier")
    yield "earlier words"
    hands.click("before.back")
    family.go("quick")
    if not hands.named("quick:"):
        hands.click("quick.mark")
        (box,) = hands.named("quick:")
        hands.type(box, "He kicks the door.")
    yield "quick notes"
    hands.click("quick.sort")
    yield "sort your notes"


def crowd(opened: Opened, found: Furnished) -> Walk:
    """Look at pages with more on them than anybody expects."""
    opened.room.open_family(found.crowded)
    for step, name in (
        ("id", "long names"),
        ("fh", "a hundred people"),
        ("d1.behaviour", "a long text"),
        ("plan", "a hundred actions"),
        ("sign", "read together a long text"),
    ):
        opened.go_to(step)
        yield name


def second_gate(opened: Opened, found: Furnished) -> Walk:
    """Share, read together, and sign by each route; nobody signs here."""
    hands, room = opened.hands, opened.room
    room.open_family(found.started, step="sign")
    yield "before you sign"
    hands.click("stop.back")
    room.open_family(found.undecided, step="share")
    yield "who may see it, nothing asked yet"
    room.open_family(found.writing, step="share")
    yield "who may see it"
    settle()
    row = min(hands.rows("c2.list"))
    hands.click(f"{row}/c2.list.withheld")
    yield "lines held back from one service"
    opened.go_to("sign")
    yield "read together"
    for route in ("drawn", "spoken", "paper", "typed"):
        hands.choose(f"c2.route:{route}")
        yield f"sign, {route}"
    room.open_family(found.undecided, step="sign")
    hands.click("sign.agree")
    hands.until(lambda: "Nearly there" in everything_shown(opened.window), "what is missing")
    yield "sign, with what is missing"
    hands.click("sign.not_now")
    yield "not today"
    hands.click("stop.back")


def turned(opened: Opened, found: Furnished) -> Walk:
    """Turn the screen to three families, and take it back each time."""
    hands = opened.hands
    opened.room.open_family(found.writing, step="d1.behaviour")
    hands.click("step.turn")
    settle()
    if hands.sees("pin.one"):
        yield "share view, a PIN first"
        hands.type("pin.one", PIN)
        hands.type("pin.two", PIN)
        hands.click("pin.keep")
    hands.find("share.next")
    yield "share view, one line"
    hands.click("share.say")
    yield "share view, in their own words"
    while not hands.sees("share.number"):
        hands.click("share.next")
    yield "share view, how is this for you"
    hands.click("share.pause")
    yield "share view, pause"
    hands.click("share.go_on")
    yield from taken_back(opened)
    opened.room.open_family(found.asking, step="c1")
    hands.click("step.turn")
    hands.find("share.next")
    yield "share view, a picture page"
    on_to(hands, "share.c1.said_back")
    yield "share view, what they say back"
    on_to(hands, "share.c1.do:")
    yield "share view, yes or no"
    yield from taken_back(opened)
    opened.room.open_family(found.writing, step="ch")
    hands.click("step.turn")
    hands.find("share.next")
    yield "share view, the child begins"
    for beginning in ("share.ch.well", "share.ch.scale", "share.ch.strokes", "share.ch.show.may", "share.ch.present"):
        on_to(hands, beginning)
        yield f"share view, {beginning.removeprefix('share.')}"
    yield from taken_back(opened)
    opened.room.family.go("people-map")
    hands.click("step.turn")
    hands.find("map.name")
    yield "share view, the map of people"
    yield from taken_back(opened)


def on_to(hands: Hands, beginning: str) -> None:
    """Go on until something with such a name is on the page."""
    while not hands.named(beginning):
        hands.click("share.next")


def taken_back(opened: Opened) -> Walk:
    """Give the screen back to the worker."""
    opened.hands.click("share.leave")
    yield "share view, the way back"
    opened.hands.type("leave.pin", PIN)
    opened.hands.click("leave.go")
    opened.hands.find("step.turn")


def moving_on(opened: Opened, found: Furnished) -> Walk:
    """Move a draft to a newer form, and back again."""
    hands = opened.hands
    opened.room.open_family(found.undecided)
    if not hands.sees("room.earlier"):
        hands.click("bar.list")
    hands.click("room.earlier")
    yield "a newer form"
    (move,) = hands.named("earlier.move:")
    hands.click(move)
    hands.until(lambda: bool(hands.named("earlier.return:")), "the way back")
    yield "a newer form, moved"
    (back,) = hands.named("earlier.return:")
    hands.click(back)
    hands.until(lambda: bool(hands.named("earlier.move:")), "the earlier form")


def on_paper(opened: Opened, found: Furnished) -> Walk:
    """Look at what can be put on paper for a family, and save a letter."""
    hands = opened.hands
    for family, name in ((found.asking, "papers, not asked yet"), (found.signed, "papers")):
        opened.room.open_family(family)
        if not hands.sees("room.papers"):
            hands.click("bar.list")
        hands.click("room.papers")
        yield name
    hands.click("papers.save:agreement-reminder")
    yield "papers, is it safe at home"
    hands.choose("papers.safe:yes")
    hands.click("papers.save:agreement-reminder")
    yield "papers, saved"


def afterwards(opened: Opened, found: Furnished) -> Walk:
    """Look at what is there after signing."""
    hands = opened.hands
    opened.room.open_family(found.signed)
    for step, name in (("read", "what was agreed"), ("where", "where it is, waiting"), ("copy", "leave a copy")):
        opened.go_to(step)
        yield name
    opened.go_to("where")
    hands.click("where.stick")
    yield "hand in on a stick"
    hands.click("stick.back")
    hands.click("where.take_back")
    yield "take it back"
    hands.click("takeback.back")
    hands.click("where.erase")
    yield "ask for it to be erased"
    hands.click("erase.back")
    if not hands.sees("room.ready"):
        hands.click("bar.list")
    if not hands.sees("room.signers"):
        hands.click("room.more")
    hands.click("room.signers")
    yield "who signed"
    hands.click("signers.another")
    yield "somebody else signs"
    opened.go_to("copy")
    hands.choose("copy.for:parent")
    hands.choose("copy.safe:no")
    hands.click("copy.not_home")
    yield "leave a copy, not at home"
    hands.choose("copy.for:easy read")
    hands.choose("copy.safe:yes")
    hands.click("copy.save")
    hands.until(lambda: "is saved" in everything_shown(opened.window), "the copy")
    yield "leave a copy, saved"
    opened.room.open_family(found.stuck, step="where")
    yield "where it is, not sent"
    opened.room.open_family(found.heard, step="where")
    yield "where it is"
    opened.room.show_find()
    yield "finding a child"
    opened.room.show_ledger()
    yield "what was sent"
    opened.room.show_looks()
    yield "who did what"
    yield from handing_over(opened, found)


def handing_over(opened: Opened, found: Furnished) -> Walk:
    """Look at everything held about one child, and save it."""
    hands = opened.hands
    opened.room.show_looks()
    hands.pick("looks.child", child_of(opened, found.signed))
    opened.room.beside.looks.refresh()
    hands.click("looks.bundle")
    yield "everything kept, who asks"
    hands.choose("bundle.for:parent")
    yield "everything kept, read and decided"
    hands.click("bundle.save")
    yield "everything kept, saved"
    hands.click("bundle.back")


def child_of(opened: Opened, episode: EpisodeId) -> str:
    """Return the id of the child an episode is about."""
    found = opened.program.tasks.ask(lambda tx: episodes.get(tx, episode))
    assert found is not None
    return found.child


def other_forms(opened: Opened, found: Furnished) -> Walk:
    """Begin other forms, read them through and sign one; none is finished here."""
    hands, room = opened.hands, opened.room
    room.open_family(found.signed, step=SHELF)
    yield "other forms"
    for name in ("family-feedback", "consider-a-caf", "transfer"):
        opened.go_to(SHELF)
        ways = hands.named("other.", f"/{name}")
        hands.click(next(iter(ways)))
        yield f"other form: {name}"
    opened.go_to("transfer:sign")
    yield "other form, with what is missing"
    hands.click("stop.back")
    opened.go_to("transfer:share")
    yield "other form, who may see it"
    opened.go_to("family-feedback/feedback")
    hands.choose("ff.who:option:parent")
    opened.go_to("family-feedback:read")
    yield "other form, read through"
    opened.go_to("consider-a-caf/note")
    assert room.family.file is not None
    if not any("nc.to" in other.draft.answers for other in room.family.file.others):
        hands.type("nc.to", "Nurse")
        hands.type("nc.why", "Sleep")
    opened.go_to("consider-a-caf:read")
    hands.click("form.save")
    yield "other form, on paper"
    opened.go_to(PEOPLE)
    yield "people to ask"
    yield from sharing_unagreed(opened, found)


def sharing_unagreed(opened: Opened, found: Furnished) -> Walk:
    """Choose which lines go without agreement, and look at what goes; nothing is sent here."""
    hands = opened.hands
    opened.room.open_family(found.signed, step=SHELF)
    hands.click(next(iter(hands.named("other.", "/information-sharing-decision"))))
    yield "other form: information-sharing-decision"
    opened.go_to("information-sharing-decision:goes")
    yield "which lines go"
    opened.go_to(SHELF)
    hands.click(next(iter(hands.named("other.read:"))))
    yield "other form, finished"
    hands.click("form.send")
    hands.find("decided.back")
    yield "send what you decided"


def ways_out(opened: Opened, found: Furnished) -> Walk:
    """Take the ways out that every page has, but for the lock."""
    hands = opened.hands
    opened.room.open_family(found.writing, step="d1.behaviour")
    hands.click("bar.worried")
    yield "worried now"
    hands.click("worried.back")
    hands.click("bar.home")
    yield "home, a question about safety is open"
    hands.click("home.worry:0")
    hands.click("worried.looked")


def covers(opened: Opened, found: Furnished) -> Walk:
    """Hide the screen, and lock; nothing goes on after that."""
    opened.room.open_family(found.writing, step="d1.behaviour")
    opened.hands.click("bar.hide")
    yield "hidden"
    opened.hands.click("hide.back")
    opened.hands.click("bar.lock")
    yield "locked"


def six_digits(opened: Opened) -> Walk:
    """Be asked for six digits at a desk, and link a phone."""
    desk = opened.room.desk
    assert desk is not None
    desk.hear(SyncStatus(Reach.REACHED, asks_digits=True))
    yield "inbox that asks for six digits"
    opened.hands.click("inbox.digits")
    page = opened.room.beside.digits.page
    opened.hands.until(page.is_ready, "an answer about the digits")
    page.show_linked(linked=False)
    page.show_key(KEY, address_of(FactorSecret(KEY)))
    yield "six digits from a phone"
    opened.hands.click("digits.back")
    desk.hear(SyncStatus(Reach.REACHED))


def coordinator(opened: Opened, _found: Furnished) -> Walk:
    """Go through everything a coordinator works with."""
    hands, desk = opened.hands, opened.room.desk
    assert desk is not None
    desk.show_inbox()
    yield "inbox"
    desk.inbox.choose(opened.program.tasks.ask(read_inbox).lines[0].envelope_id)
    hands.click("inbox.read")
    hands.find("reading.back")
    yield "reading"
    hands.click("bar.worried")
    yield "worried now, at the desk"
    hands.click("worried.back")
    hands.click("reading.back")
    opened.room.show_find()
    yield "finding what came"
    hands.click("find.back")
    hands.click("inbox.stick")
    yield "take in from a stick"
    hands.click("deskstick.back")
    hands.click("inbox.settling")
    opened.room.beside.settling.page.show_waiting(waiting_shown(*WAITING))
    yield "what waits in the child index"
    hands.click("settling.back")
    yield from six_digits(opened)
    hands.click("inbox.care")
    yield "copies and checks, at the desk"
    hands.click("care.back")
    yield from administrator(opened)


def administrator(opened: Opened) -> Walk:
    """Look at the administrator's room in this window, and at one account; nothing is asked of anybody."""
    room = AccountsRoom(opened.room._bench)
    opened.room._rooms.addWidget(room)
    opened.room._show(room)
    room._listed(ACCOUNTS)
    yield "people's accounts"
    room._begin_new()
    yield "an account to be opened"
    opened.hands.click("newaccount.back")
    room.open_account(JO)
    yield "an account"
    room._history_came(CHANGES)
    yield "an account with its history"
    opened.hands.click("account.turn:suspended")
    yield "an account, asked before it is shut"
    opened.hands.click("account.ask.no")
    opened.hands.click("account.back")
    room._known = replace(ACCOUNTS, accounts=(*ACCOUNTS.accounts, account(ADA, "Ada Bell", laptops=())))
    room.open_account(ADA)
    room.one.show_code(
        "7K3M-Q2XW-9RTB-4HNC-8VDE-6PGS-1YAZ", "https://ecaf.ambleton.example", "09:12 on Friday 27 November 2026"
    )
    yield "an account with a code to join"
    opened.hands.click("account.back")
    room.open_account(PRIYA)
    why = room.one.findChild(ChoiceList, "account.factor_why")
    assert isinstance(why, ChoiceList)
    why.setCurrentIndex(1)
    opened.hands.click("account.factor_end")
    yield "an account, asked before another phone is linked"
    opened.hands.click("account.askfactor.no")
    opened.hands.click("account.back")
    opened.room.go_home()
    opened.room._rooms.removeWidget(room)
    room.deleteLater()


Way = Callable[[Opened, Furnished], Walk]


def stretches(found: Furnished, nobody: Path) -> Iterator[tuple[Path, Way, bool]]:
    """Yield the whole walk: each laptop, the way to go on it, and whether its vault is opened first.

    ``nobody`` is the empty home folder of a laptop on which nobody works yet.
    """
    yield nobody, way_in, False
    yield found.practitioner, at_the_door, False
    yield found.newcomer, newcomer, True
    yield found.practitioner, practitioner, True
    yield found.practitioner, covers, True
    yield found.coordinator, coordinator, True


@dataclass(frozen=True)
class Seen:
    """One page as it was passed."""

    title: str
    words: str
    buttons: frozenset[str]
    where: str
    cut_off: tuple[str, ...]
    nameless: tuple[str, ...]


def rows_are_laid_out(window: QWidget) -> bool:
    """Say whether every row that grows with its words has its height: new words get theirs a moment later."""
    buttons = [button for button in window.findChildren(QAbstractButton) if button.isVisible()]
    return all(b.height() >= b.heightForWidth(b.width()) for b in buttons if b.hasHeightForWidth())


def look_at(opened: Opened) -> Seen:
    """Note what is on the window now."""
    settle()
    window = opened.window
    opened.hands.until(lambda: rows_are_laid_out(window), "the rows of a list at their heights")
    room = opened.program.workroom
    return Seen(
        title=window.windowTitle(),
        words=everything_shown(window),
        buttons=frozenset(button.objectName() for button in window.findChildren(QAbstractButton) if button.isVisible()),
        where=room.bar.sync.words() if room is not None and room.bar.sync.isVisible() else "",
        cut_off=tuple(cut_off(window)),
        nameless=tuple(nameless(window)),
    )


def toured(opened: Opened, found: Furnished, way: Way) -> dict[str, Seen]:
    """Return what was seen on each page of a way through the program."""
    return {name: look_at(opened) for name in way(opened, found)}


def everything_shown(window: QWidget) -> str:
    """Return every word a person looking on can read, and every word a screen reader can say."""
    shown = [text.words for text in window.findChildren(Text) if text.isVisible()]
    shown += [button.text() for button in window.findChildren(QAbstractButton) if button.isVisible()]
    shown += [box.displayText() for box in window.findChildren(QLineEdit) if box.isVisible()]
    shown += [box.toPlainText() for box in window.findChildren(QTextEdit) if box.isVisible()]
    return "\n".join([*shown, *spoken(window)])


def spoken(window: QWidget) -> Iterator[str]:
    """Yield every name, description and value of what a screen reader can meet on the window now."""
    kinds = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)
    for met in walk(QAccessible.queryAccessibleInterface(window)):
        if not met.state().invisible:
            yield from (met.text(kind) for kind in kinds if met.text(kind))
