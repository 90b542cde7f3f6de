-- Who, what was done, what for. The organisation comes first in every key; the tables that cannot have it say why.

CREATE TABLE organisation (
  organisation_id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  name TEXT COLLATE "C" NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  headcount BIGINT,
  facts TEXT COLLATE "C" NOT NULL, -- JSON: what the law asks of an organisation, by input name
  created_at TEXT COLLATE "C" NOT NULL
);

CREATE TABLE member (
  organisation_id TEXT COLLATE "C" NOT NULL REFERENCES organisation,
  member_id TEXT COLLATE "C" NOT NULL,
  party TEXT COLLATE "C" NOT NULL,
  name TEXT COLLATE "C" NOT NULL,
  title TEXT COLLATE "C" NOT NULL,
  email TEXT COLLATE "C" NOT NULL,
  locale TEXT COLLATE "C" NOT NULL,
  joined_at TEXT COLLATE "C", -- null until the first sign-in
  PRIMARY KEY (organisation_id, member_id)
);
CREATE INDEX member_by_email ON member (email);

-- Instance-wide: looked up by the hash of a secret before the organisation is known.
CREATE TABLE sign_in_link (
  secret_hash TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  organisation_id TEXT COLLATE "C" NOT NULL,
  member_id TEXT COLLATE "C" NOT NULL,
  expires_at TEXT COLLATE "C" NOT NULL
);

-- Instance-wide, for the same reason.
CREATE TABLE session (
  secret_hash TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  organisation_id TEXT COLLATE "C" NOT NULL,
  member_id TEXT COLLATE "C" NOT NULL,
  expires_at TEXT COLLATE "C" NOT NULL
);

-- Instance-wide: a project described before any organisation exists. Kept thirty days.
CREATE TABLE project_draft (
  secret_hash TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  answers TEXT COLLATE "C" NOT NULL,
  expires_on TEXT COLLATE "C" NOT NULL
);

CREATE TABLE keyed_act (
  organisation_id TEXT COLLATE "C" NOT NULL REFERENCES organisation,
  keyed_act_id TEXT COLLATE "C" NOT NULL,
  act TEXT COLLATE "C" NOT NULL,
  subject TEXT COLLATE "C" NOT NULL,
  proposed_by TEXT COLLATE "C" NOT NULL,
  proposed_party TEXT COLLATE "C" NOT NULL,
  proposed_at TEXT COLLATE "C" NOT NULL,
  expires_at TEXT COLLATE "C" NOT NULL,
  answered_by TEXT COLLATE "C",
  outcome TEXT COLLATE "C", -- null while waiting; confirmed, refused
  reason TEXT COLLATE "C",
  PRIMARY KEY (organisation_id, keyed_act_id)
);
CREATE INDEX keyed_act_by_subject ON keyed_act (organisation_id, subject);

CREATE TABLE journal_head (
  organisation_id TEXT COLLATE "C" PRIMARY KEY NOT NULL REFERENCES organisation,
  number BIGINT NOT NULL,
  hash TEXT COLLATE "C" NOT NULL
);

CREATE TABLE journal_record (
  organisation_id TEXT COLLATE "C" NOT NULL REFERENCES organisation,
  number BIGINT NOT NULL,
  project_id TEXT COLLATE "C",
  kind TEXT COLLATE "C" NOT NULL,
  line TEXT COLLATE "C" NOT NULL, -- the canonical JSON that the hash covers
  hash TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (organisation_id, number)
);
CREATE INDEX journal_record_by_project ON journal_record (organisation_id, project_id, number);

CREATE TABLE project (
  organisation_id TEXT COLLATE "C" NOT NULL REFERENCES organisation,
  project_id TEXT COLLATE "C" NOT NULL,
  title TEXT COLLATE "C" NOT NULL,
  purpose TEXT COLLATE "C" NOT NULL,
  concerned BIGINT,
  stage TEXT COLLATE "C" NOT NULL,
  facts TEXT COLLATE "C" NOT NULL, -- JSON: what the law asks of a project and its system, by input name
  created_at TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (organisation_id, project_id)
);

CREATE TABLE project_stage (
  organisation_id TEXT COLLATE "C" NOT NULL,
  project_id TEXT COLLATE "C" NOT NULL,
  began_on TEXT COLLATE "C" NOT NULL,
  stage TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (organisation_id, project_id, began_on, stage),
  FOREIGN KEY (organisation_id, project_id) REFERENCES project
);

CREATE TABLE system (
  organisation_id TEXT COLLATE "C" NOT NULL,
  project_id TEXT COLLATE "C" NOT NULL,
  system_id TEXT COLLATE "C" NOT NULL,
  name TEXT COLLATE "C" NOT NULL,
  supplier TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (organisation_id, project_id, system_id),
  FOREIGN KEY (organisation_id, project_id) REFERENCES project
);
