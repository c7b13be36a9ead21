"""The administrator's room: all accounts and one of them; what is shown was asked for, or is said to be from before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from app.errors import Trouble
from app.look.speech import noted, tr
from app.operations.administering import (
    AccountAsk,
    Standing,
    is_due,
    is_only_administrator,
    keep_changed,
    keep_shown,
    matches,
    note_administering,
    read_known,
    standing,
)
from app.sync.accounts import DigitsAsked, ToRecord, everybody, open_for, record, revoke, said_of, what_was_done
from app.sync.client import EndpointClient
from app.sync.inviting import Invited, Inviter, make_code
from app.ui.administrator.account import AccountPage
from app.ui.administrator.accounts import AccountsPage
from app.ui.administrator.newaccount import NewAccountPage
from app.ui.doors import Doors
from app.ui.shell.accountdays import NotWhole, later_day, past_day
from app.ui.shell.accounthistory import history_line
from app.ui.shell.accountwords import COURSES, REASONS, ROLES, account_shown, asking_words, fresh_words, row_of
from app.ui.shell.bench import Bench
from app.ui.shell.endpointasking import EndpointAsking
from app.ui.words import day_and_time
from protocol.accounts import (
    Accepted,
    Account,
    AccountChanges,
    Accounts,
    AccountState,
    Course,
    FactorAnew,
    FactorWhy,
    NewAccount,
    Trained,
    Turned,
    Vetted,
)

T = TypeVar("T")

_AT_FIRST = 30
_DIGITS = 12
_WRITTEN_DOWN = noted("It is written down at your authority, with your name.")
_WAS_THERE = noted("There was an account of this person in this role already. This is it.")


class AccountsRoom(QStackedWidget):
    """The list and one account. Signals: ``reading(str)`` with an empty string: no child is ever open here."""

    reading = Signal(str)

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self.page = AccountsPage()
        self.one = AccountPage(_said(COURSES), _said(REASONS))
        self.new = NewAccountPage(_said(ROLES))
        for page in (self.page, self.one, self.new):
            self.addWidget(page)
        self._asking = EndpointAsking(bench, said_of)
        self._known: Accounts | None = None
        self._is_old, self._shown, self._open = True, _AT_FIRST, ""
        self._connect()

    def _connect(self) -> None:
        self.page.opened.connect(self.open_account)
        self.page.wanted_changed.connect(self._narrow)
        self.page.again_requested.connect(self.ask_again)
        self.page.more_requested.connect(self._show_more)
        self.page.new_requested.connect(self._begin_new)
        self.new.back_requested.connect(self._leave_new)
        self.new.given.connect(self._open_new)
        self.one.history_wanted.connect(self._ask_history)
        self.one.code_wanted.connect(self._make_code)
        self.one.back_requested.connect(self._back)
        self.one.check_seen.connect(self._keep_check)
        self.one.course_done.connect(self._keep_course)
        self.one.accepted.connect(self._keep_policy)
        self.one.turned.connect(self._turn)
        self.one.revoked.connect(self._revoke)
        self.one.factor_ended.connect(self._end_factor)

    @property
    def title(self) -> str:
        """What the bar calls this place."""
        return tr("People’s accounts")

    @property
    def doors(self) -> Doors:
        """The ways to the rooms beside it."""
        return self.page.doors

    def begin(self) -> None:
        """Show what is known, and ask what is so now."""
        workplace = self._bench.workplace
        self._known = self._bench.tasks.ask(lambda tx: read_known(tx, workplace))
        self._is_old, self._shown, self._open = True, _AT_FIRST, ""
        self.one.clear()
        self.new.clear()
        self.setCurrentWidget(self.page)
        self._show_list()
        self.page.focus_first()
        self.reading.emit("")
        self.ask_again()

    def ask_again(self) -> None:
        """Ask for every account."""
        self.page.show_busy(busy=True)
        self.page.show_fresh(asking_words(self._known))
        self._ask(AccountAsk.LIST, "", everybody, self._listed, self._not_listed)

    def _ask(
        self,
        ask: AccountAsk,
        account: str,
        work: Callable[[EndpointClient], T],
        then: Callable[[T], None],
        trouble: Callable[[Trouble], None],
    ) -> None:
        workplace = self._bench.workplace
        self._asking.ask(work, then, trouble, note=lambda tx: note_administering(tx, workplace, ask, account))

    def _listed(self, accounts: Accounts) -> None:
        self._bench.tasks.ask(lambda tx: keep_shown(tx, accounts))
        self._known, self._is_old = accounts, False
        self.page.show_digits_asked(asked=False)
        self.page.show_busy(busy=False)
        self.page.show_fresh(fresh_words(accounts))
        self._show_list()
        self._show_one()

    def _not_listed(self, trouble: Trouble) -> None:
        self._is_old = True
        self.page.show_busy(busy=False)
        self.page.show_digits_asked(asked=isinstance(trouble, DigitsAsked))
        self.page.show_fresh(fresh_words(self._known, trouble))
        self._show_one()

    def _narrow(self) -> None:
        self._shown = _AT_FIRST
        self._show_list()
        self.page.say_count()

    def _show_more(self) -> None:
        before, self._shown = self._shown, self._shown + _AT_FIRST
        self._show_list()
        self.page.focus_account(self._wanted()[before].account)

    def _wanted(self) -> list[Account]:
        today, only = self._today(), self.page.only
        every = self._known.accounts if self._known is not None else ()
        found = [one for one in every if matches(one, self.page.words)]
        if only == "due":
            found = [one for one in found if is_due(one, today)]
        if only == "not":
            found = [one for one in found if standing(one, today) is Standing.NOT]
        return sorted(found, key=lambda one: (one.name.casefold(), one.account))

    def _show_list(self) -> None:
        found, today = self._wanted(), self._today()
        self.page.show_accounts([row_of(one, today) for one in found[: self._shown]], len(found))

    def open_account(self, account: str) -> None:
        """Open one account."""
        self._open = account
        self.one.forget()
        self._show_one()
        self.setCurrentWidget(self.one)
        self.one.to_top()
        self.one.focus_first()

    def _begin_new(self) -> None:
        self.new.clear()
        self.setCurrentWidget(self.new)
        self.new.to_top()
        self.new.focus_first()

    def _leave_new(self) -> None:
        self.new.clear()
        self.setCurrentWidget(self.page)
        self.page.focus_new()

    def _open_new(self, name: str, job: str, agency: str, role: str, manager: str) -> None:
        if not (name and job and agency):
            self.new.show_trouble(NotWhole(noted("Name, job and agency are all needed.")))
            return
        self.new.forget()
        self.new.show_busy(busy=True)
        new = NewAccount(name, job, agency, role, manager)
        self._ask(AccountAsk.OPEN, "", lambda client: open_for(client, new), self._was_opened, self._not_opened)

    def _was_opened(self, account: Account) -> None:
        was_there = self._known is not None and account.account in {one.account for one in self._known.accounts}
        self.new.show_busy(busy=False)
        self.new.clear()
        self._known = self._bench.tasks.ask(lambda tx: keep_changed(tx, account)) or self._known
        self._show_list()
        self.open_account(account.account)
        self.one.say(tr(_WAS_THERE) if was_there else tr(_WRITTEN_DOWN))

    def _not_opened(self, trouble: Trouble) -> None:
        if isinstance(trouble, DigitsAsked):
            self.page.show_digits_asked(asked=True)
        self.new.show_busy(busy=False)
        self.new.show_trouble(trouble)

    def _make_code(self) -> None:
        found, workplace = self._opened(), self._bench.workplace
        if found is None:
            return
        inviter = Inviter(workplace.certificate, workplace.secrets.signing, workplace.root)
        self.one.forget()
        self.one.clear_code()
        self.one.show_busy(busy=True)
        self._ask(
            AccountAsk.INVITE,
            self._open,
            lambda client: make_code(client, found, inviter),
            self._code_came,
            self._not_done,
        )

    def _code_came(self, invited: Invited) -> None:
        self.one.show_busy(busy=False)
        if invited.account.account == self._open:
            self.one.focus_again()
            self.one.show_code(invited.code, self._bench.workplace.endpoint, day_and_time(invited.until))

    def _ask_history(self, before: int) -> None:
        account = self._open
        self.one.forget()
        self.one.show_busy(busy=True)
        self._ask(
            AccountAsk.HISTORY,
            account,
            lambda client: what_was_done(client, account, before),
            self._history_came,
            self._not_done,
        )

    def _history_came(self, said: AccountChanges) -> None:
        found = self._opened()
        self.one.show_busy(busy=False)
        if found is not None:
            last = said.changes[-1].n if said.more and said.changes else 0
            self.one.show_history([history_line(one, found) for one in said.changes], last)
            if last:
                self.one.focus_again()

    def _show_one(self) -> None:
        found = self._opened()
        if found is not None:
            old = self._known.at if self._is_old and self._known is not None else ""
            only = is_only_administrator(found, self._known.accounts if self._known is not None else (), self._today())
            self.one.show_account(account_shown(found, self._today(), old_from=old, only=only))

    def _opened(self) -> Account | None:
        every = self._known.accounts if self._known is not None else ()
        return next((one for one in every if one.account == self._open), None)

    def _back(self) -> None:
        was, self._open = self._open, ""
        self.one.clear()
        self._show_list()
        self.setCurrentWidget(self.page)
        self.page.focus_account(was)

    def _keep_check(self, number: str, on: str, seen_by: str, until: str) -> None:
        try:
            if not (number.isascii() and number.isdigit() and len(number) == _DIGITS):
                raise NotWhole(noted("The number of a check has twelve digits."))  # noqa: TRY301 - said as the rest is
            if not seen_by:
                raise NotWhole(noted("Somebody has to have seen the certificate."))  # noqa: TRY301 - as above
            vetted = Vetted(number, past_day(on, self._today()), seen_by, later_day(until, on))
        except NotWhole as fault:
            self.one.show_trouble(fault)
            return
        self._record(AccountAsk.CHECK, vetted, self.one.clear_check)

    def _keep_course(self, course: str, on: str, until: str) -> None:
        try:
            trained = Trained(Course(course), past_day(on, self._today()), later_day(until, on))
        except NotWhole as fault:
            self.one.show_trouble(fault)
            return
        self._record(AccountAsk.TRAINING, trained, self.one.clear_course)

    def _keep_policy(self, on: str) -> None:
        try:
            accepted = Accepted(past_day(on, self._today()))
        except NotWhole as fault:
            self.one.show_trouble(fault)
            return
        self._record(AccountAsk.POLICY, accepted, self.one.clear_policy)

    def _turn(self, state: str) -> None:
        self._record(AccountAsk.STATE, Turned(AccountState(state)), lambda: None)

    def _revoke(self, laptop: str) -> None:
        account = self._open
        self._do(AccountAsk.LAPTOP, lambda client: revoke(client, account, laptop), lambda: None)

    def _end_factor(self, why: str) -> None:
        if why:
            self._record(AccountAsk.FACTOR, FactorAnew(FactorWhy(why)), self.one.clear_factor)
        else:
            self.one.show_trouble(NotWhole(noted("No reason is chosen yet.")))

    def _record(self, ask: AccountAsk, said: ToRecord, done: Callable[[], None]) -> None:
        account = self._open
        self._do(ask, lambda client: record(client, account, said), done)

    def _do(self, ask: AccountAsk, work: Callable[[EndpointClient], Account], done: Callable[[], None]) -> None:
        self.one.forget()
        self.one.show_busy(busy=True)

        def then(account: Account) -> None:
            self.one.show_busy(busy=False)
            done()
            self._changed(account)

        self._ask(ask, self._open, work, then, self._not_done)

    def _changed(self, account: Account) -> None:
        self._known = self._bench.tasks.ask(lambda tx: keep_changed(tx, account)) or self._known
        self._show_one()
        self._show_list()
        self.one.say(tr(_WRITTEN_DOWN))
        self.one.focus_again()

    def _not_done(self, trouble: Trouble) -> None:
        if isinstance(trouble, DigitsAsked):
            self.page.show_digits_asked(asked=True)
        self.one.show_busy(busy=False)
        self.one.show_trouble(trouble)

    def _today(self) -> date:
        return self._bench.workplace.clock.now().astimezone().date()


def _said(words: Mapping[Course, str] | Mapping[FactorWhy, str] | Mapping[str, str]) -> list[tuple[str, str]]:
    return [(str(code), tr(said)) for code, said in words.items()]
