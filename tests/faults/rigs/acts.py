"""What somebody is doing when the power goes: the program's own operations, each step safe as soon as it is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from larkrise import NOT_SHARED, PASSPHRASE, Laptop

from app.domain.ids import DraftId
from app.domain.record import RecordKind
from app.operations import moving
from app.operations.families import draft_of, erase_child, erase_sealed
from app.operations.finishing import change_something, final_version, sign_and_finish
from app.operations.keeping import Unsaved, keep
from app.operations.otherforms import begin_form, finish_form, read_form
from app.operations.starting import agree_to_start
from app.operations.unlocking import before_locking
from app.storage import drafts, keys, records
from app.storage.drafts import Place
from app.storage.recovery_code import new_code
from app.storage.vault import open_vault
from app.sync.fetching import released, take_in
from protocol.envelope import unpack
from rigs.day import Day
from rigs.desk import ARRIVED, Desk, opened

NEW_PASSPHRASE = "velvet orchard window pepper canoe"  # noqa: S105 -- it opens nothing but these tests' vaults
FIELD = "d1.behaviour.needs"
SAVES = 6
DECISION = "https://ecaf.example/forms/information-sharing-decision"


@dataclass(frozen=True)
class Act:
    """An act made ready: its steps in order, each done when it returns, and how the day ends if nothing happens."""

    steps: Sequence[tuple[str, Callable[[], object]]]
    end: Callable[[], None]


def words(number: int) -> str:
    """Return the text somebody has typed by the nth save, each longer than the one before."""
    return "".join(f"He counts the stairs, {n} of them. " for n in range(1, number + 1))


def saving(desk: Desk) -> Act:
    """Type on and on in one field: an answer, its place, and another answer beside it."""
    laptop = opened(desk.folder)
    draft = _draft(laptop, desk)
    saves = range(1, SAVES + 1)
    return Act([(f"saved {number}", partial(_keep, laptop, draft, number)) for number in saves], laptop.vault.lock)


def agreeing_to_start(desk: Desk) -> Act:
    """Write down the family's yes at the first gate."""
    laptop = opened(desk.folder)

    def agree() -> None:
        with laptop.vault.transaction() as tx:
            agree_to_start(tx, laptop.workplace, desk.unasked)

    return Act([("agreed to start", agree)], laptop.vault.lock)


def finishing(desk: Desk) -> Act:
    """Open a new version of a signed assessment, write in it, and freeze it to be read together."""
    laptop = opened(desk.folder)
    new: list[DraftId] = []

    def open_new_version() -> None:
        with laptop.vault.transaction() as tx:
            new.append(change_something(tx, laptop.workplace, desk.signed))

    def freeze() -> None:
        with laptop.vault.transaction() as tx:
            final_version(tx, laptop.workplace, desk.signed)

    steps = [("opened a new version", open_new_version), ("wrote in it", lambda: _keep(laptop, new[0], 3))]
    return Act([*steps, ("frozen to be read", freeze)], laptop.vault.lock)


def signing(desk: Desk) -> Act:
    """Sign what was read: two records and a checklist, two sealed envelopes, and every audit line of it, or none."""
    laptop = opened(desk.folder)
    with laptop.vault.transaction() as tx:
        final = final_version(tx, laptop.workplace, desk.ready)

    def sign() -> None:
        with laptop.vault.transaction() as tx:
            sign_and_finish(tx, laptop.workplace, final)

    return Act([("signed", sign), ("journal folded in", laptop.vault.checkpoint)], laptop.vault.lock)


def finishing_a_form(desk: Desk) -> Act:
    """Begin another form of a family that signed, write in it, and finish it: record, sealed copy, lines, or none."""
    laptop = opened(desk.folder)
    begun: list[DraftId] = []

    def begin() -> None:
        with laptop.vault.transaction() as tx:
            begun.append(begin_form(tx, laptop.workplace, desk.signed, DECISION))

    def write() -> None:
        with laptop.vault.transaction() as tx:
            keep(tx, Unsaved({begun[0]: dict(NOT_SHARED)}), laptop.watch.now())

    def finish() -> None:
        with laptop.vault.transaction() as tx:
            finish_form(tx, laptop.workplace, read_form(tx, laptop.workplace, begun[0]))

    return Act([("begun", begin), ("wrote in it", write), ("finished", finish)], laptop.vault.lock)


def erasing(desk: Desk) -> Act:
    """Erase a child with all that was sealed of it."""
    laptop = opened(desk.folder)

    def erase() -> None:
        with laptop.vault.transaction() as tx:
            files = erase_child(tx, laptop.workplace, desk.signed_child)
        erase_sealed(laptop.workplace, files)

    return Act([("erased", erase)], laptop.vault.lock)


def locking(desk: Desk) -> Act:
    """Write the last words and lock."""
    laptop = opened(desk.folder)
    draft = _draft(laptop, desk)

    def note() -> None:
        with laptop.vault.transaction() as tx:
            before_locking(tx, laptop.vault, laptop.watch)

    steps = [("saved the last words", lambda: _keep(laptop, draft, 2)), ("noted", note), ("locked", laptop.vault.lock)]
    return Act(steps, laptop.vault.lock)


def unlocking(desk: Desk) -> Act:
    """Open the vault after a crash."""
    return Act([("unlocked", lambda: opened(desk.folder))], lambda: None)


def changing_passphrase(desk: Desk) -> Act:
    """Take another passphrase."""
    laptop = opened(desk.folder)
    change = partial(laptop.vault.change_passphrase, NEW_PASSPHRASE, keys.ONLY_FOR_TESTS)
    return Act([("changed", change)], laptop.vault.lock)


def changing_key(desk: Desk) -> Act:
    """Encrypt everything under a fresh vault key."""
    laptop = opened(desk.folder)
    change = partial(laptop.vault.change_key, PASSPHRASE, keys.ONLY_FOR_TESTS)
    return Act([("changed", change)], laptop.vault.lock)


def changing_code(desk: Desk) -> Act:
    """Make a recovery code, and another that replaces it."""
    laptop = opened(desk.folder)
    steps = [(f"made {number}", partial(laptop.vault.change_recovery_code, new_code(), "office")) for number in (1, 2)]
    return Act(steps, laptop.vault.lock)


def migrating(desk: Desk) -> Act:
    """Open the vault that the first released version wrote."""
    return Act([("opened", lambda: open_vault(desk.folder, PASSPHRASE))], lambda: None)


def importing(desk: Desk) -> Act:
    """Take what came for a coordinator into the inbox, one envelope after the other."""
    laptop = opened(desk.folder)

    def take(path: Path) -> None:
        body = path.read_bytes()
        step = released(unpack(body)[0].header, body, laptop.workplace, laptop.watch.now())
        with laptop.vault.transaction() as tx:
            take_in(tx, [step], path.name)

    return Act([(path.name, partial(take, path)) for path in arrived(desk)], laptop.vault.lock)


def moving_in(desk: Desk) -> Act:
    """Take in on a new laptop what the old one carried out."""
    laptop = opened(desk.folder)

    def take(path: Path) -> None:
        with laptop.vault.transaction() as tx:
            moving.take_in(tx, laptop.workplace, path.read_bytes())

    return Act([(path.name, partial(take, path)) for path in arrived(desk)], laptop.vault.lock)


def arrived(desk: Desk) -> list[Path]:
    """Return what came for the owner of a desk."""
    return sorted((desk.folder.parent / ARRIVED).iterdir())


def days_work(desk: Desk) -> Act:
    """Work for a day."""
    day = Day(desk.folder)
    return Act(day.steps(), day.lock)


def boasting(desk: Desk) -> Act:
    """Do what must never be done: call something saved that is only on its way."""
    laptop = opened(desk.folder)
    draft, underway = _draft(laptop, desk), ExitStack()

    def save(number: int) -> None:
        underway.close()
        tx = underway.enter_context(laptop.vault.transaction())
        keep(tx, _typed(draft, number), laptop.watch.now())

    def end() -> None:
        underway.close()
        laptop.vault.lock()

    return Act([(f"saved {number}", partial(save, number)) for number in range(1, SAVES + 1)], end)


def halving(desk: Desk) -> Act:
    """Do what must never be done: one act in two transactions."""
    laptop = opened(desk.folder)

    def sign() -> None:
        with laptop.vault.transaction() as tx:
            final = final_version(tx, laptop.workplace, desk.ready)
            records.add(tx, final.record)
        with laptop.vault.transaction() as tx:
            drafts.remove(tx, final.draft)

    return Act([("signed", sign)], laptop.vault.lock)


ACTS: dict[str, Callable[[Desk], Act]] = {
    "saving": saving,
    "agreeing to start": agreeing_to_start,
    "finishing": finishing,
    "signing": signing,
    "finishing a form": finishing_a_form,
    "sealing": signing,
    "erasing": erasing,
    "locking": locking,
    "unlocking": unlocking,
    "changing the passphrase": changing_passphrase,
    "changing the key": changing_key,
    "changing the recovery code": changing_code,
    "migrating": migrating,
    "importing": importing,
    "moving in": moving_in,
}
"""Each act by its name. Sealing is signing, killed at its calls about sealed files alone."""


DAY = "a day's work"
WRONG: dict[str, Callable[[Desk], Act]] = {"boasting": boasting, "halving": halving}
"""Acts that the rig must find fault with, or it is no rig."""


def made_ready(name: str, folder: Path) -> Act:
    """Return an act on the desk whose vault is in ``folder``."""
    return {**ACTS, **WRONG, DAY: days_work}[name](Desk.at(folder))


def _draft(laptop: Laptop, desk: Desk) -> DraftId:
    with laptop.vault.transaction() as tx:
        return draft_of(tx, laptop.workplace, desk.ready, RecordKind.ASSESSMENT)


def _typed(draft: DraftId, number: int) -> Unsaved:
    text = words(number)
    return Unsaved({draft: {FIELD: text, "cm.child": text}}, {draft: Place(FIELD, len(text))})


def _keep(laptop: Laptop, draft: DraftId, number: int) -> None:
    with laptop.vault.transaction() as tx:
        keep(tx, _typed(draft, number), laptop.watch.now())
