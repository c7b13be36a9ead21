"""``py -m installer.windows.build``: the program in one folder for Windows, and an installer when NSIS is there.

It takes the very steps of the build for Linux. It has never been run: see README.md beside it for what that means.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from installer import environment, folder, licences
from installer.version import VERSION

SCRIPT = Path(__file__).parent / "ecaf.nsi"


def main() -> None:
    """Build what is not built yet, make the installer, and say where both are."""
    if os.name != "nt":
        sys.exit("Stopped: a program for Windows can be built on Windows alone.")
    built = folder.build("ecaf", folder.PROGRAM, _finish)
    print(built)
    makensis = shutil.which("makensis")
    if makensis is None:
        print("There is no makensis here, so there is no installer. NSIS 3 brings it: https://nsis.sourceforge.io")
        return
    setup = folder.DIST / f"ecaf-desktop-{VERSION}-setup.exe"
    environment.run([makensis, *definitions(built, setup), SCRIPT], "the installer could not be made")
    print(setup)


def definitions(built: Path, setup: Path) -> list[str]:
    """Return what the NSIS script is told."""
    return [f"-DVERSION={VERSION}", f"-DFOLDER={built}", f"-DSETUP={setup}"]


def _finish(built: Path) -> None:
    licences.gather(built)
    around = {**os.environ, "PATH": os.environ.get("SYSTEMROOT", "C:\\Windows") + "\\System32"}
    done = subprocess.run([built / "ecaf.exe", "--selftest"], env=around, check=False)
    if done.returncode != 0:
        sys.exit("Stopped: the program was built, and is not whole. A build with console=True in ecaf.spec says more.")


if __name__ == "__main__":
    main()
