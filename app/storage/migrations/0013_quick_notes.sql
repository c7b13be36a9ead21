-- What is jotted down while a family talks, each piece with its time; no part of the record until it is sorted into it.
CREATE TABLE quick_notes (
    note TEXT PRIMARY KEY,
    episode TEXT NOT NULL REFERENCES episodes ON DELETE CASCADE,
    begun_at TEXT NOT NULL,
    text TEXT NOT NULL,
    sorted_to TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX quick_notes_by_time ON quick_notes (episode, begun_at);
