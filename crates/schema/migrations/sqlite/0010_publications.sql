-- What was published: kept for ever, so that no later publication tells the difference.

CREATE TABLE publication (
  organisation_id TEXT NOT NULL,
  campaign_id TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1), -- 1 at closing; one more each time the floor is raised
  place INTEGER NOT NULL, -- the order of the first publications in the organisation
  floor INTEGER NOT NULL CHECK (floor >= 5),
  published_on TEXT NOT NULL,
  cells TEXT NOT NULL, -- JSON: what was said of each cell; no number in it
  digest TEXT NOT NULL, -- SHA-256 of the values as they were published
  PRIMARY KEY (organisation_id, campaign_id, number),
  FOREIGN KEY (organisation_id, campaign_id) REFERENCES campaign
) STRICT, WITHOUT ROWID;

-- Whoever writes to the database: what was published stays, and a floor is only ever raised. Written in each dialect.
CREATE TRIGGER publication_is_not_changed
BEFORE UPDATE ON publication
BEGIN SELECT RAISE(ABORT, 'what was published stays published'); END;

CREATE TRIGGER publication_is_not_removed
BEFORE DELETE ON publication
BEGIN SELECT RAISE(ABORT, 'what was published stays published'); END;

CREATE TRIGGER publication_raises_the_floor
BEFORE INSERT ON publication
WHEN EXISTS (SELECT 1 FROM publication p WHERE p.organisation_id = NEW.organisation_id
  AND p.campaign_id = NEW.campaign_id AND (p.floor >= NEW.floor OR p.number >= NEW.number))
BEGIN SELECT RAISE(ABORT, 'a floor is only ever raised'); END;

-- What a circle too small for statistics agreed on, in one session and in the open.
CREATE TABLE collective_session (
  organisation_id TEXT NOT NULL,
  campaign_id TEXT NOT NULL,
  parties TEXT NOT NULL, -- JSON: the parties that were there, never a person
  people TEXT NOT NULL, -- in steps: under_five, from_five, from_ten, from_twenty
  PRIMARY KEY (organisation_id, campaign_id),
  FOREIGN KEY (organisation_id, campaign_id) REFERENCES campaign
) STRICT, WITHOUT ROWID;

CREATE TABLE collective_answer (
  organisation_id TEXT NOT NULL,
  campaign_id TEXT NOT NULL,
  question TEXT NOT NULL,
  answer TEXT, -- null: they do not agree
  one_view TEXT NOT NULL,
  other_view TEXT NOT NULL,
  PRIMARY KEY (organisation_id, campaign_id, question),
  FOREIGN KEY (organisation_id, campaign_id) REFERENCES campaign
) STRICT, WITHOUT ROWID;
