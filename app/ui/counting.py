"""How many of something, in words: one whole phrase for one and another for more, so that each can be translated."""

from __future__ import annotations

from app.look.speech import noted, tr

NOUNS = {
    "answer": (noted("{number} answer"), noted("{number} answers")),
    "assessment": (noted("{number} assessment"), noted("{number} assessments")),
    "byte": (noted("{number} byte"), noted("{number} bytes")),
    "child": (noted("{number} child"), noted("{number} children")),
    "day": (noted("{number} day"), noted("{number} days")),
    "draft": (noted("{number} draft"), noted("{number} drafts")),
    "envelope": (noted("{number} envelope"), noted("{number} envelopes")),
    "fault": (noted("{number} fault"), noted("{number} faults")),
    "file": (noted("{number} file"), noted("{number} files")),
    "finished record": (noted("{number} finished record"), noted("{number} finished records")),
    "gap": (noted("{number} gap"), noted("{number} gaps")),
    "key": (noted("{number} key"), noted("{number} keys")),
    "later signature": (noted("{number} later signature"), noted("{number} later signatures")),
    "line": (noted("{number} line"), noted("{number} lines")),
    "month": (noted("{number} month"), noted("{number} months")),
    "new question": (noted("{number} new question"), noted("{number} new questions")),
    "page": (noted("{number} page"), noted("{number} pages")),
    "person": (noted("{number} person"), noted("{number} people")),
    "private note": (noted("{number} private note"), noted("{number} private notes")),
    "record": (noted("{number} record"), noted("{number} records")),
    "sealed copy": (noted("{number} sealed copy"), noted("{number} sealed copies")),
    "service": (noted("{number} service"), noted("{number} services")),
    "stroke": (noted("{number} stroke"), noted("{number} strokes")),
    "year": (noted("{number} year"), noted("{number} years")),
}
"""What is counted on a page; a house test holds every call to these."""


def counted(number: int, noun: str) -> str:
    """Return ``1 year``, ``2 years``."""
    one, many = NOUNS[noun]
    return tr(one if number == 1 else many).format(number=number)
