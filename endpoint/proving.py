"""Who must prove a second factor and how it is proved; no secret and no digits are ever written down or logged."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import datetime, timedelta

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from endpoint.accounts import StaffAccount
from endpoint.secondfactor import new_secret, spelled, step_proved, wait_after
from endpoint.storage.accounts import find_account_of_device, note_change
from endpoint.storage.database import Transaction
from endpoint.storage.factors import Factor, find_factor, keep_factor, keep_proof, list_factors, proved_until
from endpoint.times import to_text
from endpoint.visit import Answer, SignedVisit, refusal_answer
from protocol.codec import encode
from protocol.factor import FactorSecret, FactorStanding
from protocol.problems import Problem, Refused

_KEY, _NONCE = 32, 12


def check_proved(visit: SignedVisit) -> None:
    """Raise ``Refused`` where a device's owner is asked for a second factor and has not proved it of late."""
    if _is_asked(visit) and proved_until(visit.tx, visit.device.id) <= to_text(visit.now):
        raise Refused(Problem.FACTOR_NEEDED)


def _is_asked(visit: SignedVisit) -> bool:
    return visit.device.role in visit.house.factor.roles


def standing(visit: SignedVisit) -> FactorStanding:
    """Return how the second factor stands on a device."""
    if not _is_asked(visit):
        return FactorStanding(needed=False, set_up=False, until="")
    factor, until = find_factor(visit.tx, _account(visit).account), proved_until(visit.tx, visit.device.id)
    is_set_up = factor is not None and bool(factor.set_up_at)
    return FactorStanding(needed=True, set_up=is_set_up, until=until if until > to_text(visit.now) else "")


def begin(visit: SignedVisit) -> FactorSecret:
    """Make a fresh secret and return it, this once. Raises ``Refused``, also where one is in force already."""
    account = _account(visit)
    factor = find_factor(visit.tx, account.account)
    if factor is not None and factor.set_up_at:
        raise Refused(Problem.FACTOR_SET_UP)
    secret = new_secret()
    sealed = seal(visit.house.receipt_key, _whose(visit, account), secret)
    keep_factor(visit.tx, account.account, replace(factor, sealed=sealed) if factor is not None else Factor(sealed))
    _note(visit, account, "a secret for the second factor shown")
    return FactorSecret(spelled(secret))


def prove(visit: SignedVisit, code: str) -> Answer:
    """Take the digits of just now, once, for this device and a working period; a wrong try is kept, and answered so.

    Raises ``Refused`` where there is nothing to prove.
    """
    account = _account(visit)
    factor = find_factor(visit.tx, account.account)
    if factor is None:
        raise Refused(Problem.NOT_FOUND)
    if factor.wait_until > to_text(visit.now):
        left = datetime.fromisoformat(factor.wait_until) - visit.now
        return _refused(visit, account, Refused(Problem.FACTOR_WAIT, retry_after=int(left.total_seconds()) + 1))
    secret = opened(visit.house.receipt_key, _whose(visit, account), factor.sealed)
    step = step_proved(secret, code, visit.now, factor.used) if secret is not None else None
    if step is None:
        wait = timedelta(seconds=wait_after(factor.wrong + 1))
        tried = replace(factor, wrong=factor.wrong + 1, wait_until=to_text(visit.now + wait) if wait else "")
        keep_factor(visit.tx, account.account, tried)
        return _refused(visit, account, Refused(Problem.FACTOR_WRONG))
    return _proved(visit, account, factor, step)


def _proved(visit: SignedVisit, account: StaffAccount, factor: Factor, step: int) -> Answer:
    now, until = to_text(visit.now), to_text(visit.now + timedelta(hours=visit.house.factor.hours))
    in_force = replace(factor, set_up_at=factor.set_up_at or now, used=step, wrong=0, wait_until="")
    keep_factor(visit.tx, account.account, in_force)
    keep_proof(visit.tx, visit.device.id, until)
    _note(visit, account, "second factor proved" if factor.set_up_at else "second factor set up and proved")
    return Answer(200, encode(FactorStanding(needed=True, set_up=True, until=until)), about=account.account)


def _refused(visit: SignedVisit, account: StaffAccount, refusal: Refused) -> Answer:
    """Return a refusal that leaves what was written: raising it would take that back."""
    _note(visit, account, f"second factor refused ({refusal.problem.code})")
    return refusal_answer(refusal, about=account.account)


def _note(visit: SignedVisit, account: StaffAccount, what: str) -> None:
    """Write a line of the account, by its owner, who is named in the account and nowhere else."""
    note_change(visit.tx, account.account, f"{what} on laptop {visit.device.id}", account.account, visit.now)


def _account(visit: SignedVisit) -> StaffAccount:
    """Return the account of whom a second factor is asked. Raises ``Refused`` for everybody else."""
    account = find_account_of_device(visit.tx, visit.device.id) if _is_asked(visit) else None
    if account is None:
        raise Refused(Problem.NOT_FOUND)
    return account


def _whose(visit: SignedVisit, account: StaffAccount) -> str:
    return _of(visit.tx, account.account)


def _of(tx: Transaction, account: str) -> str:
    return f"{tx.authority} {account}"


def seal_anew(tx: Transaction, before: Ed25519PrivateKey, now: Ed25519PrivateKey) -> None:
    """Seal every second factor for a renewed receipt key: nobody has to link a phone anew because of it."""
    for account, factor in list_factors(tx):
        secret = opened(before, _of(tx, account), factor.sealed)
        if secret is not None:
            keep_factor(tx, account, replace(factor, sealed=seal(now, _of(tx, account), secret)))


def seal(key: Ed25519PrivateKey, whose: str, secret: bytes) -> bytes:
    """Return a secret sealed for one account of one authority."""
    nonce = secrets.token_bytes(_NONCE)
    return nonce + _cipher(key).encrypt(nonce, secret, whose.encode())


def opened(key: Ed25519PrivateKey, whose: str, sealed: bytes) -> bytes | None:
    """Return a secret; None where it was sealed under another receipt key, or for another account."""
    try:
        return _cipher(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], whose.encode())
    except InvalidTag:
        return None


def _cipher(key: Ed25519PrivateKey) -> ChaCha20Poly1305:
    """Return what seals, with a key made from one that lies beside the database and in none of its backups."""
    derived = HKDF(SHA256(), _KEY, salt=None, info=b"ecaf/second-factor/1").derive(key.private_bytes_raw())
    return ChaCha20Poly1305(derived)
