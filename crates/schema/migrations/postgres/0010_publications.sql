-- What was published: kept for ever, so that no later publication tells the difference.

CREATE TABLE publication (
  organisation_id TEXT COLLATE "C" NOT NULL,
  campaign_id TEXT COLLATE "C" NOT NULL,
  number BIGINT NOT NULL CHECK (number >= 1), -- 1 at closing; one more each time the floor is raised
  place BIGINT NOT NULL, -- the order of the first publications in the organisation
  floor BIGINT NOT NULL CHECK (floor >= 5),
  published_on TEXT COLLATE "C" NOT NULL,
  cells TEXT COLLATE "C" NOT NULL, -- JSON: what was said of each cell; no number in it
  digest TEXT COLLATE "C" NOT NULL, -- SHA-256 of the values as they were published
  PRIMARY KEY (organisation_id, campaign_id, number),
  FOREIGN KEY (organisation_id, campaign_id) REFERENCES campaign
);

-- Whoever writes to the database: what was published stays, and a floor is only ever raised. Written in each dialect.
CREATE FUNCTION refuse_to_unpublish() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was published stays published';
END $$;

CREATE FUNCTION refuse_a_lower_floor() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM publication p WHERE p.organisation_id = NEW.organisation_id
      AND p.campaign_id = NEW.campaign_id AND (p.floor >= NEW.floor OR p.number >= NEW.number)) THEN
    RAISE EXCEPTION 'a floor is only ever raised';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER publication_is_not_changed
BEFORE UPDATE OR DELETE ON publication FOR EACH ROW EXECUTE FUNCTION refuse_to_unpublish();

CREATE TRIGGER publication_raises_the_floor
BEFORE INSERT ON publication FOR EACH ROW EXECUTE FUNCTION refuse_a_lower_floor();

-- What a circle too small for statistics agreed on, in one session and in the open.
CREATE TABLE collective_session (
  organisation_id TEXT COLLATE "C" NOT NULL,
  campaign_id TEXT COLLATE "C" NOT NULL,
  parties TEXT COLLATE "C" NOT NULL, -- JSON: the parties that were there, never a person
  people TEXT COLLATE "C" NOT NULL, -- in steps: under_five, from_five, from_ten, from_twenty
  PRIMARY KEY (organisation_id, campaign_id),
  FOREIGN KEY (organisation_id, campaign_id) REFERENCES campaign
);

CREATE TABLE collective_answer (
  organisation_id TEXT COLLATE "C" NOT NULL,
  campaign_id TEXT COLLATE "C" NOT NULL,
  question TEXT COLLATE "C" NOT NULL,
  answer TEXT COLLATE "C", -- null: they do not agree
  one_view TEXT COLLATE "C" NOT NULL,
  other_view TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (organisation_id, campaign_id, question),
  FOREIGN KEY (organisation_id, campaign_id) REFERENCES campaign
);
