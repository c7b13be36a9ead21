-- Each word of each child's names by itself, with the space before it by which a lost row is told from another table's,
-- so that a beginning that few names have is found without the others.

CREATE TABLE name_words (
    word TEXT NOT NULL,
    child TEXT NOT NULL REFERENCES children ON DELETE CASCADE,
    PRIMARY KEY (word, child)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_words_by_child ON name_words (child);

WITH RECURSIVE split (child, word, rest) AS (
    SELECT child, '', substr(sought, 2) || ' ' FROM finding WHERE sought <> ''
    UNION ALL
    SELECT child, substr(rest, 1, instr(rest, ' ') - 1), substr(rest, instr(rest, ' ') + 1) FROM split WHERE rest <> ''
)
INSERT OR IGNORE INTO name_words SELECT ' ' || word, child FROM split WHERE word <> '';
