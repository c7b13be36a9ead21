"""The smallest program with a window: what the size of ours is measured against."""

import sys

from PySide6.QtWidgets import QApplication, QWidget

application = QApplication(sys.argv)
window = QWidget()
window.show()
sys.exit(application.exec())
