"""Every paper the program makes: what a machine can check of PDF/UA-1 and PDF/A-2b, with nothing left over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from io import BytesIO

import pikepdf.pdfa
import pytest
from matterhorn import findings
from seen_pdf import opened
from test_copies_for_readers import made
from test_letters import LETTER
from test_refusal_note import note
from test_working_paper import FORM, WRITTEN

from app.documents import paper
from app.documents.account import account_on_paper
from app.documents.blank_form import blank_form
from app.documents.letters import letter_on_paper
from app.documents.part_filled import part_filled
from app.documents.recovery_sheet import recovery_sheet
from app.domain.account import Account, Done
from app.domain.copyfor import CopyFor
from app.domain.working import for_pen

DAY = date(2026, 12, 14)
DONE = Done(datetime(2026, 12, 14, 12, tzinfo=UTC), "Jo Whitfield", "Read the record")
PAPERS: dict[str, Callable[[], bytes]] = {
    **{reader.value: lambda reader=reader: made(reader) for reader in CopyFor},  # type: ignore[misc]  # bound by name
    "letter": lambda: letter_on_paper(LETTER),
    "note of a refusal": note,
    "account": lambda: account_on_paper(Account("Mason Reid", "Jo Whitfield", (DONE,)), DAY),
    "blank form": lambda: blank_form(FORM.pages, DAY),
    "working paper": lambda: part_filled(FORM.pages, for_pen(WRITTEN), DAY),
    "recovery sheet": lambda: recovery_sheet("4F1C-22AB", number="3F2A-91BC", made_on=DAY, held="practitioner"),
}


@pytest.mark.parametrize("which", PAPERS)
def test_a_paper_keeps_to_what_a_machine_can_check(which: str) -> None:
    pdf = PAPERS[which]()
    assert findings(pdf) == []
    assert pikepdf.pdfa.check(opened(pdf), "2b").findings == []


def test_the_check_finds_what_is_wrong() -> None:
    skipped = paper.as_pdf([paper.heading("Only this", paper.TOPIC)], "Note", DAY)
    assert findings(skipped) == ["14-002: does not begin with H1"]
    with opened(made(CopyFor.PARENT)) as found:
        for each in found.objects:
            if isinstance(each, pikepdf.Dictionary) and str(each.get("/S", "")) == "/Figure":
                del each["/A"], each["/Alt"]
        del found.Root.Lang
        changed = BytesIO()
        found.save(changed)
    assert sorted(findings(changed.getvalue())) == [
        "11-006: no language",
        "13-004: a figure without words",
        "a figure without its place",
    ]
