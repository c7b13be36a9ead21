"""The one way to say that something is not what it claims to be; never with any of its content."""

from app.errors import Trouble


class NotGenuine(Trouble):
    """A seal, a signature or a form does not hold, so nothing of it may be shown or believed."""

    def __init__(
        self,
        what: str,
        safe: str = "Nothing of it is shown.",
        next_step: str = "Please ask whoever sent it to send it again.",
    ) -> None:
        super().__init__(what, safe, next_step)
