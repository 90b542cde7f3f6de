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
