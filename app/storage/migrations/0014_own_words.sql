-- What answers said when somebody pressed Save; a practitioner's own phrases; and words that are spelled right to her.
CREATE TABLE saved_answers (
    n INTEGER PRIMARY KEY,
    draft TEXT NOT NULL REFERENCES drafts ON DELETE CASCADE,
    path TEXT NOT NULL,
    answer TEXT NOT NULL,
    name TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;

CREATE INDEX saved_by_path ON saved_answers (draft, path, n);

-- Letters begin with `;` and words with `=`: a row that lost its table is known by it.
CREATE TABLE phrases (letters TEXT PRIMARY KEY, words TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE own_words (spelled TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
