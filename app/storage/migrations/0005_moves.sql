-- What comes from, and is kept for, another laptop of the same person.

-- Certificates (JSON) of the author's other devices, which vouch for records signed on them.
CREATE TABLE other_devices (device TEXT PRIMARY KEY, certificate TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- What stood on another device at its last contact (JSON), the newest of each.
CREATE TABLE other_ledgers (device TEXT PRIMARY KEY, at TEXT NOT NULL, body TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- Drafts that were sealed to safe keeping, and when last; a row outlives its draft until that was withdrawn.
CREATE TABLE draft_backups (draft TEXT PRIMARY KEY, posted_at TEXT NOT NULL) STRICT, WITHOUT ROWID;
