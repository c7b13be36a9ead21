"""Filling in forms through their real controls, by the type of each question and never by what it asks."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QAbstractButton, QComboBox

from app.domain.answers import Absent, Answer, Answers, rows_of
from app.forms.definition import FormDefinition, Item, ItemKind
from app.forms.widgets.date import boxes_of
from app.forms.widgets.rows import RowsField
from demonstration.hands import Hands


class Filler:
    """Types a form's answers into the page on the screen."""

    def __init__(self, hands: Hands, form: FormDefinition) -> None:
        self._hands, self._form = hands, form

    def fill(self, answers: Answers) -> None:
        """Go from page to page in the order of the form, and give every answer of these."""
        for page in self._form.pages:
            wanted = [item for item in self._form if self._form.page_of(item.link_id) is page]
            given = [item for item in wanted if item.link_id in answers]
            if given:
                self._hands.go_to(page.link_id)
                for item in given:
                    self.give(item, item.link_id, answers)

    def give(self, item: Item, path: str, answers: Answers) -> None:
        """Give one answer."""
        answer = answers[path]
        if isinstance(answer, Absent):
            self._give_reason(path, answer)
        elif item.is_rows:
            self._give_rows(item, answers)
        else:
            self._give_answer(item, path, answer)

    def _give_reason(self, path: str, answer: Absent) -> None:
        chip = f"{path}:absent:{answer.reason.value}"
        if not self._hands.sees(chip):
            self._hands.click(f"{path}:absent")
        self._hands.choose(chip)

    def _give_rows(self, item: Item, answers: Answers) -> None:
        for given in rows_of(answers, item.link_id):
            self._hands.click(f"{item.link_id}:add")
            row = self._hands.find_as(item.link_id, RowsField).rows()[-1]
            cells = {inner.link_id: answers.get(f"{item.link_id}/{given}/{inner.link_id}") for inner in item.items}
            self._give_cells(item, f"{item.link_id}/{row}", cells)

    def _give_cells(self, item: Item, prefix: str, cells: Mapping[str, Answer | None]) -> None:
        for inner in item.items:
            answer = cells[inner.link_id]
            if answer is not None:
                path = f"{prefix}/{inner.link_id}"
                self.give(inner, path, {path: answer})

    def _give_answer(self, item: Item, path: str, answer: Answer) -> None:
        match item.kind, answer:
            case ItemKind.DATE, str():
                for part, words in zip(("day", "month", "year"), boxes_of(answer), strict=True):
                    if words:
                        self._hands.type(f"{path}:{part}", words)
            case ItemKind.BOOLEAN, bool():
                self._tick(path, on=answer)
            case ItemKind.INTEGER, int():
                self._number(path, answer)
            case ((ItemKind.CHOICE | ItemKind.OPEN_CHOICE), tuple()):
                for code in answer:
                    self._option(path, code)
            case ((ItemKind.CHOICE | ItemKind.OPEN_CHOICE), str()):
                self._option(path, answer)
            case _:
                self._hands.type(path, str(answer))

    def _tick(self, path: str, *, on: bool) -> None:
        self._hands.click(path)
        if self._hands.find_as(path, QAbstractButton).isChecked() is not on:
            self._hands.click(path)

    def _number(self, path: str, answer: int) -> None:
        if self._hands.sees(f"{path}:option:{answer}"):
            self._hands.choose(f"{path}:option:{answer}")
        else:
            self._hands.type(path, str(answer))

    def _option(self, path: str, code: str) -> None:
        if self._hands.sees(f"{path}:option:{code}"):
            self._hands.choose(f"{path}:option:{code}")
        elif not (isinstance(self._hands.find(path), QComboBox) and self._hands.pick(path, code)):
            self._hands.type(f"{path}:other", code)
