-- What is written, and what is kept: texts, articles and their versions, positions; commitments, readings, triggers, reviews.

CREATE TABLE agreement (
  organisation_id TEXT COLLATE "C" NOT NULL,
  agreement_id TEXT COLLATE "C" NOT NULL,
  project_id TEXT COLLATE "C" NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  title TEXT COLLATE "C" NOT NULL,
  begun_on TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (organisation_id, agreement_id),
  UNIQUE (organisation_id, project_id),
  FOREIGN KEY (organisation_id, project_id) REFERENCES project
);

CREATE TABLE clause (
  organisation_id TEXT COLLATE "C" NOT NULL,
  clause_id TEXT COLLATE "C" NOT NULL,
  agreement_id TEXT COLLATE "C" NOT NULL,
  number BIGINT NOT NULL,
  finding_id TEXT COLLATE "C", -- null where the article answers no finding
  version BIGINT NOT NULL, -- the one in force: positions on earlier ones are kept but no longer count
  state TEXT COLLATE "C" NOT NULL,
  proposed_by TEXT COLLATE "C" NOT NULL, -- the party that may withdraw it
  settled_on TEXT COLLATE "C", -- null while proposed; the day it was adopted or withdrawn
  PRIMARY KEY (organisation_id, clause_id),
  UNIQUE (organisation_id, agreement_id, number),
  FOREIGN KEY (organisation_id, agreement_id) REFERENCES agreement
);

CREATE TABLE clause_version (
  organisation_id TEXT COLLATE "C" NOT NULL,
  clause_id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL,
  title TEXT COLLATE "C" NOT NULL,
  body TEXT COLLATE "C" NOT NULL,
  what TEXT COLLATE "C" NOT NULL,
  owner TEXT COLLATE "C" NOT NULL,
  owner_party TEXT COLLATE "C" NOT NULL,
  due_on TEXT COLLATE "C" NOT NULL,
  indicator TEXT COLLATE "C" NOT NULL,
  unit TEXT COLLATE "C" NOT NULL,
  threshold BIGINT NOT NULL,
  direction TEXT COLLATE "C" NOT NULL,
  trigger_space_id TEXT COLLATE "C" NOT NULL,
  short_on TEXT COLLATE "C" NOT NULL,
  medium_on TEXT COLLATE "C" NOT NULL,
  long_on TEXT COLLATE "C" NOT NULL,
  reason TEXT COLLATE "C" NOT NULL, -- why this version, in the words of who wrote it; empty for the first
  by_party TEXT COLLATE "C" NOT NULL,
  by_name TEXT COLLATE "C" NOT NULL,
  written_on TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (organisation_id, clause_id, version),
  FOREIGN KEY (organisation_id, clause_id) REFERENCES clause
);

-- Only ever added to: a party that changes its mind adds a line, and its last line on the version in force counts.
CREATE TABLE clause_position (
  organisation_id TEXT COLLATE "C" NOT NULL,
  clause_id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL,
  party TEXT COLLATE "C" NOT NULL,
  number BIGINT NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  reason TEXT COLLATE "C" NOT NULL,
  by_name TEXT COLLATE "C" NOT NULL,
  taken_on TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (organisation_id, clause_id, version, party, number),
  FOREIGN KEY (organisation_id, clause_id) REFERENCES clause
);

CREATE TABLE commitment (
  organisation_id TEXT COLLATE "C" NOT NULL,
  commitment_id TEXT COLLATE "C" NOT NULL,
  project_id TEXT COLLATE "C" NOT NULL,
  clause_id TEXT COLLATE "C" NOT NULL,
  clause_number BIGINT NOT NULL,
  what TEXT COLLATE "C" NOT NULL,
  owner TEXT COLLATE "C" NOT NULL,
  owner_party TEXT COLLATE "C" NOT NULL,
  due_on TEXT COLLATE "C" NOT NULL,
  indicator TEXT COLLATE "C" NOT NULL,
  unit TEXT COLLATE "C" NOT NULL,
  made_on TEXT COLLATE "C" NOT NULL,
  kept_on TEXT COLLATE "C", -- null while open
  kept_by_party TEXT COLLATE "C",
  kept_by_name TEXT COLLATE "C",
  PRIMARY KEY (organisation_id, commitment_id),
  UNIQUE (organisation_id, clause_id),
  FOREIGN KEY (organisation_id, project_id) REFERENCES project
);
CREATE INDEX commitment_by_project ON commitment (organisation_id, project_id);

CREATE TABLE reversal_trigger (
  organisation_id TEXT COLLATE "C" NOT NULL,
  trigger_id TEXT COLLATE "C" NOT NULL,
  commitment_id TEXT COLLATE "C" NOT NULL,
  threshold BIGINT NOT NULL,
  direction TEXT COLLATE "C" NOT NULL,
  space_id TEXT COLLATE "C" NOT NULL,
  fired_on TEXT COLLATE "C", -- the last time, null before the first
  PRIMARY KEY (organisation_id, trigger_id),
  UNIQUE (organisation_id, commitment_id),
  FOREIGN KEY (organisation_id, commitment_id) REFERENCES commitment
);

-- Only ever added to: the last line of a day is its value, the earlier ones are what it corrects.
CREATE TABLE indicator_reading (
  organisation_id TEXT COLLATE "C" NOT NULL,
  commitment_id TEXT COLLATE "C" NOT NULL,
  read_on TEXT COLLATE "C" NOT NULL,
  number BIGINT NOT NULL,
  measured BIGINT NOT NULL,
  by_party TEXT COLLATE "C" NOT NULL,
  by_name TEXT COLLATE "C" NOT NULL,
  recorded_at TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (organisation_id, commitment_id, read_on, number),
  FOREIGN KEY (organisation_id, commitment_id) REFERENCES commitment
);

CREATE TABLE review (
  organisation_id TEXT COLLATE "C" NOT NULL,
  review_id TEXT COLLATE "C" NOT NULL,
  commitment_id TEXT COLLATE "C" NOT NULL,
  horizon TEXT COLLATE "C" NOT NULL,
  due_on TEXT COLLATE "C" NOT NULL,
  held_on TEXT COLLATE "C", -- null while awaited
  outcome TEXT COLLATE "C",
  note TEXT COLLATE "C" NOT NULL,
  present TEXT COLLATE "C" NOT NULL, -- JSON: the parties that were there
  by_party TEXT COLLATE "C",
  by_name TEXT COLLATE "C",
  PRIMARY KEY (organisation_id, review_id),
  FOREIGN KEY (organisation_id, commitment_id) REFERENCES commitment
);
CREATE INDEX review_by_commitment ON review (organisation_id, commitment_id);
