"""Reading a feed whole: one file or a folder of pages, as ``GET /services`` of Open Referral UK 3.0 gives them.

A feed that is not whole, or not of the published form, is refused by file and line, and nothing of it is used.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from endpoint.directory.lines import line_at, line_of

Published = Mapping[str, Any]
"""One service just as it was published."""
_LARGEST = 64 * 1024 * 1024
_CONTENTS = "contents"


class FeedBroken(Exception):
    """A feed that cannot be used; each sentence names the file, the line and what is wrong there."""

    def __init__(self, sentences: Sequence[str]) -> None:
        super().__init__(f"{len(sentences)} found")
        self.sentences = tuple(sentences)


@dataclass(frozen=True)
class FeedPage:
    """One file: its name, its text, what was read of it, and where its services stand in that."""

    name: str
    text: str
    value: Any

    @property
    def services(self) -> list[Published]:
        """The services on this page."""
        return list(self.value[_CONTENTS] if self._is_page else self.value)

    @property
    def _is_page(self) -> bool:
        return isinstance(self.value, dict)

    def says(self, number: str) -> Any:
        """Return what the page says of itself; None where it says nothing of the kind."""
        return self.value.get(number) if self._is_page else None

    def place_of(self, index: int, path: Sequence[str | int] = ()) -> str:
        """Return the file and line of something in the service with this number, counted from 0."""
        return self.place([*([_CONTENTS] if self._is_page else []), index, *path])

    def place(self, path: Sequence[str | int]) -> str:
        """Return the file and line of something on this page."""
        return f"{self.name}, line {line_of(self.text, path)}"


def read_feed(source: Path) -> tuple[FeedPage, ...]:
    """Return the pages of a feed in their order. Raises ``FeedBroken``."""
    files = sorted(source.glob("*.json")) if source.is_dir() else [source]
    if not files:
        raise FeedBroken([f"{source.name} holds no file that ends in .json."])
    pages = [_read(file) for file in files]
    ordered = sorted(pages, key=lambda page: _number(page.says("page_number")))
    wrong = list(_not_whole(ordered))
    if wrong:
        raise FeedBroken(wrong)
    return tuple(ordered)


def _read(file: Path) -> FeedPage:
    try:
        if file.stat().st_size > _LARGEST:
            raise FeedBroken([f"{file.name} is larger than 64 MiB. Please save the feed in pages."])
        text = file.read_bytes().decode("utf-8-sig")
    except OSError as fault:
        raise FeedBroken([f"{file.name} could not be read."]) from fault
    except UnicodeDecodeError as fault:
        line = fault.object[: fault.start].count(b"\n") + 1
        raise FeedBroken([f"{file.name}, line {line}: a letter here is not in UTF-8."]) from fault
    page = FeedPage(file.name, text, _parsed(file.name, text))
    _check_shape(page)
    return page


def _parsed(name: str, text: str) -> Any:
    try:
        return json.loads(text, parse_constant=_no_number)
    except json.JSONDecodeError as fault:
        line, column = line_at(text, fault.pos), fault.colno
        said = f"this is not JSON from letter {column} on ({fault.msg.lower()})"
        raise FeedBroken([f"{name}, line {line}: {said}."]) from fault
    except _NotANumber as fault:
        line = line_at(text, max(text.find(str(fault)), 0))
        raise FeedBroken([f"{name}, line {line}: {fault} is no number in JSON."]) from fault
    except RecursionError as fault:
        raise FeedBroken([f"{name} is nested too deep to be a feed."]) from fault


class _NotANumber(ValueError):
    pass


def _no_number(text: str) -> Any:
    raise _NotANumber(text)


def _check_shape(page: FeedPage) -> None:
    value = page.value
    if isinstance(value, dict) and not isinstance(value.get(_CONTENTS), list):
        raise FeedBroken([f"{page.place([])}: a page of /services has its services in a list called “{_CONTENTS}”."])
    if not isinstance(value, dict | list):
        raise FeedBroken([f"{page.place([])}: this is neither a page of /services nor a list of services."])
    wrong = [
        f"{page.place_of(index)}: this is not a service."
        for index, one in enumerate(page.services)
        if not isinstance(one, dict)
    ]
    if wrong:
        raise FeedBroken(wrong)


def _number(said: Any) -> int:
    return said if isinstance(said, int) else 0


def _not_whole(pages: Sequence[FeedPage]) -> Iterator[str]:
    """Yield what is missing, by what the pages say of themselves; those that say nothing are taken as they are."""
    numbers = [page.says("page_number") for page in pages if page.says("page_number") is not None]
    for number in {number for number in numbers if numbers.count(number) > 1}:
        yield f"Page {number} is there twice. Please save each page once."
    for page in pages:
        total = page.says("total_pages")
        if isinstance(total, int) and numbers:
            first = min(_number(number) for number in numbers)
            missing = [one for one in range(min(first, 1), min(first, 1) + total) if one not in numbers]
            if missing:
                yield f"{page.place(['total_pages'])}: there are {total} pages, and page {missing[0]} is not here."
                return
    yield from _miscounted(pages)


def _miscounted(pages: Sequence[FeedPage]) -> Iterator[str]:
    count = sum(len(page.services) for page in pages)
    for page in pages:
        total = page.says("total_items")
        if isinstance(total, int) and total != count:
            yield f"{page.place(['total_items'])}: it says {total} services, and {count} are here."
            return
    if not count:
        yield "There is no service in it. An empty directory would take the place of the one in use."
