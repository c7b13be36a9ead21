-- Which steps of the plan are done, on which day and by whom: beside the record, which stays as it was agreed to.

CREATE TABLE steps_done (
    episode TEXT NOT NULL REFERENCES episodes ON DELETE CASCADE,
    step TEXT NOT NULL,
    done_on TEXT NOT NULL,
    by TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (episode, step)
) STRICT;
