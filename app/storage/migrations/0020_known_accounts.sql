-- The accounts as an administrator was shown them last, to be read without a connection: staff alone, and no child.

CREATE TABLE known_accounts (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    accounts TEXT NOT NULL
) STRICT;
