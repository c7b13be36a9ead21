"""Gathers the screen's words into ``resources/i18n/ecaf_CODE.ts``, and makes what is spoken from finished ones.

``python tests/house/screenwords.py`` takes in new words, keeps what was translated, drops what is said no more, and
makes ``ecaf_CODE.qm`` beside it once every word is finished. While one is not, the language is not on offer.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / "resources" / "i18n"
PLACES = (ROOT / "app" / "ui", ROOT / "app" / "look")
SAID_ON_A_PAGE = (ROOT / "app" / "operations" / "letters.py",)
"""Modules below the windows whose sentences are shown on a page as they are: all their fixed ones are gathered."""
_GATHERED = frozenset({"tr", "noted"})


def words() -> list[str]:
    """Return every fixed word of the screen that goes through ``tr``, once, sorted."""
    found = {said for place in PLACES for file in place.rglob("*.py") for said in _in_calls(file)}
    return sorted(found.union(*(_constants(file) for file in SAID_ON_A_PAGE)))


def _in_calls(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _GATHERED:
            for said in node.args:
                if isinstance(said, ast.Constant) and isinstance(said.value, str):
                    yield said.value


def _constants(file: Path) -> Iterator[str]:
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=str(said))) if name[0].isupper():
                yield said


def translated(file: Path) -> dict[str, tuple[str, bool]]:
    """Return what a translation file says for each of our words, and whether a translator has finished it."""
    return {
        str(message.findtext("source")): (
            str(message.findtext("translation") or ""),
            message.find("translation").get("type") != "unfinished",  # type: ignore[union-attr]  # each has one
        )
        for message in ET.parse(file).iter("message")  # noqa: S314 - a file of our own
    }


def renewed(file: Path) -> str:
    """Return a translation file with the words of today."""
    code, known = file.stem.removeprefix("ecaf_"), translated(file)
    top = ET.Element("TS", version="2.1", language=code, sourcelanguage="en_GB")
    context = ET.SubElement(top, "context")
    ET.SubElement(context, "name").text = "screen"
    for said in words():
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "source").text = said
        words_there, finished = known.get(said, ("", False))
        unfinished = {} if finished else {"type": "unfinished"}
        ET.SubElement(message, "translation", unfinished).text = words_there
    ET.indent(top)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{ET.tostring(top, encoding="unicode")}\n'


def make(file: Path) -> None:
    """Make the file that is spoken from, or take it away while a word is not finished."""
    spoken = file.with_suffix(".qm")
    if all(finished for _, finished in translated(file).values()):
        tool = Path(sys.executable).parent / "pyside6-lrelease"
        subprocess.run([str(tool), "-silent", str(file), "-qm", str(spoken)], check=True)  # noqa: S603 - named above
    else:
        spoken.unlink(missing_ok=True)


if __name__ == "__main__":
    for translation in sorted(FOLDER.glob("ecaf_*.ts")):
        translation.write_text(renewed(translation), encoding="utf-8")
        make(translation)
