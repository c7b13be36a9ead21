"""What the tests of faults need from the tests of the operations: an enrolled laptop."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent / "operations"))
