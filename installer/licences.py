"""Gathers the licences of everything that is handed out into one file beside it; nothing goes out without its terms."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, distributions
from pathlib import Path

from installer import environment, runtime

NAME = "LICENCES.txt"
_TEXTS = Path(__file__).parent / "licences"
_TERMS = re.compile(r"(licen[cs]e|copying|notice)", re.IGNORECASE)
_OTHER_TERMS = re.compile(r"\.(py|pyc|json)$")


def gather(folder: Path) -> None:
    """Write the licences of what is in a built folder into it."""
    sections = dict([*of_packages(), *of_python(), *of_resources(folder), *of_system(folder), *of_others()])
    first = (_TEXTS / "FIRST.txt").read_text("utf-8")
    parts = "".join(f"\n\n{'=' * 100}\n{name}\n{'=' * 100}\n\n{text.strip()}\n" for name, text in sections.items())
    (folder / NAME).write_text(first + parts, "utf-8")


def of_packages() -> Iterator[tuple[str, str]]:
    """Yield the terms of each Python package that the program runs on, as its authors packed them."""
    names = runtime.runtime_names()
    found = {runtime.plain_name(one.name): one for one in distributions(path=[str(site_packages())])}
    for name in sorted(names & found.keys()):
        yield f"{found[name].name} {found[name].version}", _terms(found[name])


def of_python() -> Iterator[tuple[str, str]]:
    """Yield the terms of Python itself."""
    for path in (Path(sysconfig.get_path("stdlib")) / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt"):
        if path.exists():
            yield f"Python {sys.version.split()[0]}", path.read_text("utf-8")
            return
    yield (
        f"Python {sys.version.split()[0]}",
        "Python Software Foundation Licence, https://docs.python.org/3/license.html",
    )


def of_resources(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the terms of fonts, icons and word lists."""
    for path in sorted((folder / "_internal" / "resources").rglob("*.txt")):
        if _TERMS.search(path.name):
            yield f"{path.parent.name}: {path.stem}", path.read_text("utf-8")


def of_system(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the terms of the system's libraries that were taken along, where the system (Debian) notes them."""
    libraries = [path.name for path in (folder / "_internal").glob("lib*.so*") if not path.is_symlink()]
    for package in sorted(_owners(libraries)):
        terms = Path("/usr/share/doc") / package / "copyright"
        if terms.exists():
            yield f"{package} (from this system)", terms.read_text("utf-8", errors="replace")


def of_others() -> Iterator[tuple[str, str]]:
    """Yield the terms that come in no package."""
    for path in sorted(_TEXTS.glob("*.txt")):
        if path.name != "FIRST.txt":
            yield path.stem, path.read_text("utf-8")


def site_packages() -> Path:
    """Return where the environment keeps its packages."""
    return next(environment.ENVIRONMENT.glob("[Ll]ib*/**/site-packages"))


def _terms(package: Distribution) -> str:
    files = [file for file in package.files or () if "dist-info" in str(file) and _TERMS.search(file.name)]
    paths = [Path(str(file.locate())) for file in files if not _OTHER_TERMS.search(file.name)]
    said = [package.metadata[name] for name in ("License-Expression", "License") if name in package.metadata]
    return "\n\n".join([*said[:1], *(path.read_text("utf-8", errors="replace") for path in paths)])


def _owners(libraries: Iterable[str]) -> set[str]:
    dpkg = shutil.which("dpkg")
    asked = [f"*/{library}" for library in libraries]
    if dpkg is None or not asked:
        return set()
    said = subprocess.run([dpkg, "-S", *asked], capture_output=True, text=True, check=False).stdout
    return {line.split(":")[0] for line in said.splitlines()}
