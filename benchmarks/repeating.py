"""Adding the hundredth row to a repeating group, beside a bare row of the same boxes on a page with ninety-nine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

from PySide6.QtWidgets import QFormLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.forms.definition import Item
from app.ui.shell.workroom import Workroom
from benchmarks.bare_form import bare_box
from benchmarks.family import new_laptop, rows_for
from benchmarks.measure import Comparison, Result, Sample, compare, timed
from benchmarks.screen import drawn, settle, workroom

GROUP, PAGE, ELSEWHERE = "fh.people", "fh", "d1.speech"
THERE = 99
SHOW = Comparison(
    "hundred-rows",
    f"Turning to a page of {THERE} rows",
    "from a topic to the people at home: each row a closed card with its number and first words, painted",
    "the same rows as bare boxes, all open, in a scrolled column, built and painted",
)
ADD = Comparison(
    "hundredth-repeat",
    "Adding the hundredth row, and the ten after it",
    f"“Add another” with {THERE} people listed: a new card with its boxes, numbered, in the tab order, painted, with "
    "the keyboard in it",
    f"one more box of the same bare controls put under {THERE} bare boxes in a scrolled column, painted",
    budget=None,
)


def measure(folder: Path, *, quick: bool) -> Iterator[Result]:
    """Yield the result; ``quick`` is for seeing that this still runs."""
    laptop = new_laptop(folder / "repeat")
    there = 9 if quick else THERE
    group = laptop.workplace.forms.by_name("caf-assessment").item(GROUP)
    episode = laptop.add_family("Mason", rows_for(group, there))
    laptop.vault.lock()
    with workroom(laptop.home) as room:
        room.open_family(episode)
        yield compare(SHOW, lambda: _show(room), lambda: _bare_show(group, there), 1 if quick else 6)
        add = _add_button(room)
        area, column = _bare_page(group, there)
        yield compare(
            ADD,
            lambda: timed(drawn(add.click)),
            lambda: timed(drawn(lambda: _bare_row(column, group))),
            1 if quick else 10,
        )
        area.deleteLater()


def _show(room: Workroom) -> Sample:
    drawn(lambda: room.family.go(ELSEWHERE))()
    return timed(drawn(lambda: room.family.go(PAGE)))


def _bare_show(group: Item, rows: int) -> Sample:
    pages: list[QScrollArea] = []
    sample = timed(lambda: pages.append(_bare_page(group, rows)[0]))
    pages[0].deleteLater()
    settle()
    return sample


def _add_button(room: Workroom) -> QPushButton:
    drawn(lambda: room.family.go(PAGE))()
    return cast("QPushButton", room.family.findChild(QPushButton, f"{GROUP}:add"))


def _bare_page(group: Item, rows: int) -> tuple[QScrollArea, QVBoxLayout]:
    """Return a scrolled page of bare rows, on the screen, and the column they stand in."""
    area, body = QScrollArea(), QWidget()
    column = QVBoxLayout(body)
    for _ in range(rows):
        _bare_row(column, group)
    area.setWidget(body)
    area.setWidgetResizable(True)
    area.resize(1366, 768)
    area.show()
    settle()
    return area, column


def _bare_row(column: QVBoxLayout, group: Item) -> None:
    row = QWidget()
    form = QFormLayout(row)
    for item in group.items:
        form.addRow(item.text, bare_box(item, None))
    column.addWidget(row)
