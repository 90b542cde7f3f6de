-- Who, what was done, what for. The organisation comes first in every key; the tables that cannot have it say why.

CREATE TABLE organisation (
  organisation_id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  headcount INTEGER,
  facts TEXT NOT NULL, -- JSON: what the law asks of an organisation, by input name
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE member (
  organisation_id TEXT NOT NULL REFERENCES organisation,
  member_id TEXT NOT NULL,
  party TEXT NOT NULL,
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  email TEXT NOT NULL,
  locale TEXT NOT NULL,
  joined_at TEXT, -- null until the first sign-in
  PRIMARY KEY (organisation_id, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_by_email ON member (email);

-- Instance-wide: looked up by the hash of a secret before the organisation is known.
CREATE TABLE sign_in_link (
  secret_hash TEXT PRIMARY KEY NOT NULL,
  organisation_id TEXT NOT NULL,
  member_id TEXT NOT NULL,
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Instance-wide, for the same reason.
CREATE TABLE session (
  secret_hash TEXT PRIMARY KEY NOT NULL,
  organisation_id TEXT NOT NULL,
  member_id TEXT NOT NULL,
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Instance-wide: a project described before any organisation exists. Kept thirty days.
CREATE TABLE project_draft (
  secret_hash TEXT PRIMARY KEY NOT NULL,
  answers TEXT NOT NULL,
  expires_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE keyed_act (
  organisation_id TEXT NOT NULL REFERENCES organisation,
  keyed_act_id TEXT NOT NULL,
  act TEXT NOT NULL,
  subject TEXT NOT NULL,
  proposed_by TEXT NOT NULL,
  proposed_party TEXT NOT NULL,
  proposed_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  answered_by TEXT,
  outcome TEXT, -- null while waiting; confirmed, refused
  reason TEXT,
  PRIMARY KEY (organisation_id, keyed_act_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX keyed_act_by_subject ON keyed_act (organisation_id, subject);

CREATE TABLE journal_head (
  organisation_id TEXT PRIMARY KEY NOT NULL REFERENCES organisation,
  number INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE journal_record (
  organisation_id TEXT NOT NULL REFERENCES organisation,
  number INTEGER NOT NULL,
  project_id TEXT,
  kind TEXT NOT NULL,
  line TEXT NOT NULL, -- the canonical JSON that the hash covers
  hash TEXT NOT NULL,
  PRIMARY KEY (organisation_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX journal_record_by_project ON journal_record (organisation_id, project_id, number);

CREATE TABLE project (
  organisation_id TEXT NOT NULL REFERENCES organisation,
  project_id TEXT NOT NULL,
  title TEXT NOT NULL,
  purpose TEXT NOT NULL,
  concerned INTEGER,
  stage TEXT NOT NULL,
  facts TEXT NOT NULL, -- JSON: what the law asks of a project and its system, by input name
  created_at TEXT NOT NULL,
  PRIMARY KEY (organisation_id, project_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE project_stage (
  organisation_id TEXT NOT NULL,
  project_id TEXT NOT NULL,
  began_on TEXT NOT NULL,
  stage TEXT NOT NULL,
  PRIMARY KEY (organisation_id, project_id, began_on, stage),
  FOREIGN KEY (organisation_id, project_id) REFERENCES project
) STRICT, WITHOUT ROWID;

CREATE TABLE system (
  organisation_id TEXT NOT NULL,
  project_id TEXT NOT NULL,
  system_id TEXT NOT NULL,
  name TEXT NOT NULL,
  supplier TEXT NOT NULL,
  PRIMARY KEY (organisation_id, project_id, system_id),
  FOREIGN KEY (organisation_id, project_id) REFERENCES project
) STRICT, WITHOUT ROWID;
