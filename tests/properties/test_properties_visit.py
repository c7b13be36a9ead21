"""Whatever a family says and however often the disk fails: the newest words stand, and the desk sees what it may."""

from __future__ import annotations

from unicodedata import normalize

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from larkrise import AGREED_TO_SHARE, MASON, Laptop, cut_short

from app.domain.answers import Answer, link_id_of
from app.domain.record import RecordKind
from app.operations.families import register_child
from app.operations.keeping import Unsaved, keep
from app.sealing.opening import open_package
from app.storage import drafts, outbox, sealed
from app.storage.outbox import OutboxKind

SLOW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
PATHS = ("as.reason", "d1.behaviour.needs", "co.needs")

words = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=40)
typed = st.tuples(st.sampled_from(PATHS), st.one_of(st.none(), words))
writes = st.booleans()
"""Whether a write comes through, or the power goes just before it commits."""


@SLOW
@given(st.lists(st.one_of(typed, writes), max_size=30))
def test_however_often_a_write_fails_the_newest_words_stand_in_the_end(
    laptop: Laptop, steps: list[tuple[str, str | None] | bool]
) -> None:
    unsaved, newest, at = Unsaved(), dict[str, Answer | None](), laptop.watch.now()
    with laptop.vault.transaction() as tx:
        draft = register_child(tx, laptop.workplace).draft
    for step in [*steps, True]:
        if isinstance(step, tuple):
            unsaved.note_answer(draft, *step)
            newest[step[0]] = normalize("NFC", step[1]) if step[1] is not None else None  # the form words are kept in
            continue
        in_flight, unsaved = unsaved, Unsaved()
        if step:
            with laptop.vault.transaction() as tx:
                keep(tx, in_flight, at)
        else:
            with cut_short(laptop.vault) as tx:
                keep(tx, in_flight, at)
            unsaved.take_back(in_flight)
    with laptop.vault.transaction() as tx:
        kept = drafts.answers(tx, draft)
    assert kept == {path: answer for path, answer in newest.items() if answer is not None}


QUESTIONS = sorted({link_id_of(path) for path in MASON if "/" not in path and path != "ac"})


@SLOW
@given(st.sets(st.sampled_from([*QUESTIONS, "ac", "d1", "d1.behaviour", "id"])))
def test_whatever_is_held_back_the_desk_sees_the_rest_and_every_check_holds(
    laptop: Laptop, desk_keys: tuple[str, ...], held_back: set[str]
) -> None:
    visit = laptop.visit()
    visit.start()
    visit.write(MASON)
    visit.write({**AGREED_TO_SHARE, "c2.withheld": tuple(sorted(held_back))}, RecordKind.SHARING)
    visit.sign()
    with laptop.vault.transaction() as tx:
        rows = outbox.of_record(tx, visit.signed[0][0].statement.record)
    (row,) = (row for row in rows if row.kind is OutboxKind.RELEASED)
    package = open_package(sealed.read(laptop.workplace.sealed, row.file), desk_keys, root=laptop.workplace.root)
    may_see = {path: answer for path, answer in MASON.items() if not under(path, held_back)}
    assert package.record.answers == may_see
    assert all(check.ok for check in package.checks)


def under(path: str, held_back: set[str]) -> bool:
    """Say whether a path is one of the lines held back, or stands below one."""
    names = (path.split("/", 1)[0], link_id_of(path))
    return any(name == line or name.startswith(f"{line}.") for name in names for line in held_back)
