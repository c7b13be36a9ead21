-- Services that may help, as the authority's directory has them: no child, no family and no choice is in any of these.
CREATE TABLE service_edition (
    only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
    statement TEXT NOT NULL
) STRICT;

CREATE TABLE service_pages (
    sha256 TEXT PRIMARY KEY,
    page BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE services (
    place INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    about TEXT NOT NULL,
    places TEXT NOT NULL,
    needs TEXT NOT NULL,
    levels TEXT NOT NULL,
    youngest INTEGER,
    oldest INTEGER
) STRICT;

CREATE TABLE service_bodies (
    place INTEGER PRIMARY KEY REFERENCES services ON DELETE CASCADE,
    body TEXT NOT NULL
) STRICT;
