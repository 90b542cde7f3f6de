-- Where the dialogue is held, and what was said. A finding's step is never stored: it follows from what was done with it.

CREATE TABLE space (
  organisation_id TEXT NOT NULL,
  project_id TEXT NOT NULL,
  space_id TEXT NOT NULL,
  sphere TEXT NOT NULL,
  name TEXT NOT NULL,
  who TEXT NOT NULL,
  is_statutory INTEGER NOT NULL CHECK (is_statutory IN (0, 1)),
  PRIMARY KEY (organisation_id, project_id, space_id),
  FOREIGN KEY (organisation_id, project_id) REFERENCES project
) STRICT, WITHOUT ROWID;

CREATE TABLE activity (
  organisation_id TEXT NOT NULL,
  project_id TEXT NOT NULL,
  activity_id TEXT NOT NULL,
  space_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  held_on TEXT NOT NULL, -- the day it was held, or the day it is planned for
  state TEXT NOT NULL,
  source TEXT, -- what drives it: campaign:<id>, review:<id>; null when people plan it by hand
  outcome TEXT NOT NULL,
  PRIMARY KEY (organisation_id, project_id, activity_id),
  FOREIGN KEY (organisation_id, project_id, space_id) REFERENCES space
) STRICT, WITHOUT ROWID;
CREATE INDEX activity_by_source ON activity (organisation_id, project_id, source);

CREATE TABLE finding (
  organisation_id TEXT NOT NULL,
  project_id TEXT NOT NULL,
  finding_id TEXT NOT NULL,
  space_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  words TEXT NOT NULL,
  origin TEXT NOT NULL, -- in people's words; empty when nobody said
  origin_ref TEXT, -- campaign:<id>#<part>, activity:<id>, trigger:<id>
  recorded_on TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  party TEXT NOT NULL,
  reworded_on TEXT, -- the former words are in the journal
  fate_label TEXT,
  fate_rest TEXT, -- the end of its address under the project
  fate_on TEXT,
  PRIMARY KEY (organisation_id, project_id, finding_id),
  FOREIGN KEY (organisation_id, project_id, space_id) REFERENCES space
) STRICT, WITHOUT ROWID;

CREATE TABLE response (
  organisation_id TEXT NOT NULL,
  project_id TEXT NOT NULL,
  finding_id TEXT NOT NULL,
  response_id TEXT NOT NULL,
  party TEXT NOT NULL,
  given_by TEXT NOT NULL,
  words TEXT NOT NULL,
  reasons TEXT NOT NULL,
  given_on TEXT NOT NULL,
  PRIMARY KEY (organisation_id, project_id, finding_id, response_id),
  FOREIGN KEY (organisation_id, project_id, finding_id) REFERENCES finding
) STRICT, WITHOUT ROWID;

-- A finding passed to a space: an explicit act, in words chosen for it. Withdrawn means removed; the journal keeps both acts.
CREATE TABLE transmission (
  organisation_id TEXT NOT NULL,
  project_id TEXT NOT NULL,
  finding_id TEXT NOT NULL,
  space_id TEXT NOT NULL,
  words TEXT NOT NULL,
  by_party TEXT NOT NULL,
  passed_by TEXT NOT NULL,
  passed_on TEXT NOT NULL,
  answer_due TEXT NOT NULL,
  response_id TEXT, -- the response that answers it; null while it waits
  PRIMARY KEY (organisation_id, project_id, finding_id, space_id),
  FOREIGN KEY (organisation_id, project_id, finding_id) REFERENCES finding,
  FOREIGN KEY (organisation_id, project_id, space_id) REFERENCES space
) STRICT, WITHOUT ROWID;

-- The thread: what led to what, read from either end.
CREATE TABLE link (
  organisation_id TEXT NOT NULL,
  project_id TEXT NOT NULL,
  from_kind TEXT NOT NULL,
  from_id TEXT NOT NULL,
  to_kind TEXT NOT NULL,
  to_id TEXT NOT NULL,
  relation TEXT NOT NULL,
  linked_on TEXT NOT NULL,
  PRIMARY KEY (organisation_id, project_id, from_kind, from_id, to_kind, to_id, relation),
  FOREIGN KEY (organisation_id, project_id) REFERENCES project
) STRICT, WITHOUT ROWID;
CREATE INDEX link_backwards ON link (organisation_id, project_id, to_kind, to_id);
