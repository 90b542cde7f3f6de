-- The two keys as data: what a proposal would do, and each organisation's own rule.

ALTER TABLE keyed_act ADD COLUMN project_id TEXT;
ALTER TABLE keyed_act ADD COLUMN title TEXT NOT NULL DEFAULT ''; -- what it is about, as its page names it
ALTER TABLE keyed_act ADD COLUMN place TEXT NOT NULL DEFAULT ''; -- the page on which it is read and answered
ALTER TABLE keyed_act ADD COLUMN payload TEXT NOT NULL DEFAULT '{}'; -- JSON: what would be done, which the second key confirms
ALTER TABLE keyed_act ADD COLUMN answered_party TEXT;
ALTER TABLE keyed_act ADD COLUMN answered_at TEXT;

-- Absent where the organisation keeps what is shipped.
CREATE TABLE key_rule (
  organisation_id TEXT PRIMARY KEY NOT NULL REFERENCES organisation,
  second_party TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE key_rule_act (
  organisation_id TEXT NOT NULL REFERENCES organisation,
  act TEXT NOT NULL,
  PRIMARY KEY (organisation_id, act)
) STRICT, WITHOUT ROWID;
