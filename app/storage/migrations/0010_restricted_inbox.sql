-- Of what came to the desk it is known whether a young person decides alone: then no list has a name for it.

ALTER TABLE inbox ADD COLUMN restricted INTEGER NOT NULL DEFAULT 0 CHECK (restricted IN (0, 1));
