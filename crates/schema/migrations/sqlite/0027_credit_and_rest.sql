-- Whose name is shown beside what they said, in which conditions an effect was seen, and projects that are set aside.

ALTER TABLE finding ADD COLUMN is_credited INTEGER NOT NULL DEFAULT 1 CHECK (is_credited IN (0, 1));
ALTER TABLE finding ADD COLUMN context TEXT NOT NULL DEFAULT ''; -- where and in which conditions, in people's words

-- Absent for a project that goes on. The journal keeps each change.
CREATE TABLE project_rest (
  organisation_id TEXT NOT NULL,
  project_id TEXT NOT NULL,
  state TEXT NOT NULL, -- suspended, abandoned
  reason TEXT NOT NULL,
  since TEXT NOT NULL,
  review_on TEXT NOT NULL, -- nothing is settled once and for all
  PRIMARY KEY (organisation_id, project_id),
  FOREIGN KEY (organisation_id, project_id) REFERENCES project
) STRICT, WITHOUT ROWID;
