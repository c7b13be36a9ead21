"""The only room that knows SQL; nothing here knows HTTP, and no row holds an answer, a code or a private key."""
