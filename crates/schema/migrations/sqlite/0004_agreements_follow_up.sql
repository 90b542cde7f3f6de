-- What is written, and what is kept: texts, articles and their versions, positions; commitments, readings, triggers, reviews.

CREATE TABLE agreement (
  organisation_id TEXT NOT NULL,
  agreement_id TEXT NOT NULL,
  project_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  begun_on TEXT NOT NULL,
  PRIMARY KEY (organisation_id, agreement_id),
  UNIQUE (organisation_id, project_id),
  FOREIGN KEY (organisation_id, project_id) REFERENCES project
) STRICT, WITHOUT ROWID;

CREATE TABLE clause (
  organisation_id TEXT NOT NULL,
  clause_id TEXT NOT NULL,
  agreement_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  finding_id TEXT, -- null where the article answers no finding
  version INTEGER NOT NULL, -- the one in force: positions on earlier ones are kept but no longer count
  state TEXT NOT NULL,
  proposed_by TEXT NOT NULL, -- the party that may withdraw it
  settled_on TEXT, -- null while proposed; the day it was adopted or withdrawn
  PRIMARY KEY (organisation_id, clause_id),
  UNIQUE (organisation_id, agreement_id, number),
  FOREIGN KEY (organisation_id, agreement_id) REFERENCES agreement
) STRICT, WITHOUT ROWID;

CREATE TABLE clause_version (
  organisation_id TEXT NOT NULL,
  clause_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  what TEXT NOT NULL,
  owner TEXT NOT NULL,
  owner_party TEXT NOT NULL,
  due_on TEXT NOT NULL,
  indicator TEXT NOT NULL,
  unit TEXT NOT NULL,
  threshold INTEGER NOT NULL,
  direction TEXT NOT NULL,
  trigger_space_id TEXT NOT NULL,
  short_on TEXT NOT NULL,
  medium_on TEXT NOT NULL,
  long_on TEXT NOT NULL,
  reason TEXT NOT NULL, -- why this version, in the words of who wrote it; empty for the first
  by_party TEXT NOT NULL,
  by_name TEXT NOT NULL,
  written_on TEXT NOT NULL,
  PRIMARY KEY (organisation_id, clause_id, version),
  FOREIGN KEY (organisation_id, clause_id) REFERENCES clause
) STRICT, WITHOUT ROWID;

-- Only ever added to: a party that changes its mind adds a line, and its last line on the version in force counts.
CREATE TABLE clause_position (
  organisation_id TEXT NOT NULL,
  clause_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  party TEXT NOT NULL,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  reason TEXT NOT NULL,
  by_name TEXT NOT NULL,
  taken_on TEXT NOT NULL,
  PRIMARY KEY (organisation_id, clause_id, version, party, number),
  FOREIGN KEY (organisation_id, clause_id) REFERENCES clause
) STRICT, WITHOUT ROWID;

CREATE TABLE commitment (
  organisation_id TEXT NOT NULL,
  commitment_id TEXT NOT NULL,
  project_id TEXT NOT NULL,
  clause_id TEXT NOT NULL,
  clause_number INTEGER NOT NULL,
  what TEXT NOT NULL,
  owner TEXT NOT NULL,
  owner_party TEXT NOT NULL,
  due_on TEXT NOT NULL,
  indicator TEXT NOT NULL,
  unit TEXT NOT NULL,
  made_on TEXT NOT NULL,
  kept_on TEXT, -- null while open
  kept_by_party TEXT,
  kept_by_name TEXT,
  PRIMARY KEY (organisation_id, commitment_id),
  UNIQUE (organisation_id, clause_id),
  FOREIGN KEY (organisation_id, project_id) REFERENCES project
) STRICT, WITHOUT ROWID;
CREATE INDEX commitment_by_project ON commitment (organisation_id, project_id);

CREATE TABLE reversal_trigger (
  organisation_id TEXT NOT NULL,
  trigger_id TEXT NOT NULL,
  commitment_id TEXT NOT NULL,
  threshold INTEGER NOT NULL,
  direction TEXT NOT NULL,
  space_id TEXT NOT NULL,
  fired_on TEXT, -- the last time, null before the first
  PRIMARY KEY (organisation_id, trigger_id),
  UNIQUE (organisation_id, commitment_id),
  FOREIGN KEY (organisation_id, commitment_id) REFERENCES commitment
) STRICT, WITHOUT ROWID;

-- Only ever added to: the last line of a day is its value, the earlier ones are what it corrects.
CREATE TABLE indicator_reading (
  organisation_id TEXT NOT NULL,
  commitment_id TEXT NOT NULL,
  read_on TEXT NOT NULL,
  number INTEGER NOT NULL,
  measured INTEGER NOT NULL,
  by_party TEXT NOT NULL,
  by_name TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  PRIMARY KEY (organisation_id, commitment_id, read_on, number),
  FOREIGN KEY (organisation_id, commitment_id) REFERENCES commitment
) STRICT, WITHOUT ROWID;

CREATE TABLE review (
  organisation_id TEXT NOT NULL,
  review_id TEXT NOT NULL,
  commitment_id TEXT NOT NULL,
  horizon TEXT NOT NULL,
  due_on TEXT NOT NULL,
  held_on TEXT, -- null while awaited
  outcome TEXT,
  note TEXT NOT NULL,
  present TEXT NOT NULL, -- JSON: the parties that were there
  by_party TEXT,
  by_name TEXT,
  PRIMARY KEY (organisation_id, review_id),
  FOREIGN KEY (organisation_id, commitment_id) REFERENCES commitment
) STRICT, WITHOUT ROWID;
CREATE INDEX review_by_commitment ON review (organisation_id, commitment_id);
