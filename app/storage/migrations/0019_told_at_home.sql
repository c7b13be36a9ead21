-- Which lines of a record about which a young person decides alone they want somebody at home to be told, and since when.

CREATE TABLE told_at_home (
    episode TEXT NOT NULL REFERENCES episodes ON DELETE CASCADE,
    person TEXT NOT NULL,
    line TEXT NOT NULL,
    said_on TEXT NOT NULL,
    PRIMARY KEY (episode, person, line)
) STRICT;
