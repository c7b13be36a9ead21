"""What a request's RFC 9421 signature covers (``docs/protocol.md`` §6), the same on both sides; no key is here."""

TAG = "ecaf-v1"
COVERED = ("@method", "@authority", "@target-uri")
