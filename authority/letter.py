"""The letter a person gets on paper or from a colleague's hand; it is the only place the code is ever written."""

from __future__ import annotations

from protocol import limits
from protocol.messages import Directory, Invitation

_OF_ROLE = {
    "administrator": (
        "As an administrator you see to people’s accounts: their checks, training and laptops. "
        "You see no family’s record.\n\n"
    )
}


def letter(invitation: Invitation, directory: Directory, address: str, code: str) -> str:
    """Return the letter's words."""
    practice = "This is for practice only: use made-up families.\n\n" if directory.practice else ""
    return (
        f"Dear {invitation.name},\n\n"
        f"{directory.name} invites you to eCAF as {invitation.job}, {invitation.agency} ({invitation.role}).\n\n"
        f"{practice}{_OF_ROLE.get(invitation.role, '')}"
        "When the program asks, please type these two:\n\n"
        f"Address: {address}\n"
        f"Code: {code}\n\n"
        f"The code works once, on one laptop, within {limits.INVITATION_HOURS} hours. Please show it to nobody. "
        "If you lose it or it is too old, ask for a new one: nothing else is lost.\n"
    )


def holder_letter(directory: Directory, key: str, seat: str, code: str) -> str:
    """Return the paper of one holder of an escrow key: to be printed once, signed for, and locked away."""
    return (
        f"{directory.name}: key holder {seat} of {key}\n\n"
        f"Code: {code}\n\n"
        "Two of the three holders of this key can open the vault of a laptop whose passphrase was\n"
        "forgotten, and the records of a laptop that was lost. One alone can open nothing.\n"
        "Keep this paper locked away, apart from the two others.\n"
        "Before any opening, ring the person and compare the eight letters. Every opening is written down.\n"
    )
