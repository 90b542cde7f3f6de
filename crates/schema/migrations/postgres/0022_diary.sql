-- What is coming, told to each person: the addresses of their calendars, and the reminders by mail.

-- An address that a calendar program reads: one for a seat, one for each project that its holder wants apart.
CREATE TABLE calendar_address (
  organisation_id TEXT COLLATE "C" NOT NULL REFERENCES organisation,
  member_id TEXT COLLATE "C" NOT NULL,
  project_id TEXT COLLATE "C" NOT NULL, -- empty: every project that the seat sees
  person_id TEXT COLLATE "C" NOT NULL, -- who made it: a seat that was handed to somebody else keeps no address
  secret_hash TEXT COLLATE "C" NOT NULL UNIQUE,
  made_with TEXT COLLATE "C" NOT NULL, -- what had proved who they are: a link, a passkey, a provider
  made_on TEXT COLLATE "C" NOT NULL,
  read_on TEXT COLLATE "C", -- the last day it was read: a day, never a moment
  PRIMARY KEY (organisation_id, member_id, project_id)
);

-- What a calendar last said of a date, so that a date that moves is the same date, moved.
CREATE TABLE calendar_entry (
  organisation_id TEXT COLLATE "C" NOT NULL REFERENCES organisation,
  member_id TEXT COLLATE "C" NOT NULL,
  entry TEXT COLLATE "C" NOT NULL, -- law-deemed-1.<project>, activity-<id>.<project>
  project_id TEXT COLLATE "C" NOT NULL,
  day TEXT COLLATE "C" NOT NULL,
  digest TEXT COLLATE "C" NOT NULL, -- of what was said of it
  sequence BIGINT NOT NULL,
  changed_at TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (organisation_id, member_id, entry)
);

-- Instance-wide: a person is written to once a day, whatever their organisations. No row: what everybody begins with.
CREATE TABLE reminder_choice (
  person_id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  legal TEXT COLLATE "C" NOT NULL, -- how many days before a date of the law: 14,3,0
  others TEXT COLLATE "C" NOT NULL,
  has_digest BOOLEAN NOT NULL
);

-- Instance-wide: where a person stands today. Whoever writes to them takes the row first, so that nobody else does.
CREATE TABLE reminder_round (
  person_id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  day TEXT COLLATE "C" NOT NULL,
  state TEXT COLLATE "C" NOT NULL, -- taken, done, failed
  until TEXT COLLATE "C" NOT NULL, -- before which nobody else takes it
  tries BIGINT NOT NULL,
  week TEXT COLLATE "C" -- the Monday of the last week whose letter was settled
);

CREATE TABLE reminder_told (
  organisation_id TEXT COLLATE "C" NOT NULL REFERENCES organisation,
  person_id TEXT COLLATE "C" NOT NULL,
  entry TEXT COLLATE "C" NOT NULL,
  day TEXT COLLATE "C" NOT NULL, -- of the date: one that moves is told again
  lead BIGINT NOT NULL, -- how many days before
  project_id TEXT COLLATE "C" NOT NULL,
  told_on TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (organisation_id, person_id, entry, day, lead)
);
