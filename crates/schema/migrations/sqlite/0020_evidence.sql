-- How an obligation is met, who says so, and who says otherwise.

CREATE TABLE evidence (
  organisation_id TEXT NOT NULL,
  evidence_id TEXT NOT NULL,
  project_id TEXT NOT NULL,
  rule TEXT NOT NULL, -- the identifier of the rule in the pack
  claim TEXT NOT NULL, -- act, document, contested (it is not met so), not_applicable
  act TEXT, -- what was done here: activity:<id>, clause:<id>…; null for a reference
  title TEXT NOT NULL,
  kept_at TEXT NOT NULL, -- where a document is kept; empty for an act
  dated_on TEXT NOT NULL,
  words TEXT NOT NULL, -- the reason, where one is due
  added_on TEXT NOT NULL,
  by_party TEXT NOT NULL,
  by_name TEXT NOT NULL,
  withdrawn_on TEXT, -- null while it stands
  withdrawn_why TEXT,
  withdrawn_party TEXT,
  withdrawn_name TEXT,
  PRIMARY KEY (organisation_id, evidence_id),
  FOREIGN KEY (organisation_id, project_id) REFERENCES project
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_by_project ON evidence (organisation_id, project_id, rule);
