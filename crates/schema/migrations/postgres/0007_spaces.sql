-- Typed spaces, who sits in them, what is watched over them, and each party's own notebook.

ALTER TABLE space ADD COLUMN level TEXT COLLATE "C" NOT NULL DEFAULT 'company';
-- A consultation is never inferred from an informal space: neither the space nor what is held in it can say so.
ALTER TABLE space ADD COLUMN form TEXT COLLATE "C" NOT NULL DEFAULT 'expression' CHECK (form <> 'consultation' OR is_statutory);
ALTER TABLE space ADD COLUMN mandate_may TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE space ADD COLUMN mandate_may_not TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE space ADD COLUMN rhythm_weeks BIGINT;
ALTER TABLE space ADD COLUMN opened_on TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE space ADD COLUMN closed_on TEXT COLLATE "C";
ALTER TABLE space ADD COLUMN closed_because TEXT COLLATE "C" NOT NULL DEFAULT '';
-- Nothing is settled once and for all: what is closed says when it is looked at again.
ALTER TABLE space ADD COLUMN next_review_on TEXT COLLATE "C" CHECK (closed_on IS NULL OR next_review_on IS NOT NULL);
UPDATE space SET level = 'team' WHERE sphere = 'professional';
UPDATE space SET form = 'consultation' WHERE is_statutory;
UPDATE space SET opened_on = (SELECT substr(p.created_at, 1, 10) FROM project p
  WHERE p.organisation_id = space.organisation_id AND p.project_id = space.project_id);
-- What is held repeats whether its space is statutory, so that the database itself can hold the law.
CREATE UNIQUE INDEX space_by_status ON space (organisation_id, project_id, space_id, is_statutory);

CREATE TABLE activity_typed (
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
  is_statutory BOOLEAN NOT NULL,
  form TEXT COLLATE "C" NOT NULL,
  round TEXT COLLATE "C" NOT NULL, -- understand, decide
  follows TEXT COLLATE "C", -- the round in which the matter was understood
  without_understanding TEXT COLLATE "C" NOT NULL, -- why it decides without one, in people's words
  PRIMARY KEY (organisation_id, project_id, activity_id),
  FOREIGN KEY (organisation_id, project_id, space_id, is_statutory)
    REFERENCES space (organisation_id, project_id, space_id, is_statutory) ON UPDATE CASCADE,
  CHECK (is_statutory OR (form <> 'consultation' AND kind <> 'consultation' AND kind <> 'opinion'))
);
INSERT INTO activity_typed (organisation_id, project_id, activity_id, space_id, kind, title, held_on, state, source,
    outcome, is_statutory, form, round, follows, without_understanding)
  SELECT a.organisation_id, a.project_id, a.activity_id, a.space_id,
    CASE WHEN s.is_statutory OR a.kind NOT IN ('consultation', 'opinion') THEN a.kind ELSE 'meeting' END,
    a.title, a.held_on, a.state, a.source, a.outcome, s.is_statutory,
    CASE WHEN a.kind IN ('consultation', 'opinion') AND s.is_statutory THEN 'consultation'
      WHEN a.kind IN ('launch', 'information', 'technical_review') THEN 'information'
      WHEN a.kind IN ('campaign', 'user_test') THEN 'inquiry' ELSE 'expression' END,
    CASE WHEN a.kind = 'opinion' THEN 'decide' ELSE 'understand' END, NULL, ''
  FROM activity a JOIN space s
    ON s.organisation_id = a.organisation_id AND s.project_id = a.project_id AND s.space_id = a.space_id;
DROP TABLE activity;
ALTER TABLE activity_typed RENAME TO activity;
CREATE INDEX activity_by_source ON activity (organisation_id, project_id, source);

CREATE TABLE space_member (
  organisation_id TEXT COLLATE "C" NOT NULL,
  project_id TEXT COLLATE "C" NOT NULL,
  space_id TEXT COLLATE "C" NOT NULL,
  member_id TEXT COLLATE "C" NOT NULL,
  seat TEXT COLLATE "C" NOT NULL, -- sits, guest
  since_on TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (organisation_id, project_id, space_id, member_id),
  FOREIGN KEY (organisation_id, project_id, space_id) REFERENCES space
);

-- A party has read an alert and says why it waits: for itself only, and for a time.
CREATE TABLE alert_aside (
  organisation_id TEXT COLLATE "C" NOT NULL,
  project_id TEXT COLLATE "C" NOT NULL,
  alert TEXT COLLATE "C" NOT NULL,
  subject TEXT COLLATE "C" NOT NULL, -- a space, a family; empty for the whole project
  party TEXT COLLATE "C" NOT NULL,
  reason TEXT COLLATE "C" NOT NULL,
  set_by TEXT COLLATE "C" NOT NULL,
  until_on TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (organisation_id, project_id, alert, subject, party),
  FOREIGN KEY (organisation_id, project_id) REFERENCES project
);

-- After how many weeks to speak up; a project without a line has the defaults.
CREATE TABLE dialogue_watch (
  organisation_id TEXT COLLATE "C" NOT NULL,
  project_id TEXT COLLATE "C" NOT NULL,
  unlinked_weeks BIGINT NOT NULL,
  silent_weeks BIGINT NOT NULL,
  aside_weeks BIGINT NOT NULL,
  PRIMARY KEY (organisation_id, project_id),
  FOREIGN KEY (organisation_id, project_id) REFERENCES project
);

-- A party's own preparation. Read by its members only: the party stands in the key, and in every query.
CREATE TABLE notebook_note (
  organisation_id TEXT COLLATE "C" NOT NULL,
  project_id TEXT COLLATE "C" NOT NULL,
  party TEXT COLLATE "C" NOT NULL,
  note_id TEXT COLLATE "C" NOT NULL,
  words TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL,
  written_by TEXT COLLATE "C" NOT NULL,
  written_on TEXT COLLATE "C" NOT NULL,
  changed_on TEXT COLLATE "C",
  removed_on TEXT COLLATE "C", -- thirty days to change one's mind, then it is erased
  PRIMARY KEY (organisation_id, project_id, party, note_id),
  FOREIGN KEY (organisation_id, project_id) REFERENCES project
);
