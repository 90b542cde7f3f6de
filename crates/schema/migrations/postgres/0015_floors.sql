-- The least floor of an organisation's campaigns, the information that a questionnaire was asked under, and answers given
-- together that stay once the campaign is closed.

-- No line: five. Only ever raised, with two keys.
CREATE TABLE organisation_floor (
  organisation_id TEXT COLLATE "C" NOT NULL REFERENCES organisation,
  floor BIGINT NOT NULL CHECK (floor > 5),
  raised_on TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (organisation_id)
);

-- What those who answer are told, word for word, as it stood when the campaign opened. No line: opened before it was kept.
CREATE TABLE campaign_information (
  organisation_id TEXT COLLATE "C" NOT NULL,
  campaign_id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL,
  since TEXT COLLATE "C" NOT NULL, -- the day of that version
  words TEXT COLLATE "C" NOT NULL, -- JSON: its sentences, by language
  digest TEXT COLLATE "C" NOT NULL, -- SHA-256 of words: the journal has it too
  PRIMARY KEY (organisation_id, campaign_id),
  FOREIGN KEY (organisation_id, campaign_id) REFERENCES campaign
);

-- Whoever writes to the database: a floor is only ever raised, and what was told stays told; it goes with its project, once
-- both keys deleted it, and not otherwise. Written in each dialect.
CREATE FUNCTION refuse_a_lower_organisation_floor() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW.floor <= OLD.floor OR NEW.organisation_id <> OLD.organisation_id THEN
    RAISE EXCEPTION 'a floor is only ever raised';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER organisation_floor_is_only_raised
BEFORE UPDATE OR DELETE ON organisation_floor FOR EACH ROW EXECUTE FUNCTION refuse_a_lower_organisation_floor();

CREATE FUNCTION refuse_a_campaign_under_the_floor() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND ((OLD.state = NEW.state AND OLD.floor = NEW.floor) OR NEW.state = 'closed') THEN
    RETURN NEW;
  END IF;
  IF EXISTS (SELECT 1 FROM organisation_floor f WHERE f.organisation_id = NEW.organisation_id
      AND f.floor > NEW.floor) THEN
    RAISE EXCEPTION 'the organisation has a higher floor';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER campaign_keeps_the_floor_of_its_organisation
BEFORE INSERT OR UPDATE ON campaign FOR EACH ROW EXECUTE FUNCTION refuse_a_campaign_under_the_floor();

CREATE FUNCTION refuse_to_untell() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF EXISTS (SELECT 1 FROM campaign c JOIN keyed_act k
          ON k.organisation_id = c.organisation_id AND k.project_id = c.project_id
        WHERE c.organisation_id = OLD.organisation_id AND c.campaign_id = OLD.campaign_id
          AND k.act = 'delete_project' AND k.outcome = 'confirmed') THEN
      RETURN OLD;
    END IF;
  END IF;
  RAISE EXCEPTION 'what was told stays told';
END $$;

CREATE TRIGGER campaign_information_is_not_changed
BEFORE UPDATE OR DELETE ON campaign_information FOR EACH ROW EXECUTE FUNCTION refuse_to_untell();

-- Answers given together are written while their campaign is open, never before nor after.
CREATE FUNCTION refuse_out_of_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NOT EXISTS (SELECT 1 FROM campaign c WHERE c.organisation_id = NEW.organisation_id
        AND c.campaign_id = NEW.campaign_id AND c.state = 'open' AND c.answering = 'collective') THEN
      RAISE EXCEPTION 'closing froze what was answered together';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' THEN
    IF EXISTS (SELECT 1 FROM campaign c WHERE c.organisation_id IN (OLD.organisation_id, NEW.organisation_id)
        AND c.campaign_id IN (OLD.campaign_id, NEW.campaign_id) AND c.state <> 'open') THEN
      RAISE EXCEPTION 'closing froze what was answered together';
    END IF;
    RETURN NEW;
  END IF;
  IF EXISTS (SELECT 1 FROM campaign c WHERE c.organisation_id = OLD.organisation_id
      AND c.campaign_id = OLD.campaign_id AND c.state <> 'open') THEN
    IF NOT EXISTS (SELECT 1 FROM campaign c JOIN keyed_act k
          ON k.organisation_id = c.organisation_id AND k.project_id = c.project_id
        WHERE c.organisation_id = OLD.organisation_id AND c.campaign_id = OLD.campaign_id
          AND k.act = 'delete_project' AND k.outcome = 'confirmed') THEN
      RAISE EXCEPTION 'closing froze what was answered together';
    END IF;
  END IF;
  RETURN OLD;
END $$;

CREATE TRIGGER collective_answer_is_frozen
BEFORE INSERT OR UPDATE OR DELETE ON collective_answer FOR EACH ROW EXECUTE FUNCTION refuse_out_of_session();

CREATE TRIGGER collective_session_is_frozen
BEFORE INSERT OR UPDATE OR DELETE ON collective_session FOR EACH ROW EXECUTE FUNCTION refuse_out_of_session();
