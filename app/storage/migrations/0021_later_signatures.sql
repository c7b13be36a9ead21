-- At a desk: signatures that were added after a record was agreed to and sent; each once, beside the record it is under.
CREATE TABLE later_signatures (
    envelope TEXT PRIMARY KEY,
    signature TEXT NOT NULL,
    record TEXT NOT NULL,
    version INTEGER NOT NULL,
    root TEXT NOT NULL,
    author_name TEXT NOT NULL,
    author_agency TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    read_at TEXT,
    body BLOB NOT NULL,
    UNIQUE (signature, author_name, author_agency)
) STRICT;

CREATE INDEX later_signatures_by_record ON later_signatures (record, version);
