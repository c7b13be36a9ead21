"""Papers are read for how easy they are; so are the screen's words, which another folder of tests knows how to find."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent / "house"))
