-- How far the vault has come, for the witness beside it, and the evolving key of the audit; what each line is about.

ALTER TABLE audit ADD COLUMN about TEXT NOT NULL DEFAULT '';
ALTER TABLE audit ADD COLUMN mac TEXT NOT NULL DEFAULT '';

CREATE TABLE standing (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    commits INTEGER NOT NULL,
    witnessed INTEGER NOT NULL,
    latest_at TEXT NOT NULL,
    audit_key BLOB,
    sealed_key BLOB,
    keyed_from INTEGER
) STRICT;
INSERT INTO standing VALUES (1, 0, 0, '', NULL, NULL, NULL);

CREATE INDEX inbox_by_record ON inbox (record);
