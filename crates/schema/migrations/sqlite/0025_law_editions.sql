-- Under which edition of the rule base a project was last read by people who looked at what it changed.

CREATE TABLE law_edition (
  organisation_id TEXT NOT NULL,
  project_id TEXT NOT NULL,
  edition TEXT NOT NULL,
  noted_at TEXT NOT NULL,
  PRIMARY KEY (organisation_id, project_id),
  FOREIGN KEY (organisation_id, project_id) REFERENCES project
) STRICT, WITHOUT ROWID;
