"""What the tests of faults need from other folders: an enrolled laptop, the window opened on one, and eyes."""

from __future__ import annotations

import sys
from pathlib import Path

TESTS = Path(__file__).parent.parent
sys.path.extend(str(TESTS / folder) for folder in ("operations", "gates", "ui", "journeys", "accessibility"))
