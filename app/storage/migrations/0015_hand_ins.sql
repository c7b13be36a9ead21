-- What the desk said it took in from a stick.
CREATE TABLE hand_ins (
    envelope TEXT PRIMARY KEY REFERENCES outbox ON DELETE CASCADE,
    by TEXT NOT NULL,
    at TEXT NOT NULL,
    receipt TEXT NOT NULL
) STRICT;
