"""The letter a person gets on paper or from a colleague's hand; it is the only place the code is ever written."""

from __future__ import annotations

from protocol import limits
from protocol.messages import Directory, Invitation


def letter(invitation: Invitation, directory: Directory, address: str, code: str) -> str:
    """Return the letter's words."""
    practice = "This is for practice only: use made-up families.\n\n" if directory.practice else ""
    return (
        f"Dear {invitation.name},\n\n"
        f"{directory.name} invites you to eCAF as {invitation.job}, {invitation.agency} ({invitation.role}).\n\n"
        f"{practice}"
        "When the program asks, please type these two:\n\n"
        f"Address: {address}\n"
        f"Code: {code}\n\n"
        f"The code works once, on one laptop, within {limits.INVITATION_HOURS} hours. Please show it to nobody. "
        "If you lose it or it is too old, ask for a new one: nothing else is lost.\n"
    )
