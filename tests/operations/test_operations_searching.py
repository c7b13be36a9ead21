"""A search shows whom it found, leaves one line that proves what was typed, and keeps no word of it."""

from __future__ import annotations

from larkrise import MASON, Laptop, everything_in

from app.operations.families import erase_child
from app.operations.searching import MOST, search
from app.storage import audit
from app.storage.audit import Act
from app.storage.keys import ONLY_FOR_TESTS

PASSPHRASE = "copper lantern meadow biscuit harbour"  # noqa: S105 -- it opens nothing but these tests' vaults
TYPED = "qzzyv rd"


def found(laptop: Laptop, typed: str) -> list[str]:
    with laptop.vault.transaction() as tx:
        return [row.summary.given for row in search(tx, laptop.workplace, laptop.vault, typed)]


def searches(laptop: Laptop) -> list[tuple[str, str]]:
    with laptop.vault.transaction() as tx:
        rows = tx.all("SELECT object, why FROM audit WHERE act = ? ORDER BY n", (Act.SEARCHED,))
        assert audit.verify(tx) is None
    return [(row["object"], row["why"]) for row in rows]


def family(laptop: Laptop, given: str) -> None:
    visit = laptop.visit()
    visit.start()
    visit.write({**MASON, "id.given": given})
    laptop.watch.wait(minutes=1)


def test_the_few_letters_of_a_name_find_the_child(jo: Laptop) -> None:
    family(jo, "Mason")
    family(jo, "Ruby")
    assert found(jo, "msn rd") == ["Mason"]
    assert found(jo, "reid") == ["Ruby", "Mason"]
    assert found(jo, "") == ["Ruby", "Mason"]


def test_a_search_leaves_one_line_with_a_trace_and_no_word_of_it_anywhere(jo: Laptop) -> None:
    family(jo, "Mason")
    found(jo, TYPED)
    ((about, trace),) = searches(jo)
    assert about == ""
    assert trace == jo.vault.mac_of(TYPED.encode(), "search", lasting=True)
    assert TYPED.split(maxsplit=1)[0] not in everything_in(jo.vault)


def test_the_same_letters_leave_the_same_trace_after_the_vaults_key_was_changed(jo: Laptop) -> None:
    found(jo, TYPED)
    jo.vault.change_key(PASSPHRASE, ONLY_FOR_TESTS)
    found(jo, f"  {TYPED.upper()} ")
    found(jo, "other")
    traces = [trace for _, trace in searches(jo)]
    assert traces[0] == traces[1] != traces[2]


def test_a_young_persons_own_record_is_found_by_its_author_and_marked(jo: Laptop) -> None:
    visit = jo.visit()
    visit.write({**MASON, "id.given": "Erin"})
    with jo.vault.transaction() as tx:
        tx.run("UPDATE episodes SET restricted = 1")
        (row,) = search(tx, jo.workplace, jo.vault, "erin")
    assert row.restricted


def test_what_came_to_a_desk_from_others_is_never_found(priya: Laptop) -> None:
    with priya.vault.transaction() as tx:
        tx.run(
            "INSERT INTO inbox VALUES"
            " ('e','r',1,'assessment','x','Mason Reid','Jo','','','practitioner','t','t',NULL,0,'')"
        )
        assert search(tx, priya.workplace, priya.vault, "mason") == ()


def test_an_erased_child_is_not_found(jo: Laptop) -> None:
    visit = jo.visit()
    visit.write(MASON)
    assert found(jo, "mason") == ["Mason"]
    with jo.vault.transaction() as tx:
        erase_child(tx, jo.workplace, visit.started.child)
    assert found(jo, "mason") == []


def test_no_more_are_shown_than_can_be_read_at_a_glance(jo: Laptop) -> None:
    for number in range(MOST + 2):
        jo.visit().write({"id.given": f"Mason{number}"})
    assert len(found(jo, "mason")) == MOST
