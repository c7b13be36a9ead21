"""What of Qt goes along: our plugins, the libraries that something needs, and no link into nothing."""

from __future__ import annotations

import pytest

from installer import parts

QT = "PySide6/Qt"
ENTRIES: list[parts.Entry] = [
    ("PySide6/QtGui.abi3.so", "/site/QtGui.so", "EXTENSION"),
    (f"{QT}/lib/libQt6Gui.so.6", "/site/libQt6Gui.so.6", "BINARY"),
    (f"{QT}/lib/libQt6Quick.so.6", "/site/libQt6Quick.so.6", "BINARY"),
    (f"{QT}/plugins/platforms/libqxcb.so", "/site/libqxcb.so", "BINARY"),
    (f"{QT}/plugins/platforms/libqvnc.so", "/site/libqvnc.so", "BINARY"),
    ("libxcb-cursor.so.0", "/usr/lib/libxcb-cursor.so.0", "BINARY"),
    ("libgtk-3.so.0", "/usr/lib/libgtk-3.so.0", "BINARY"),
    ("libpython3.11.so.1.0", "/lib/libpython3.11.so.1.0", "BINARY"),
]
NEEDS = {
    "/site/QtGui.so": {"libqt6gui.so.6"},
    "/site/libqxcb.so": {"libxcb-cursor.so.0", "libc.so.6"},
    "/site/libqvnc.so": {"libqt6quick.so.6"},
}


@pytest.fixture
def kept() -> list[parts.Entry]:
    return parts.needed(ENTRIES, lambda file: NEEDS.get(file, set()))


def test_modules_our_plugins_and_what_they_need_are_kept(kept: list[parts.Entry]) -> None:
    assert [place for place, _, _ in kept] == [
        "PySide6/QtGui.abi3.so",
        f"{QT}/lib/libQt6Gui.so.6",
        f"{QT}/plugins/platforms/libqxcb.so",
        "libxcb-cursor.so.0",
        "libpython3.11.so.1.0",
    ]


def test_a_link_goes_with_what_it_leads_to(kept: list[parts.Entry]) -> None:
    links = [(name, f"{QT}/lib/{name}", "SYMLINK") for name in ("libQt6Gui.so.6", "libQt6Quick.so.6")]
    assert parts.files(links, kept) == links[:1]


def test_our_own_files_go_along_and_the_words_of_qt_do_not(kept: list[parts.Entry]) -> None:
    ours = ("resources/words/passphrase-en.txt", "/here/passphrase-en.txt", "DATA")
    qts = (f"{QT}/translations/qtbase_de.qm", "/site/qtbase_de.qm", "DATA")
    assert parts.files([ours, qts], kept) == [ours]


@pytest.mark.parametrize(
    "place", [r"PySide6\plugins\platforms\qwindows.dll", "PySide6/Qt/plugins/platforms/libqcocoa.dylib"]
)
def test_plugins_are_known_by_their_names_on_every_system(place: str) -> None:
    assert parts.is_plugin(place)
    assert parts.is_wanted_plugin(place)
