"""The only room that knows SQL; nothing here knows HTTP, and no row holds an answer, a code or a private key."""

from endpoint.storage import index_tables as index_tables  # so that every table is known wherever one of them is
