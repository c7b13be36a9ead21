"""The audit in words that anybody can read; a code never reaches a person."""

from __future__ import annotations

from app.said import said

WORDS = {
    "unlocked": "Opened their place on this laptop",
    "locked": "Locked it",
    "wrong-passphrase": "Wrong words were typed at the lock",
    "passphrase-changed": "Changed the words that open this place",
    "recovery-code-made": "Made a recovery code",
    "recovered": "Opened with forgotten words",
    "holders-asked": "Asked the key holders to open this place",
    "given-back": "Read what could be read of a damaged place",
    "checked": "Looked whether everything here is whole",
    "backed-up": "Made a backup of this place",
    "brought-back": "Brought this place back from a backup",
    "key-changed": "Changed the key of this place",
    "enrolled": "Joined the team with this laptop",
    "child-added": "Added the child",
    "episode-opened": "Began a record",
    "restricted": "Wrote that the young person decides alone",
    "unrestricted": "Wrote that the young person does not decide alone",
    "draft-started": "Began a form",
    "written": "Wrote in the record",
    "form-changed": "Moved a draft to another version of its form",
    "listed": "Looked at the list of children",
    "viewed": "Read the record",
    "turned": "Turned the screen to the family",
    "turned-back": "Took the screen back",
    "searched": "Searched",
    "finished": "Finished a version",
    "signed": "Signed an agreement with the family",
    "printed": "Made a copy on paper",
    "not-at-home": "Wrote that a copy is not for home",
    "exported": "Saved a list of what was done",
    "sealed": "Sealed a copy to be sent",
    "decided": "Shared without agreement what a decision names",
    "voided": "Held a copy back: the agreement was changed",
    "received": "A copy arrived at the authority",
    "imported": "A record came to the desk",
    "moved-out": "Made copies for their new laptop",
    "moved-in": "Took in copies from their other laptop",
    "opened": "Opened what was sent",
    "withdrawn": "Took back what was released",
    "lifted": "Wrote what a young person wants told at home",
    "step-marked": "Wrote what is done of the plan",
    "refused": "Wrote that the family said no",
    "erased": "Erased a child’s record",
    "let-go": "Took a printed note off this laptop",
    "worry-begun": "Pressed “Worried now?”",
    "worry-ended": "Answered what was done about a worry",
    "reviewed": "Looked at the list of what was done",
    "policy-changed": "The authority’s settings changed",
    "clock-set-back": "The laptop’s clock was set back",
    "noticed": "Something looked like an older copy",
    "acknowledged": "Said that this was read",
    "erasure-asked": "Asked that what was sent is erased for ever",
    "desk-key-taken": "Took in a new key of the early help desk",
    "told": "Told the authority that an assessment is open, or is no more",
    "ordered": "The authority ordered something of this laptop",
    "looked-up": "Asked the authority’s child index",
    "administered": "Saw to people’s accounts",
}
_SAID_TOO = frozenset({"wrong-passphrase", "recovered", "clock-set-back", "turned-back"})
"""Acts whose reason is words and numbers of our own."""
_PAPERS = {
    "consent-leaflet": "the leaflet for families",
    "start-notice": "a notice that an assessment begins",
    "childs-version": "the child’s version",
    "transfer-letter": "a letter to another area",
    "lead-introduction": "a letter on who the lead professional is",
    "agreement-reminder": "a letter on what was agreed",
    "thank-you": "a thank-you letter",
    "bundle": "everything held about a child",
    "bundle-file": "everything held about a child, for another program",
    "family-copy": "the family’s copy",
    "refusal-note": "a note of a refusal",
    "recovery-sheet": "the sheet with a recovery code",
    "form": "a form",
    "told-lines": "the lines a young person wants told at home",
    "working-paper": "the form with what was written so far",
}
_WAYS = {"saved": "Saved {paper} as a file", "shown": "Opened {paper} in another program, to print it"}
_READERS = {
    "parent": "a parent or carer",
    "easy read": "a parent or carer, easy to read",
    "child": "the child",
    "young person": "the young person",
}
_BY_REASON = {
    ("erased", "heard"): "Let go of a copy, because it was erased for ever at the authority",
    ("exported", "on a stick"): "Wrote what is sealed onto a stick, to be handed in",
    ("exported", "a receipt"): "Gave a receipt for what came on a stick",
    ("received", "on a stick"): "A copy arrived at the desk, on a stick",
    ("looked-up", "search"): "Looked a child up in the authority’s child index",
    ("looked-up", "entry"): "Opened a child’s entry in the authority’s child index",
    ("looked-up", "override"): "Opened a shielded child’s whole entry in the authority’s child index",
    ("looked-up", "waiting"): "Looked at what waits in the authority’s child index",
    ("looked-up", "review"): "Reviewed the opening of a shielded child’s entry",
    ("administered", "list"): "Looked at the list of people’s accounts",
    ("administered", "check"): "Recorded somebody’s check",
    ("administered", "training"): "Recorded a course that somebody has done",
    ("administered", "policy"): "Recorded that somebody accepted the use policy",
    ("administered", "state"): "Opened or shut somebody’s account",
    ("administered", "laptop"): "Revoked somebody’s laptop",
    ("administered", "open"): "Opened an account for somebody",
    ("administered", "invite"): "Made a code for somebody’s laptop",
    ("administered", "history"): "Looked at what was done to somebody’s account",
    ("administered", "factor"): "Let somebody link another phone for the six digits",
    ("looked-up", "settle"): "Wrote how two assessments in the child index were settled",
}
_ORDERED = {
    "revoke": "The authority ordered that this laptop hands in what is finished, and gets nothing more",
    "push-then-wipe": "The authority ordered that this laptop hands in what is finished, and is then emptied",
    "wipe-now": "The authority ordered that this laptop is emptied at once",
}
_INBOX = "Looked at the list of what came to the desk"


def in_words(act: str, why: str) -> str:
    """Return an act as a sentence without its full stop."""
    if (act, why) == ("listed", "inbox"):
        return _INBOX
    if (act, why) in _BY_REASON:
        return _BY_REASON[act, why]
    if act == "ordered" and why in _ORDERED:
        return _ORDERED[why]
    if act == "not-at-home" and why in _READERS:
        return said("{what}, for {reader}", what=said(WORDS[act]), reader=said(_READERS[why]))
    if act == "printed" and (left := _left(*why.split(":"))):
        return left
    words = WORDS.get(act, "Did something that only a newer version can name")
    return said("{what} ({why})", what=said(words), why=why) if why and act in _SAID_TOO else words


def _left(paper: str = "", way: str = "", reader: str = "") -> str:
    """Return how a paper left, in words; empty for a line from before that was written down."""
    if paper not in _PAPERS or way not in _WAYS:
        return ""
    what = said(_WAYS[way], paper=said(_PAPERS[paper]))
    return said("{what}, for {reader}", what=what, reader=said(_READERS[reader])) if reader in _READERS else what
