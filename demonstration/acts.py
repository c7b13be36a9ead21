"""The acts of the play, each in a process of its own, as the program itself lives: from unlock window to lock."""

from __future__ import annotations

import os
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from app.domain.answers import Answers
from app.operations.asked import asked_only
from app.operations.whereabouts import ledger, whereabouts
from app.storage import children
from app.ui.coordinator.deskwords import read_inbox
from app.ui.finishing.where import Place
from app.ui.shell.steps import COPY, SHARE, SIGN, WHERE
from demonstration.fillers import Filler
from demonstration.hands import NotThere
from demonstration.judging import judge
from demonstration.script import assessment, checklist, identity, people, start, unasked
from demonstration.sharing import SCRIBBLE, fill_sharing, sign
from demonstration.stage import Stage, set_stage, tell

HALF = "d1.behaviour"
"""The topic before which the practitioner locks the laptop and comes back."""


class Refused(Exception):
    """The program kindly said no, and the story ends there."""


def enrol(stage: Stage, address: str, code: str) -> None:
    """Make a place on this laptop, and join the team with the code from the letter."""
    hands = stage.hands
    stage.program.start()
    hands.look_at()
    stage.picture("five words")
    passphrase = stage.program.window.passphrase.words.words()
    tell({"passphrase": passphrase})
    hands.click("passphrase.written")
    hands.type("passphrase.again", passphrase)
    hands.click("passphrase.create")
    stage.say("a vault stands under five generated words")
    put_code_on_paper(stage)
    hands.find("enrol.go")
    hands.type("enrol.address", address)
    hands.type("enrol.code", code)
    stage.picture("join your team")
    hands.click("enrol.go")
    hands.until(lambda: stage.program.workroom is not None, "the workroom after enrolling")
    stage.say("enrolled with the code from the letter; the device made its own keys")


def put_code_on_paper(stage: Stage) -> None:
    """Look at the recovery code as somebody writes it down, and type two of its groups back."""
    hands, page = stage.hands, stage.program.window.code
    hands.find("code.shown")
    stage.picture("recovery code")
    groups = page.whole_code().split("-")
    hands.click("code.written")
    for box, number in enumerate(page.groups_asked()):
        hands.type(f"code.group:{box}", groups[number])
    hands.click("code.done")
    hands.find("enrol.go")
    stage.say("a recovery code stands on paper, and two of its groups were typed back")


def unlock(stage: Stage, passphrase: str) -> None:
    """Open the vault again."""
    started = time.monotonic()
    stage.program.start()
    stage.hands.look_at()
    stage.picture("locked")
    stage.hands.type("unlock.passphrase", passphrase)
    stage.hands.click("unlock.open")
    stage.hands.until(lambda: stage.program.workroom is not None, "the workroom after unlocking")
    stage.timed("unlock", started)


def close(stage: Stage) -> None:
    """Close the window, as a person does at the end of the day."""
    stage.say("the window is closed; everything is on disk")
    stage.program.close()


def act_visit(stage: Stage) -> None:
    """Play the practitioner: enrol at base, then a home visit with no signal, until the laptop is locked half-way."""
    letter = stage.please("letter", role="practitioner")
    enrol(stage, letter["address"], letter["code"])
    stage.picture("home empty")
    stage.please("no signal")
    stage.say("no signal from here on")
    started = time.monotonic()
    register(stage)
    first_gate(stage)
    form = stage.forms.by_name("caf-assessment")
    if left_out := unasked(stage.case, form):
        stage.say(f"not asked, given the other answers: {', '.join(left_out)}")
    Filler(stage.hands, form).fill(before(stage, given(stage)))
    stage.picture("topic card")
    show_ways_out(stage)
    stage.timed("first half", started)
    stage.say("the laptop is locked in the middle of the visit")
    stage.hands.click("bar.lock")


def given(stage: Stage) -> Answers:
    """Return the assessment's answers of this case."""
    return assessment(stage.case, stage.forms.by_name("caf-assessment"))


def before(stage: Stage, answers: Answers) -> Answers:
    """Return the answers of the pages before the half-way topic."""
    return {path: answer for path, answer in answers.items() if _is_first_half(stage, path)}


def after(stage: Stage, answers: Answers) -> Answers:
    """Return the answers of the half-way topic and the pages after it."""
    return {path: answer for path, answer in answers.items() if not _is_first_half(stage, path)}


def _is_first_half(stage: Stage, path: str) -> bool:
    form = stage.forms.by_name("caf-assessment")
    pages = [page.link_id for page in form.pages]
    link_id = path.split("/", 1)[0]
    return pages.index(form.page_of(link_id).link_id) < pages.index(HALF)


def register(stage: Stage) -> None:
    """Register the child and the people at home, private notes and the checklist: all held provisionally."""
    hands, form = stage.hands, stage.forms.by_name("caf-assessment")
    hands.click("home.register")
    if stage.case.child.restricted:
        hands.choose("episode.deciding:young person")
        stage.picture("who is deciding")
        stage.say("the young person is deciding: nothing of it is shown or sent to anybody at home")
    Filler(hands, form).fill(asked_only(form, identity(stage.case)))
    stage.picture("the child")
    Filler(hands, form).fill(asked_only(form, people(stage.case)))
    stage.picture("people at home")
    stage.say("the child and the people at home are registered")
    pre = stage.forms.by_name("checklist")
    told = checklist(stage.case, pre)
    asked = asked_only(pre, told)
    Filler(hands, pre).fill(asked)
    if left_out := [path for path in told if path not in asked]:
        stage.say(f"not asked, given the other answers: {', '.join(left_out)}")
    if stage.case.checklist:
        stage.picture("checklist")
    judge(stage)
    write_private_notes(stage)


def write_private_notes(stage: Stage) -> None:
    """Write the private notes, which leave the vault in no form."""
    for note in stage.case.private_notes:
        if not stage.hands.sees("notes.add"):
            stage.hands.click("room.notes")
        before = stage.hands.named("note:")
        stage.hands.click("notes.add")
        (box,) = stage.hands.named("note:") - before
        stage.hands.type(box, note)
    if stage.case.private_notes:
        stage.picture("private notes")
        stage.say("private notes stay in the vault")


def first_gate(stage: Stage) -> None:
    """Ask the family whether to start, and whether it may be kept on a computer."""
    hands = stage.hands
    agreement = stage.forms.by_name("agreement-to-start")
    Filler(hands, agreement).fill(asked_only(agreement, start(stage.case)))
    hands.go_to("c1")
    stage.picture("agreement to start")
    if hands.sees("c1.strokes"):
        hands.draw("c1.strokes", SCRIBBLE)
        stage.picture("signed to start")
    hands.click("start.agree")
    hands.until(lambda: stage.room().family.step == "as" or bool(stage.refusals), "an answer at the first gate")
    stop_if_refused(stage)
    stage.say("the family agreed to start, and to it being written on this laptop")


def stop_if_refused(stage: Stage) -> None:
    """End the story at a kind refusal, with a picture of it."""
    if stage.refusals:
        stage.picture("refused")
        tell({"refused": " ".join(stage.refusals)})
        if stage.hands.sees("refusal.erase"):
            erase(stage)
        raise Refused


def erase(stage: Stage) -> None:
    """Erase everything about a child whose family would rather not be on a computer."""
    if stage.hands.sees("refusal.note"):
        leave_note(stage)
    stage.hands.click("refusal.erase")
    stage.hands.find("home.register")
    stage.picture("erased")
    stage.say("everything about the child is erased from this laptop")


def leave_note(stage: Stage) -> None:
    """Save the note on paper that is offered before anything is erased."""
    before = set(stage.out.glob("*.pdf"))
    stage.hands.click("refusal.note")
    stage.hands.until(lambda: set(stage.out.glob("*.pdf")) > before, "the note on paper")
    stage.picture("note on paper")
    stage.say("a note on paper is left with the family")


def show_ways_out(stage: Stage) -> None:
    """Look at "Worried now?", where there was no worry, and at "Hide now", and come back to the same place."""
    hands = stage.hands
    hands.click("bar.worried")
    hands.find("worried.back")
    stage.picture("worried now")
    hands.click("worried.looked")
    hands.click("bar.hide")
    hands.find("hide.back")
    stage.picture("hidden")
    hands.click("hide.back")


def act_afterwards(stage: Stage) -> None:
    """Play the same practitioner, still with no signal: carry on, finish, share, sign, leave a copy; then a signal."""
    unlock(stage, stage.please("passphrase")["passphrase"])
    stage.say("unlocked with no network")
    stage.picture("home carry on")
    carry_on(stage)
    stage.picture("carried on")
    started = time.monotonic()
    form = stage.forms.by_name("caf-assessment")
    Filler(stage.hands, form).fill(after(stage, given(stage)))
    for step, title in (("co", "conclusions"), ("plan", "plan"), ("cm", "their comments")):
        stage.hands.go_to(step)
        stage.picture(title)
    stage.timed("second half", started)
    stage.say("the assessment is written")
    share_and_sign(stage)
    leave_copy(stage)
    send(stage)
    close(stage)


def carry_on(stage: Stage) -> None:
    """Go back to the field somebody was writing in; where nothing was written yet, open the only child there is."""
    if stage.hands.sees("home.carry_on"):
        stage.hands.click("home.carry_on")
    else:
        (row,) = stage.hands.named("home.open:")
        stage.hands.click(row)


def share_and_sign(stage: Stage) -> None:
    """Pass the second gate: service by service, lines held back, read together, and signed."""
    started = time.monotonic()
    stage.hands.go_to(SHARE)
    fill_sharing(stage.hands, stage.case, stage.forms.by_name("caf-assessment"))
    stage.picture("who may see it")
    stage.say("the family chose who may see it, line by line")
    stage.hands.go_to(SIGN)
    stop_if_refused(stage)
    stage.picture("read together")
    sign(stage.hands, stage.case)
    stage.picture("sign")
    stage.hands.click("sign.agree")
    stage.hands.until(lambda: bool(stage.refusals) or stage.room().family.step == WHERE, "the end of signing")
    stop_if_refused(stage)
    stage.timed("share and sign", started)
    stage.picture("waiting")
    stage.say("signed: bound to the exact version and wording that was shown; waiting to be sent")


def leave_copy(stage: Stage) -> None:
    """Leave the family a copy."""
    started = time.monotonic()
    stage.hands.go_to(COPY)
    stage.hands.choose(f"copy.for:{copy_is_for(stage)}")
    for everybody in stage.hands.named("copy.carer:any"):
        stage.hands.choose(everybody)
    stage.hands.choose("copy.safe:yes")
    stage.hands.click("copy.save")
    copy = stage.out / "family-copy.pdf"
    stage.hands.until(lambda: copy.exists() and copy.stat().st_size > 0, "the family's copy")
    stage.timed("family copy", started)
    stage.picture("copy")
    stage.say("a copy is left with the family, made offline")


def copy_is_for(stage: Stage) -> str:
    """Return whom the copy is for: the young person where they decide or sign, else a parent or carer."""
    said = stage.case.signature
    own = stage.case.child.restricted or (said is not None and said.capacity == "young person")
    return "young person" if own else "parent"


def send(stage: Stage) -> None:
    """Wait for it to go by itself, once a connection is there."""
    started = time.monotonic()
    stage.please("signal")
    stage.say("a connection is there again")
    stage.hands.go_to(WHERE)
    stage.hands.until(lambda: stage.room().family.closing.where_place is Place.RECEIVED, "a verified receipt")
    stage.timed("received", started)
    tell({"released": is_released(stage)})
    stage.picture("received")
    stage.say("received, with a receipt that was checked")


def is_released(stage: Stage) -> bool:
    """Say whether anything of the child went to the desk."""
    (child, *_others) = stage.program.tasks.ask(children.list_all)
    episode = child.episode
    found = stage.program.tasks.ask(lambda tx: whereabouts(tx, episode)) if episode is not None else None
    return found is not None and found.released is not None


def act_coordinator(stage: Stage) -> None:
    """Play the coordinator, in the same program under her own enrolment and vault: import, check, read."""
    letter = stage.please("letter", role="coordinator")
    enrol(stage, letter["address"], letter["code"])
    started = time.monotonic()
    desk = stage.room().desk
    if desk is None:
        raise LookupError("the coordinator has no desk")
    stage.hands.until(lambda: bool(stage.program.tasks.ask(read_inbox).lines), "something in the inbox")
    desk.show_inbox()
    stage.timed("imported", started)
    stage.picture("inbox")
    stage.say("imported: seal and signatures were checked before one word was shown")
    desk.inbox.choose(stage.program.tasks.ask(read_inbox).lines[0].envelope_id)
    stage.hands.click("inbox.read")
    stage.hands.find("reading.back")
    stage.picture("released record")
    stage.say("the coordinator reads what was released to her")
    stage.hands.until(lambda: nothing_waits(stage), "word to the author")
    close(stage)


def nothing_waits(stage: Stage) -> bool:
    """Say whether every sealed envelope of this vault has its receipt."""
    return stage.program.tasks.ask(ledger).waiting == 0


def act_author(stage: Stage) -> None:
    """Play the practitioner next morning: the author sees that it was opened."""
    unlock(stage, stage.please("passphrase")["passphrase"])
    (child, *_others) = stage.program.tasks.ask(children.list_all)
    stage.hands.click(f"home.open:{child.episode}")
    stage.hands.go_to(WHERE)
    if is_released(stage):
        stage.hands.until(lambda: stage.room().family.closing.where_place is Place.OPENED, "word that it was opened")
        stage.picture("opened")
        stage.say("the author sees that it was opened")
    else:
        stage.picture("kept and not released")
        stage.say("the author sees that it is in safe keeping, and that nobody else was sent anything")
    stage.hands.click("bar.home")
    stage.picture("home")
    close(stage)


ACTS: dict[str, tuple[Callable[[Stage], None], str]] = {
    "visit": (act_visit, "afterwards"),
    "afterwards": (act_afterwards, "afterwards"),
    "coordinator": (act_coordinator, "coordinator"),
    "author": (act_author, "author"),
}


def main() -> None:
    """Play one act; anything unexpected ends the play with its kind and place, and never its words."""
    act, case_file, out, home = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), Path(sys.argv[4])
    os.umask(0o077)
    play, next_act = ACTS[act]
    stage = set_stage(act, case_file, out, home, next_act)
    try:
        play(stage)
    except Refused:
        close(stage)
    except Exception as fault:  # noqa: BLE001 - told to the director, who ends the play
        stage.picture(f"stopped in {act}")
        tell({"stopped": describe(fault)})
        os._exit(1)


def describe(fault: Exception) -> str:
    """Return an exception's kind, its place in the play, and for our own kinds what was not there."""
    steps = " < ".join(
        f"{Path(f.filename).name}:{f.lineno}" for f in reversed(traceback.extract_tb(fault.__traceback__))
    )
    return f"{type(fault).__name__}{f' ({fault})' if isinstance(fault, NotThere) else ''} at {steps}"


if __name__ == "__main__":
    main()
