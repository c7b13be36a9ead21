"""Where things stand on this computer; a path is never made from a person's name."""

import os
import sys
from pathlib import Path


def resources() -> Path:
    """Return the folder of forms, fonts, icons and policy, in the source tree and in the frozen program alike."""
    frozen = getattr(sys, "_MEIPASS", None)
    base = Path(frozen) if frozen else Path(__file__).parent.parent
    return base / "resources"


def own_program() -> list[str]:
    """Return the words that start this same program once more, frozen or not."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "app"]


def default_home() -> Path:
    """Return the local (never roaming or cloud-synced) folder in which this person's vaults stand."""
    if sys.platform == "win32":
        return Path(os.environ["LOCALAPPDATA"]) / "eCAF"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "eCAF"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "ecaf"
