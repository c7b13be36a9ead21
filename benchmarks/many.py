"""A laptop with thousands of invented families on it, made quickly and the same way each time; nobody in it is real."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from random import Random

from app.domain.ids import ChildId, EpisodeId, new_id
from app.domain.record import RecordKind
from app.operations.families import draft_of, form_for
from app.operations.finishing import final_version, sign_and_finish
from app.operations.keeping import Unsaved, keep
from app.storage import children, drafts, episodes
from app.storage.children import ChildSummary
from app.storage.database import Transaction
from app.storage.drafts import Place
from app.storage.moments import stored
from benchmarks.copying import AGREED
from benchmarks.family import SEED, Laptop, answers_for, new_laptop, sentence

_GIVEN = [
    "Mason",
    "Ruby",
    "Noah",
    "Erin",
    "Kayden",
    "Amal",
    "Priya",
    "Leanne",
    "Aaron",
    "Beth",
    "Callum",
    "Daisy",
    "Ethan",
    "Freya",
    "George",
    "Holly",
    "Isaac",
    "Jade",
    "Kian",
    "Lily",
    "Max",
    "Niamh",
    "Oscar",
    "Poppy",
    "Rhys",
    "Sofia",
    "Tyler",
    "Uma",
    "Vera",
    "Wesley",
    "Yusuf",
    "Zane",
    "Zoë",
    "Aisha",
    "Bartek",
    "Chloe",
    "Dylan",
    "Esme",
    "Finn",
    "Gia",
]
_FAMILY = [
    "Reid",
    "Marsh",
    "Walsh",
    "Nair",
    "Khan",
    "Smith",
    "Jones",
    "Patel",
    "Brown",
    "Taylor",
    "Davies",
    "Evans",
    "Thomas",
    "Roberts",
    "Wright",
    "Hughes",
    "Green",
    "Hall",
    "Wood",
    "Clarke",
    "Lewis",
    "Young",
    "King",
    "Baker",
    "Ward",
    "Turner",
    "Cooper",
    "Hill",
    "Moore",
    "Clark",
    "Lee",
    "Scott",
    "Adams",
    "Mills",
    "Shaw",
    "Fox",
    "Grant",
    "Cole",
]
_SECOND = (
    "",
    "-Ash",
    "-Birch",
    "-Carr",
    "-Dale",
    "-East",
    "-Field",
    "-Gray",
    "-Holt",
    "-Ives",
    "-Jay",
    "-Kerr",
    "-Lund",
    "-March",
)
_PATHS = ("as.reason", "d1.behaviour.needs", "d1.speech.needs", "d2.guidance.needs", "d3.family.needs")
_FINISHED = 4
"""One in so many is finished and received."""
_AT_ONCE = 500


def laptop_with(folder: Path, count: int, *, written: bool = True) -> Laptop:
    """Return a laptop with so many families: each begun, one in four signed, sent and received.

    Where not even a few words are to be ``written`` of each, it is made in a third of the time.
    """
    laptop = new_laptop(folder)
    form = form_for(laptop.workplace.forms, RecordKind.ASSESSMENT)
    signed = _signed(laptop)
    random = Random(SEED)  # noqa: S311 - the same families each time, not a secret
    for start in range(1, count, _AT_ONCE):
        with laptop.vault.transaction() as tx:
            for number in range(start, min(start + _AT_ONCE, count)):
                episode = _begin(tx, laptop, number, random)
                draft = drafts.start(tx, episode, RecordKind.ASSESSMENT, form.ref, laptop.workplace.clock.now())
                answers = {path: sentence(random, 12) for path in _PATHS} if written else {}
                drafts.keep(tx, draft, answers, Place(_PATHS[0], 0), laptop.workplace.clock.now())
                if number % _FINISHED == 0:
                    _finish_like(tx, laptop, episode, signed)
    laptop.vault.checkpoint()
    return laptop


def _begin(tx: Transaction, laptop: Laptop, number: int, random: Random) -> EpisodeId:
    child, at = ChildId(new_id()), laptop.workplace.clock.now()
    given, family = _names(number)
    born = date(2026, 11, 1) - timedelta(days=random.randint(0, 6000))
    children.add(tx, child, at)
    children.update_summary(tx, child, ChildSummary(given, family, born=born))
    return episodes.open_episode(tx, child, at, restricted=False)


def _names(number: int) -> tuple[str, str]:
    """Return a name that nobody before this number had, as long as there are others."""
    names = len(_GIVEN) * len(_FAMILY) * len(_SECOND)
    step = number * 7919 % names
    given, rest = step % len(_GIVEN), step // len(_GIVEN)
    return _GIVEN[given], _FAMILY[rest % len(_FAMILY)] + _SECOND[rest // len(_FAMILY) % len(_SECOND)]


def _signed(laptop: Laptop) -> EpisodeId:
    """Return the episode of a family that signed, whose envelopes are on the disk."""
    workplace = laptop.workplace
    episode = laptop.add_family("Mason", answers_for(form_for(workplace.forms, RecordKind.ASSESSMENT)))
    with laptop.vault.transaction() as tx:
        sharing = draft_of(tx, workplace, episode, RecordKind.SHARING)
        keep(tx, Unsaved(answers={sharing: dict(AGREED)}), workplace.clock.now())
    with laptop.vault.transaction() as tx:
        sign_and_finish(tx, workplace, final_version(tx, workplace, episode))
    return episode


def _finish_like(tx: Transaction, laptop: Laptop, episode: EpisodeId, signed: EpisodeId) -> None:
    """Give an episode the headers and received envelopes of another: a list reads no more of them."""
    at = stored(laptop.workplace.clock.now())
    for row in tx.all("SELECT * FROM records WHERE episode = ?", (signed,)):
        record = new_id()
        header = {**dict(row), "record": record, "episode": episode, "finished_at": at}
        tx.run(f"INSERT INTO records VALUES ({', '.join('?' * len(header))})", tuple(header.values()))  # noqa: S608 - marks alone
        for envelope in tx.all("SELECT * FROM outbox WHERE record = ?", (row["record"],)):
            sent = {**dict(envelope), "envelope": new_id(), "record": record, "file": envelope["file"]}
            last = tx.one("UPDATE device_counter SET last = last + 1 RETURNING last")
            sent |= {"device_seq": last["last"] if last else 0, "state": "received", "receipt": "{}", "received_at": at}
            tx.run(f"INSERT INTO outbox VALUES ({', '.join('?' * len(sent))})", tuple(sent.values()))  # noqa: S608 - as above
