"""Every way a request can fail, each one row of one table (``docs/protocol.md`` §10, RFC 9457)."""

from enum import Enum
from typing import Any


class Problem(Enum):
    """A failure on the wire: its code, its HTTP status and its sentence."""

    MALFORMED = ("request.malformed", 400, "The request is not what the protocol describes.")
    SIGNATURE_MISSING = ("signature.missing", 401, "The request carries no usable signature.")
    SIGNATURE_WRONG = ("signature.wrong", 401, "The signature does not verify, is too old or was used before.")
    DEVICE_UNKNOWN = ("device.unknown", 401, "This device is not enrolled here.")
    INVITATION_WRONG = ("invitation.wrong", 403, "No invitation is open under this key.")
    DEVICE_REVOKED = ("device.revoked", 403, "This device may hand in what it has, and read nothing more.")
    ACCOUNT_NOT_READY = ("account.not_ready", 403, "Nothing is sent or received for this person just now.")
    FACTOR_NEEDED = ("factor.needed", 403, "The six digits of the second factor are asked for first.")
    FACTOR_WRONG = ("factor.wrong", 403, "These are not the six digits of just now, or they were used already.")
    NOT_FOUND = ("not.found", 404, "There is nothing here for this device.")
    METHOD_NOT_ALLOWED = ("method.not_allowed", 405, "This is not a request of the protocol.")
    INVITATION_USED = ("invitation.used", 409, "The code was already used by another device.")
    ENVELOPE_DIFFERENT = ("envelope.different", 409, "This id is already kept with other bytes.")
    DEVICE_SEQ_DIFFERENT = ("device_seq.different", 409, "This sequence number was used for another envelope.")
    ANCHOR_DIFFERENT = ("anchor.different", 409, "This is not the anchor that is kept, nor does it follow it.")
    BLOB_OFFSET = ("blob.offset", 409, "The piece does not begin where the pieces kept end.")
    NOTICE_DIFFERENT = ("notice.different", 409, "A newer notice, or another with this number, is kept already.")
    INDEX_SHIELDED = ("index.shielded", 409, "This child is shielded: read the warning, and say so, to go on.")
    INDEX_OWN_LOOK = ("index.own_look", 409, "Somebody else must review this.")
    FACTOR_SET_UP = ("factor.set_up", 409, "A second factor is set up already; its secret is not shown again.")
    ACCOUNT_OWN = ("account.own", 409, "Nobody changes an account of their own.")
    ACCOUNT_LAST = ("account.last", 409, "This would leave nobody who could see to accounts.")
    ACCOUNT_TWO = (
        "account.two",
        409,
        "Whoever recorded the check of somebody does not let them join, too: that takes two people.",
    )
    INVITATION_EXPIRED = ("invitation.expired", 410, "The code is older than it may be.")
    ENVELOPE_ERASED = ("envelope.erased", 410, "This envelope was erased, and is never kept again.")
    TOO_LARGE = ("body.too_large", 413, "The body is larger than the limit.")
    UNREADABLE = ("body.unreadable", 422, "The envelope's header, hash or signature is not right.")
    INDEX_NO_REASON = ("index.no_reason", 422, "Nobody looks into the index without saying why.")
    INDEX_TOO_LITTLE = ("index.too_little", 422, "Too little is known to look for one child.")
    INDEX_NOT_AGREED = ("index.not_agreed", 422, "Authors are brought together only with the family's yes.")
    ACCOUNT_NOT_RIGHT = ("account.not_right", 422, "What was to be recorded is not right; nothing was recorded.")
    BLOB_DIFFERENT = ("blob.different", 422, "The pieces together are not what their name says; they were let go.")
    BLOB_MISSING = ("blob.missing", 424, "The sealed bytes of this envelope have not come whole.")
    TOO_FAST = ("device.too_fast", 429, "This device asks or brings more than it may at once; it may come again later.")
    FACTOR_WAIT = ("factor.wait", 429, "After several wrong tries nothing is tried for a while.")
    ENDPOINT_TROUBLE = ("endpoint.trouble", 500, "The endpoint could not do its work; nothing was kept.")
    ENDPOINT_BUSY = ("endpoint.busy", 503, "Too many requests wait here already; nothing was kept.")
    ENDPOINT_FULL = ("endpoint.full", 507, "The endpoint has no room left; nothing was kept.")

    def __init__(self, code: str, status: int, sentence: str) -> None:
        self.code = code
        self.status = status
        self.sentence = sentence

    @property
    def urn(self) -> str:
        """The problem's type as RFC 9457 wants it: a URI."""
        return f"urn:ecaf:problem:{self.code}"


class Refused(Exception):
    """A request, message or signature that is not accepted, and why; never with any of its content.

    ``members`` are said beside the problem (RFC 9457 section 3.2): hashes, numbers and the
    endpoint's signed word, no more.
    """

    def __init__(self, problem: Problem, **members: Any) -> None:
        super().__init__(problem.code)
        self.problem = problem
        self.members = members
