"""One question about connections that cost money: it shows what holds, and says what somebody chose."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.domain.costs import SMALL_BYTES, Costly, goes_by_itself
from app.ui.finishing.costchoice import ANSWERS, CostChoice


def test_it_says_what_was_chosen_and_what_that_means(qtbot: QtBot) -> None:
    page = CostChoice()
    qtbot.addWidget(page)
    page.show_chosen(Costly.ASK)
    assert page._choices[Costly.ASK].isChecked()
    assert "Send now" in page._means.words
    with qtbot.waitSignal(page.chosen, check_params_cb=lambda said: said == Costly.SMALL):
        page._choices[Costly.SMALL].click()
    assert "scans" in page._means.words
    assert set(ANSWERS) == set(Costly)
    page.show_chosen("")
    assert page.isHidden()


def test_only_a_withdrawal_goes_before_somebody_says_so() -> None:
    assert [goes_by_itself(one, SMALL_BYTES, takes_back=False) for one in Costly] == [False, True, True]
    assert [goes_by_itself(one, SMALL_BYTES + 1, takes_back=False) for one in Costly] == [False, True, False]
    assert all(goes_by_itself(one, SMALL_BYTES + 1, takes_back=True) for one in Costly)
