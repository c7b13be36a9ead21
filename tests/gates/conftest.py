"""What the tests of the whole window need from other folders: an enrolled laptop, and eyes on a page."""

from __future__ import annotations

import sys
from pathlib import Path

TESTS = Path(__file__).parent.parent
sys.path.extend(str(TESTS / folder) for folder in ("operations", "ui"))
