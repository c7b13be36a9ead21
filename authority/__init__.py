"""The authority's own desk, offline: root key, escrow, invitations; neither laptop nor endpoint ever imports it."""
