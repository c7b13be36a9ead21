"""The one way to say that something is larger than the protocol carries; it is said before anything is sent."""

from app.errors import Trouble


class TooLarge(Trouble):
    """What was sealed is larger than the endpoint takes."""

    def __init__(self) -> None:
        super().__init__(
            "This record is too large to send.",
            "It is safe on this laptop.",
            "Please ask whoever looks after the program.",
        )
