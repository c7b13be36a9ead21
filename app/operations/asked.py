"""What a draft says as it is read aloud: a question no longer asked, and a row taken out, are not part of it.

A draft keeps them, so that Undo and a changed mind find them again. A record must not: nobody read them out, nobody
could hold them back, and they would leave with the rest.
"""

from __future__ import annotations

from app.domain.answers import Answers, link_id_of, rows_of
from app.domain.ids import RowId
from app.forms.definition import FormDefinition
from app.forms.newer import is_earlier
from app.forms.session import FormSession


def asked_only(form: FormDefinition, answers: Answers) -> Answers:
    """Return the answers that stand on the pages now, and nothing of what an earlier form asked.

    What else the form does not know stays: it is refused elsewhere.
    """
    session = FormSession(form, answers)
    return {path: given for path, given in answers.items() if not is_earlier(path) and _stands(session, path)}


def _stands(session: FormSession, path: str) -> bool:
    link_id = link_id_of(path)
    if link_id not in session.form:
        return True
    group, _, rest = path.partition("/")
    row_stands = not rest or RowId(rest.partition("/")[0]) in rows_of(session.answers, group)
    return row_stands and session.is_visible(path)
