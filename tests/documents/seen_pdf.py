"""What others find in our PDFs: their tree, their marks, their fonts and their words, read with pikepdf and poppler."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf

POPPLER = shutil.which("pdftotext") is not None
PAINTS = frozenset({*"SsfFBb'", '"', "f*", "B*", "b*", "Do", "Tj", "TJ", "sh", "BI", "EI", "INLINE"})


@dataclass(frozen=True)
class Part:
    """One element of the tree as found: its tag, its alternative text, its kids and what it marks on pages."""

    tag: str
    alt: str
    kids: tuple[Part, ...]
    marks: tuple[tuple[int, int], ...]

    def walk(self) -> Iterator[Part]:
        """Yield this element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()


def opened(pdf: bytes) -> pikepdf.Pdf:
    """Return a PDF as pikepdf reads it."""
    return pikepdf.open(BytesIO(pdf))


def tree(pdf: bytes) -> Part:
    """Return the tree of a tagged PDF."""
    found = opened(pdf)
    pages = {page.obj.objgen: number for number, page in enumerate(found.pages)}
    root: Any = found.Root.StructTreeRoot.K
    return _part(root[0], pages)


def _part(element: Any, pages: dict[tuple[int, int], int]) -> Part:
    below = list(element.K)
    return Part(
        tag=str(element.S)[1:],
        alt=str(element.get("/Alt", "")),
        kids=tuple(_part(kid, pages) for kid in below if "/S" in kid),
        marks=tuple((pages[kid.Pg.objgen], int(kid.MCID)) for kid in below if "/MCID" in kid),
    )


def operations(page: Any) -> Iterator[tuple[str, Any]]:
    """Yield each operator on a page with its operands."""
    found: list[Any] = list(pikepdf.parse_content_stream(page))
    for operands, operator in found:
        yield str(operator), operands


def loose_paint(pdf: bytes) -> list[str]:
    """Return what is painted outside every element and is not said to be no content; and marks inside one another."""
    return [problem for page in opened(pdf).pages for problem in _loose_on(page)]


def _loose_on(page: Any) -> Iterator[str]:
    inside: list[str] = []
    for name, operands in operations(page):
        if name in {"BMC", "BDC"}:
            if inside:
                yield f"{operands[0]} inside {inside[-1]}"
            inside.append(str(operands[0]))
        elif name == "EMC":
            inside.pop()
        elif name in PAINTS and not inside:
            yield f"{name} outside"
    if inside:
        yield f"{inside[-1]} not closed"


def marks_on_pages(pdf: bytes) -> set[tuple[int, int]]:
    """Return each mark found in the pages' own bytes."""
    return {
        (number, int(operands[1].MCID))
        for number, page in enumerate(opened(pdf).pages)
        for operator, operands in operations(page)
        if operator == "BDC" and "/MCID" in operands[1]
    }


def not_embedded(pdf: bytes) -> list[str]:
    """Return the names of fonts that do not travel with the pages."""
    found = opened(pdf)
    used = {font.objgen: font for page in found.pages for font in page.Resources.Font.values()}
    whole = [font.DescendantFonts[0] if "/DescendantFonts" in font else font for font in used.values()]
    assert whole
    return [str(font.BaseFont) for font in whole if "/FontFile2" not in font.FontDescriptor]


def poppler(tool: str, pdf: bytes, *options: str) -> str:
    """Return what one of poppler's tools says of a PDF."""
    path = shutil.which(tool)
    assert path is not None
    command = [path, *options, "-", *(["-"] if tool == "pdftotext" else [])]
    told = subprocess.run(command, input=pdf, capture_output=True, check=True)  # noqa: S603 - named by the test
    assert told.stderr == b""
    return told.stdout.decode()


def read_aloud(pdf: bytes) -> str:
    """Return the words in the order of the tree, as an assistive program hears them; spaces and line ends as one."""
    said = re.findall(r'^\s+"(.*)"$', poppler("pdfinfo", pdf, "-struct-text"), re.MULTILINE)
    return " ".join(" ".join(said).split())
