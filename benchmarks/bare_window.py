"""The least program with a window: an empty one of the size of ours. It says when it is on the screen, and ends."""

import json
import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


class Bare(QMainWindow):
    """An empty window."""

    def paintEvent(self, event: object) -> None:  # noqa: N802, ARG002 - Qt's name; there is nothing to paint
        """Say when it was painted, and leave."""
        QTimer.singleShot(0, leave)


def leave() -> None:
    """Write the moment and the CPU time since the process began, then end."""
    sys.stdout.write(json.dumps({"what": "window", "at": time.monotonic(), "cpu": time.process_time()}))
    QApplication.exit()


application = QApplication([])
window = Bare()
window.resize(1366, 768)
window.show()
application.exec()
