-- Several consultations of one project, meetings with deadlines of their own, and whose seat recorded what: the name alone
-- does not tell two people of one party apart. Null for what was recorded before, which is still known by its name.

ALTER TABLE consultation ADD COLUMN object TEXT COLLATE "C" NOT NULL DEFAULT ''; -- what it is about; empty for the project as a whole
ALTER TABLE consultation ADD COLUMN level TEXT COLLATE "C" NOT NULL DEFAULT 'whole'; -- whole, central, establishment
ALTER TABLE consultation ADD COLUMN place TEXT COLLATE "C" NOT NULL DEFAULT ''; -- the establishment, where it is of one
ALTER TABLE consultation ADD COLUMN is_use_allowed BOOLEAN NOT NULL DEFAULT FALSE; -- begun while people rightly worked with the system
ALTER TABLE consultation ADD COLUMN by_member TEXT COLLATE "C";
ALTER TABLE consultation_part ADD COLUMN by_member TEXT COLLATE "C";
ALTER TABLE consultation_question ADD COLUMN by_member TEXT COLLATE "C";
ALTER TABLE consultation_question ADD COLUMN answer_member TEXT COLLATE "C";
ALTER TABLE consultation_event ADD COLUMN by_member TEXT COLLATE "C";
ALTER TABLE consultation_event ADD COLUMN taken_back_member TEXT COLLATE "C";
ALTER TABLE consultation_event ADD COLUMN about TEXT COLLATE "C"; -- the meeting whose agenda or minutes it is
ALTER TABLE consultation_event ADD COLUMN joined_on TEXT COLLATE "C"; -- when the other side said the same; null while one side said it
ALTER TABLE consultation_event ADD COLUMN joined_party TEXT COLLATE "C";
ALTER TABLE consultation_event ADD COLUMN joined_name TEXT COLLATE "C";
ALTER TABLE consultation_event ADD COLUMN joined_member TEXT COLLATE "C";
ALTER TABLE evidence ADD COLUMN by_member TEXT COLLATE "C";
ALTER TABLE evidence ADD COLUMN withdrawn_member TEXT COLLATE "C";

-- Who went past a closed gate, or says that somebody did, and why.
CREATE TABLE gate_crossing (
  organisation_id TEXT COLLATE "C" NOT NULL,
  crossing_id TEXT COLLATE "C" NOT NULL,
  project_id TEXT COLLATE "C" NOT NULL,
  way TEXT COLLATE "C" NOT NULL, -- agreed (two keys), reported (it happened, and one party says so)
  stage TEXT COLLATE "C" NOT NULL,
  began_on TEXT COLLATE "C" NOT NULL,
  shut_by TEXT COLLATE "C" NOT NULL, -- what kept the gate shut, as a list in JSON
  reason TEXT COLLATE "C" NOT NULL,
  recorded_on TEXT COLLATE "C" NOT NULL,
  by_party TEXT COLLATE "C" NOT NULL,
  by_name TEXT COLLATE "C" NOT NULL,
  by_member TEXT COLLATE "C" NOT NULL,
  first_party TEXT COLLATE "C", -- whose key was the first; null where it is reported
  PRIMARY KEY (organisation_id, crossing_id),
  FOREIGN KEY (organisation_id, project_id) REFERENCES project
);
CREATE INDEX gate_crossing_by_project ON gate_crossing (organisation_id, project_id);
