-- Why somebody went on although a rule of the practice spoke: one reason for each rule of an episode.

CREATE TABLE reasons (
    episode TEXT NOT NULL REFERENCES episodes ON DELETE CASCADE,
    rule INTEGER NOT NULL CHECK (rule > 0),
    why TEXT NOT NULL CHECK (why <> ''),
    at TEXT NOT NULL,
    PRIMARY KEY (episode, rule)
) STRICT;
