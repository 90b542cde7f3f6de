-- Deleting a project by two keys; a passkey that others have struck out; and a recovery that waits for its time.

-- All that is left of a deleted project, with the lines of the journal: that it was, and who turned the keys.
CREATE TABLE project_deletion (
  organisation_id TEXT NOT NULL REFERENCES organisation,
  project_id TEXT NOT NULL,
  deleted_on TEXT NOT NULL,
  proposed_party TEXT NOT NULL,
  confirmed_party TEXT NOT NULL,
  PRIMARY KEY (organisation_id, project_id)
) STRICT, WITHOUT ROWID;

-- The passkeys of somebody whom others gave their seats back: they open nothing in this organisation any more.
CREATE TABLE passkey_struck (
  organisation_id TEXT NOT NULL REFERENCES organisation,
  person_id TEXT NOT NULL,
  passkey_id TEXT NOT NULL REFERENCES passkey ON DELETE CASCADE,
  PRIMARY KEY (organisation_id, person_id, passkey_id)
) STRICT, WITHOUT ROWID;

ALTER TABLE session ADD COLUMN passkey_id TEXT; -- the one that it was opened with; null: none, or before it was kept
ALTER TABLE recovery ADD COLUMN waits_until TEXT; -- one voice was all there could be: when time has replaced the second
ALTER TABLE recovery ADD COLUMN second_contest_hash TEXT; -- of the link of the second letter to the old address

-- Whoever writes to the database: nothing is deleted but by two confirmed keys of two parties, and what was deleted stays
-- deleted. Written in each dialect.
CREATE TRIGGER project_deletion_takes_two_keys
BEFORE INSERT ON project_deletion
WHEN NOT EXISTS (SELECT 1 FROM keyed_act k WHERE k.organisation_id = NEW.organisation_id
  AND k.project_id = NEW.project_id AND k.act = 'delete_project' AND k.outcome = 'confirmed'
  AND k.proposed_party = NEW.proposed_party AND k.answered_party = NEW.confirmed_party
  AND k.proposed_party <> k.answered_party AND k.proposed_by <> k.answered_by)
BEGIN SELECT RAISE(ABORT, 'a project is deleted by two keys'); END;

CREATE TRIGGER project_deletion_is_not_changed
BEFORE UPDATE ON project_deletion
BEGIN SELECT RAISE(ABORT, 'what was deleted stays deleted'); END;

CREATE TRIGGER project_deletion_is_not_removed
BEFORE DELETE ON project_deletion
BEGIN SELECT RAISE(ABORT, 'what was deleted stays deleted'); END;

-- What opening froze and what was published go with their project, and not otherwise.
DROP TRIGGER campaign_is_not_replaced;
CREATE TRIGGER campaign_is_not_replaced
BEFORE DELETE ON campaign WHEN OLD.state <> 'prepared' AND NOT EXISTS (SELECT 1 FROM project_deletion d
  WHERE d.organisation_id = OLD.organisation_id AND d.project_id = OLD.project_id)
BEGIN SELECT RAISE(ABORT, 'opening froze the rules of this campaign'); END;

DROP TRIGGER campaign_group_is_not_removed;
CREATE TRIGGER campaign_group_is_not_removed
BEFORE DELETE ON campaign_group
WHEN EXISTS (SELECT 1 FROM campaign c WHERE c.organisation_id = OLD.organisation_id
  AND c.campaign_id = OLD.campaign_id AND c.state <> 'prepared' AND NOT EXISTS (SELECT 1 FROM project_deletion d
    WHERE d.organisation_id = c.organisation_id AND d.project_id = c.project_id))
BEGIN SELECT RAISE(ABORT, 'opening froze the rules of this campaign'); END;

DROP TRIGGER publication_is_not_removed;
CREATE TRIGGER publication_is_not_removed
BEFORE DELETE ON publication
WHEN NOT EXISTS (SELECT 1 FROM campaign c JOIN project_deletion d
    ON d.organisation_id = c.organisation_id AND d.project_id = c.project_id
  WHERE c.organisation_id = OLD.organisation_id AND c.campaign_id = OLD.campaign_id)
BEGIN SELECT RAISE(ABORT, 'what was published stays published'); END;
