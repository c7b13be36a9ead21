"""Every setting of an authority changes what the program does, with no code changed: one look at each."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest
from larkrise import AGREED_TO_SHARE, AGREED_TO_START, MASON, Laptop, Visit, by_hand, new_office
from opened import around, closed, opened
from PySide6.QtWidgets import QApplication

from app.domain.ages import Person, about_age, leaves_index_on
from app.domain.beginning import service_needs_assessment
from app.domain.competence import whom_to_ask
from app.domain.earlier import Check
from app.domain.record import RecordKind
from app.domain.thoughts import on_asking, on_finishing
from app.forms.local import LocalLibrary
from app.look.kit import Text
from app.operations.ending import end_with_checklist, erase_ended
from app.operations.policy import AUTHORITYS, DEFAULT, Policy, own_policy, policy_in_force
from app.operations.unlocking import note_policy
from app.paths import resources
from app.storage import audit_lines, due
from app.storage.strength import PassphraseTooWeak, check_own
from app.ui.shell.formwords import asked_in_turn
from app.ui.shell.homeroom import look_at_home
from demonstration.hands import Hands

TODAY = date(2026, 11, 25)
OWN = json.loads((resources() / "policy" / DEFAULT).read_text(encoding="utf-8"))
Look = Callable[[Policy], object]


def with_age(name: str, value: object) -> dict[str, Any]:
    return {"ages": {**OWN["ages"], name: value}}


def with_level(name: str, value: object) -> dict[str, Any]:
    first, *others = OWN["levels"]
    return {"levels": [{**first, name: value}, *others]}


def asked_at(age: int | None, *, disabled: bool = False) -> Look:
    return lambda policy: [one.rule for one in about_age(Person(age, disabled), policy.years)]


def told_at(age: int) -> Look:
    return lambda policy: whom_to_ask(Person(age), policy.years)


def stays_until(*, asked: bool) -> Look:
    return lambda policy: leaves_index_on(date(2010, 5, 3), policy.years, asked_to_stay=asked)


def about_levels(policy: Policy) -> str:
    return LocalLibrary(resources() / "forms", policy.local_words).by_name("checklist").item("pre.level34").hint


def next_steps(policy: Policy) -> list[str]:
    form = LocalLibrary(resources() / "forms", policy.local_words).by_name("caf-assessment")
    return [option.display for option in form.item("co.next").options]


OWN_WORDS = "harrier weir bobbin mill"


def taken(passphrase: str, policy: Policy) -> bool:
    """Say whether somebody may choose this as her passphrase."""
    try:
        check_own(passphrase, policy.tried_first)
    except PassphraseTooWeak:
        return False
    return True


def thoughts(policy: Policy) -> list[str]:
    child = {"id.flags": ("looked after",)}
    said = (
        *on_asking({}, child, Check.NONE_FOUND, policy.local_rules, TODAY),
        *on_finishing(child, {}, policy.local_rules, TODAY),
    )
    return [concern.sentence for concern in said]


PURE: dict[str, tuple[dict[str, Any], Look]] = {
    "ages.usual": (with_age("usual", 16), asked_at(17)),
    "ages.extended": (with_age("extended", 18), asked_at(19)),
    "ages.with_disability": (with_age("with_disability", 24), asked_at(25, disabled=True)),
    "ages.before_birth": (with_age("before_birth", value=False), asked_at(None)),
    "ages.usually_able": (with_age("usually_able", 13), told_at(12)),
    "ages.presumed_able": (with_age("presumed_able", 15), told_at(15)),
    "ages.secondary_school": (with_age("secondary_school", 10), told_at(10)),
    "ages.index_ends": (with_age("index_ends", 17), stays_until(asked=False)),
    "ages.index_ends_if_asked": (with_age("index_ends_if_asked", 24), stays_until(asked=True)),
    "idle_lock_seconds": ({"idle_lock_seconds": 120}, lambda policy: policy.lock_after_seconds),
    "levels.number": (with_level("number", 0), about_levels),
    "levels.name": (with_level("name", "Everybody"), about_levels),
    "levels.words": (with_level("words", "School and doctor are enough."), about_levels),
    "levels.assessed_first": (
        with_level("assessed_first", value=True),
        lambda policy: service_needs_assessment(1, policy.assessed_first),
    ),
    "costly_connection": ({"costly_connection": "yes"}, lambda policy: policy.costly_connection),
    "guessable_words": ({"guessable_words": ["Harrier Weir Bobbin Mill"]}, lambda policy: taken(OWN_WORDS, policy)),
    "led_by_others": ({"led_by_others": ["looked after"]}, thoughts),
    "notices": ({"notices": []}, thoughts),
    "disagreements": ({"disagreements": ["The panel"]}, asked_in_turn),
    "labels": ({"labels": {"team around the child": "team around the family"}}, next_steps),
}
"""Settings that can be looked at without a vault: what the authority's file says, and what is looked at."""
IN_A_VAULT = {"version", "checklist_kept_days", "agreement_review_days"}
IN_THE_WINDOW: dict[str, Any] = {
    "due_soon_days": 3,
    "safeguarding_contacts": [{"label": "Duty desk", "words": "Day and night.", "number": "01632 960 001"}],
    "key_holders": {"label": "Key desk", "words": "Mornings.", "number": "01632 960 002"},
    "sharing_wording": "We read it together and agree to it.",
    "sharing_wording_version": "7.0.0",
    "sharing_wording_language": "cy",
}


def policy_with(folder: Path, changes: dict[str, Any]) -> Policy:
    """Return the policy in force where an authority laid its own file beside the default."""
    folder.mkdir()
    (folder / DEFAULT).write_text(json.dumps(OWN), encoding="utf-8")
    (folder / AUTHORITYS).write_text(json.dumps(changes), encoding="utf-8")
    in_force = policy_in_force(folder)
    assert not in_force.fault
    return in_force.policy


def settings_of(kind: type[msgspec.Struct], before: str = "") -> Iterator[str]:
    """Yield the name of every setting, down to the parts of those that rules go by."""
    for field in msgspec.structs.fields(kind):
        inner = next((one for one in (field.type, *get_args(field.type)) if _is_parted(one)), None)
        yield from settings_of(inner, f"{field.name}.") if inner is not None else (before + field.name,)


def _is_parted(kind: object) -> bool:
    spoken = {"SafeguardingContact", "KeyHolders"}  # their parts are shown together, as they stand
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct) and kind.__name__ not in spoken


def changed_elsewhere(setting: str) -> bool:
    """Say whether another test gives a setting of its own to the program, and so looks at what it does."""
    given = re.compile(rf'\b{setting.partition(".")[0]}=|"{setting.partition(".")[0]}":')
    others = (path for path in Path(__file__).parent.parent.glob("*/test_*.py") if path != Path(__file__))
    return any(given.search(path.read_text(encoding="utf-8")) for path in others)


def test_every_setting_has_its_look() -> None:
    looked_at = set(PURE) | IN_A_VAULT | set(IN_THE_WINDOW)
    settings = set(settings_of(Policy))
    assert looked_at - settings == set()
    assert {setting for setting in settings - looked_at if not changed_elsewhere(setting)} == set()


@pytest.mark.parametrize("setting", sorted(PURE))
def test_another_file_is_another_behaviour(setting: str, tmp_path: Path) -> None:
    changes, look = PURE[setting]
    assert look(policy_with(tmp_path / "policy", changes)) != look(own_policy())


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the home of a laptop on which everything is written and nothing signed, with something due in a week."""
    folder = tmp_path_factory.mktemp("home")
    laptop = Laptop.new(folder / "vaults" / "place", by_hand(new_office(folder / "office"), "practitioner"))
    visit = laptop.visit()
    visit.start()
    visit.write({**MASON, "co.review": (datetime.now(UTC).date() + timedelta(days=7)).isoformat()})
    visit.write(AGREED_TO_SHARE, RecordKind.SHARING)
    laptop.vault.lock()
    return folder


@contextmanager
def a_visit(tmp_path: Path, changes: dict[str, Any]) -> Iterator[Visit]:
    """Begin a visit where the authority's file says something else."""
    laptop = Laptop.new(tmp_path / "place", by_hand(new_office(tmp_path / "office"), "practitioner"))
    policy = policy_with(tmp_path / "policy", changes)
    yield Laptop(laptop.vault, replace(laptop.workplace, policy=policy), laptop.watch).visit()
    laptop.vault.lock()


def test_agreement_review_days_says_when_a_family_is_asked_again(tmp_path: Path) -> None:
    with a_visit(tmp_path, {"agreement_review_days": 30}) as visit:
        visit.start(AGREED_TO_START)
        with visit.laptop.vault.transaction() as tx:
            [row] = due.until(tx, date(2030, 1, 1))
    assert row.due.on == date(2026, 12, 2)


def test_checklist_kept_days_and_version_are_what_the_file_says(tmp_path: Path) -> None:
    with a_visit(tmp_path, {"checklist_kept_days": 2, "version": "9.9.9"}) as visit:
        workplace = visit.laptop.workplace
        visit.write({"pre.decision": "no action"}, RecordKind.CHECKLIST)
        with visit.laptop.vault.transaction() as tx:
            note_policy(tx, own_policy(), visit.laptop.watch)
            note_policy(tx, workplace.policy, visit.laptop.watch)
            end_with_checklist(tx, workplace, visit.episode)
        visit.laptop.watch.wait(days=3)
        with visit.laptop.vault.transaction() as tx:
            erase_ended(tx, workplace, workplace.policy.checklist_kept_days)
            acts = [line.act for line in audit_lines.lines(tx)]
            whys = [line.why for line in audit_lines.lines(tx)]
    assert "erased" in acts
    assert "9.9.9" in whys


def words_in(hands: Hands) -> str:
    return "\n".join(text.words for text in hands.window.findChildren(Text))


def test_what_the_window_says_is_what_the_file_says(qapp: QApplication, home: Path, tmp_path: Path) -> None:
    policy = policy_with(tmp_path / "policy", {**IN_THE_WINDOW, "idle_lock_seconds": 900})
    program, hands = opened(qapp, replace(around(home), policy=policy))
    try:
        assert program.workroom is not None
        room = program.workroom
        assert look_at_home(room._bench, 5).due == ()
        assert look_at_home(replace(room._bench, policy=own_policy()), 5).due != ()
        hands.click("bar.worried")
        assert "01632 960 001" in words_in(hands)
        hands.click("worried.back")
        assert program._ways_in.forgotten._needs.contact.number == "01632 960 002"
        hands.click(next(iter(hands.named("home.open:"))))
        hands.go_to("sign")
        assert "We read it together and agree to it." in words_in(hands)
        sharing = room.family.file.sharing if room.family.file is not None else None
        assert sharing is not None
        assert (sharing.answers["c2.wording_version"], sharing.answers["c2.wording_language"]) == ("7.0.0", "cy")
    finally:
        closed(program)
