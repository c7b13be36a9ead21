"""What requests carry beside their messages (``docs/protocol.md`` §6), the same on both sides; no key is here."""

TAG = "ecaf-v1"
COVERED = ("@method", "@authority", "@target-uri")

VERSION_HEADER = "ecaf-version"
"""The newest version a laptop understands, in each of its requests; none means 1."""

NONCE_HEADER = "ecaf-nonce"
"""In a 401: a nonce of the endpoint's, to be signed by a laptop whose clock is wrong."""

RETRY_HEADER = "retry-after"
"""In a 429, 503 or 507: in how many seconds to come again (RFC 9110 §10.2.3; the protocol has no dates there)."""

OFFSET_HEADER = "upload-offset"
LENGTH_HEADER = "upload-length"
PIECE_TYPE = "application/offset+octet-stream"
"""As tus spells them (tus.io, resumable upload protocol 1.0.0)."""
