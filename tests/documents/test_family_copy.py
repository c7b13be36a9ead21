"""The family's copy: the plan on one side, everything they may show to anyone, and nothing that was held back."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import UTC
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader
from told_family import CHOICES, FAMILY, MASON, NOON, Told, form, text_of, told

from app.documents import words
from app.documents.family_copy import CopyTerms, family_copy
from app.documents.writing import MISSING, drawable
from app.domain.answers import Absent, AbsentReason, Answers
from app.domain.sharing import Recipient, RecipientKind, kept

PLAN = (
    "Our plan for Mason",
    "A close family, a big sister who helps, a mum who asks.",
    "Sleep, skin, and getting to school on time.",
    "Mason is in school and on time",
    "Breakfast club from 8:00; Jo meets him at the gate",
    "Who: School nurse By: Friday 22 January 2027",
    "We will look at this again on Tuesday 2 March 2027.",
    "Jo Whitfield, learning mentor, Larkrise Primary School",
)
HELD_BACK = ("settle three children", "the boiler fails", "Riverside clinic")
PDFTOTEXT = shutil.which("pdftotext")


def pages(copy: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(copy)).pages]


def changed(changes: Answers, choices: Answers = CHOICES) -> Told:
    return Told({**MASON, **changes}, {**CHOICES, **choices})


def test_the_plan_is_on_one_side() -> None:
    first = pages(told().copy())[0]
    assert [line for line in PLAN if line not in first] == []
    assert words.SEE_IT_ALL in first


def test_what_was_held_back_is_nowhere_on_paper() -> None:
    text = told().text()
    assert [line for line in HELD_BACK if line in text] == []
    assert "Carly is warm with him" in text


@pytest.mark.skipif(PDFTOTEXT is None, reason="pdftotext is not on PATH: NOT checked with a second reader")
def test_another_reader_finds_the_same(tmp_path: Any) -> None:
    path = tmp_path / "copy.pdf"
    path.write_bytes(told().copy())
    run = subprocess.run([str(PDFTOTEXT), str(path), "-"], capture_output=True, check=True)  # noqa: S603 - named above
    text = " ".join(run.stdout.decode().split())
    assert [line for line in PLAN if line not in text] == []
    assert [line for line in HELD_BACK if line in text] == []


def test_the_bytes_themselves_hold_nothing_that_was_held_back() -> None:
    reader = PdfReader(BytesIO(told().copy()))
    streams = b"".join(page.get_contents().get_data() for page in reader.pages)  # type: ignore[union-attr]  # all have
    assert b"Carly is warm" in streams
    assert not [line for line in HELD_BACK if line.encode() in streams]


def test_the_childs_words_are_there_only_when_the_child_said_so() -> None:
    assert "I like PE and Ben" not in told().text()
    asked = told(cm__child_share="yes").text()
    assert "“I like PE and Ben. I get tired in maths.”" in asked
    assert "“Jo drew it with me. I want to go to football.”" in asked


@pytest.mark.parametrize("said", ["yes", "no"])
def test_what_the_child_was_asked_alone_is_not_on_paper(said: str) -> None:
    assert "own words?" not in told(cm__child_share=said).text()
    assert "May the copy" not in told(cm__child_share=said).text()


def test_strengths_come_before_needs() -> None:
    text = told().text()
    assert text.index("Calm and kind") < text.index("Bedtime is a row")
    assert text.index(words.GOING_WELL) < text.index(words.TO_CHANGE)


def test_who_can_see_it_is_said_service_by_service() -> None:
    text = told().text()
    assert "Yes: Early help desk, Attendance service, School nurse" in text
    assert "No: Ambleton Homes" in text


def test_an_end_date_is_said_beside_the_service() -> None:
    text = changed({}, {"c2.list/11111111/c2.list.until": "2027-03-02"}).text()
    assert "School nurse (until Tuesday 2 March 2027)" in text


def test_a_no_to_sharing_is_said_and_no_service_is_listed() -> None:
    text = changed({}, {"c2.share": "no"}).text()
    assert words.NOT_SHARED in text
    assert "School nurse (until" not in text
    assert "Yes: Early help desk" not in text


def test_the_desk_is_under_no_when_the_family_said_no() -> None:
    assert "No: Early help desk, Ambleton Homes" in changed({}, {"c2.desk": "no"}).text()


def test_it_is_called_by_the_name_the_child_likes() -> None:
    assert "Our plan for Mase" in told(id__known_as="Mase").text()
    assert "Our plan What is going well" in told(id__given="").text()


def test_reasons_for_no_answer_are_one_sentence_and_not_a_list_of_gaps() -> None:
    text = changed(
        {
            "d3.community.strengths": Absent(AbsentReason.NOT_TALKED_ABOUT),
            "d3.history.strengths": Absent(AbsentReason.DECLINED),
            "d2.care.needs": Absent(AbsentReason.NOTHING_TO_ADD),
        }
    ).text()
    assert "We have not talked about this yet: Community and resources." in text
    assert "You chose not to talk about this: Family history and well-being." in text
    assert "Basic care" not in text


def test_every_answer_disclosed_is_on_paper() -> None:
    view, _ = told(cm__child_share="yes").views()
    text = told(cm__child_share="yes").text()
    said = [given for given in view.answers.values() if isinstance(given, str) and " " in given and "-" not in given]
    missing = [given for given in said if given not in text and form().item("co.level").option(given) is None]
    assert len(said) > 15
    assert missing == []


def test_a_family_without_a_plan_yet_gets_a_copy_too() -> None:
    bare = Told({"id.given": "Mason"}, {"c2.share": "no", "c2.store": "yes"})
    assert words.NO_ACTIONS in bare.text()
    assert words.NOT_SHARED in bare.text()


def test_long_words_and_long_texts_run_over_pages_whole() -> None:
    long = " ".join(f"word{number}" for number in range(3000))
    copy = changed({"d1.behaviour.needs": long, "d1.behaviour.strengths": "x" * 20_000, "co.needs": long}).copy()
    text = text_of(copy)
    assert len(long) > 20_000
    assert text.count("word2999") == 2
    assert text.count("x") >= 20_000
    assert len(pages(copy)) > 20


def test_a_long_plan_keeps_every_step() -> None:
    rows = tuple(f"{number:08x}" for number in range(40))
    steps = {f"ac/{row}/ac.action": f"Step {row} " + "and so on " * 80 for row in rows}
    text = changed({"ac": rows, **steps}).text()
    assert [row for row in rows if f"Step {row}" not in text] == []


HOSTILE = '<b>bold</b> & &amp; &#x41; </para> <br/> "quoted" \'single\' ]]> %s {name} <a href="x">'


def test_text_that_looks_like_markup_stands_as_it_was_typed() -> None:
    text = changed({"id.given": HOSTILE, "co.strengths": HOSTILE, "ac/aa000001/ac.who": HOSTILE}).text()
    assert text.count(HOSTILE) == 4  # title, panel, step, and the name among the facts


@pytest.mark.parametrize(
    "letters",
    ["😀👨‍👩‍👧", "اردو میں لکھا", "हिन्दी", "中文", "\x00\x07\x1b", "\ufeff", "e\u0301\u0323\u0330", "\u2028\u2029"],
)
def test_letters_the_font_lacks_never_stop_a_copy(letters: str) -> None:
    text = changed({"id.given": f"Zoë {letters}", "d1.behaviour.words": letters, "cm.parent": letters}).text()
    assert "Our plan for Zoë" in text


def test_missing_letters_are_shown_and_said() -> None:
    assert drawable("Zoë ꦄ\x00\n") == f"Zoë {MISSING}"
    assert words.MISSING_LETTERS.split(".")[0] in told(id__given="ꦄ").text()
    assert words.MISSING_LETTERS.split(".")[0] not in told().text()


def test_only_released_views_become_paper() -> None:
    view, agreement = told().views()
    record: Any = kept(told()._finish(MASON, view.statement.kind))
    answers: Any = view.answers
    for first, second in ((record, agreement), (answers, agreement), (view, record), (record.record, agreement)):
        with pytest.raises(TypeError):
            family_copy(first, second, form(), made_at=NOON)


def test_a_view_made_for_a_service_does_not_become_the_familys_paper() -> None:
    views = told().views(Recipient(RecipientKind.SERVICE, "School nurse"))
    with pytest.raises(ValueError, match="somebody else"):
        family_copy(*views, form(), made_at=NOON)


def test_an_agreement_about_another_version_is_refused() -> None:
    with pytest.raises(ValueError, match="another version"):
        family_copy(told().views(FAMILY)[0], told().views(FAMILY)[1], form(), made_at=NOON)


def test_a_record_is_not_printed_with_another_forms_words() -> None:
    other: Any = type("Other", (), {"ref": None})()
    with pytest.raises(ValueError, match="another form"):
        family_copy(*told().views(), other, made_at=NOON)


def test_the_files_properties_name_nobody() -> None:
    reader = PdfReader(BytesIO(told().copy()))
    properties: dict[str, Any] = dict(reader.metadata or {})
    assert properties["/Title"] == "Family copy"
    assert not re.search("Mason|Reid|Jo |Whitfield", str(properties))
    assert str(reader.root_object["/Lang"]) == "en-GB"


def test_its_letters_travel_with_it() -> None:
    reader = PdfReader(BytesIO(told(cm__child_share="yes").copy()))
    resources: list[Any] = [page["/Resources"] for page in reader.pages]
    fonts = [font.get_object() for one in resources for font in one["/Font"].values()]
    assert {font["/BaseFont"].split("+")[1] for font in fonts} == {
        "NotoSans-Regular",
        "NotoSans-Bold",
        "NotoSans-Italic",
    }
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts)


def test_its_outline_leads_to_the_plan_and_the_sections() -> None:
    titles = [entry.title for entry in PdfReader(BytesIO(told().copy())).outline if not isinstance(entry, list)]
    assert titles[:2] == ["Our plan for Mason", "What we talked about"]
    assert titles[-1] == words.ABOUT
    assert "Parents and carers" in titles


def test_the_same_views_and_day_give_the_same_bytes() -> None:
    views = told().views()
    assert family_copy(*views, form(), made_at=NOON, terms=CopyTerms(zone=UTC)) == family_copy(
        *views, form(), made_at=NOON, terms=CopyTerms(zone=UTC)
    )


def test_it_says_which_version_it_shows() -> None:
    views = told().views()
    text = text_of(family_copy(*views, form(), made_at=NOON, terms=CopyTerms(zone=UTC)))
    assert f"Check: {views[0].statement.root[:8]}" in text
    assert "This is version 1, from Monday 14 December 2026." in text
