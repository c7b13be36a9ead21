"""Handing over everything held about one child: gathered, decided about on its page, and let go as was asked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.domain.bundle import Asker, Bundle
from app.domain.ids import ChildId
from app.errors import Trouble
from app.look.speech import tr
from app.operations.bundling import Handing, gather, make_bundle, make_bundle_file
from app.operations.leaving import Way
from app.storage.database import Transaction
from app.ui.bundlepage import BundlePage, BundleState, ToDecide
from app.ui.saving import write_privately
from app.ui.shell.bench import Bench

BUNDLE_NAME, BUNDLE_FILE_NAME = "what-is-kept.pdf", "what-is-kept.json"


class Bundling(QObject):
    """Fills the page and does what is asked for on it, about one child at a time."""

    def __init__(self, bench: Bench, page: BundlePage) -> None:
        super().__init__(page)
        self._bench, self._page = bench, page
        self._child = ChildId("")
        self._asker = Asker.PARENT
        page.asker_chosen.connect(self._gather)
        page.save_requested.connect(lambda: self._save(BUNDLE_NAME, self._paper(Way.SAVED)))
        page.file_requested.connect(lambda: self._save(BUNDLE_FILE_NAME, self._file()))
        page.print_requested.connect(self._print)

    def begin(self, child: str, name: str) -> None:
        """Begin with a child, by id and name."""
        self._child = ChildId(child)
        self._page.ask_for(name)
        self._page.focus_first()

    def forget(self) -> None:
        """Hold nothing of anybody."""
        self._child = ChildId("")
        self._page.clear()

    def _gather(self, asker: str) -> None:
        self._asker, child, workplace = Asker(asker), self._child, self._bench.workplace
        try:
            found = self._bench.tasks.ask(lambda tx: gather(tx, workplace, child, Asker(asker)))
        except Trouble as trouble:
            self._page.show_nothing(trouble)
        else:
            self._page.show_bundle(bundle_state(found))

    def _paper(self, way: Way) -> Callable[[Transaction], bytes]:
        handing, workplace = self._handing(), self._bench.workplace
        return lambda tx: make_bundle(tx, workplace, handing, way)

    def _file(self) -> Callable[[Transaction], bytes]:
        handing, workplace = self._handing(), self._bench.workplace
        return lambda tx: make_bundle_file(tx, workplace, handing)

    def _handing(self) -> Handing:
        return Handing(self._child, self._asker, self._page.included())

    def _save(self, name: str, make: Callable[[Transaction], bytes]) -> None:
        path = self._bench.choose_file(name)
        if path is None:
            return
        try:
            write_privately(path, self._bench.tasks.ask(make), tr("The bundle"))
        except Trouble as trouble:
            self._page.show_trouble(trouble)
        else:
            self._page.show_saved()

    def _print(self) -> None:
        try:
            self._bench.show_paper(self._bench.tasks.ask(self._paper(Way.SHOWN)))
        except Trouble as trouble:
            self._page.show_trouble(trouble)
        else:
            self._page.show_shown()


def bundle_state(bundle: Bundle) -> BundleState:
    """Return what the page shows; lines that wait for a decision are not counted among those that go."""
    going = ((part.title, sum(line.decide is None for line in part.lines)) for part in bundle.parts)
    waiting = (
        ToDecide(line.key, part.title, line.asked, line.said, line.decide)
        for part in bundle.parts
        for line in part.lines
        if line.decide is not None
    )
    parts = tuple((title, many) for title, many in going if many)
    return BundleState(parts, bundle.left_out, tuple(waiting), bundle.asker)
