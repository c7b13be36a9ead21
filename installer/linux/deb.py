"""``python -m installer.linux.deb``: the built folder as a package for Debian 12 and newer, and what grew from it."""

from __future__ import annotations

import shutil
from pathlib import Path

from app.look.tokens import LIGHT
from installer import environment, folder, licences
from installer.linux import build
from installer.runtime import ROOT
from installer.version import VERSION

STAGE = environment.BUILD / "deb"
NEEDS = "libc6 (>= 2.36), libgl1, libegl1, libxcb1, fontconfig-config, xkb-data"
RECOMMENDS = "at-spi2-core, libwayland-client0, libwayland-cursor0, libwayland-egl1"
ICON = ROOT / "resources" / "icons" / "heart-handshake.svg"

CONTROL = """Package: ecaf-desktop
Version: {version}
Section: misc
Priority: optional
Architecture: amd64
Installed-Size: {kilobytes}
Depends: {needs}
Recommends: {recommends}
Maintainer: eCAF Desktop maintainers <maintainers@ecaf.example>
Description: Common Assessments with a family, with or without a connection
 A program for practitioners in early help to children. What is written down
 stays encrypted on this laptop and leaves it only as far as the family agreed.
"""


def main() -> None:
    """Make the package, and say where it is."""
    built = build.build()
    shutil.rmtree(STAGE, ignore_errors=True)
    lay_out(built)
    package = folder.DIST / f"ecaf-desktop_{VERSION}_amd64.deb"
    environment.run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", STAGE, package], "the package could not be made"
    )
    print(package)


def lay_out(built: Path) -> None:
    """Put everything where it is to stand on somebody's laptop."""
    shutil.copytree(built, STAGE / "opt" / "ecaf", symlinks=True)
    put("usr/share/applications/ecaf.desktop", (Path(__file__).parent / "ecaf.desktop").read_text("utf-8"))
    icon = ICON.read_text("utf-8").replace("currentColor", LIGHT.accent)
    put("usr/share/icons/hicolor/scalable/apps/ecaf.svg", icon)
    put("usr/share/doc/ecaf-desktop/copyright", (built / licences.NAME).read_text("utf-8"))
    command = STAGE / "usr" / "bin" / "ecaf"
    command.parent.mkdir(parents=True)
    command.symlink_to("/opt/ecaf/ecaf")
    kilobytes = folder.size(STAGE) // 1024
    put("DEBIAN/control", CONTROL.format(version=VERSION, kilobytes=kilobytes, needs=NEEDS, recommends=RECOMMENDS))
    for path in STAGE.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.name == "ecaf" else 0o644)


def put(place: str, text: str) -> None:
    """Write one file of the package."""
    path = STAGE / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
