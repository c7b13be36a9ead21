"""A form in its other language fits the screen: the longest words of ours in Welsh, in the largest text."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot
from test_formview_page import nothing_is_cut_off, settle

from app.forms.definition import FormDefinition, FormLibrary, Page
from app.forms.translations import Translations, translations
from app.forms.view import FormView
from app.look.kit import Heading, theme
from app.paths import resources

LONGEST = 3


def reviewed() -> tuple[Translations, ...]:
    """Return the Welsh beside the forms as it is once somebody has looked at it for the version in use."""
    own = FormLibrary(resources() / "forms", ())
    return tuple(
        Translations(
            each.language,
            {
                url: replace(words, version=own.newest(url).version, by="A translator", on="2027-01-12")
                for url, words in each.forms.items()
            },
        )
        for each in translations()
    )


@pytest.fixture(scope="module")
def library() -> FormLibrary:
    return FormLibrary(resources() / "forms", reviewed())


def longest_word(page: Page) -> int:
    said = " ".join((page.title, page.intro, *page.prompts, *(f"{one.text} {one.hint}" for one in page.items)))
    choices = (option.display for one in page.items for option in one.options)
    return max(*(len(word) for word in said.split()), *(len(one) for one in (*choices, "")), 0)


def hardest(library: FormLibrary) -> list[tuple[FormDefinition, Page]]:
    """Return the pages whose words are hardest to fit, of every form that has Welsh."""
    pages = [
        (form, page)
        for form in {library.by_name(form.name).url: library.by_name(form.name) for form in library}.values()
        if "cy" in form.languages
        for page in form.languages["cy"].pages
        if not all(item.copied for item in page.items)  # what is copied is shown once there is something to copy
    ]
    assert len(pages) > 60
    return sorted(pages, key=lambda pair: -longest_word(pair[1]))[:LONGEST]


@pytest.mark.parametrize("place", range(LONGEST))
def test_the_longest_words_in_welsh_are_not_cut_off_in_the_largest_text(
    shown: Callable[..., FormView], qtbot: QtBot, library: FormLibrary, place: int
) -> None:
    form, page = hardest(library)[place]
    theme.set_scale(2)
    view = shown(form, page.link_id)
    view.speak("cy")
    view.show_page(form.page(page.link_id), {})
    settle(view, qtbot)
    assert page.title in {heading.words for heading in view.findChildren(Heading)}
    assert nothing_is_cut_off(view) > 10
    assert view.page.horizontalScrollBar().maximum() == 0
