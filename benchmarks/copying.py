"""The family's copy, beside the same words on bare pages of the same library."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from app.domain.answers import Answer
from app.domain.ids import EpisodeId
from app.domain.record import RecordKind
from app.forms.definition import FormDefinition
from app.operations.copies import make_family_copy
from app.operations.families import draft_of
from app.operations.finishing import final_version, sign_and_finish
from app.operations.keeping import Unsaved, keep
from benchmarks.family import Laptop, answers_for, new_laptop
from benchmarks.measure import Comparison, Result, compare, timed

COPY = Comparison(
    "family-copy",
    "Making the family's copy",
    "from the signed record in the vault to the bytes of the PDF: read, released, laid out, with its audit line",
    "the same questions and answers as one plain paragraph each with the same embedded font, laid out by reportlab",
    budget=1.5,
)
AGREED: dict[str, Answer] = {
    "c2.store": "yes",
    "c2.share": "yes",
    "c2.desk": "yes",
    "c2.signer": "Carly Reid",
    "c2.capacity": "parent",
    "c2.route": "typed",
    "c2.typed_name": "Carly Reid",
}


def measure(folder: Path, *, quick: bool) -> Iterator[Result]:
    """Yield the result; ``quick`` is for seeing that this still runs."""
    laptop = new_laptop(folder / "copy")
    form = laptop.workplace.forms.by_name("caf-assessment")
    answers = answers_for(form)
    episode = laptop.add_family("Mason", answers)
    _sign(laptop, episode)
    paragraphs = list(_paragraphs(form, answers))
    yield compare(
        COPY,
        lambda: timed(lambda: _ours(laptop, episode)),
        lambda: timed(lambda: _bare_pages(paragraphs)),
        1 if quick else 12,
    )
    laptop.vault.lock()


def _sign(laptop: Laptop, episode: EpisodeId) -> None:
    workplace = laptop.workplace
    with laptop.vault.transaction() as tx:
        sharing = draft_of(tx, workplace, episode, RecordKind.SHARING)
        keep(tx, Unsaved(answers={sharing: dict(AGREED)}), workplace.clock.now())
    with laptop.vault.transaction() as tx:
        sign_and_finish(tx, workplace, final_version(tx, workplace, episode))


def _ours(laptop: Laptop, episode: EpisodeId) -> None:
    with laptop.vault.transaction() as tx:
        make_family_copy(tx, laptop.workplace, episode)


def _paragraphs(form: FormDefinition, answers: dict[str, Answer]) -> Iterator[tuple[str, str]]:
    """Yield each question that was answered, and its answer in words."""
    for path, answer in answers.items():
        item = form.item_at(path)
        if not item.is_rows:
            yield item.text, item.display_of(answer) if isinstance(answer, str) else str(answer)


def _bare_pages(paragraphs: list[tuple[str, str]]) -> bytes:
    """Return the plainest PDF of these words."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    from app.documents import fonts

    fonts.letters()
    label = ParagraphStyle("label", fontName=fonts.BOLD, fontSize=14, leading=20)
    words = ParagraphStyle("words", fontName=fonts.REGULAR, fontSize=14, leading=20)
    story = [
        Paragraph(escape(text), style)
        for question, answer in paragraphs
        for text, style in ((question, label), (answer, words))
    ]
    written = BytesIO()
    SimpleDocTemplate(written, pagesize=A4).build(story)
    return written.getvalue()
