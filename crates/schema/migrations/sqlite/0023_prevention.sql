-- What a project adds to the risk document: lines, remarks on them, actions, and the dated versions that are kept.

CREATE TABLE prevention_line (
  organisation_id TEXT NOT NULL,
  line_id TEXT NOT NULL,
  project_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  version INTEGER NOT NULL, -- how often it was written
  proposal TEXT, -- a line of the pack, with the rule that proposed it
  rule TEXT,
  finding_id TEXT, -- or something that was said; neither: whoever wrote it
  unit TEXT NOT NULL,
  hazard TEXT NOT NULL,
  exposed TEXT NOT NULL,
  measures TEXT NOT NULL,
  severity INTEGER,
  likelihood INTEGER,
  mastery INTEGER,
  assessed_on TEXT,
  proposed_on TEXT NOT NULL,
  proposed_party TEXT NOT NULL,
  proposed_name TEXT NOT NULL,
  written_on TEXT NOT NULL,
  written_party TEXT NOT NULL,
  written_name TEXT NOT NULL,
  kept_on TEXT, -- null while it is only proposed
  merged_into TEXT, -- the line that says it
  aside_why TEXT, -- null while nobody set it aside
  aside_on TEXT,
  aside_party TEXT,
  aside_name TEXT,
  PRIMARY KEY (organisation_id, line_id),
  UNIQUE (organisation_id, project_id, number),
  UNIQUE (organisation_id, project_id, proposal),
  FOREIGN KEY (organisation_id, project_id) REFERENCES project
) STRICT, WITHOUT ROWID;

CREATE TABLE prevention_remark (
  organisation_id TEXT NOT NULL,
  remark_id TEXT NOT NULL,
  line_id TEXT NOT NULL,
  words TEXT NOT NULL,
  said_on TEXT NOT NULL,
  by_party TEXT NOT NULL,
  by_name TEXT NOT NULL,
  PRIMARY KEY (organisation_id, remark_id),
  FOREIGN KEY (organisation_id, line_id) REFERENCES prevention_line
) STRICT, WITHOUT ROWID;

CREATE TABLE prevention_action (
  organisation_id TEXT NOT NULL,
  action_id TEXT NOT NULL,
  project_id TEXT NOT NULL,
  line_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  version INTEGER NOT NULL,
  what TEXT NOT NULL,
  owner TEXT NOT NULL, -- a function or a seat
  due_on TEXT NOT NULL,
  conditions TEXT NOT NULL,
  resources TEXT NOT NULL,
  indicator TEXT NOT NULL,
  cost TEXT NOT NULL,
  commitment_id TEXT, -- the commitment that carries it
  done_on TEXT,
  written_on TEXT NOT NULL,
  written_party TEXT NOT NULL,
  written_name TEXT NOT NULL,
  PRIMARY KEY (organisation_id, action_id),
  UNIQUE (organisation_id, project_id, number),
  FOREIGN KEY (organisation_id, line_id) REFERENCES prevention_line
) STRICT, WITHOUT ROWID;

-- The document on a day. Never written over: the law has each version kept forty years.
CREATE TABLE prevention_version (
  organisation_id TEXT NOT NULL,
  version_id TEXT NOT NULL,
  project_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  dated_on TEXT NOT NULL,
  reason TEXT NOT NULL,
  words TEXT NOT NULL,
  council TEXT, -- the body that sat that day; null: none
  consulted_on TEXT,
  consulted_words TEXT NOT NULL,
  body TEXT NOT NULL, -- JSON: the lines and actions of that day
  digest TEXT NOT NULL, -- SHA-256 of body: the journal has it too
  by_party TEXT NOT NULL,
  by_name TEXT NOT NULL,
  PRIMARY KEY (organisation_id, version_id),
  UNIQUE (organisation_id, project_id, number),
  FOREIGN KEY (organisation_id, project_id) REFERENCES project
) STRICT, WITHOUT ROWID;

-- Whoever writes to the database: a version stays as it was dated (the name of somebody who erased themselves may go), and
-- goes with its project only, once two keys deleted it. Written in each dialect.
CREATE TRIGGER prevention_version_is_not_changed
BEFORE UPDATE ON prevention_version
WHEN NEW.organisation_id <> OLD.organisation_id OR NEW.version_id <> OLD.version_id OR NEW.project_id <> OLD.project_id
  OR NEW.number <> OLD.number OR NEW.dated_on <> OLD.dated_on OR NEW.reason <> OLD.reason OR NEW.words <> OLD.words
  OR NEW.council IS NOT OLD.council OR NEW.consulted_on IS NOT OLD.consulted_on
  OR NEW.consulted_words <> OLD.consulted_words OR NEW.body <> OLD.body OR NEW.digest <> OLD.digest
  OR NEW.by_party <> OLD.by_party
BEGIN SELECT RAISE(ABORT, 'a dated version stays as it is'); END;

CREATE TRIGGER prevention_version_is_not_removed
BEFORE DELETE ON prevention_version
WHEN NOT EXISTS (SELECT 1 FROM project_deletion d
  WHERE d.organisation_id = OLD.organisation_id AND d.project_id = OLD.project_id)
BEGIN SELECT RAISE(ABORT, 'a dated version stays as it is'); END;

CREATE TRIGGER prevention_version_is_not_written_over
BEFORE INSERT ON prevention_version
WHEN EXISTS (SELECT 1 FROM prevention_version v WHERE v.organisation_id = NEW.organisation_id
  AND (v.version_id = NEW.version_id OR (v.project_id = NEW.project_id AND v.number = NEW.number)))
BEGIN SELECT RAISE(ABORT, 'a dated version stays as it is'); END;
