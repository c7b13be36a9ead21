-- Children of one family belong together: who they are in each other's records, and which rows were entered once for all.

CREATE TABLE household_children (
    child TEXT PRIMARY KEY REFERENCES children ON DELETE CASCADE,
    household TEXT NOT NULL,
    path TEXT NOT NULL,
    was_known INTEGER NOT NULL CHECK (was_known IN (0, 1)),
    joined_at TEXT NOT NULL
) STRICT;

CREATE TABLE household_rows (
    household TEXT NOT NULL,
    path TEXT NOT NULL,
    child TEXT REFERENCES children ON DELETE SET NULL,
    PRIMARY KEY (household, path)
) STRICT, WITHOUT ROWID;

CREATE INDEX household_members ON household_children (household);

CREATE INDEX household_rows_by_child ON household_rows (child);
