-- How an obligation is met, who says so, and who says otherwise.

CREATE TABLE evidence (
  organisation_id TEXT COLLATE "C" NOT NULL,
  evidence_id TEXT COLLATE "C" NOT NULL,
  project_id TEXT COLLATE "C" NOT NULL,
  rule TEXT COLLATE "C" NOT NULL, -- the identifier of the rule in the pack
  claim TEXT COLLATE "C" NOT NULL, -- act, document, contested (it is not met so), not_applicable
  act TEXT COLLATE "C", -- what was done here: activity:<id>, clause:<id>…; null for a reference
  title TEXT COLLATE "C" NOT NULL,
  kept_at TEXT COLLATE "C" NOT NULL, -- where a document is kept; empty for an act
  dated_on TEXT COLLATE "C" NOT NULL,
  words TEXT COLLATE "C" NOT NULL, -- the reason, where one is due
  added_on TEXT COLLATE "C" NOT NULL,
  by_party TEXT COLLATE "C" NOT NULL,
  by_name TEXT COLLATE "C" NOT NULL,
  withdrawn_on TEXT COLLATE "C", -- null while it stands
  withdrawn_why TEXT COLLATE "C",
  withdrawn_party TEXT COLLATE "C",
  withdrawn_name TEXT COLLATE "C",
  PRIMARY KEY (organisation_id, evidence_id),
  FOREIGN KEY (organisation_id, project_id) REFERENCES project
);
CREATE INDEX evidence_by_project ON evidence (organisation_id, project_id, rule);
