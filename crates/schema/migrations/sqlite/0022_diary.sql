-- What is coming, told to each person: the addresses of their calendars, and the reminders by mail.

-- An address that a calendar program reads: one for a seat, one for each project that its holder wants apart.
CREATE TABLE calendar_address (
  organisation_id TEXT NOT NULL REFERENCES organisation,
  member_id TEXT NOT NULL,
  project_id TEXT NOT NULL, -- empty: every project that the seat sees
  person_id TEXT NOT NULL, -- who made it: a seat that was handed to somebody else keeps no address
  secret_hash TEXT NOT NULL UNIQUE,
  made_with TEXT NOT NULL, -- what had proved who they are: a link, a passkey, a provider
  made_on TEXT NOT NULL,
  read_on TEXT, -- the last day it was read: a day, never a moment
  PRIMARY KEY (organisation_id, member_id, project_id)
) STRICT, WITHOUT ROWID;

-- What a calendar last said of a date, so that a date that moves is the same date, moved.
CREATE TABLE calendar_entry (
  organisation_id TEXT NOT NULL REFERENCES organisation,
  member_id TEXT NOT NULL,
  entry TEXT NOT NULL, -- law-deemed-1.<project>, activity-<id>.<project>
  project_id TEXT NOT NULL,
  day TEXT NOT NULL,
  digest TEXT NOT NULL, -- of what was said of it
  sequence INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  PRIMARY KEY (organisation_id, member_id, entry)
) STRICT, WITHOUT ROWID;

-- Instance-wide: a person is written to once a day, whatever their organisations. No row: what everybody begins with.
CREATE TABLE reminder_choice (
  person_id TEXT PRIMARY KEY NOT NULL,
  legal TEXT NOT NULL, -- how many days before a date of the law: 14,3,0
  others TEXT NOT NULL,
  has_digest INTEGER NOT NULL CHECK (has_digest IN (0, 1))
) STRICT, WITHOUT ROWID;

-- Instance-wide: where a person stands today. Whoever writes to them takes the row first, so that nobody else does.
CREATE TABLE reminder_round (
  person_id TEXT PRIMARY KEY NOT NULL,
  day TEXT NOT NULL,
  state TEXT NOT NULL, -- taken, done, failed
  until TEXT NOT NULL, -- before which nobody else takes it
  tries INTEGER NOT NULL,
  week TEXT -- the Monday of the last week whose letter was settled
) STRICT, WITHOUT ROWID;

CREATE TABLE reminder_told (
  organisation_id TEXT NOT NULL REFERENCES organisation,
  person_id TEXT NOT NULL,
  entry TEXT NOT NULL,
  day TEXT NOT NULL, -- of the date: one that moves is told again
  lead INTEGER NOT NULL, -- how many days before
  project_id TEXT NOT NULL,
  told_on TEXT NOT NULL,
  PRIMARY KEY (organisation_id, person_id, entry, day, lead)
) STRICT, WITHOUT ROWID;
