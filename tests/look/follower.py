"""The program's own application with a page on a real display; says what it looks like, at first and at each change."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.look.theme import theme
from app.main import make_application
from app.ui.window import ProgramWindow


def say(window: ProgramWindow) -> None:
    """Say the palette's name, and the colour that stands in the corner of the window."""
    QApplication.processEvents()
    ground = window.grab().toImage().pixelColor(8, 8).name().upper()
    print(theme.palette.name, ground, flush=True)  # noqa: T201 - how the two processes speak


def main() -> None:
    """Show the window until told to go."""
    application = make_application()
    window = ProgramWindow()
    window.show()
    theme.changed.connect(lambda: QTimer.singleShot(0, window, lambda: say(window)))
    QTimer.singleShot(0, window, lambda: say(window))
    application.exec()


if __name__ == "__main__":
    main()
