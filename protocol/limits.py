"""How much of anything one message may hold (``docs/protocol.md`` §9); every reader checks before it unpacks."""

ENVELOPE_BYTES = 8 * 1024 * 1024
HEADER_BYTES = 16 * 1024
ANCHOR_BYTES = 8 * 1024
CHANGES_AT_ONCE = 200
PACKAGE_BYTES = 64 * 1024 * 1024
REQUEST_AGE_SECONDS = 300
INVITATION_HOURS = 24
LEAF_MULTIPLE = 32
LEASE_DAYS = 30
