-- What is due and when, for the lists: a day and which answer says so, and never what that answer is about.
-- "finished" tells the dates of a finished record from those of a draft; both may stand beside each other.

CREATE TABLE due_dates (
    episode TEXT NOT NULL REFERENCES episodes ON DELETE CASCADE,
    record_kind TEXT NOT NULL,
    finished INTEGER NOT NULL CHECK (finished IN (0, 1)),
    path TEXT NOT NULL,
    kind TEXT NOT NULL,
    due_on TEXT NOT NULL,
    PRIMARY KEY (episode, record_kind, finished, path)
) STRICT, WITHOUT ROWID;

CREATE INDEX due_by_day ON due_dates (due_on);

-- Episodes whose dates are still to be read out of their records: those that were here before this table was.
CREATE TABLE due_unread (episode TEXT PRIMARY KEY REFERENCES episodes ON DELETE CASCADE) STRICT, WITHOUT ROWID;
INSERT INTO due_unread SELECT episode FROM episodes;
