"""Where letters stand for words, the page says which."""

from app.forms.abbreviations import spelled_out
from app.forms.definition import FormLibrary
from app.paths import resources

FORMS = FormLibrary(resources() / "forms")


def test_a_page_with_such_letters_says_what_they_stand_for() -> None:
    page = FORMS.by_name("caf-assessment").page("fh")
    assert spelled_out(page).startswith("CAF stands for Common Assessment Framework")


def test_a_page_without_them_says_nothing() -> None:
    assert spelled_out(FORMS.by_name("caf-assessment").page("d1.behaviour")) == ""
