"""A practice authority for whoever wants to try an endpoint; it must never stand where a real child's words could come.

Its keys lie beside the endpoint, which a real authority's never do, and its directory says that it is for practice.
"""

from __future__ import annotations

import subprocess
import sys

from endpoint.office import NotReady, set_up
from endpoint.settings import Settings

_CODE = "E06000099"
"""A code that no real authority has."""


def set_up_practice(settings: Settings) -> bool:
    """Make a practice authority and its endpoint in a folder that holds none; say whether any was made.

    Raises ``NotReady``.
    """
    if settings.receipt_key_file.exists():
        return False
    office = settings.folder / "practice-authority"
    words = ["new", str(office), "--name", "Practice", "--code", _CODE, "--practice"]
    # By its own command: the endpoint's code has no way to a root key, for practice neither.
    made = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "authority", *words], check=False, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
    if made.returncode:
        raise NotReady("The practice authority could not be made. Please look at the folder.")
    (office / "offline" / "holders.txt").write_text(made.stdout, encoding="utf-8")
    set_up(settings, office / "for-the-endpoint")
    return True
