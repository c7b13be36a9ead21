-- What was taken back: here by this person, at a desk by those who released it. Nothing of it is sent or shown any more.
CREATE TABLE withdrawals (
    record TEXT NOT NULL,
    by TEXT NOT NULL,
    agency TEXT NOT NULL,
    version INTEGER NOT NULL,
    why TEXT NOT NULL CHECK (why IN ('withdrawn', 'in-error')),
    at TEXT NOT NULL,
    PRIMARY KEY (record, by, agency)
) STRICT, WITHOUT ROWID;

ALTER TABLE inbox ADD COLUMN taken_back TEXT NOT NULL DEFAULT '' CHECK (taken_back IN ('', 'withdrawn', 'in-error'));
