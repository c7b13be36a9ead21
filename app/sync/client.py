"""The only room that speaks HTTP; every way a network can fail ends here as one of a few troubles in plain words."""

from __future__ import annotations

import ipaddress
import secrets
import ssl
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from types import MappingProxyType, TracebackType
from typing import Self
from urllib.parse import quote, urlsplit

import httpx2
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.clock import Clock, SystemClock
from app.sync.answers import SUCCESS, Said, offset_in, read, trouble_in
from app.sync.troubles import (
    AnswerUnreadable,
    EndpointRefused,
    EndpointTrouble,
    Intercepted,
    Unreachable,
    UnsafeAddress,
)
from app.sync.trust import trust
from protocol import limits
from protocol.batches import Verdicts, pack_batch
from protocol.childindex import FoundOuts, HeldPairs
from protocol.codec import encode
from protocol.deskkeys import DeskKeys
from protocol.keeping import Contact, ErasedList, MonthHeld, Months, SignedErasure, Standing
from protocol.messages import (
    PROTOCOL_VERSION,
    Anchor,
    Changes,
    Enrolled,
    Enrolment,
    Health,
    SignedAnchor,
    SignedDirectory,
    SignedLease,
    SignedReceipt,
)
from protocol.notices import NoticeAnswer, SignedNotice
from protocol.orders import Done, SignedDone, SignedPolicy
from protocol.problems import Problem, Refused
from protocol.requests import (
    COVERED,
    LENGTH_HEADER,
    NONCE_HEADER,
    OFFSET_HEADER,
    PIECE_TYPE,
    RETRY_HEADER,
    TAG,
    VERSION_HEADER,
)
from protocol.services import SignedEdition
from protocol.statements import Kind, check, public_text, sign

__all__ = ["AnswerUnreadable", "EndpointClient", "EndpointRefused", "EndpointTrouble", "Unreachable", "UnsafeAddress"]

_NONCE_BYTES = 16
_MESSAGE_BYTES = 64 * 1024
_CHANGES_BYTES = limits.CHANGES_AT_ONCE * limits.HEADER_BYTES + _MESSAGE_BYTES
_POLICY_BYTES = 2 * limits.POLICY_BYTES + _MESSAGE_BYTES
_HELD_BYTES = limits.HELD_PAIRS * 4 * 1024
_ERASED_BYTES = limits.ERASURE_ENVELOPES * 1024 + _MESSAGE_BYTES
_VERDICTS_BYTES = limits.BATCH_ENVELOPES * 4 * 1024
_UNAUTHORISED = 401
_OLDER = ("TLSV1_ALERT_PROTOCOL_VERSION", "UNSUPPORTED_PROTOCOL")
"""What OpenSSL says where the other end speaks nothing as new as we do; boxes that open connections often do not."""


class EndpointClient:
    """One laptop's conversation with one endpoint.

    ``address`` is a bare origin: ``https``, or ``http`` on this computer itself. ``pins`` are the keys that the other
    end may have (``app.sync.trust``). Every method blocks for at most about ``timeout`` seconds of silence and raises
    one of the troubles in ``app.sync.troubles``; the caller decides what to believe of an answer.
    """

    def __init__(  # noqa: PLR0913 - three are handed in by name
        self,
        address: str,
        device_id: str,
        signing_key: Ed25519PrivateKey,
        *,
        pins: Collection[str] = (),
        timeout: float = 15.0,
        clock: Clock | None = None,
    ) -> None:
        self.address, self._loopback = _read_address(address)
        self.device_id = device_id
        self._key, self._timeout, self._pins = signing_key, timeout, pins
        self._clock = clock or SystemClock()

    @cached_property
    def _http(self) -> httpx2.Client:
        """The connection, made when first used: on the thread that waits for it, and never on the windows'."""
        return httpx2.Client(
            base_url=self.address,
            timeout=self._timeout,
            follow_redirects=False,
            trust_env=not self._loopback,
            verify=trust(self._pins) if self.address.startswith("https") else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, places: TracebackType | None
    ) -> None:
        self.close()

    def another(self) -> EndpointClient:
        """Return another cable of this device to the same endpoint, for another thread."""
        return EndpointClient(
            self.address, self.device_id, self._key, timeout=self._timeout, pins=self._pins, clock=self._clock
        )

    def hold_to(self, pins: Collection[str]) -> None:
        """Hold the other end to these keys from now on: before the next word hands are shaken anew, and looked at."""
        self.close()
        self._pins = pins

    def hold_like(self, other: EndpointClient) -> None:
        """Hold the other end to the keys that this cable is held to by now."""
        if self._pins != other._pins:
            self.hold_to(other._pins)

    def close(self) -> None:
        """Let the connection go; it is made anew where something is asked after all."""
        if "_http" in vars(self):
            vars(self).pop("_http").close()

    def health(self) -> Health:
        """Ask whether the endpoint is well, and for its store's epoch."""
        return read(self._ask("GET", "/v1/health", _MESSAGE_BYTES, signed=False), Health)

    def authority(self) -> SignedDirectory:
        """Ask for the directory; believe it only after checking it with the root learnt at enrolment."""
        return read(self._ask("GET", "/v1/authority", _MESSAGE_BYTES, signed=False), SignedDirectory)

    def enrol(self, enrolment: Enrolment) -> Enrolled:
        """Bring this device's keys, signed by the invitation key."""
        body = self._ask("POST", "/v1/enrolments", _MESSAGE_BYTES, body=encode(enrolment), signed=False)
        return read(body, Enrolled)

    def put(self, envelope: bytes, envelope_id: str) -> SignedReceipt:
        """Send an envelope; sending it again is harmless. The receipt is not checked here."""
        return read(self._ask("PUT", _envelope_path(envelope_id), _MESSAGE_BYTES, body=envelope), SignedReceipt)

    def put_batch(self, envelopes: tuple[bytes, ...]) -> Verdicts:
        """Send many envelopes at once; a verdict for each, in their order. Sending any of them again is harmless."""
        answer = self._ask("POST", "/v1/envelopes", _VERDICTS_BYTES, body=pack_batch(envelopes))
        return read(answer, Verdicts)

    def brought(self, sha256: str) -> int:
        """Ask how many of these sealed bytes this device has brought."""
        answer = self._say("HEAD", _blob_path(sha256), _MESSAGE_BYTES)
        return offset_in(answer)

    def bring(self, sha256: str, place: int, piece: bytes, size: int) -> int:
        """Bring the piece at a place, of so many bytes; return how far they have come, whether or not it was taken."""
        said = {OFFSET_HEADER: str(place), LENGTH_HEADER: str(size), "Content-Type": PIECE_TYPE}
        answer = self._say("PATCH", _blob_path(sha256), _MESSAGE_BYTES, body=piece, headers=said)
        return offset_in(answer, Problem.BLOB_OFFSET.status)

    def contact(self, contact: Contact) -> Standing:
        """Begin a round: say which version and token this laptop has, and hear how it stands."""
        return read(self._ask("POST", "/v1/contact", _MESSAGE_BYTES, body=encode(contact)), Standing)

    def months(self) -> Months:
        """Ask what the endpoint has of this device, a digest for each month."""
        return read(self._ask("GET", "/v1/reconcile", _MESSAGE_BYTES), Months)

    def month(self, month: str, after: str = "") -> MonthHeld:
        """Ask for the ids of one month, from the one after ``after`` on."""
        path = f"/v1/reconcile/{quote(month, safe='')}?after={quote(after, safe='')}"
        return read(self._ask("GET", path, _CHANGES_BYTES), MonthHeld)

    def get(self, envelope_id: str) -> bytes:
        """Fetch an envelope addressed to this device; its bytes are not checked here."""
        return self._ask("GET", _envelope_path(envelope_id), limits.ENVELOPE_BYTES)

    def changes(self, cursor: str = "", limit: int = limits.CHANGES_AT_ONCE) -> Changes:
        """Ask what came for this device since ``cursor``, at most ``limit`` headers."""
        path = f"/v1/changes?limit={limit}&cursor={quote(cursor, safe='')}"
        return read(self._ask("GET", path, _CHANGES_BYTES), Changes)

    def erased(self, cursor: str = "") -> ErasedList:
        """Ask what was erased for ever of what this device reads or sent; no word is checked here."""
        return read(self._ask("GET", f"/v1/erasures?cursor={quote(cursor, safe='')}", _CHANGES_BYTES), ErasedList)

    def anchor(self) -> Anchor | None:
        """Ask for this device's anchor; none before the first. Raises ``AnswerUnreadable`` for one it did not sign."""
        try:
            signed = read(self._ask("GET", "/v1/anchor", _MESSAGE_BYTES), SignedAnchor)
            check(Kind.ANCHOR, signed.anchor, signed.signature, public_text(self._key))
        except EndpointRefused as fault:
            if fault.problem is Problem.NOT_FOUND:
                return None
            raise
        except Refused as fault:
            raise AnswerUnreadable from fault
        return signed.anchor

    def put_anchor(self, anchor: Anchor) -> None:
        """Sign an anchor and bring it."""
        signed = SignedAnchor(anchor, sign(Kind.ANCHOR, anchor, self._key))
        self._ask("PUT", "/v1/anchor", _MESSAGE_BYTES, body=encode(signed))

    def erase(self, signed: SignedErasure) -> ErasedList:
        """Ask that envelopes are erased for ever; the same again is answered alike. No word is checked here."""
        path = f"/v1/erasures/{quote(signed.erasure.id, safe='')}"
        return read(self._ask("PUT", path, _ERASED_BYTES, body=encode(signed)), ErasedList)

    def put_notice(self, signed: SignedNotice) -> NoticeAnswer:
        """Bring the notice of an open assessment; hear whether another of the same child is open."""
        path = f"/v1/notices/{quote(signed.notice.episode, safe='')}"
        return read(self._ask("PUT", path, _MESSAGE_BYTES, body=encode(signed)), NoticeAnswer)

    def held_open(self) -> HeldPairs:
        """Ask which open assessments may be of one child; only a desk is told."""
        return read(self._ask("GET", "/v1/index/held", _HELD_BYTES), HeldPairs)

    def found_out(self) -> FoundOuts:
        """Ask how what was held of this person's own assessments was settled."""
        return read(self._ask("GET", "/v1/notices", _HELD_BYTES), FoundOuts)

    def put_done(self, done: Done) -> None:
        """Sign the word that an order was carried out, and bring it."""
        signed = SignedDone(done, sign(Kind.DONE, done, self._key))
        self._ask("PUT", f"/v1/orders/{quote(done.order, safe='')}", _MESSAGE_BYTES, body=encode(signed))

    def policy(self) -> SignedPolicy:
        """Ask for the authority's policy; believe it only after checking it with the root learnt at enrolment."""
        return read(self._ask("GET", "/v1/policy", _POLICY_BYTES), SignedPolicy)

    def desk_keys(self) -> DeskKeys:
        """Ask for what the authority gave to this laptop of the desk's keys; no signature is checked here."""
        return read(self._ask("GET", "/v1/desk-keys", _MESSAGE_BYTES), DeskKeys)

    def services(self) -> SignedEdition:
        """Ask which edition of the service directory is in force; its signature is not checked here."""
        return read(self._ask("GET", "/v1/services", _MESSAGE_BYTES), SignedEdition)

    def services_page(self, name: str) -> bytes:
        """Fetch a page of that edition; its bytes are not checked here."""
        return self._ask("GET", f"/v1/services/{quote(name, safe='')}", _MESSAGE_BYTES)

    def lease(self) -> SignedLease:
        """Ask until when this laptop may go on without asking; the signature is not checked here."""
        return read(self._ask("GET", "/v1/lease", _MESSAGE_BYTES), SignedLease)

    def ask(self, method: str, path: str, largest: int, body: bytes = b"") -> bytes:
        """Ask, signed, for what the modules beside this one know how to say and read (``app.sync.lookingup``)."""
        return self._ask(method, path, largest, body=body)

    def _ask(self, method: str, path: str, largest: int, *, body: bytes = b"", signed: bool = True) -> bytes:
        answer = self._say(method, path, largest, body=body, signed=signed)
        if answer.status not in SUCCESS:
            raise trouble_in(answer)
        return answer.body

    def _say(  # noqa: PLR0913 - each is handed in by name
        self,
        method: str,
        path: str,
        largest: int,
        *,
        body: bytes = b"",
        signed: bool = True,
        headers: Mapping[str, str] = MappingProxyType({}),
    ) -> Said:
        answer = self._send(method, path, largest, body, _fresh_nonce() if signed else "", headers)
        if signed and answer.nonce and answer.status == _UNAUTHORISED:
            # A wrong clock: the endpoint's own nonce stands for it.
            answer = self._send(method, path, largest, body, answer.nonce, headers)
        return answer

    def _send(  # noqa: PLR0913, PLR0917 - the parts of one request
        self, method: str, path: str, largest: int, body: bytes, nonce: str, said: Mapping[str, str]
    ) -> Said:
        """Send one request, signed where there is a nonce, and return what was answered."""
        headers = {"Accept-Encoding": "identity", VERSION_HEADER: str(PROTOCOL_VERSION), **said}
        request = self._http.build_request(method, path, content=body or None, headers=headers)
        if nonce:
            self._sign(request, body, nonce)
        with _network_troubles():
            response = self._http.send(request, stream=True)
            try:
                answer = _read_body(response, largest)
            finally:
                response.close()
        heard = (response.headers.get(name, "") for name in (NONCE_HEADER, OFFSET_HEADER, RETRY_HEADER))
        return Said(response.status_code, answer, *heard)

    def _sign(self, request: httpx2.Request, body: bytes, nonce: str = "") -> None:
        from http_message_signatures import HTTPMessageSigner, MappingKeyResolver, algorithms
        from http_message_signatures.httpx2 import adapt_message

        keys = MappingKeyResolver(public_keys={}, private_keys={self.device_id: self._key})
        HTTPMessageSigner(signature_algorithm=algorithms.ED25519, key_resolver=keys).sign(
            adapt_message(request),
            key_id=self.device_id,
            created=self._clock.now(),
            nonce=nonce or _fresh_nonce(),
            tag=TAG,
            label="ecaf",
            covered_component_ids=COVERED,
            body=body or None,
        )


def _fresh_nonce() -> str:
    return secrets.token_urlsafe(_NONCE_BYTES)


def _read_address(address: str) -> tuple[str, bool]:
    """Return the bare origin and whether it is this computer itself. Raises ``UnsafeAddress``."""
    try:
        parts = urlsplit(address.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError as fault:
        raise UnsafeAddress from fault
    loopback = _is_loopback(host)
    allowed = ("http", "https") if loopback else ("https",)
    plain = not (parts.username or parts.password or parts.query or parts.fragment or parts.path.strip("/"))
    if not host or not plain or parts.scheme not in allowed:
        raise UnsafeAddress
    name = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{name}" + (f":{port}" if port is not None else ""), loopback


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _blob_path(sha256: str) -> str:
    return f"/v1/blobs/{quote(sha256, safe='')}"


def _envelope_path(envelope_id: str) -> str:
    return f"/v1/envelopes/{quote(envelope_id, safe='')}"


@contextmanager
def _network_troubles() -> Iterator[None]:
    try:
        yield
    except (httpx2.HTTPError, httpx2.StreamError, OSError) as fault:
        raise (Intercepted if _is_intercepted(fault) else Unreachable) from fault


def _is_intercepted(fault: BaseException | None) -> bool:
    """Say whether it came of a certificate that is not the endpoint's, or of an older way to keep a wire secret."""
    while fault is not None:
        if isinstance(fault, ssl.SSLCertVerificationError):
            return True
        if isinstance(fault, ssl.SSLError) and fault.reason in _OLDER:
            return True
        fault = fault.__cause__ or fault.__context__
    return False


def _read_body(response: httpx2.Response, largest: int) -> bytes:
    if response.headers.get("content-encoding", "identity") != "identity":
        raise AnswerUnreadable
    pieces, size = [], 0
    for piece in response.iter_raw():
        size += len(piece)
        if size > largest:
            raise AnswerUnreadable
        pieces.append(piece)
    return b"".join(pieces)
