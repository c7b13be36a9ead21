"""Bringing what is to be erased for ever, and letting go of it here once the endpoint's signed word for it has come."""

from __future__ import annotations

from dataclasses import replace

from app.clock import Clock
from app.domain.ids import EnvelopeId
from app.errors import Trouble
from app.sealing.envelopes import check_erased
from app.storage import asked_erasures, audit, erased, sealed
from app.storage.asked_erasures import AskedErasure
from app.storage.audit import Act
from app.storage.database import Transaction
from app.storage.thread import VaultThread
from app.sync.client import AnswerUnreadable, EndpointClient, EndpointRefused, EndpointTrouble
from app.sync.erasures import HEARD
from app.sync.fetching import Reader
from app.sync.reconciling import OLDER
from protocol.codec import decode
from protocol.keeping import Erased, ErasedList, SignedErasure
from protocol.problems import Problem


def to_bring(tx: Transaction) -> list[AskedErasure]:
    """Return the erasures that are not done."""
    return [one for one in asked_erasures.all_asked(tx) if one.done_at is None]


def bring_erasures(vault: VaultThread, client: EndpointClient, reader: Reader, clock: Clock) -> int:
    """Bring each erasure that is not done; return how many are done now. Each is harmless to ask for twice."""
    done = 0
    for one in vault.ask(to_bring):
        signed = decode(one.signed.encode(), SignedErasure)
        try:
            answer = client.erase(signed)
        except (EndpointRefused, EndpointTrouble, AnswerUnreadable) as fault:
            why = _why(fault)
            vault.ask(lambda tx, one=one, why=why: asked_erasures.keep(tx, replace(one, trouble=why)))  # type: ignore[misc]
            continue
        words = _believed(answer, signed, reader)
        is_whole = {word.envelope for word in words} == set(signed.erasure.envelopes)
        files = vault.ask(lambda tx, one=one, words=words, whole=is_whole: _let_go(tx, one, words, clock, whole=whole))  # type: ignore[misc]
        sealed.erase(vault.vault.sealed, [file for file in files if file])
        done += is_whole
    return done


def _why(fault: Trouble) -> str:
    """Return what stands as the trouble of an erasure that waits; an older endpoint is no trouble."""
    if not isinstance(fault, EndpointRefused):
        return Problem.ENDPOINT_TROUBLE.code
    return "" if fault.problem in OLDER else fault.problem.code


def _believed(answer: ErasedList, signed: SignedErasure, reader: Reader) -> list[Erased]:
    directory, asked = reader.directory.directory, set(signed.erasure.envelopes)
    words = [one.erased for one in answer.erased if check_erased(one, directory, EnvelopeId(one.erased.envelope))]
    return [word for word in words if word.envelope in asked]


def _let_go(tx: Transaction, one: AskedErasure, words: list[Erased], clock: Clock, *, whole: bool) -> list[str]:
    at, files = clock.now(), list[str]()
    for word in words:
        was_here, file = erased.let_go(tx, EnvelopeId(word.envelope), word.why.value)
        if was_here:
            audit.write(tx, Act.ERASED, word.envelope, at, HEARD)
            files.append(file)
    if whole:
        asked_erasures.keep(tx, replace(one, done_at=at, trouble=""))
    return files
