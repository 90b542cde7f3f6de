-- Whose name is shown beside what they said, in which conditions an effect was seen, and projects that are set aside.

ALTER TABLE finding ADD COLUMN is_credited BOOLEAN NOT NULL DEFAULT TRUE;
ALTER TABLE finding ADD COLUMN context TEXT COLLATE "C" NOT NULL DEFAULT ''; -- where and in which conditions, in people's words

-- Absent for a project that goes on. The journal keeps each change.
CREATE TABLE project_rest (
  organisation_id TEXT COLLATE "C" NOT NULL,
  project_id TEXT COLLATE "C" NOT NULL,
  state TEXT COLLATE "C" NOT NULL, -- suspended, abandoned
  reason TEXT COLLATE "C" NOT NULL,
  since TEXT COLLATE "C" NOT NULL,
  review_on TEXT COLLATE "C" NOT NULL, -- nothing is settled once and for all
  PRIMARY KEY (organisation_id, project_id),
  FOREIGN KEY (organisation_id, project_id) REFERENCES project
);
