-- Deleting a project by two keys; a passkey that others have struck out; and a recovery that waits for its time.

-- All that is left of a deleted project, with the lines of the journal: that it was, and who turned the keys.
CREATE TABLE project_deletion (
  organisation_id TEXT COLLATE "C" NOT NULL REFERENCES organisation,
  project_id TEXT COLLATE "C" NOT NULL,
  deleted_on TEXT COLLATE "C" NOT NULL,
  proposed_party TEXT COLLATE "C" NOT NULL,
  confirmed_party TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (organisation_id, project_id)
);

-- The passkeys of somebody whom others gave their seats back: they open nothing in this organisation any more.
CREATE TABLE passkey_struck (
  organisation_id TEXT COLLATE "C" NOT NULL REFERENCES organisation,
  person_id TEXT COLLATE "C" NOT NULL,
  passkey_id TEXT COLLATE "C" NOT NULL REFERENCES passkey ON DELETE CASCADE,
  PRIMARY KEY (organisation_id, person_id, passkey_id)
);

ALTER TABLE session ADD COLUMN passkey_id TEXT COLLATE "C"; -- the one that it was opened with; null: none, or before it was kept
ALTER TABLE recovery ADD COLUMN waits_until TEXT COLLATE "C"; -- one voice was all there could be: when time has replaced the second
ALTER TABLE recovery ADD COLUMN second_contest_hash TEXT COLLATE "C"; -- of the link of the second letter to the old address

-- Whoever writes to the database: nothing is deleted but by two confirmed keys of two parties, and what was deleted stays
-- deleted. Written in each dialect.
CREATE FUNCTION refuse_to_delete_alone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM keyed_act k WHERE k.organisation_id = NEW.organisation_id
      AND k.project_id = NEW.project_id AND k.act = 'delete_project' AND k.outcome = 'confirmed'
      AND k.proposed_party = NEW.proposed_party AND k.answered_party = NEW.confirmed_party
      AND k.proposed_party <> k.answered_party AND k.proposed_by <> k.answered_by) THEN
    RAISE EXCEPTION 'a project is deleted by two keys';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION refuse_to_undelete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was deleted stays deleted';
END $$;

CREATE TRIGGER project_deletion_takes_two_keys
BEFORE INSERT ON project_deletion FOR EACH ROW EXECUTE FUNCTION refuse_to_delete_alone();

CREATE TRIGGER project_deletion_is_not_changed
BEFORE UPDATE OR DELETE ON project_deletion FOR EACH ROW EXECUTE FUNCTION refuse_to_undelete();

-- What opening froze and what was published go with their project, and not otherwise.
CREATE FUNCTION refuse_to_lose_a_campaign() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'prepared' AND NOT EXISTS (SELECT 1 FROM project_deletion d
      WHERE d.organisation_id = OLD.organisation_id AND d.project_id = OLD.project_id) THEN
    RAISE EXCEPTION 'opening froze the rules of this campaign';
  END IF;
  RETURN OLD;
END $$;

DROP TRIGGER campaign_is_not_replaced ON campaign;
CREATE TRIGGER campaign_is_not_replaced
BEFORE DELETE ON campaign FOR EACH ROW EXECUTE FUNCTION refuse_to_lose_a_campaign();

CREATE OR REPLACE FUNCTION refuse_another_group() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF EXISTS (SELECT 1 FROM campaign c WHERE c.organisation_id = OLD.organisation_id
        AND c.campaign_id = OLD.campaign_id AND c.state <> 'prepared' AND NOT EXISTS (SELECT 1 FROM project_deletion d
          WHERE d.organisation_id = c.organisation_id AND d.project_id = c.project_id)) THEN
      RAISE EXCEPTION 'opening froze the rules of this campaign';
    END IF;
    RETURN OLD;
  END IF;
  IF TG_OP = 'UPDATE' AND EXISTS (SELECT 1 FROM campaign c WHERE c.organisation_id = OLD.organisation_id
      AND c.campaign_id = OLD.campaign_id AND c.state <> 'prepared') THEN
    RAISE EXCEPTION 'opening froze the rules of this campaign';
  END IF;
  IF EXISTS (SELECT 1 FROM campaign c WHERE c.organisation_id = NEW.organisation_id
      AND c.campaign_id = NEW.campaign_id AND c.state <> 'prepared') THEN
    RAISE EXCEPTION 'opening froze the rules of this campaign';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION refuse_to_unpublish() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM campaign c JOIN project_deletion d
      ON d.organisation_id = c.organisation_id AND d.project_id = c.project_id
      WHERE c.organisation_id = OLD.organisation_id AND c.campaign_id = OLD.campaign_id) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'what was published stays published';
END $$;
