"""Whatever shows somebody a child's record or name leaves a line in the audit; a function not thought of fails here."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from types import ModuleType

import pytest
from larkrise import AGREED_TO_SHARE, FORMS, MASON, SHARED_UNAGREED, Laptop, Visit

import app.operations
from app.domain.answers import Answers
from app.domain.bundle import Asker
from app.domain.ids import ChildId, DraftId, EnvelopeId, EpisodeId, RecordId
from app.domain.letter import LetterKind
from app.domain.record import RecordKind
from app.domain.refusal import Remarks
from app.operations.accounting import look_at_ledger
from app.operations.administering import AccountAsk, note_administering, read_known
from app.operations.blanks import make_blank, make_working_paper
from app.operations.bundling import Handing, gather, make_bundle, make_bundle_file
from app.operations.copies import make_family_copy, read_agreed
from app.operations.cosigning import read_to_sign
from app.operations.desk import read_released
from app.operations.family import open_family
from app.operations.finishing import FinalVersion, final_version
from app.operations.households import read_household
from app.operations.keeping import Unsaved, keep
from app.operations.leaving import Way
from app.operations.letters import make_letter
from app.operations.lifting import let_be_told, print_told, read_to_tell
from app.operations.lookingup import Asked, note_asking
from app.operations.otherforms import (
    begin_form,
    finish_form,
    print_finished,
    print_unkept,
    read_finished,
    read_form,
)
from app.operations.policy import read_policy
from app.operations.refusing import make_refusal_note
from app.operations.reviewing import Wanted, make_account, review
from app.operations.stepping import read_steps
from app.operations.turning import turn
from app.operations.unagreed import look_at_decided, look_at_lines, look_at_named
from app.operations.workplace import Workplace
from app.paths import resources
from app.sealing.opening import open_package
from app.storage import audit, episodes, inbox, outbox, records, sealed
from app.storage.audit import Act
from app.storage.database import Transaction
from app.storage.outbox import OutboxKind
from app.sync.fetching import inbox_row
from app.ui.coordinator import deskwords
from app.ui.shell import homeroom

PLACES = ("app.ui.coordinator.deskwords", "app.ui.shell.homeroom")
"""The only modules of the windows that read from the vault by themselves."""

TWO_PAGES = FORMS.by_name("caf-assessment").pages[:2]
DAY = date(2026, 12, 1)
POLICY = read_policy(resources() / "policy" / "default.json")
Look = Callable[[Transaction, Workplace, EpisodeId], object]

LOOKS: dict[str, tuple[Act, Look]] = {
    "copies.read_agreed": (Act.VIEWED, read_agreed),
    "copies.make_family_copy": (Act.PRINTED, make_family_copy),
    "family.open_family": (Act.VIEWED, open_family),
    "finishing.final_version": (Act.VIEWED, final_version),
    "refusing.make_refusal_note": (Act.PRINTED, lambda tx, at, one: make_refusal_note(tx, at, one, Remarks())),
    "otherforms.read_form": (Act.VIEWED, lambda tx, at, one: read_form(tx, at, feedback_of(tx, at, one))),
    "otherforms.read_finished": (Act.VIEWED, lambda tx, at, one: read_finished(tx, at, *told_back(tx, at, one))),
    "otherforms.print_finished": (Act.PRINTED, lambda tx, at, one: print_finished(tx, at, *told_back(tx, at, one))),
    "otherforms.print_unkept": (Act.PRINTED, lambda tx, at, one: print_unkept(tx, at, noted(tx, at, one))),
    "unagreed.look_at_lines": (Act.VIEWED, look_at_lines),
    "unagreed.look_at_named": (Act.VIEWED, lambda tx, at, one: look_at_named(tx, at, one, naming(tx, one))),
    "unagreed.look_at_decided": (Act.VIEWED, lambda tx, at, one: look_at_decided(tx, at, *decided(tx, at, one))),
    "cosigning.read_to_sign": (Act.VIEWED, read_to_sign),
    "households.read_household": (Act.VIEWED, read_household),
    "turning.turn": (Act.TURNED, lambda tx, at, one: turn(tx, at, one, "id", "record")),
    "blanks.make_blank": (Act.PRINTED, lambda tx, at, _one: make_blank(tx, at, TWO_PAGES, Way.SAVED)),
    "lifting.read_to_tell": (Act.VIEWED, lambda tx, at, one: read_to_tell(tx, at, alone(tx, one))),
    "lifting.print_told": (Act.PRINTED, lambda tx, at, one: print_told(tx, at, told(tx, at, one), "Mark", Way.SAVED)),
    "stepping.read_steps": (Act.VIEWED, read_steps),
    "blanks.make_working_paper": (
        Act.PRINTED,
        lambda tx, at, one: make_working_paper(tx, at, one, TWO_PAGES, Way.SAVED),
    ),
    "reviewing.review": (Act.REVIEWED, lambda tx, at, _one: review(tx, at, Wanted())),
    "reviewing.make_account": (Act.EXPORTED, lambda tx, at, one: make_account(tx, at, child_of(tx, one))),
    "bundling.gather": (Act.VIEWED, lambda tx, at, one: gather(tx, at, child_of(tx, one), Asker.PARENT)),
    "bundling.make_bundle": (
        Act.PRINTED,
        lambda tx, at, one: make_bundle(tx, at, Handing(child_of(tx, one), Asker.PARENT), Way.SAVED),
    ),
    "bundling.make_bundle_file": (
        Act.PRINTED,
        lambda tx, at, one: make_bundle_file(tx, at, Handing(child_of(tx, one), Asker.PARENT)),
    ),
    "letters.make_letter": (
        Act.PRINTED,
        lambda tx, at, one: make_letter(tx, at, POLICY, one, LetterKind.REMINDER, Way.SAVED),
    ),
    "lookingup.note_asking": (Act.LOOKED_UP, lambda tx, at, _one: note_asking(tx, at, Asked.SEARCH)),
    "administering.note_administering": (
        Act.ADMINISTERED,
        lambda tx, at, _one: note_administering(tx, at, AccountAsk.LIST),
    ),
    "administering.read_known": (Act.ADMINISTERED, lambda tx, at, _one: read_known(tx, at)),
    "accounting.look_at_ledger": (Act.LISTED, lambda tx, at, _one: look_at_ledger(tx, at)),
    "homeroom.read_home": (Act.LISTED, lambda tx, at, _one: homeroom.read_home(tx, at, homeroom.HomeSpan(DAY))),
    "deskwords.look_at_inbox": (Act.LISTED, lambda tx, at, _one: deskwords.look_at_inbox(tx, at)),
}
"""What shows something, the line it leaves, and how it is called; reading at the desk has a test of its own."""

ACTS = {
    "asking_together.agree_for_each",
    "asking_together.children_to_ask",
    "families.register_child",
    "copies.write_not_at_home",
    "families.draft_of",
    "families.erase_child",
    "families.decide",
    "family.decided",
    "ending.end_with_checklist",
    "ending.come_back",
    "ending.erase_ended",
    "finishing.sign_and_finish",
    "households.add_child",
    "households.move_home",
    "cosigning.also_agree",
    "erasing.ask_erasure",
    "noticing.tell",
    "noticing.take_back_notices",
    "finishing.change_something",
    "keeping.keep",
    "leaving.note_sheet",
    "otherforms.begin_form",
    "otherforms.begin_sharing",
    "otherforms.finish_form",
    "otherforms.let_go",
    "refusing.erase_refused",
    "starting.agree_to_start",
    "unlocking.after_unlocking",
    "unlocking.before_locking",
    "unlocking.note_policy",
    "workplace.keep_enrolment",
    "posting.post_kept",
    "posting.post_unkept",
    "posting.post_released",
    "posting.post_signature",
    "posting.post_decided",
    "unagreed.send_decided",
    "unagreed.begin_unasked",
    "posting.post_opened",
    "posting.post_safekept",
    "posting.post_withdrawal",
    "withdrawing.take_back",
    "keeping_keys.look_after_keys",
    "keeping_keys.note_code_used",
    "moving.carry_out",
    "lifting.let_be_told",
    "stepping.mark_step",
    "stepping.unmark_step",
    "moving.take_in",
    "newer_form.move_to_newer",
    "newer_form.move_back",
    "worrying.begin_worry",
    "worrying.only_a_look",
    "worrying.answer_worry",
}
"""Acts: each writes, and its line is proved where the act is."""

NO_LOOK = {
    "noticing.what_goes": "what is told of a child whose record is open already",
    "noticing.told_elsewhere": "yes or no, of a record that is open already",
    "erasing.would_erase": "how many copies are where, of a record that is open already",
    "erasing.erasure_asked": "the same",
    "administering.keep_shown": "staff, as they came after the line that they were asked for",
    "administering.keep_changed": "the same",
    "costing.costly": "her own choice about her connection",
    "costing.choose_costly": "the same",
    "ending.has_ended": "yes or no, of a record that is opened next",
    "earlier.note_unchecked": "a part of agreeing to start",
    "earlier.notices_told": "a part of opening a family",
    "earlier.check_here": "that there is another record, and nothing of whom",
    "homeroom.step_of": "which page, of a record that is opened next",
    "keeping_keys.keys_held": "who can open this place, without a word of anybody",
    "leasing.check_lease": "a day",
    "leasing.lease_standing": "a day",
    "leasing.what_lapses": "days of whoever works here, and of no family",
    "moving.together": "a part of carrying out",
    "moving.carried": "a part of carrying out",
    "otherforms.finished_forms": "what is there, of a record that is open already",
    "beside.belonging": "a part of sealing",
    "beside.beside_of": "a part of sealing and carrying out",
    "beside.take_beside": "a part of taking in, which writes its line",
    "beside.settle_episode": "a part of taking in",
    "posting.whole": "a part of sealing",
    "posting.whole_beside": "a part of sealing",
    "whereabouts.send_again": "what waits, of a record that is open already",
    "rescuing.name_families": "a part of giving back what could be read",
    "refusing.held_elsewhere": "days, before something is erased",
    "judging.missing_at_start": "what is still to be said",
    "judging.missing_at_signing": "what is still to be said",
    "worrying.open_worry": "a part of opening the record",
    "worrying.open_worries": "a part of the home page",
    "worrying.check_no_worry_open": "a part of finishing",
    "worrying.is_worried_about": "yes or no",
    "worrying.worries_before": "a part of finishing",
    "safekeeping.prepare": "sealed to its author and the key holders, shown to nobody",
    "safekeeping.let_go": "a part of erasing a child",
    "safekeeping.lost_work": "a part of the home page",
    "safekeeping.read_lost_work": "that it was read",
    "sealed_copies.bring_over": "a part of giving back what could be read",
    "whereabouts.is_noticed_as_copy": "yes or no",
    "workplace.earlier_devices": "certificates of her other laptops",
    "workplace.newest_directory": "whose keys are sealed to",
    "searching.search": "proved in a file of its own",
    "searching.search_desk": "proved in a file of its own",
    "copies.agreed_version_of": "a part of the two above",
    "copies.copies_so_far": "how a copy left, of a record that is open already",
    "copying.copied_into": "a part of beginning a form",
    "copying.taken_back": "a part of beginning a form",
    "desk.read_released": "proved below",
    "deskwords.read_inbox": "the same page shown again when something came",
    "finishing.still_missing": "which questions are open, of a record that is open already",
    "finishing.signed_sharing": "a part of signing",
    "finishing.what_came_before": "a part of signing",
    "recalling.recalled": "a part of opening a family",
    "remembering.keep_due": "a part of keeping",
    "remembering.keep_due_of_draft": "a part of keeping",
    "remembering.keep_due_of_record": "a part of finishing",
    "remembering.catch_up": "days read out of records for the lists, shown to nobody",
    "letters.letters_ready": "which papers could be made, of a record that is open already",
    "newer_form.end_draft": "a part of finishing",
    "starting.read_out": "a part of reading together",
    "keeping.keep_summary": "a part of keeping",
    "dailylines.note_writing": "the line itself",
    "living_together.circle_of": "ids, and the drafts a change goes on to",
    "living_together.draw_back": "a part of restricting a record",
    "living_together.introduce": "a part of adding a child",
    "living_together.open_episode_of": "an id",
    "living_together.part": "a part of erasing a child",
    "living_together.share_rows": "a part of adding a child",
    "living_together.spread": "a part of keeping; each draft written in has its line",
    "keeping.note_explaining": "the line itself",
    "keeping.note_private_writing": "the line itself",
    "phrasing.phrases_of": "her own, and about no child",
    "phrasing.own_words": "the same",
    "phrasing.keep_own_word": "the same",
    "phrasing.remove_own_word": "the same",
    "phrasing.keep_phrase": "the same",
    "phrasing.remove_phrase": "the same",
    "directory.directory_held": "services, and no child",
    "directory.find_services": "the same",
    "visiting.begin_visit": "a bare id",
    "visiting.end_visit": "the same",
    "visiting.visit_of_today": "the same",
    "versions.keep_version": "nobody is shown anything",
    "versions.said_before": "of the record that is open: to open it is the look",
    "reviewing.done_for": "a part of the account and of a bundle",
    "reviewing.account_of": "a part of making the account",
    "starting.where_at_first_gate": "yes or no, of a record that is open already",
    "starting.who_agreed": "a part of asking what is missing",
    "starting.finished_from": "a part of finishing",
    "starting.follows": "a part of finishing",
    "turning.turned_to": "which record is shown next",
    "turning.note_page": "which page they are on, by its number",
    "turning.has_pin": "yes or no",
    "whereabouts.whereabouts": "where envelopes are, without a word of anybody",
    "whereabouts.whereabouts_of": "the same, of many",
    "whereabouts.ledger": "numbers",
    "whereabouts.where_one_is": "where envelopes are, without a word of anybody",
    "workplace.new_device": "keys of this laptop",
    "workplace.begin_audit_key": "keys of this laptop",
    "workplace.load_workplace": "whose laptop it is",
}


def modules() -> Iterator[ModuleType]:
    for found in pkgutil.iter_modules(app.operations.__path__):
        yield importlib.import_module(f"app.operations.{found.name}")
    yield from map(importlib.import_module, PLACES)


def takes_a_transaction(function: object) -> bool:
    return inspect.isfunction(function) and "tx" in inspect.signature(function).parameters


def child_of(tx: Transaction, episode: EpisodeId) -> ChildId:
    row = tx.one("SELECT child FROM episodes WHERE episode = ?", (episode,))
    assert row is not None
    return ChildId(row["child"])


def begun(tx: Transaction, workplace: Workplace, episode: EpisodeId, name: str, answers: Answers) -> DraftId:
    draft = begin_form(tx, workplace, episode, workplace.forms.by_name(name).url)
    keep(tx, Unsaved(answers={draft: dict(answers)}), workplace.clock.now())
    return draft


def feedback_of(tx: Transaction, workplace: Workplace, episode: EpisodeId) -> DraftId:
    return begun(tx, workplace, episode, "family-feedback", {"ff.who": "parent"})


def told_back(tx: Transaction, workplace: Workplace, episode: EpisodeId) -> tuple[RecordId, int]:
    final = read_form(tx, workplace, feedback_of(tx, workplace, episode))
    statement = finish_form(tx, workplace, final).statement
    return statement.record, statement.version


def naming(tx: Transaction, episode: EpisodeId) -> Answers:
    found = records.newest(tx, episode, RecordKind.ASSESSMENT)
    assert found is not None
    return {"is.about": found.statement.root, "is.what": ("co.needs",)}


def decided(tx: Transaction, workplace: Workplace, episode: EpisodeId) -> tuple[RecordId, int]:
    answers = {**SHARED_UNAGREED, **naming(tx, episode)}
    final = read_form(tx, workplace, begun(tx, workplace, episode, "information-sharing-decision", answers))
    statement = finish_form(tx, workplace, final).statement
    return statement.record, statement.version


def noted(tx: Transaction, workplace: Workplace, episode: EpisodeId) -> FinalVersion:
    note = {"nc.to": "The health visitor", "nc.why": "Sleep."}
    return read_form(tx, workplace, begun(tx, workplace, episode, "consider-a-caf", note))


def alone(tx: Transaction, episode: EpisodeId) -> EpisodeId:
    episodes.set_restricted(tx, episode, restricted=True)
    return episode


def told(tx: Transaction, workplace: Workplace, episode: EpisodeId) -> EpisodeId:
    let_be_told(tx, workplace, alone(tx, episode), "Mark", ("as.reason",))
    return episode


def lines(tx: Transaction) -> list[str]:
    return [row["act"] for row in tx.all("SELECT act FROM audit ORDER BY n")]


@dataclass
class Furnished:
    """A laptop with a signed family, and one ready to sign."""

    laptop: Laptop
    signed: Visit
    ready: Visit


@pytest.fixture
def furnished(jo: Laptop) -> Furnished:
    signed, ready = jo.finished_visit(), jo.visit()
    ready.start()
    ready.write(MASON)
    ready.write(AGREED_TO_SHARE, RecordKind.SHARING)
    return Furnished(jo, signed, ready)


def test_every_function_that_could_show_something_is_thought_of() -> None:
    found = {
        f"{module.__name__.rsplit('.', 1)[-1]}.{name}"
        for module in modules()
        for name, function in vars(module).items()
        if takes_a_transaction(function) and function.__module__ == module.__name__ and not name.startswith("_")
    }
    thought_of = {*LOOKS, *ACTS, *NO_LOOK}
    assert found - thought_of == set()
    assert {name for name in thought_of - found if not name.startswith("reviewing.")} == set()


@pytest.mark.parametrize("name", LOOKS)
def test_every_look_leaves_its_line(furnished: Furnished, name: str) -> None:
    act, look = LOOKS[name]
    visit = furnished.ready if name == "finishing.final_version" else furnished.signed
    with furnished.laptop.vault.transaction() as tx:
        before = len(lines(tx))
        look(tx, furnished.laptop.workplace, visit.episode)
        assert act in lines(tx)[before:]
        assert audit.verify(tx) is None


def test_reading_at_the_desk_leaves_its_line_each_time(jo: Laptop, priya: Laptop) -> None:
    jo.finished_visit()
    with jo.vault.transaction() as tx:
        (row,) = (row for row in outbox.waiting(tx, jo.watch.now()) if row.kind is OutboxKind.RELEASED)
    body = sealed.read(jo.workplace.sealed, row.file)
    package = open_package(body, priya.workplace.identities, root=priya.workplace.root)
    with priya.vault.transaction() as tx:
        inbox.add(tx, inbox_row(row.envelope, package, priya.watch.now()), body)
        for _ in range(2):
            read_released(tx, priya.workplace, EnvelopeId(row.envelope))
        assert lines(tx).count("viewed") == 2
        assert lines(tx).count("opened") == 1


def test_a_page_shown_again_leaves_no_second_line(furnished: Furnished) -> None:
    with furnished.laptop.vault.transaction() as tx:
        before = lines(tx)
        homeroom.read_home(tx, furnished.laptop.workplace, homeroom.HomeSpan(DAY), again=True)
        deskwords.read_inbox(tx)
        assert lines(tx) == before


def test_writing_leaves_one_line_a_day_for_each_record(jo: Laptop) -> None:
    visit = jo.visit()
    for _ in range(5):
        jo.watch.wait(minutes=1)
        visit.write({"as.reason": f"at {jo.watch.now()}"})
    jo.watch.wait(days=1)
    visit.write({"as.reason": "the next day"})
    with jo.vault.transaction() as tx:
        assert lines(tx).count("written") == 2


def test_a_private_note_leaves_one_line_a_day_too(jo: Laptop) -> None:
    visit = jo.visit()
    for words in ("a", "b", "c"):
        jo.watch.wait(minutes=1)
        with jo.vault.transaction() as tx:
            keep(tx, Unsaved(notes={(visit.episode, "1"): words}), jo.watch.now())
    with jo.vault.transaction() as tx:
        assert lines(tx).count("written") == 1
