"""The pages of forms in one family's record: every keystroke goes to the autosave, and any page can be reached."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.domain.answers import Answer, is_blank, text_of
from app.domain.attendance import COUNTED, SAID, with_share, worked_out
from app.domain.checklist import DECISION, CarriedLine, WayOn, carried_lines, joined, way_on
from app.domain.earlier import Check
from app.domain.gates import FirstGate
from app.domain.ids import DraftId, EpisodeId
from app.domain.thoughts import on_asking, on_finishing, on_page
from app.forms.undoing import DONE
from app.forms.view import FormView
from app.look.kit import TickBox
from app.look.speech import tr
from app.operations.asking_together import DO
from app.operations.earlier import check_here
from app.operations.family import FamilyFile
from app.operations.opendrafts import OpenDraft
from app.operations.otherforms import begin_form
from app.operations.unagreed import begin_unasked
from app.ui.days import day_in_words
from app.ui.finishing.languages import OWN_LANGUAGE, LanguageCard
from app.ui.shell.agreement import HOW, STROKES, AgreementCard
from app.ui.shell.askingservices import offer_services
from app.ui.shell.askingtogether import AskingTogether
from app.ui.shell.bench import Bench
from app.ui.shell.carriedcard import CarriedCard
from app.ui.shell.checklistcard import ChecklistCard
from app.ui.shell.deciding import DecidingCard
from app.ui.shell.feelings import Feelings
from app.ui.shell.formwords import links_of
from app.ui.shell.openelsewhere import say_open_elsewhere
from app.ui.shell.othersteps import FormStep
from app.ui.shell.thinking import Thoughts
from app.ui.shell.voicebar import all_names_in
from app.ui.shell.voicing import Voicing
from app.ui.shell.writing import Writing

_NEXT, DECISION_WHY = "co.next", "pre.decision_why"
WHO_DECIDES = frozenset({"id", "c1"})
"""The pages on which it is asked who is deciding: the child, and the agreement to start."""
LANGUAGE = "c1.language"
"""In which language the agreement to start was shown, where it was not ours."""


class FormPages(QStackedWidget):
    """One form view for each draft, made when first needed.

    Signals: ``typed(str)`` with the path at every change; ``marked(str)`` with a page that was said to be finished, or
    not; ``earlier_wanted(OpenDraft, str)`` to see what an answer said before; ``agreement_ready()`` when the family's
    answer at the first gate is to be written down; ``decided(bool)`` with whether the young person decides alone;
    ``ending_requested()`` when the checklist is to be the end of it; ``step_wanted(str)`` to go to another step;
    ``worried()``. ``begun(str)`` with the address of another form that was begun. ``explain_wanted()`` to turn the
    screen to a young person first; ``feelings.wanted`` to ask somebody how a topic is for them.
    """

    typed = Signal(str)
    marked = Signal(str)
    agreement_ready = Signal()
    ending_requested = Signal()
    step_wanted = Signal(str)
    worried = Signal()
    decided = Signal(bool)
    earlier_wanted = Signal(object, str)
    begun = Signal(str)
    explain_wanted = Signal()

    def __init__(self, bench: Bench, writing: Writing) -> None:
        super().__init__()
        self._bench, self._writing = bench, writing
        self._views: dict[DraftId, FormView] = {}
        self._ticks: dict[DraftId, TickBox] = {}
        self._agreement: AgreementCard | None = None
        self.together = AskingTogether(bench, writing, self._one_answered)
        self._check = Check.NOT_CHECKED
        self._ending: ChecklistCard | None = None
        self._carried: dict[DraftId, CarriedCard] = {}
        self._thoughts: dict[DraftId, Thoughts] = {}
        self._deciding: dict[DraftId, DecidingCard] = {}
        self._voicing = Voicing(writing)
        self._voicing.earlier_wanted.connect(self.earlier_wanted)
        self.feelings = Feelings()
        self._step: FormStep | None = None
        self._file: FamilyFile | None = None

    def load(self, file: FamilyFile | None) -> None:
        """Take in another family's record, or none: every view of the one before is let go."""
        for view in self._views.values():
            self.removeWidget(view)
            view.deleteLater()
        self._views.clear()
        self._ticks.clear()
        self._carried.clear()
        self._deciding.clear()
        self._voicing.forget()
        self._thoughts.clear()
        self.feelings.forget()
        self._step = self._agreement = self._ending = None
        self.together.forget()
        self._file = file
        written = file.assessment.answers if file is not None and file.assessment is not None else {}
        self._bench.hers.names = all_names_in(written)

    def take_in(self, file: FamilyFile) -> None:
        """Take in what is now known of the same record."""
        self._file = file

    def show_step(self, step: FormStep) -> None:
        """Show a page with what was written there."""
        self._step = step
        view = self._view(step.draft)
        view.show_page(step.page, step.draft.answers, step.crumb)
        if self._agreement is not None and self._file is not None and self._is(step.draft, "start"):
            self.together.show(self._agreement.each, self._file, step.draft)
        self._show_beside(step)
        self.setCurrentWidget(view)

    def show_again(self, _step: str = "") -> None:
        """Show what stands on the page now, after a step was taken back or done again; what is the same stays."""
        if self._step is not None:
            self._view(self._step.draft).load_answers(self._step.draft.answers)
            self._show_beside(self._step)
            self.together.show_again()

    def _show_beside(self, step: FormStep) -> None:
        """Show what stands round the questions: who decides, whether the page is finished, the first gate’s pad."""
        self._show_deciding(step)
        tick = self._ticks[step.draft.draft]
        blocked = tick.blockSignals(True)
        tick.setChecked(step.page.link_id in step.draft.done)
        tick.blockSignals(blocked)
        if self._agreement is not None and self._is(step.draft, "start"):
            self._load_agreement(step.draft)
        self._show_ending(step.draft)
        self._show_carried(step)
        self._show_thoughts(step)
        self._voicing.show(step, self._view(step.draft))
        self.feelings.show(step, self._file)
        offer_services(self._view(step.draft), step.page, self.step_wanted)
        self.show_elsewhere()

    def show_elsewhere(self) -> None:
        """Show whether another assessment of the child is open, as the courier heard last."""
        if (step := self._step) is not None:
            say_open_elsewhere(self._view(step.draft), step.page, self._bench, self._file, self.step_wanted)

    def focus_first(self) -> None:
        """Put the keyboard where the page begins."""
        view = self.currentWidget()
        if isinstance(view, FormView):
            view.focus_first()

    def focus_on(self, path: str, caret: int | None) -> None:
        """Take the keyboard to where somebody was writing, or to the tick that says a page is finished."""
        view = self.currentWidget()
        if not isinstance(view, FormView) or self._step is None:
            return
        if path.startswith(DONE):
            self._ticks[self._step.draft.draft].setFocus()
        else:
            view.focus_item(path, caret)

    def show_missing(self, sentences: tuple[str, ...]) -> None:
        """Say kindly what the first gate still needs; an empty tuple takes the words away."""
        view, card = self.currentWidget(), self._agreement
        if card is not None and isinstance(view, FormView):
            card.show_missing(sentences)
            QTimer.singleShot(0, view, lambda: view.page.reveal(card))  # once the words have their place on the page

    def _view(self, draft: OpenDraft) -> FormView:
        if draft.draft not in self._views:
            view = FormView(draft.form, self._bench.workplace.clock)
            view.hers = self._bench.hers
            view.answered.connect(lambda path, answer: self._answered(draft, path, answer))
            view.place_changed.connect(lambda path, caret: self._bench.autosave.note_place(draft.draft, path, caret))
            view.page.head.add(self._deciding_card(draft))
            view.below.add(self._finished_tick(draft))
            if self._is(draft, "start"):
                view.below.add(self._agreement_card(draft))
            if self._is(draft, "start") and draft.form.languages and LANGUAGE in draft.form:
                view.above.add(self._language_card(draft))
                view.speak(text_of(draft.answers, LANGUAGE))
            if self._is(draft, "checklist"):
                view.below.add(self._checklist_card(draft))
            if self._is(draft, "assessment"):
                view.above.add(self._carried_card(draft), self._voicing.bar(draft, view))
                view.below.insertWidget(0, self.feelings.card(draft))
            if not self._is(draft, "start"):
                self._thoughts[draft.draft] = Thoughts()
                self._thoughts[draft.draft].explained.connect(self._explain)
                view.below.add(self._thoughts[draft.draft])
            self._views[draft.draft] = view
            self.addWidget(view)
        return self._views[draft.draft]

    def _deciding_card(self, draft: OpenDraft) -> QWidget:
        card = self._deciding[draft.draft] = DecidingCard()
        card.chosen.connect(self.decided)
        card.explain_wanted.connect(self.explain_wanted)
        return card

    def _show_deciding(self, step: FormStep) -> None:
        """Ask who is deciding where the child is registered and at the first gate, and on no other page."""
        card = self._deciding[step.draft.draft]
        file = self._file
        if file is not None:
            card.load(restricted=file.restricted, fixed=file.gate is FirstGate.AGREED)
        card.setVisible(step.step in WHO_DECIDES)

    def _answered(self, draft: OpenDraft, path: str, answer: Answer | None) -> None:
        self._writing.write(draft, path, answer)
        if path in COUNTED and SAID in draft.form:
            self._writing.write(draft, SAID, worked_out(draft.answers))
            self._view(draft).load_answers(with_share(draft.answers))
        self.together.take_in(path, answer)
        if path == HOW and self._agreement is not None:
            self._load_agreement(draft)
        self._think_of_asking(draft)
        if self._step is not None and self._step.draft is draft:
            self._show_thoughts(self._step)
        self._show_ending(draft)
        self.typed.emit(path)

    def _one_answered(self, path: str, answer: str | None) -> None:
        """Take in what was answered for the open record's child among the others; the question above shows it too."""
        if self._step is not None:
            self._answered(self._step.draft, path, answer)
            self._view(self._step.draft).load_answers(self._step.draft.answers)

    def shown_for_each(self) -> dict[EpisodeId, str]:
        """Return the questions shown about each child of the household; empty where there is one alone."""
        return self.together.shown()

    def _language_card(self, draft: OpenDraft) -> QWidget:
        """Offer the languages the form may be shown in, its own first."""
        card, own = LanguageCard(LANGUAGE, (OWN_LANGUAGE, *draft.form.languages)), text_of(draft.answers, LANGUAGE)
        card.load(own if own in draft.form.languages else OWN_LANGUAGE)
        card.chosen.connect(lambda code: self._speak(draft, code))
        return card

    def _speak(self, draft: OpenDraft, language: str) -> None:
        self._answered(draft, LANGUAGE, language)
        self._view(draft).speak(language)
        if self._step is not None:
            self.show_step(self._step)

    def _finished_tick(self, draft: OpenDraft) -> QWidget:
        tick = TickBox(tr("I have finished this topic for now"))
        tick.setObjectName("step.done")
        tick.toggled.connect(lambda done: self._mark(draft, done=done))
        self._ticks[draft.draft] = tick
        return tick

    def _mark(self, draft: OpenDraft, *, done: bool) -> None:
        if self._step is None:
            return
        page = self._step.page.link_id
        self._writing.mark(draft, page, done=done)
        self.marked.emit(self._step.step)

    def _agreement_card(self, draft: OpenDraft) -> QWidget:
        self._agreement = AgreementCard()
        self._load_agreement(draft)
        self._agreement.ready.connect(self.agreement_ready)
        self._agreement.worried.connect(self.worried)
        self._agreement.decision_wanted.connect(self._decide_unasked)
        self._agreement.join_wanted.connect(self._ask_to_join)
        self._agreement.thoughts.explained.connect(self._explain)
        self._agreement.drawn.connect(lambda strokes: self._answered(draft, STROKES, strokes))
        return self._agreement

    def _decide_unasked(self) -> None:
        """Begin the decision to share without agreement, because asking is not safe, and lead to it."""
        if self._file is None or not self._bench.autosave.flush():
            return
        episode, workplace = self._file.episode, self._bench.workplace
        self.begun.emit(self._bench.tasks.ask(lambda tx: begin_unasked(tx, workplace, episode)))

    def _ask_to_join(self) -> None:
        """Begin the request to join in with another assessment: it asks for the family's yes, and the coordinator."""
        if self._file is None or not self._bench.autosave.flush():
            return
        episode, workplace = self._file.episode, self._bench.workplace
        url = workplace.forms.by_name("caf-request").url
        self._bench.tasks.ask(lambda tx: begin_form(tx, workplace, episode, url))
        self.begun.emit(url)

    def _load_agreement(self, draft: OpenDraft) -> None:
        """Show the first gate's answers, and what there is to think about with this child."""
        if self._agreement is None or self._file is None:
            return
        self._agreement.load(draft.answers)
        self.together.take_in(DO, draft.answers.get(DO))
        episode, workplace = self._file.episode, self._bench.workplace
        self._check = self._bench.tasks.ask(lambda tx: check_here(tx, workplace, episode))
        self._agreement.show_join(wanted=self._check in {Check.OPEN_HERE, Check.OPEN_ELSEWHERE})
        self._think_of_asking(draft)

    def _think_of_asking(self, draft: OpenDraft) -> None:
        if self._agreement is None or self._file is None or not self._is(draft, "start"):
            return
        child = self._file.assessment.answers if self._file.assessment is not None else {}
        local, told = self._bench.policy.local_rules, self._file.told
        said = on_asking(draft.answers, child, self._check, local, self._today(), told)
        self._agreement.thoughts.show_concerns(said, self._file.reasons, self._explained_elsewhere())

    def _explained_elsewhere(self) -> frozenset[str]:
        """Return the questions on other pages in which the reason for going on is asked, or was given already."""
        checklist = self._file.checklist if self._file is not None else None
        given = checklist is not None and not is_blank(checklist.answers.get(DECISION_WHY))
        return frozenset({"as.reason", *([DECISION_WHY] if given else ())})

    def _today(self) -> date:
        return self._bench.workplace.clock.now().astimezone().date()

    def _show_thoughts(self, step: FormStep) -> None:
        """Show what there is to think about on this page; where it says what happens next, about all that is shared."""
        thoughts = self._thoughts.get(step.draft.draft)
        if thoughts is None or self._file is None:
            return
        form = frozenset(item.link_id for item in step.draft.form)
        answers, start, page = step.draft.answers, self._file.agreed_to_start, frozenset(links_of(step.page.items))
        local, today, child = self._bench.policy.local_rules, self._today(), self._file.assessment
        said = on_page(answers, page, local, today, text_of(child.answers, "id.dob") if child is not None else "")
        if _NEXT in page:
            said = (*said, *on_finishing(answers, start, local, today, self._file.told, self._file.check))
        thoughts.show_concerns(said, self._file.reasons, form)

    def _explain(self, rule: int, why: str) -> None:
        """Keep why somebody goes on although a rule spoke."""
        if self._file is not None:
            self._file.reasons[rule] = why
            self._bench.autosave.note_reason(self._file.episode, rule, why)

    def _is(self, draft: OpenDraft, which: Literal["assessment", "checklist", "start"]) -> bool:
        return self._file is not None and getattr(self._file, which) is draft

    def _checklist_card(self, draft: OpenDraft) -> QWidget:
        self._ending = ChecklistCard(self._today() + timedelta(days=self._bench.policy.checklist_kept_days))
        self._ending.load(draft.answers)
        self._ending.end_requested.connect(self.ending_requested)
        self._ending.assess_requested.connect(lambda: self.step_wanted.emit("c1"))
        self._ending.worried.connect(self.worried)
        return self._ending

    def _show_ending(self, draft: OpenDraft) -> None:
        """Show where the checklist leads: on the page of the decision, and on every page once safety comes first."""
        if self._ending is None or self._step is None or not self._is(draft, "checklist"):
            return
        decides = DECISION in draft.form and draft.form.page_of(DECISION) == self._step.page
        self._ending.load(draft.answers)
        self._ending.setVisible(decides or way_on(draft.answers) is WayOn.SAFETY_FIRST)

    def _carried_card(self, draft: OpenDraft) -> QWidget:
        self._carried[draft.draft] = CarriedCard()
        self._carried[draft.draft].answered.connect(lambda line, still: self._carry(draft, line, still=still))
        return self._carried[draft.draft]

    def _show_carried(self, step: FormStep) -> None:
        """Show what the checklist offers to this page, but for what was answered: still true, or not any more."""
        card, checklist = self._carried.get(step.draft.draft), self._file.checklist if self._file else None
        if card is None or checklist is None:
            return
        form, done = step.draft.form, step.draft.done
        lines = tuple(
            (line, form.item(line.target).text)
            for line in carried_lines(checklist.answers)
            if line.target in form and form.page_of(line.target) == step.page and line.mark not in done
        )
        day = day_in_words(checklist.changed_at.astimezone().date())
        card.show_lines(
            lines, tr("{name} wrote in the checklist on {day}").format(name=self._bench.workplace.worker.name, day=day)
        )

    def _carry(self, draft: OpenDraft, line: CarriedLine, *, still: bool) -> None:
        """Take in what was answered about a line: only a yes puts its words into the assessment."""
        self._writing.begin_step()
        if still:
            self._writing.write(draft, line.target, joined(text_of(draft.answers, line.target), line.words))
        self._writing.mark(draft, line.mark, done=True)
        self.show_again()
        self.focus_on(line.target, None)
        self.typed.emit(line.target)
