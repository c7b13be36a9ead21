"""What each copy of a family is made of: the answers disclosed to one reader, and in which words to say the rest."""

from __future__ import annotations

from dataclasses import dataclass

from app.documents.answered import in_words, rows
from app.documents.language import Language
from app.domain.answers import Answers, text_of
from app.domain.people import Worker
from app.forms.definition import FormDefinition


@dataclass(frozen=True)
class Told:
    """The answers disclosed of a record and of the agreement about it; ``phone`` is empty where none is known."""

    form: FormDefinition
    answers: Answers
    agreed: Answers
    author: Worker
    language: Language
    phone: str = ""

    def text(self, path: str) -> str:
        """Return an answer in words, without blanks round it; empty where there is none."""
        return text_of(self.answers, path).strip()

    def title(self, for_name: str, without: str) -> str:
        """Return a title with the name the child likes, or one without a name."""
        name = self.text("id.known_as") or self.text("id.given")
        return for_name.format(name=name) if name else without

    @property
    def steps(self) -> list[dict[str, str]]:
        """Return each step of the plan that says anything, as words by ``linkId``."""
        return list(rows(self.answers, self.form.item("ac"), self.language)) if "ac" in self.form else []

    @property
    def review(self) -> str:
        """Return the day it is looked at again, in words; empty where none was set."""
        path = "co.review"
        return in_words(self.form.item(path), self.answers.get(path), self.language) if path in self.form else ""

    @property
    def by(self) -> str:
        """Return who wrote it, with their job and agency."""
        return ", ".join(part for part in (self.author.name, self.author.job, self.author.agency) if part.strip())
