"""Trouble that can be explained to a person; every other exception is our mistake and takes the crash path.

A trouble's words never hold a name, an answer, a passphrase or a key.
"""

from app.said import one_after_another


class Trouble(Exception):
    """Something went wrong in the world, not in the program.

    ``what`` says what happened, ``safe`` what is still safe, ``next_step`` what the person can do.
    """

    def __init__(self, what: str, safe: str = "", next_step: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.safe = safe
        self.next_step = next_step

    def sentences(self) -> str:
        """Return the whole of it as one short paragraph."""
        return one_after_another((self.what, self.safe, self.next_step))
