"""What the authority gave this laptop on the way: its policy; one with a lower serial never replaces it."""

from app.storage import sync_state
from app.storage.database import Transaction

_POLICY, _SERIAL = "policy given", "policy serial"


def policy_serial(tx: Transaction) -> int:
    """Return the serial of the policy that is held; 0 before there was one."""
    return int(sync_state.read(tx, _SERIAL) or 0)


def policy_text(tx: Transaction) -> str:
    """Return the policy file that was given; empty before there was one."""
    return sync_state.read(tx, _POLICY) or ""


def keep_policy(tx: Transaction, serial: int, text: str) -> bool:
    """Keep a policy whose serial is higher than the one held; say whether it was."""
    if serial <= policy_serial(tx):
        return False
    sync_state.write(tx, _POLICY, text)
    sync_state.write(tx, _SERIAL, str(serial))
    return True
