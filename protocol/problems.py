"""Every way a request can fail, each one row of one table (``docs/protocol.md`` §8, RFC 9457)."""

from enum import Enum


class Problem(Enum):
    """A failure on the wire: its code, its HTTP status and its sentence."""

    MALFORMED = ("request.malformed", 400, "The request is not what the protocol describes.")
    SIGNATURE_MISSING = ("signature.missing", 401, "The request carries no usable signature.")
    SIGNATURE_WRONG = ("signature.wrong", 401, "The signature does not verify, is too old or was used before.")
    DEVICE_UNKNOWN = ("device.unknown", 401, "This device is not enrolled here.")
    INVITATION_WRONG = ("invitation.wrong", 403, "No invitation is open under this key.")
    NOT_FOUND = ("not.found", 404, "There is nothing here for this device.")
    METHOD_NOT_ALLOWED = ("method.not_allowed", 405, "This is not a request of the protocol.")
    INVITATION_USED = ("invitation.used", 409, "The code was already used by another device.")
    ENVELOPE_DIFFERENT = ("envelope.different", 409, "This id is already kept with other bytes.")
    DEVICE_SEQ_DIFFERENT = ("device_seq.different", 409, "This sequence number was used for another envelope.")
    ANCHOR_DIFFERENT = ("anchor.different", 409, "This is not the anchor that is kept, nor does it follow it.")
    INVITATION_EXPIRED = ("invitation.expired", 410, "The code is older than it may be.")
    TOO_LARGE = ("body.too_large", 413, "The body is larger than the limit.")
    UNREADABLE = ("body.unreadable", 422, "The envelope's header, hash or signature is not right.")
    ENDPOINT_TROUBLE = ("endpoint.trouble", 500, "The endpoint could not do its work; nothing was kept.")

    def __init__(self, code: str, status: int, sentence: str) -> None:
        self.code = code
        self.status = status
        self.sentence = sentence

    @property
    def urn(self) -> str:
        """The problem's type as RFC 9457 wants it: a URI."""
        return f"urn:ecaf:problem:{self.code}"


class Refused(Exception):
    """A request, message or signature that is not accepted, and why; never with any of its content."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem
