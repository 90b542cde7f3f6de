-- Under which edition of the rule base a project was last read by people who looked at what it changed.

CREATE TABLE law_edition (
  organisation_id TEXT COLLATE "C" NOT NULL,
  project_id TEXT COLLATE "C" NOT NULL,
  edition TEXT COLLATE "C" NOT NULL,
  noted_at TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (organisation_id, project_id),
  FOREIGN KEY (organisation_id, project_id) REFERENCES project
);
