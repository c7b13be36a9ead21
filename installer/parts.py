"""Which parts of Qt and Python are handed out: what our windows use, and what that needs; nothing for its own sake."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

Entry = tuple[str, str, str]
"""What PyInstaller gathers: where it goes, where it comes from, and its kind."""

NOT_OURS = (
    *("PySide6.QtOpenGL", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtSql", "PySide6.QtTest"),
    *("setuptools", "pip", "wheel", "distutils", "pkg_resources", "PyInstaller"),
    *("unittest", "doctest", "pdb", "pydoc", "tkinter", "lib2to3", "readline"),
    *("PIL._avif", "PIL._webp", "PIL._imagingcms", "PIL._imagingtk", "PIL.ImageTk", "zstandard.backend_cffi"),
    *("pytest", "_pytest", "hypothesis", "rich", "click", "pygments", "numpy"),
)
"""Modules that something we use asks for when they are there, and does well without."""

PLUGINS: Mapping[str, frozenset[str]] = {
    "platforms": frozenset({"qxcb", "qwayland", "qoffscreen", "qwindows", "qcocoa"}),
    "platforminputcontexts": frozenset({"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"}),
    "platformthemes": frozenset({"qxdgdesktopportal"}),
    "wayland-decoration-client": frozenset({"bradient", "adwaita"}),
    "wayland-shell-integration": frozenset({"xdg-shell"}),
    "wayland-graphics-integration-client": frozenset({"qt-plugin-wayland-egl", "dmabuf-server"}),
    "xcbglintegrations": frozenset({"qxcb-egl-integration", "qxcb-glx-integration"}),
    "networkinformation": frozenset({"qglib", "qnetworkmanager", "qnetworklistmanager", "qscnetworkreachability"}),
    "iconengines": frozenset({"qsvgicon"}),
    "imageformats": frozenset({"qsvg", "qico"}),
}
"""The plugins of Qt that are handed out, by the folder they are in; Qt finds them by these folders."""

_LIBRARY, _LINK = "BINARY", "SYMLINK"


def trim(gathered: Any) -> None:
    """Take what is not ours out of a PyInstaller ``Analysis``; only while PyInstaller runs."""
    gathered.binaries = needed(gathered.binaries, names_needed_by)
    gathered.datas = files(gathered.datas, gathered.binaries)


def names_needed_by(file: str) -> set[str]:
    """Return the file names, in small letters, of the libraries one file needs; only while PyInstaller runs."""
    from PyInstaller.depend.bindepend import get_imports

    found: set[str] = set()
    waiting = [file]
    while waiting:
        for name, path in get_imports(waiting.pop()):
            if name not in found:
                found.add(name)
                waiting.extend([path] if path else [])
    return {Path(name).name.lower() for name in found}


def is_plugin(place: str) -> bool:
    """Say whether something that goes to ``place`` is a plugin of Qt."""
    return {"PySide6", "plugins"} <= {*PurePosixPath(_plain(place)).parts}


def is_wanted_plugin(place: str) -> bool:
    """Say whether a plugin of Qt is one of ours."""
    path = PurePosixPath(_plain(place))
    return path.name.split(".")[0].removeprefix("lib") in PLUGINS.get(path.parent.name, frozenset())


def files(entries: Iterable[Entry], kept: Iterable[Entry]) -> list[Entry]:
    """Return what goes along and is not code: no words of Qt's own (only ours are shown), no link to what was left."""
    places = {_plain(place) for place, _, _ in kept}
    return [entry for entry in entries if (_plain(entry[1]) in places if entry[2] == _LINK else not _is_word(entry[0]))]


def needed(entries: Iterable[Entry], needed_by: Callable[[str], Iterable[str]]) -> list[Entry]:
    """Return what is left of PyInstaller's binaries: modules, our plugins, and the libraries these need.

    ``needed_by`` returns the file names (in small letters) of the libraries one file needs, directly or not.
    """
    entries = list(entries)
    roots = [entry for entry in entries if _is_root(entry)]
    libraries = {_name(entry) for entry in roots}
    for _, source, _ in roots:
        libraries.update(needed_by(source))
    return [entry for entry in entries if entry in roots or (not is_plugin(entry[0]) and _name(entry) in libraries)]


def _is_root(entry: Entry) -> bool:
    place, _, kind = entry
    if is_plugin(place):
        return is_wanted_plugin(place)
    return kind not in (_LIBRARY, _LINK) or _name(entry).startswith(("libpython", "python"))


def _name(entry: Entry) -> str:
    return PurePosixPath(_plain(entry[0])).name.lower()  # Windows asks for VCRUNTIME140.dll and has vcruntime140.dll


def _is_word(place: str) -> bool:
    return {"PySide6", "translations"} <= {*PurePosixPath(_plain(place)).parts}


def _plain(place: str) -> str:
    return place.replace("\\", "/")
