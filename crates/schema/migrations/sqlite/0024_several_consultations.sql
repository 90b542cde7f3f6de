-- Several consultations of one project, meetings with deadlines of their own, and whose seat recorded what: the name alone
-- does not tell two people of one party apart. Null for what was recorded before, which is still known by its name.

ALTER TABLE consultation ADD COLUMN object TEXT NOT NULL DEFAULT ''; -- what it is about; empty for the project as a whole
ALTER TABLE consultation ADD COLUMN level TEXT NOT NULL DEFAULT 'whole'; -- whole, central, establishment
ALTER TABLE consultation ADD COLUMN place TEXT NOT NULL DEFAULT ''; -- the establishment, where it is of one
ALTER TABLE consultation ADD COLUMN is_use_allowed INTEGER NOT NULL DEFAULT 0 CHECK (is_use_allowed IN (0, 1)); -- begun while people rightly worked with the system
ALTER TABLE consultation ADD COLUMN by_member TEXT;
ALTER TABLE consultation_part ADD COLUMN by_member TEXT;
ALTER TABLE consultation_question ADD COLUMN by_member TEXT;
ALTER TABLE consultation_question ADD COLUMN answer_member TEXT;
ALTER TABLE consultation_event ADD COLUMN by_member TEXT;
ALTER TABLE consultation_event ADD COLUMN taken_back_member TEXT;
ALTER TABLE consultation_event ADD COLUMN about TEXT; -- the meeting whose agenda or minutes it is
ALTER TABLE consultation_event ADD COLUMN joined_on TEXT; -- when the other side said the same; null while one side said it
ALTER TABLE consultation_event ADD COLUMN joined_party TEXT;
ALTER TABLE consultation_event ADD COLUMN joined_name TEXT;
ALTER TABLE consultation_event ADD COLUMN joined_member TEXT;
ALTER TABLE evidence ADD COLUMN by_member TEXT;
ALTER TABLE evidence ADD COLUMN withdrawn_member TEXT;

-- Who went past a closed gate, or says that somebody did, and why.
CREATE TABLE gate_crossing (
  organisation_id TEXT NOT NULL,
  crossing_id TEXT NOT NULL,
  project_id TEXT NOT NULL,
  way TEXT NOT NULL, -- agreed (two keys), reported (it happened, and one party says so)
  stage TEXT NOT NULL,
  began_on TEXT NOT NULL,
  shut_by TEXT NOT NULL, -- what kept the gate shut, as a list in JSON
  reason TEXT NOT NULL,
  recorded_on TEXT NOT NULL,
  by_party TEXT NOT NULL,
  by_name TEXT NOT NULL,
  by_member TEXT NOT NULL,
  first_party TEXT, -- whose key was the first; null where it is reported
  PRIMARY KEY (organisation_id, crossing_id),
  FOREIGN KEY (organisation_id, project_id) REFERENCES project
) STRICT, WITHOUT ROWID;
CREATE INDEX gate_crossing_by_project ON gate_crossing (organisation_id, project_id);
