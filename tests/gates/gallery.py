"""Takes the pictures of ``docs/screens`` again, from the real program: ``python tests/gates/gallery.py [FOLDER]``.

With ``--all`` it takes every page in every look, to be judged. Every person in them is invented.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(ROOT), *(str(HERE.parent / folder) for folder in ("gates", "operations", "ui"))]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from furnished import Furnished, Opened, furnish, opened, settle  # noqa: E402 - found through the paths above
from PIL import Image  # noqa: E402 - the same
from PySide6.QtCore import QBuffer, QIODevice  # noqa: E402 - the same
from PySide6.QtWidgets import QApplication  # noqa: E402 - the same
from tour import stretches  # noqa: E402 - the same

from app.look.tokens import PaletteName  # noqa: E402 - the same
from app.main import make_application  # noqa: E402 - the same
from app.sync.status import Reach, SyncStatus  # noqa: E402 - the same

WIDTH, HEIGHT = 1366, 768
SWATCHES = 255


@dataclass(frozen=True)
class Look:
    """One way of showing everything; ``grey`` is what is left on paper or to eyes that see no colour."""

    name: str
    palette: PaletteName = "light"
    scale: float = 1.0
    grey: bool = False


PLAIN = Look("100")
LARGE = Look("200", scale=2.0)
DARK = Look("dark", "dark")
CONTRAST = Look("contrast", "contrast")
LARGE_CONTRAST = Look("contrast-200", "contrast", 2.0)
GREY = Look("grey", grey=True)
EVERY_LOOK = (PLAIN, LARGE, DARK, CONTRAST, LARGE_CONTRAST, GREY)

CHOSEN: dict[str, tuple[Look, ...]] = {
    "five words": (PLAIN,),
    "a recovery code": (PLAIN,),
    "join your team": (PLAIN,),
    "unlock": (PLAIN, LARGE, DARK),
    "forgotten words": (PLAIN, LARGE),
    "your place and keys": (PLAIN, LARGE),
    "copies and checks": (PLAIN,),
    "a new laptop": (PLAIN,),
    "who did what": (PLAIN, LARGE),
    "six digits from a phone": (PLAIN, LARGE),
    "people's accounts": (PLAIN, LARGE, CONTRAST),
    "an account": (PLAIN, LARGE),
    "an account to be opened": (PLAIN,),
    "an account with a code to join": (PLAIN, LARGE),
    "home empty": (PLAIN,),
    "home": (PLAIN, LARGE, DARK, CONTRAST, GREY),
    "the child": (PLAIN,),
    "people at home": (PLAIN,),
    "checklist": (PLAIN,),
    "agreement to start": (PLAIN, LARGE),
    "refusal": (PLAIN,),
    "topic: Why now": (PLAIN,),
    "topic: Behaviour": (PLAIN, LARGE, DARK, CONTRAST, GREY),
    "topic: What will happen": (PLAIN,),
    "topic: What the family say about it": (PLAIN,),
    "private notes": (PLAIN,),
    "the family": (PLAIN, LARGE),
    "get ready for a visit": (PLAIN, LARGE),
    "ready, without names": (PLAIN,),
    "before it is told that an assessment exists": (PLAIN, LARGE),
    "another assessment was open": (PLAIN,),
    "quick notes": (PLAIN,),
    "sort your notes": (PLAIN, LARGE),
    "earlier words": (PLAIN,),
    "your phrases": (PLAIN,),
    "services that may help": (PLAIN, LARGE),
    "services for this child": (PLAIN, LARGE),
    "the map of people": (PLAIN, LARGE),
    "the plan, step by step": (PLAIN,),
    "look a child up": (PLAIN, LARGE),
    "the form on paper": (PLAIN,),
    "finding a child": (PLAIN, LARGE),
    "share view, a PIN first": (PLAIN,),
    "share view, one line": (PLAIN, LARGE, DARK, CONTRAST),
    "share view, how is this for you": (PLAIN, LARGE),
    "share view, pause": (PLAIN,),
    "share view, a picture page": (PLAIN, LARGE),
    "share view, yes or no": (PLAIN,),
    "share view, ch.well": (PLAIN, LARGE),
    "share view, ch.scale": (PLAIN,),
    "share view, ch.strokes": (PLAIN,),
    "share view, ch.show.may": (PLAIN,),
    "share view, the child begins": (PLAIN,),
    "share view, the map of people": (PLAIN, LARGE),
    "share view, the way back": (PLAIN,),
    "who signed": (PLAIN,),
    "hand in on a stick": (PLAIN, LARGE),
    "take it back": (PLAIN,),
    "ask for it to be erased": (PLAIN,),
    "what was sent": (PLAIN, LARGE),
    "what waits in the child index": (PLAIN, LARGE),
    "take in from a stick": (PLAIN,),
    "which lines go": (PLAIN,),
    "send what you decided": (PLAIN,),
    "a hundred actions": (PLAIN,),
    "who may see it": (PLAIN, LARGE, DARK, CONTRAST, GREY),
    "lines held back from one service": (PLAIN,),
    "before you sign": (PLAIN,),
    "read together": (PLAIN,),
    "sign, drawn": (PLAIN, LARGE),
    "sign, typed": (PLAIN, GREY),
    "sign, spoken": (PLAIN,),
    "sign, paper": (PLAIN,),
    "sign, with what is missing": (PLAIN,),
    "what was agreed": (PLAIN,),
    "where it is": (PLAIN, LARGE, CONTRAST, GREY),
    "where it is, waiting": (PLAIN,),
    "where it is, not sent": (PLAIN,),
    "leave a copy": (PLAIN,),
    "leave a copy, saved": (PLAIN,),
    "worried now": (PLAIN, LARGE, CONTRAST),
    "hidden": (PLAIN,),
    "inbox": (PLAIN, LARGE, DARK),
    "reading": (PLAIN, GREY),
}
"""What stands in the documents: each page once, and the busiest ones in every look."""
CALLED = {"topic: Behaviour": "topic card"}


@contextmanager
def arrived(application: QApplication, home: Path, pictures: Path, look: Look, *, unlocked: bool) -> Iterator[Opened]:
    """Yield the program in one look, its vault open or not."""
    with opened(application, home, pictures) as program:
        program.wear(look.palette, look.scale)
        if unlocked:
            program.unlock()
            program.let_the_courier_rest(SyncStatus(Reach.NO_CONNECTION, waiting=2))
        yield program


def file_name(page: str, look: Look) -> str:
    """Return the name of a picture; what is plain has no addition."""
    words = re.sub("[^a-z0-9]+", "-", CALLED.get(page, page).lower()).strip("-")
    return f"{words}.png" if look is PLAIN else f"{words}-{look.name}.png"


def take(program: Opened, file: Path, look: Look) -> None:
    """Take a picture of the window as it stands, in few colours and so in few bytes."""
    settle()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    program.window.grab().save(buffer, "PNG")
    picture = Image.open(BytesIO(bytes(buffer.data().data()))).convert("L" if look.grey else "RGB")
    picture.quantize(SWATCHES, dither=Image.Dither.NONE).save(file, optimize=True)


def wanted(page: str, look: Look, *, everything: bool) -> bool:
    """Say whether a page is taken in this look."""
    return everything or look in CHOSEN.get(page, ())


def main() -> None:
    """Walk the program in each look, and take what is wanted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "docs" / "screens")
    parser.add_argument("--all", action="store_true", help="every page in every look")
    parser.add_argument("--look", action="append", help="only these looks, by name")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    application = make_application()
    with tempfile.TemporaryDirectory() as work:
        found = furnish(Path(work) / "furnished")
        for look in EVERY_LOOK:
            asked_for = arguments.all or any(look in looks for looks in CHOSEN.values())
            if asked_for and (not arguments.look or look.name in arguments.look):
                walk_in(application, found, look, Path(work), arguments.folder, everything=arguments.all)


def walk_in(  # noqa: PLR0913 - each is one thing only main knows
    application: QApplication, found: Furnished, look: Look, work: Path, folder: Path, *, everything: bool
) -> None:
    """Walk everything in one look."""
    empty = Path(tempfile.mkdtemp(dir=work))
    for home, way, unlocked in stretches(found, empty):
        with arrived(application, home, work, look, unlocked=unlocked) as program:
            for page in way(program, found):
                if wanted(page, look, everything=everything):
                    take(program, folder / file_name(page, look), look)


if __name__ == "__main__":
    main()
