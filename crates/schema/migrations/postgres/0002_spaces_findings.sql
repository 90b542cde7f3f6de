-- Where the dialogue is held, and what was said. A finding's step is never stored: it follows from what was done with it.

CREATE TABLE space (
  organisation_id TEXT COLLATE "C" NOT NULL,
  project_id TEXT COLLATE "C" NOT NULL,
  space_id TEXT COLLATE "C" NOT NULL,
  sphere TEXT COLLATE "C" NOT NULL,
  name TEXT COLLATE "C" NOT NULL,
  who TEXT COLLATE "C" NOT NULL,
  is_statutory BOOLEAN NOT NULL,
  PRIMARY KEY (organisation_id, project_id, space_id),
  FOREIGN KEY (organisation_id, project_id) REFERENCES project
);

CREATE TABLE activity (
  organisation_id TEXT COLLATE "C" NOT NULL,
  project_id TEXT COLLATE "C" NOT NULL,
  activity_id TEXT COLLATE "C" NOT NULL,
  space_id TEXT COLLATE "C" NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  title TEXT COLLATE "C" NOT NULL,
  held_on TEXT COLLATE "C" NOT NULL, -- the day it was held, or the day it is planned for
  state TEXT COLLATE "C" NOT NULL,
  source TEXT COLLATE "C", -- what drives it: campaign:<id>, review:<id>; null when people plan it by hand
  outcome TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (organisation_id, project_id, activity_id),
  FOREIGN KEY (organisation_id, project_id, space_id) REFERENCES space
);
CREATE INDEX activity_by_source ON activity (organisation_id, project_id, source);

CREATE TABLE finding (
  organisation_id TEXT COLLATE "C" NOT NULL,
  project_id TEXT COLLATE "C" NOT NULL,
  finding_id TEXT COLLATE "C" NOT NULL,
  space_id TEXT COLLATE "C" NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  words TEXT COLLATE "C" NOT NULL,
  origin TEXT COLLATE "C" NOT NULL, -- in people's words; empty when nobody said
  origin_ref TEXT COLLATE "C", -- campaign:<id>#<part>, activity:<id>, trigger:<id>
  recorded_on TEXT COLLATE "C" NOT NULL,
  recorded_by TEXT COLLATE "C" NOT NULL,
  party TEXT COLLATE "C" NOT NULL,
  reworded_on TEXT COLLATE "C", -- the former words are in the journal
  fate_label TEXT COLLATE "C",
  fate_rest TEXT COLLATE "C", -- the end of its address under the project
  fate_on TEXT COLLATE "C",
  PRIMARY KEY (organisation_id, project_id, finding_id),
  FOREIGN KEY (organisation_id, project_id, space_id) REFERENCES space
);

CREATE TABLE response (
  organisation_id TEXT COLLATE "C" NOT NULL,
  project_id TEXT COLLATE "C" NOT NULL,
  finding_id TEXT COLLATE "C" NOT NULL,
  response_id TEXT COLLATE "C" NOT NULL,
  party TEXT COLLATE "C" NOT NULL,
  given_by TEXT COLLATE "C" NOT NULL,
  words TEXT COLLATE "C" NOT NULL,
  reasons TEXT COLLATE "C" NOT NULL,
  given_on TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (organisation_id, project_id, finding_id, response_id),
  FOREIGN KEY (organisation_id, project_id, finding_id) REFERENCES finding
);

-- A finding passed to a space: an explicit act, in words chosen for it. Withdrawn means removed; the journal keeps both acts.
CREATE TABLE transmission (
  organisation_id TEXT COLLATE "C" NOT NULL,
  project_id TEXT COLLATE "C" NOT NULL,
  finding_id TEXT COLLATE "C" NOT NULL,
  space_id TEXT COLLATE "C" NOT NULL,
  words TEXT COLLATE "C" NOT NULL,
  by_party TEXT COLLATE "C" NOT NULL,
  passed_by TEXT COLLATE "C" NOT NULL,
  passed_on TEXT COLLATE "C" NOT NULL,
  answer_due TEXT COLLATE "C" NOT NULL,
  response_id TEXT COLLATE "C", -- the response that answers it; null while it waits
  PRIMARY KEY (organisation_id, project_id, finding_id, space_id),
  FOREIGN KEY (organisation_id, project_id, finding_id) REFERENCES finding,
  FOREIGN KEY (organisation_id, project_id, space_id) REFERENCES space
);

-- The thread: what led to what, read from either end.
CREATE TABLE link (
  organisation_id TEXT COLLATE "C" NOT NULL,
  project_id TEXT COLLATE "C" NOT NULL,
  from_kind TEXT COLLATE "C" NOT NULL,
  from_id TEXT COLLATE "C" NOT NULL,
  to_kind TEXT COLLATE "C" NOT NULL,
  to_id TEXT COLLATE "C" NOT NULL,
  relation TEXT COLLATE "C" NOT NULL,
  linked_on TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (organisation_id, project_id, from_kind, from_id, to_kind, to_id, relation),
  FOREIGN KEY (organisation_id, project_id) REFERENCES project
);
CREATE INDEX link_backwards ON link (organisation_id, project_id, to_kind, to_id);
