"""A clock that was put back, or that was wrong for a while, changes what the times say, never what came last."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from mason import ELLIE, FORM, MASON, MORNING, finished, queued, register

from app.domain.ids import EpisodeId
from app.domain.record import RecordKind
from app.storage import children, drafts, episodes, outbox, records
from app.storage.database import Transaction
from app.storage.drafts import Place
from app.storage.vault import Vault

YESTERDAY = MORNING - timedelta(days=1)


@pytest.fixture
def tx(vault: Vault) -> Iterator[Transaction]:
    with vault.transaction() as opened:
        yield opened


@pytest.fixture
def episode(tx: Transaction) -> EpisodeId:
    return register(tx, MASON)


def test_the_place_somebody_wrote_at_last_is_the_last_place(tx: Transaction, episode: EpisodeId) -> None:
    mine = drafts.start(tx, episode, RecordKind.ASSESSMENT, FORM, MORNING)
    hers = drafts.start(tx, register(tx, ELLIE, "Ellie"), RecordKind.ASSESSMENT, FORM, MORNING)
    drafts.keep(tx, mine, {}, Place("d1.behaviour.needs", 4), MORNING)
    drafts.keep(tx, hers, {}, Place("d1.speech.needs", 2), YESTERDAY)
    last = drafts.last_place(tx)
    assert last is not None
    assert (last.draft, last.place) == (hers, Place("d1.speech.needs", 2))


def test_the_version_signed_last_is_the_newest(tx: Transaction, episode: EpisodeId) -> None:
    records.add(tx, finished(episode))
    second = finished(episode, version=2, at=YESTERDAY)
    records.add(tx, second)
    newest = records.newest(tx, episode, RecordKind.ASSESSMENT)
    assert newest is not None
    assert newest.statement.version == 2
    assert [header.version for header in records.of_episode(tx, episode)] == [1, 2]


def test_the_order_of_signing_outlives_the_erasing_of_another_child(vault: Vault) -> None:
    with vault.transaction() as tx:
        ellie = register(tx, ELLIE, "Ellie")
        records.add(tx, finished(ellie, "hers"))
        mason = register(tx, MASON)
        for version, at in ((1, MORNING), (2, YESTERDAY)):
            records.add(tx, finished(mason, version=version, at=at))
    with vault.transaction() as tx:
        children.erase(tx, ELLIE)
    with vault.transaction() as tx:
        assert [header.version for header in records.of_episode(tx, mason)] == [1, 2]


def test_the_agreement_signed_last_is_the_one_that_counts(tx: Transaction, episode: EpisodeId) -> None:
    record = finished(episode)
    records.add(tx, record)
    root = record.statement.root
    for name, at in (("agreed", MORNING), ("agreed again", YESTERDAY)):
        records.add(tx, finished(episode, name, kind=RecordKind.SHARING, agrees_to=root, at=at))
    agreement = records.agreeing_to(tx, root)
    assert agreement is not None
    assert agreement.record == "agreed again"


def test_the_episode_opened_last_is_the_one_at_work(tx: Transaction, episode: EpisodeId) -> None:
    newer = episodes.open_episode(tx, MASON, YESTERDAY, restricted=False)
    found = episodes.of_child(tx, MASON)
    assert found is not None
    assert (found.episode, newer == episode) == (newer, False)


def test_what_was_put_off_by_a_clock_that_ran_a_year_ahead_is_tried_once_it_is_right(tx: Transaction) -> None:
    row = queued(tx, "one")
    ahead = MORNING + timedelta(days=365)
    outbox.tried(tx, row.envelope, "no connection", ahead + timedelta(minutes=15))
    assert [waiting.envelope for waiting in outbox.waiting(tx, MORNING)] == [row.envelope]
