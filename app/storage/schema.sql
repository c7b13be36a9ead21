-- What the steps in migrations/ add up to, for reading; a test compares the two.

CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'an audit line never changes'); END;

CREATE TRIGGER audit_stays BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'an audit line stays'); END;

CREATE TRIGGER child_is_found AFTER INSERT ON children
BEGIN INSERT INTO finding VALUES (NEW.child, NEW.added_at, ''); END;

CREATE TRIGGER draft_begun_is_work AFTER INSERT ON drafts
BEGIN UPDATE finding SET worked_at = NEW.changed_at WHERE +worked_at < NEW.changed_at
    AND child = (SELECT child FROM episodes WHERE episode = NEW.episode); END;

CREATE TRIGGER finishing_is_work AFTER INSERT ON records
BEGIN UPDATE finding SET worked_at = NEW.finished_at WHERE +worked_at < NEW.finished_at
    AND child = (SELECT child FROM episodes WHERE episode = NEW.episode); END;

CREATE TRIGGER record_bodies_never_change BEFORE UPDATE ON record_bodies
BEGIN SELECT RAISE(ABORT, 'a finished record never changes'); END;

CREATE TRIGGER record_bodies_stay BEFORE DELETE ON record_bodies WHEN NOT EXISTS (SELECT 1 FROM erasing)
BEGIN SELECT RAISE(ABORT, 'a finished record stays'); END;

CREATE TRIGGER records_never_change BEFORE UPDATE ON records
BEGIN SELECT RAISE(ABORT, 'a finished record never changes'); END;

CREATE TRIGGER records_stay BEFORE DELETE ON records WHEN NOT EXISTS (SELECT 1 FROM erasing)
BEGIN SELECT RAISE(ABORT, 'a finished record stays'); END;

CREATE TABLE answer_history (
    n INTEGER PRIMARY KEY,
    draft TEXT NOT NULL REFERENCES drafts ON DELETE CASCADE,
    path TEXT NOT NULL,
    answer TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;

CREATE TABLE audit (
    n INTEGER PRIMARY KEY AUTOINCREMENT,
    prev TEXT NOT NULL,
    at TEXT NOT NULL,
    act TEXT NOT NULL,
    object TEXT NOT NULL,
    why TEXT NOT NULL,
    hash TEXT NOT NULL
, about TEXT NOT NULL DEFAULT '', mac TEXT NOT NULL DEFAULT '') STRICT;

CREATE TABLE children (
    child TEXT PRIMARY KEY,
    given TEXT NOT NULL DEFAULT '',
    family TEXT NOT NULL DEFAULT '',
    likes_to_be_called TEXT NOT NULL DEFAULT '',
    born TEXT,
    expected TEXT,
    communication TEXT NOT NULL DEFAULT '',
    added_at TEXT NOT NULL
) STRICT;

CREATE TABLE device_counter (one INTEGER PRIMARY KEY CHECK (one = 1), last INTEGER NOT NULL) STRICT;

CREATE TABLE draft_answers (
    draft TEXT NOT NULL REFERENCES drafts ON DELETE CASCADE,
    path TEXT NOT NULL,
    answer TEXT NOT NULL,
    PRIMARY KEY (draft, path)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft_backups (draft TEXT PRIMARY KEY, posted_at TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE draft_pages_done (
    draft TEXT NOT NULL REFERENCES drafts ON DELETE CASCADE,
    page TEXT NOT NULL,
    PRIMARY KEY (draft, page)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft_places (
    draft TEXT PRIMARY KEY REFERENCES drafts ON DELETE CASCADE,
    path TEXT NOT NULL,
    caret INTEGER NOT NULL,
    at TEXT NOT NULL
) STRICT;

CREATE TABLE drafts (
    draft TEXT PRIMARY KEY,
    episode TEXT NOT NULL REFERENCES episodes ON DELETE CASCADE,
    kind TEXT NOT NULL,
    form_url TEXT NOT NULL,
    form_version TEXT NOT NULL,
    form_sha256 TEXT NOT NULL,
    base_record TEXT,
    base_version INTEGER,
    started_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    UNIQUE (episode, kind)
) STRICT;

CREATE TABLE due_dates (
    episode TEXT NOT NULL REFERENCES episodes ON DELETE CASCADE,
    record_kind TEXT NOT NULL,
    finished INTEGER NOT NULL CHECK (finished IN (0, 1)),
    path TEXT NOT NULL,
    kind TEXT NOT NULL,
    due_on TEXT NOT NULL,
    PRIMARY KEY (episode, record_kind, finished, path)
) STRICT, WITHOUT ROWID;

CREATE TABLE due_unread (episode TEXT PRIMARY KEY REFERENCES episodes ON DELETE CASCADE) STRICT, WITHOUT ROWID;

CREATE TABLE enrolment (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    worker_name TEXT NOT NULL,
    worker_job TEXT NOT NULL,
    worker_agency TEXT NOT NULL,
    worker_role TEXT NOT NULL,
    device TEXT NOT NULL,
    endpoint TEXT NOT NULL,
    certificate TEXT NOT NULL,
    authority TEXT NOT NULL
) STRICT;

CREATE TABLE episodes (
    episode TEXT PRIMARY KEY,
    child TEXT NOT NULL REFERENCES children ON DELETE CASCADE,
    restricted INTEGER NOT NULL CHECK (restricted IN (0, 1)),
    opened_at TEXT NOT NULL
) STRICT;

CREATE TABLE erasing (child TEXT PRIMARY KEY) STRICT;

CREATE TABLE files_given_up (file TEXT PRIMARY KEY) STRICT;

CREATE TABLE finding (
    child TEXT PRIMARY KEY REFERENCES children ON DELETE CASCADE,
    worked_at TEXT NOT NULL,
    sought TEXT NOT NULL
) STRICT;

CREATE TABLE hand_ins (
    envelope TEXT PRIMARY KEY REFERENCES outbox ON DELETE CASCADE,
    by TEXT NOT NULL,
    at TEXT NOT NULL,
    receipt TEXT NOT NULL
) STRICT;

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

CREATE TABLE inbox (
    envelope TEXT PRIMARY KEY,
    record TEXT NOT NULL,
    version INTEGER NOT NULL,
    kind TEXT NOT NULL,
    episode TEXT NOT NULL,
    child_name TEXT NOT NULL,
    author_name TEXT NOT NULL,
    author_job TEXT NOT NULL,
    author_agency TEXT NOT NULL,
    author_role TEXT NOT NULL,
    finished_at TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    opened_at TEXT
, restricted INTEGER NOT NULL DEFAULT 0 CHECK (restricted IN (0, 1)), taken_back TEXT NOT NULL DEFAULT '' CHECK (taken_back IN ('', 'withdrawn', 'in-error'))) STRICT;

CREATE TABLE inbox_bodies (
    envelope TEXT PRIMARY KEY REFERENCES inbox ON DELETE CASCADE,
    body BLOB NOT NULL
) STRICT;

CREATE TABLE known_accounts (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    accounts TEXT NOT NULL
) STRICT;

CREATE TABLE later_signatures (
    envelope TEXT PRIMARY KEY,
    signature TEXT NOT NULL,
    record TEXT NOT NULL,
    version INTEGER NOT NULL,
    root TEXT NOT NULL,
    author_name TEXT NOT NULL,
    author_agency TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    read_at TEXT,
    body BLOB NOT NULL,
    UNIQUE (signature, author_name, author_agency)
) STRICT;

CREATE TABLE name_words (
    word TEXT NOT NULL,
    child TEXT NOT NULL REFERENCES children ON DELETE CASCADE,
    PRIMARY KEY (word, child)
) STRICT, WITHOUT ROWID;

CREATE TABLE openings (
    record TEXT NOT NULL,
    version INTEGER NOT NULL,
    by TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (record, version, by, at),
    FOREIGN KEY (record, version) REFERENCES records ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE other_devices (device TEXT PRIMARY KEY, certificate TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE other_ledgers (device TEXT PRIMARY KEY, at TEXT NOT NULL, body TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
    envelope TEXT PRIMARY KEY,
    device_seq INTEGER NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    record TEXT NOT NULL,
    version INTEGER NOT NULL,
    recipient TEXT NOT NULL,
    file TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    queued_at TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    last_trouble TEXT NOT NULL,
    next_try_at TEXT,
    receipt TEXT NOT NULL,
    received_at TEXT
) STRICT;

CREATE TABLE own_words (spelled TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE phrases (letters TEXT PRIMARY KEY, words TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE private_notes (
    note TEXT PRIMARY KEY,
    episode TEXT NOT NULL REFERENCES episodes ON DELETE CASCADE,
    text TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;

CREATE TABLE quick_notes (
    note TEXT PRIMARY KEY,
    episode TEXT NOT NULL REFERENCES episodes ON DELETE CASCADE,
    begun_at TEXT NOT NULL,
    text TEXT NOT NULL,
    sorted_to TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE reasons (
    episode TEXT NOT NULL REFERENCES episodes ON DELETE CASCADE,
    rule INTEGER NOT NULL CHECK (rule > 0),
    why TEXT NOT NULL CHECK (why <> ''),
    at TEXT NOT NULL,
    PRIMARY KEY (episode, rule)
) STRICT;

CREATE TABLE record_bodies (
    record TEXT NOT NULL,
    version INTEGER NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (record, version),
    FOREIGN KEY (record, version) REFERENCES records ON DELETE CASCADE
) STRICT;

CREATE TABLE records (
    record TEXT NOT NULL,
    version INTEGER NOT NULL,
    episode TEXT NOT NULL REFERENCES episodes ON DELETE CASCADE,
    kind TEXT NOT NULL,
    form_url TEXT NOT NULL,
    form_version TEXT NOT NULL,
    form_sha256 TEXT NOT NULL,
    root TEXT NOT NULL,
    agrees_to TEXT NOT NULL,
    author_name TEXT NOT NULL,
    author_job TEXT NOT NULL,
    author_agency TEXT NOT NULL,
    author_role TEXT NOT NULL,
    device TEXT NOT NULL,
    finished_at TEXT NOT NULL,
    PRIMARY KEY (record, version)
) STRICT;

CREATE TABLE saved_answers (
    n INTEGER PRIMARY KEY,
    draft TEXT NOT NULL REFERENCES drafts ON DELETE CASCADE,
    path TEXT NOT NULL,
    answer TEXT NOT NULL,
    name TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;

CREATE TABLE scrub_due (one INTEGER PRIMARY KEY CHECK (one = 1)) STRICT;

CREATE TABLE service_bodies (
    place INTEGER PRIMARY KEY REFERENCES services ON DELETE CASCADE,
    body TEXT NOT NULL
) STRICT;

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

CREATE TABLE standing (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    commits INTEGER NOT NULL,
    witnessed INTEGER NOT NULL,
    latest_at TEXT NOT NULL,
    audit_key BLOB,
    sealed_key BLOB,
    keyed_from INTEGER
) STRICT;

CREATE TABLE steps_done (
    episode TEXT NOT NULL REFERENCES episodes ON DELETE CASCADE,
    step TEXT NOT NULL,
    done_on TEXT NOT NULL,
    by TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (episode, step)
) STRICT;

CREATE TABLE sync_state (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE told_at_home (
    episode TEXT NOT NULL REFERENCES episodes ON DELETE CASCADE,
    person TEXT NOT NULL,
    line TEXT NOT NULL,
    said_on TEXT NOT NULL,
    PRIMARY KEY (episode, person, line)
) STRICT;

CREATE TABLE withdrawals (
    record TEXT NOT NULL,
    by TEXT NOT NULL,
    agency TEXT NOT NULL,
    version INTEGER NOT NULL,
    why TEXT NOT NULL CHECK (why IN ('withdrawn', 'in-error')),
    at TEXT NOT NULL,
    PRIMARY KEY (record, by, agency)
) STRICT, WITHOUT ROWID;

CREATE TABLE wrapped_secrets (
    owner TEXT NOT NULL CHECK (owner IN ('device', 'desk')),
    name TEXT NOT NULL,
    secret BLOB NOT NULL,
    PRIMARY KEY (owner, name)
) STRICT, WITHOUT ROWID;

CREATE INDEX checklists_by_day ON records (finished_at, episode) WHERE kind = 'checklist';

CREATE INDEX drafts_by_change ON drafts (episode, changed_at);

CREATE INDEX due_by_day ON due_dates (due_on);

CREATE INDEX episodes_by_child ON episodes (child, opened_at);

CREATE INDEX finding_by_work ON finding (worked_at, sought);

CREATE INDEX history_by_path ON answer_history (draft, path, n);

CREATE INDEX household_members ON household_children (household);

CREATE INDEX household_rows_by_child ON household_rows (child);

CREATE INDEX inbox_by_import ON inbox (imported_at);

CREATE INDEX inbox_by_record ON inbox (record);

CREATE INDEX later_signatures_by_record ON later_signatures (record, version);

CREATE INDEX name_words_by_child ON name_words (child);

CREATE INDEX notes_by_episode ON private_notes (episode, at);

CREATE INDEX open_worries ON drafts (started_at) WHERE kind = 'significant-harm';

CREATE INDEX openings_by_time ON openings (at);

CREATE INDEX outbox_by_kind ON outbox (kind, state);

CREATE INDEX outbox_by_receipt ON outbox (received_at);

CREATE INDEX outbox_by_record ON outbox (record, version);

CREATE INDEX outbox_by_state ON outbox (state, device_seq);

CREATE INDEX places_by_time ON draft_places (at);

CREATE INDEX quick_notes_by_time ON quick_notes (episode, begun_at);

CREATE INDEX records_by_agreement ON records (agrees_to, finished_at);

CREATE INDEX records_by_episode ON records (episode, kind, finished_at, record);

CREATE INDEX saved_by_path ON saved_answers (draft, path, n);

