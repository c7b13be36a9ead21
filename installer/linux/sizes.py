"""``python -m installer.linux.sizes``: how large the program is beside a bare PySide6 window, as one line of JSON."""

from __future__ import annotations

import json

from installer import folder
from installer.linux import build


def sizes() -> dict[str, float]:
    """Return the sizes in bytes, all built from one environment, and how many times a bare window ours is.

    ``bare`` is what PyInstaller makes of a bare window; ``bare_trimmed`` is the same window made lighter as ours is.
    """
    own, bare, trimmed = map(folder.size, (build.build(), build.build_bare(), build.build_bare_trimmed()))
    return {
        "own_bytes": own,
        "bare_bytes": bare,
        "bare_trimmed_bytes": trimmed,
        "ratio_to_bare": round(own / bare, 3),
        "ratio_to_bare_trimmed": round(own / trimmed, 3),
    }


if __name__ == "__main__":
    print(json.dumps(sizes()))
