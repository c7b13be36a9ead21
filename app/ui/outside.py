"""What is told when a file leaves the vault: what no longer protects it, and what to do next; never that it is safe."""

from __future__ import annotations

from dataclasses import dataclass

from app.look.kit import Notice, announce
from app.look.speech import noted, tr
from app.ui.parts import come_into_view

_BARE = noted("It stands outside your place now. Nothing protects the file, and erasing here does not reach it.")
_SEALED = noted("It stands outside your place now, sealed: {opens} Erasing here does not reach it.")
_SHOWN = noted(
    "Print it there, then close it. The file made for that is erased after ten minutes, and when you lock or close "
    "this program. The other program and the printer may keep traces, which nobody can erase from here."
)


@dataclass(frozen=True)
class Leaving:
    """A kind of file that can leave. ``opens`` says who can open it, where it is sealed; ``then`` what to do next."""

    what: str
    then: str
    opens: str = ""

    def words(self) -> str:
        """Return what is true of the file from now on, and what to do with it."""
        sealed = tr(_SEALED).format(opens=tr(self.opens))
        return f"{sealed if self.opens else tr(_BARE)} {tr(self.then)}"


COPY = Leaving(noted("The copy"), noted("Check that it is safe to hand over. Print or give it, then delete the file."))
NOTE = Leaving(noted("The note"), noted("Print it, put it in your own file, and then delete the file."))
SHEET = Leaving(
    noted("The sheet"),
    noted("Whoever can open that file and has this laptop can read your work. Print it, then delete the file."),
)
ACCOUNT = Leaving(
    noted("The list"),
    noted("It leaves out other children, and anything restricted. Please read it, hand it over, then delete the file."),
)
LETTER = Leaving(
    noted("The letter"), noted("Check that it is safe to hand over. Print or give it, then delete the file.")
)
BUNDLE = Leaving(
    noted("The bundle"),
    noted("Read it once more. Hand it to the person who asked and to nobody else, then delete the file."),
)
BACKUP = Leaving(
    noted("The backup"),
    noted("Keep it apart from the paper with your words."),
    noted("it opens as your place does today, with the same words."),
)
CARRIED = Leaving(
    noted("What is carried"),
    noted("Once it is taken in there, delete the folder."),
    noted("your new laptop alone can open it."),
)


def _saved(leaving: Leaving) -> str:
    return tr("{paper} is saved").format(paper=tr(leaving.what))


class Outside(Notice):
    """The notice about a file that left; hidden until there is one."""

    def __init__(self, leaving: Leaving) -> None:
        super().__init__("warn", _saved(leaving), leaving.words())
        self._leaving = leaving
        self.hide()

    def tell_saved(self) -> None:
        """Say that it stands in a file, and what is true of that file."""
        self._tell(_saved(self._leaving), self._leaving.words())

    def tell_shown(self) -> None:
        """Say that another program shows it, and what becomes of the file made for that."""
        self._tell(tr("{paper} is open in another program").format(paper=tr(self._leaving.what)), tr(_SHOWN))

    def _tell(self, title: str, words: str) -> None:
        self.say(title, words)
        self.show()
        announce(self, f"{title}. {words}")
        come_into_view(self)
