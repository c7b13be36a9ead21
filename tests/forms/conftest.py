"""A form on the screen, in a dressed program that starts light and at normal text size."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.answers import Answers
from app.forms.definition import FormDefinition, FormLibrary, load_form
from app.forms.view import FormView
from app.look.theme import theme
from app.paths import resources


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[None]:
    """Dress the program, and undo what a test changes: the look is one for all windows."""
    theme.dress(qapp)
    qapp.setCursorFlashTime(0)
    yield
    if theme.scale != 1:
        theme.set_scale(1)


@pytest.fixture(scope="session")
def assessment() -> FormDefinition:
    """Return the form the program comes with."""
    return FormLibrary(resources() / "forms").by_name("caf-assessment")


@pytest.fixture(scope="session")
def visit_note() -> FormDefinition:
    """Return a form the program has never heard of."""
    return load_form((Path(__file__).parent / "data" / "short-form.json").read_bytes())


@pytest.fixture
def shown(qtbot: QtBot, dressed: None) -> Iterator[Callable[..., FormView]]:  # noqa: ARG001 - dressed before it shows
    """Show a page of a form in a window that has the focus; it lives as long as the test."""
    views: list[FormView] = []

    def show(form: FormDefinition, page: str, answers: Answers | None = None, width: int = 1366) -> FormView:
        view = FormView(form)
        views.append(view)
        qtbot.addWidget(view)
        view.resize(width, 768)
        with qtbot.waitExposed(view):
            view.show()
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        view.show_page(form.page(page), answers or {}, "The child’s development")
        QApplication.processEvents()
        return view

    yield show
    views.clear()
