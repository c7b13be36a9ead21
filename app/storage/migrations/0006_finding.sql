-- How children are found again: when each was last worked on, and its names as they are searched; nothing else stands
-- in it, so that the newest of ten thousand, or one name among them, is read without the others.

CREATE TABLE finding (
    child TEXT PRIMARY KEY REFERENCES children ON DELETE CASCADE,
    worked_at TEXT NOT NULL,
    sought TEXT NOT NULL
) STRICT;
CREATE INDEX finding_by_work ON finding (worked_at, sought);

INSERT INTO finding SELECT child, max(
    added_at,
    coalesce((SELECT max(changed_at) FROM drafts JOIN episodes USING (episode) WHERE episodes.child = children.child), ''),
    coalesce((SELECT max(finished_at) FROM records JOIN episodes USING (episode) WHERE episodes.child = children.child), '')
), '' FROM children;

CREATE TRIGGER child_is_found AFTER INSERT ON children
BEGIN INSERT INTO finding VALUES (NEW.child, NEW.added_at, ''); END;

CREATE TRIGGER draft_begun_is_work AFTER INSERT ON drafts
BEGIN UPDATE finding SET worked_at = NEW.changed_at WHERE worked_at < NEW.changed_at
    AND child = (SELECT child FROM episodes WHERE episode = NEW.episode); END;

-- Only where another child stands before it: what is typed next in the same record moves nothing.
CREATE TRIGGER writing_is_work AFTER UPDATE OF changed_at ON drafts
BEGIN UPDATE finding SET worked_at = NEW.changed_at WHERE worked_at < NEW.changed_at
    AND child = (SELECT child FROM episodes WHERE episode = NEW.episode)
    AND worked_at < (SELECT max(worked_at) FROM finding); END;

CREATE TRIGGER finishing_is_work AFTER INSERT ON records
BEGIN UPDATE finding SET worked_at = NEW.finished_at WHERE worked_at < NEW.finished_at
    AND child = (SELECT child FROM episodes WHERE episode = NEW.episode); END;

CREATE INDEX checklists_by_day ON records (finished_at, episode) WHERE kind = 'checklist';
CREATE INDEX openings_by_time ON openings (at);
CREATE INDEX outbox_by_receipt ON outbox (received_at);
CREATE INDEX places_by_time ON draft_places (at);
CREATE INDEX outbox_by_kind ON outbox (kind, state);
