"""``python -m demonstration.practice``: the program on the example families, with a practice authority of its own.

Everybody in it is invented, and its records can never reach a real endpoint: none knows this authority's root.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from app.clock import SystemClock
from app.domain.answers import Answers
from app.domain.ids import DraftId
from app.domain.record import RecordKind
from app.forms.definition import FormLibrary
from app.log import start as start_log
from app.main import make_application, surroundings
from app.operations.families import draft_of, register_child
from app.operations.keeping import Unsaved, keep
from app.operations.starting import agree_to_start
from app.operations.workplace import Joined, Workplace, keep_enrolment, load_workplace, new_device
from app.paths import resources
from app.storage.database import Transaction
from app.storage.drafts import Place
from app.storage.passphrase import new_passphrase
from app.storage.seats import new_seat_folder
from app.storage.vault import Vault, create_vault
from app.sync.client import EndpointClient
from app.sync.enrol import enrol_device
from app.ui.program import Program
from demonstration.case import Case, Person
from demonstration.director import Town
from demonstration.judging import NOT_JUDGED
from demonstration.reading import read_case
from demonstration.script import assessment, identity, people, start

LOCKED = 75
"""How the program's process ends when it locked and wants to be started afresh."""

EXAMPLES = ("kayden-marsh", "ruby-marsh", "noah-marsh", "erin-walsh", "mason-reid")
SEATS = {
    "practitioner": Person("Jo Whitfield", "learning mentor", "Larkrise Primary School"),
    "coordinator": Person("Priya Nair", "coordinator", "Ambleton Early Help"),
}


def say(words: str) -> None:
    """Tell the person at the terminal what is happening."""
    print(f"· {words}", flush=True)


def main() -> int:
    """Start the endpoint, make the practice places the first time, and open the program."""
    parser = argparse.ArgumentParser(prog="demonstration.practice", description=__doc__)
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--window", action="store_true", help="only the program, on a place that stands already")
    arguments = parser.parse_args()
    home: Path = arguments.home
    os.umask(0o077)
    if arguments.window:
        return open_window(home)
    town = Town(home)
    town.start()
    say(f"a practice endpoint listens at {town.address}")
    try:
        passphrases = practice_places(town)
        say(f"practice passphrase (invented people only): {passphrases['practitioner']}")
        say(f"to be the coordinator: ecaf --home {home / 'coordinator'}, passphrase: {passphrases['coordinator']}")
        return keep_open(home / "practitioner")
    finally:
        town.stop()


def keep_open(home: Path) -> int:
    """Open the program, and open it afresh whenever it locked; return how it ended when its window was closed."""
    command = [sys.executable, "-m", "demonstration.practice", "--window", "--home", str(home)]
    while (ended := subprocess.run(command, check=False).returncode) == LOCKED:  # noqa: S603 - our own program
        continue
    return ended


def open_window(home: Path) -> int:
    """Run the program in this process. Locking ends it; whoever started it starts a fresh one."""
    start_log(home / "logs")
    application = make_application()
    around = replace(surroundings(home, []), relaunch=lambda: os._exit(LOCKED))
    program = Program(application, around)
    program.start()
    return application.exec()


def practice_places(town: Town) -> dict[str, str]:
    """Return the passphrases of the practice places, made the first time. They guard nobody's records."""
    noted = town.folder / "practice-passphrases.txt"
    if not noted.exists():
        say("making the practice places and the example families, this first time")
        made = {seat: make_place(town, seat, person) for seat, person in SEATS.items()}
        noted.write_text("".join(f"{seat}: {words}\n" for seat, words in made.items()), encoding="utf-8")
    lines = noted.read_text(encoding="utf-8").splitlines()
    return dict(line.split(": ", 1) for line in lines)


def make_place(town: Town, seat: str, person: Person) -> str:
    """Make one person's vault, enrol it, put the example families in for the practitioner; return its passphrase."""
    passphrase = new_passphrase()
    letter = town.letter(person, seat)
    vault = create_vault(new_seat_folder(town.folder / seat), passphrase)
    with vault.transaction() as tx:
        workplace = enrol(tx, vault, letter["address"], letter["code"])
        if seat == "practitioner":
            for name in EXAMPLES:
                add_example(tx, workplace, read_case(resources() / "examples" / f"{name}.json", workplace.forms))
    vault.lock()
    return passphrase


def enrol(tx: Transaction, vault: Vault, address: str, code: str) -> Workplace:
    """Enrol a vault with the practice endpoint."""
    forms, clock, new = FormLibrary(resources() / "forms"), SystemClock(), new_device(tx, vault)
    with EndpointClient(address, new.device, new.secrets.signing) as client:
        said = enrol_device(client, code, new.secrets.signing, new.secrets.recipient)
    joined = Joined(address, said.worker, said.certificate, said.directory, said.welcome.desk)
    keep_enrolment(tx, vault, new, joined, clock)
    workplace = load_workplace(tx, vault, forms, clock)
    if workplace is None:
        raise LookupError("the practice place was not enrolled")
    return workplace


def add_example(tx: Transaction, workplace: Workplace, case: Case) -> None:
    """Register an example family as far as a first visit goes: agreed to start, and half of it talked about."""
    started = register_child(tx, workplace, restricted=case.child.restricted)
    agreement = draft_of(tx, workplace, started.episode, RecordKind.START)
    written = assessment(case, workplace.forms.by_name("caf-assessment"))
    typed = Unsaved(places={started.draft: Place("as.reason", 0)})
    pages: list[tuple[DraftId, Answers]] = [
        (started.draft, identity(case) | people(case) | written),
        (agreement, start(case)),
    ]
    if case.child.restricted:
        judged = draft_of(tx, workplace, started.episode, RecordKind.COMPETENCE)
        pages.append((judged, {"cp.not_yet": NOT_JUDGED}))
    for draft, answers in pages:
        for path, answer in answers.items():
            typed.note_answer(draft, path, answer)
    keep(tx, typed, workplace.clock.now())
    agree_to_start(tx, workplace, started.episode)


if __name__ == "__main__":
    sys.exit(main())
