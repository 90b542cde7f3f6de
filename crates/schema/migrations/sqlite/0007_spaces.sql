-- Typed spaces, who sits in them, what is watched over them, and each party's own notebook.

ALTER TABLE space ADD COLUMN level TEXT NOT NULL DEFAULT 'company';
-- A consultation is never inferred from an informal space: neither the space nor what is held in it can say so.
ALTER TABLE space ADD COLUMN form TEXT NOT NULL DEFAULT 'expression' CHECK (form <> 'consultation' OR is_statutory = 1);
ALTER TABLE space ADD COLUMN mandate_may TEXT NOT NULL DEFAULT '';
ALTER TABLE space ADD COLUMN mandate_may_not TEXT NOT NULL DEFAULT '';
ALTER TABLE space ADD COLUMN rhythm_weeks INTEGER;
ALTER TABLE space ADD COLUMN opened_on TEXT NOT NULL DEFAULT '';
ALTER TABLE space ADD COLUMN closed_on TEXT;
ALTER TABLE space ADD COLUMN closed_because TEXT NOT NULL DEFAULT '';
-- Nothing is settled once and for all: what is closed says when it is looked at again.
ALTER TABLE space ADD COLUMN next_review_on TEXT CHECK (closed_on IS NULL OR next_review_on IS NOT NULL);
UPDATE space SET level = 'team' WHERE sphere = 'professional';
UPDATE space SET form = 'consultation' WHERE is_statutory = 1;
UPDATE space SET opened_on = (SELECT substr(p.created_at, 1, 10) FROM project p
  WHERE p.organisation_id = space.organisation_id AND p.project_id = space.project_id);
-- What is held repeats whether its space is statutory, so that the database itself can hold the law.
CREATE UNIQUE INDEX space_by_status ON space (organisation_id, project_id, space_id, is_statutory);

CREATE TABLE activity_typed (
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
  is_statutory INTEGER NOT NULL CHECK (is_statutory IN (0, 1)),
  form TEXT NOT NULL,
  round TEXT NOT NULL, -- understand, decide
  follows TEXT, -- the round in which the matter was understood
  without_understanding TEXT NOT NULL, -- why it decides without one, in people's words
  PRIMARY KEY (organisation_id, project_id, activity_id),
  FOREIGN KEY (organisation_id, project_id, space_id, is_statutory)
    REFERENCES space (organisation_id, project_id, space_id, is_statutory) ON UPDATE CASCADE,
  CHECK (is_statutory = 1 OR (form <> 'consultation' AND kind <> 'consultation' AND kind <> 'opinion'))
) STRICT, WITHOUT ROWID;
INSERT INTO activity_typed (organisation_id, project_id, activity_id, space_id, kind, title, held_on, state, source,
    outcome, is_statutory, form, round, follows, without_understanding)
  SELECT a.organisation_id, a.project_id, a.activity_id, a.space_id,
    CASE WHEN s.is_statutory = 1 OR a.kind NOT IN ('consultation', 'opinion') THEN a.kind ELSE 'meeting' END,
    a.title, a.held_on, a.state, a.source, a.outcome, s.is_statutory,
    CASE WHEN a.kind IN ('consultation', 'opinion') AND s.is_statutory = 1 THEN 'consultation'
      WHEN a.kind IN ('launch', 'information', 'technical_review') THEN 'information'
      WHEN a.kind IN ('campaign', 'user_test') THEN 'inquiry' ELSE 'expression' END,
    CASE WHEN a.kind = 'opinion' THEN 'decide' ELSE 'understand' END, NULL, ''
  FROM activity a JOIN space s
    ON s.organisation_id = a.organisation_id AND s.project_id = a.project_id AND s.space_id = a.space_id;
DROP TABLE activity;
ALTER TABLE activity_typed RENAME TO activity;
CREATE INDEX activity_by_source ON activity (organisation_id, project_id, source);

CREATE TABLE space_member (
  organisation_id TEXT NOT NULL,
  project_id TEXT NOT NULL,
  space_id TEXT NOT NULL,
  member_id TEXT NOT NULL,
  seat TEXT NOT NULL, -- sits, guest
  since_on TEXT NOT NULL,
  PRIMARY KEY (organisation_id, project_id, space_id, member_id),
  FOREIGN KEY (organisation_id, project_id, space_id) REFERENCES space
) STRICT, WITHOUT ROWID;

-- A party has read an alert and says why it waits: for itself only, and for a time.
CREATE TABLE alert_aside (
  organisation_id TEXT NOT NULL,
  project_id TEXT NOT NULL,
  alert TEXT NOT NULL,
  subject TEXT NOT NULL, -- a space, a family; empty for the whole project
  party TEXT NOT NULL,
  reason TEXT NOT NULL,
  set_by TEXT NOT NULL,
  until_on TEXT NOT NULL,
  PRIMARY KEY (organisation_id, project_id, alert, subject, party),
  FOREIGN KEY (organisation_id, project_id) REFERENCES project
) STRICT, WITHOUT ROWID;

-- After how many weeks to speak up; a project without a line has the defaults.
CREATE TABLE dialogue_watch (
  organisation_id TEXT NOT NULL,
  project_id TEXT NOT NULL,
  unlinked_weeks INTEGER NOT NULL,
  silent_weeks INTEGER NOT NULL,
  aside_weeks INTEGER NOT NULL,
  PRIMARY KEY (organisation_id, project_id),
  FOREIGN KEY (organisation_id, project_id) REFERENCES project
) STRICT, WITHOUT ROWID;

-- A party's own preparation. Read by its members only: the party stands in the key, and in every query.
CREATE TABLE notebook_note (
  organisation_id TEXT NOT NULL,
  project_id TEXT NOT NULL,
  party TEXT NOT NULL,
  note_id TEXT NOT NULL,
  words TEXT NOT NULL,
  version INTEGER NOT NULL,
  written_by TEXT NOT NULL,
  written_on TEXT NOT NULL,
  changed_on TEXT,
  removed_on TEXT, -- thirty days to change one's mind, then it is erased
  PRIMARY KEY (organisation_id, project_id, party, note_id),
  FOREIGN KEY (organisation_id, project_id) REFERENCES project
) STRICT, WITHOUT ROWID;
