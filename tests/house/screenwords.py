"""Gathers the screen's words into ``resources/i18n/ecaf_CODE.ts``, and makes what is spoken from finished ones.

``python tests/house/screenwords.py`` takes in new words, keeps what was translated, drops what is said no more, and
makes ``ecaf_CODE.qm`` beside it once every word is finished. While one is not, the language is not on offer. What
nobody has translated yet stands there empty. ``fixedwords.py`` finds the words.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

from fixedwords import every_word

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / "resources" / "i18n"


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
    for said in every_word():
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
    if all(finished and words for words, finished in translated(file).values()):
        tool = Path(sys.executable).parent / "pyside6-lrelease"
        subprocess.run([str(tool), "-silent", str(file), "-qm", str(spoken)], check=True)  # noqa: S603 - named above
    else:
        spoken.unlink(missing_ok=True)


if __name__ == "__main__":
    for translation in sorted(FOLDER.glob("ecaf_*.ts")):
        translation.write_text(renewed(translation), encoding="utf-8")
        make(translation)
