-- The least floor of an organisation's campaigns, the information that a questionnaire was asked under, and answers given
-- together that stay once the campaign is closed.

-- No line: five. Only ever raised, with two keys.
CREATE TABLE organisation_floor (
  organisation_id TEXT NOT NULL REFERENCES organisation,
  floor INTEGER NOT NULL CHECK (floor > 5),
  raised_on TEXT NOT NULL,
  PRIMARY KEY (organisation_id)
) STRICT, WITHOUT ROWID;

-- What those who answer are told, word for word, as it stood when the campaign opened. No line: opened before it was kept.
CREATE TABLE campaign_information (
  organisation_id TEXT NOT NULL,
  campaign_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  since TEXT NOT NULL, -- the day of that version
  words TEXT NOT NULL, -- JSON: its sentences, by language
  digest TEXT NOT NULL, -- SHA-256 of words: the journal has it too
  PRIMARY KEY (organisation_id, campaign_id),
  FOREIGN KEY (organisation_id, campaign_id) REFERENCES campaign
) STRICT, WITHOUT ROWID;

-- Whoever writes to the database: a floor is only ever raised, and what was told stays told; it goes with its project, once
-- both keys deleted it, and not otherwise. Written in each dialect.
CREATE TRIGGER organisation_floor_is_only_raised
BEFORE UPDATE ON organisation_floor
WHEN NEW.floor <= OLD.floor OR NEW.organisation_id <> OLD.organisation_id
BEGIN SELECT RAISE(ABORT, 'a floor is only ever raised'); END;

CREATE TRIGGER organisation_floor_is_not_removed
BEFORE DELETE ON organisation_floor
BEGIN SELECT RAISE(ABORT, 'a floor is only ever raised'); END;

-- INSERT OR REPLACE removes a row without telling the trigger above. An insertion that turns into an update passes here too.
CREATE TRIGGER organisation_floor_is_not_written_over
BEFORE INSERT ON organisation_floor
WHEN EXISTS (SELECT 1 FROM organisation_floor f WHERE f.organisation_id = NEW.organisation_id AND f.floor >= NEW.floor)
BEGIN SELECT RAISE(ABORT, 'a floor is only ever raised'); END;

CREATE TRIGGER campaign_keeps_the_floor_of_its_organisation
BEFORE INSERT ON campaign
WHEN EXISTS (SELECT 1 FROM organisation_floor f WHERE f.organisation_id = NEW.organisation_id AND f.floor > NEW.floor)
BEGIN SELECT RAISE(ABORT, 'the organisation has a higher floor'); END;

CREATE TRIGGER campaign_opens_at_the_floor_of_its_organisation
BEFORE UPDATE ON campaign
WHEN (OLD.state <> NEW.state OR OLD.floor <> NEW.floor) AND NEW.state <> 'closed'
  AND EXISTS (SELECT 1 FROM organisation_floor f WHERE f.organisation_id = NEW.organisation_id AND f.floor > NEW.floor)
BEGIN SELECT RAISE(ABORT, 'the organisation has a higher floor'); END;

CREATE TRIGGER campaign_information_is_not_changed
BEFORE UPDATE ON campaign_information
BEGIN SELECT RAISE(ABORT, 'what was told stays told'); END;

CREATE TRIGGER campaign_information_is_not_removed
BEFORE DELETE ON campaign_information
WHEN NOT EXISTS (SELECT 1 FROM campaign c JOIN keyed_act k
    ON k.organisation_id = c.organisation_id AND k.project_id = c.project_id
  WHERE c.organisation_id = OLD.organisation_id AND c.campaign_id = OLD.campaign_id
    AND k.act = 'delete_project' AND k.outcome = 'confirmed')
BEGIN SELECT RAISE(ABORT, 'what was told stays told'); END;

CREATE TRIGGER campaign_information_is_not_written_over
BEFORE INSERT ON campaign_information
WHEN EXISTS (SELECT 1 FROM campaign_information i WHERE i.organisation_id = NEW.organisation_id
  AND i.campaign_id = NEW.campaign_id)
BEGIN SELECT RAISE(ABORT, 'what was told stays told'); END;

-- Answers given together are written while their campaign is open, never before nor after.
CREATE TRIGGER collective_answer_is_given_in_session
BEFORE INSERT ON collective_answer
WHEN NOT EXISTS (SELECT 1 FROM campaign c WHERE c.organisation_id = NEW.organisation_id
  AND c.campaign_id = NEW.campaign_id AND c.state = 'open' AND c.answering = 'collective')
BEGIN SELECT RAISE(ABORT, 'closing froze what was answered together'); END;

CREATE TRIGGER collective_answer_is_frozen
BEFORE UPDATE ON collective_answer
WHEN EXISTS (SELECT 1 FROM campaign c WHERE c.organisation_id IN (OLD.organisation_id, NEW.organisation_id)
  AND c.campaign_id IN (OLD.campaign_id, NEW.campaign_id) AND c.state <> 'open')
BEGIN SELECT RAISE(ABORT, 'closing froze what was answered together'); END;

CREATE TRIGGER collective_answer_is_not_removed
BEFORE DELETE ON collective_answer
WHEN EXISTS (SELECT 1 FROM campaign c WHERE c.organisation_id = OLD.organisation_id
  AND c.campaign_id = OLD.campaign_id AND c.state <> 'open' AND NOT EXISTS (SELECT 1 FROM keyed_act k
    WHERE k.organisation_id = c.organisation_id AND k.project_id = c.project_id
      AND k.act = 'delete_project' AND k.outcome = 'confirmed'))
BEGIN SELECT RAISE(ABORT, 'closing froze what was answered together'); END;

CREATE TRIGGER collective_session_is_held_in_session
BEFORE INSERT ON collective_session
WHEN NOT EXISTS (SELECT 1 FROM campaign c WHERE c.organisation_id = NEW.organisation_id
  AND c.campaign_id = NEW.campaign_id AND c.state = 'open' AND c.answering = 'collective')
BEGIN SELECT RAISE(ABORT, 'closing froze what was answered together'); END;

CREATE TRIGGER collective_session_is_frozen
BEFORE UPDATE ON collective_session
WHEN EXISTS (SELECT 1 FROM campaign c WHERE c.organisation_id IN (OLD.organisation_id, NEW.organisation_id)
  AND c.campaign_id IN (OLD.campaign_id, NEW.campaign_id) AND c.state <> 'open')
BEGIN SELECT RAISE(ABORT, 'closing froze what was answered together'); END;

CREATE TRIGGER collective_session_is_not_removed
BEFORE DELETE ON collective_session
WHEN EXISTS (SELECT 1 FROM campaign c WHERE c.organisation_id = OLD.organisation_id
  AND c.campaign_id = OLD.campaign_id AND c.state <> 'open' AND NOT EXISTS (SELECT 1 FROM keyed_act k
    WHERE k.organisation_id = c.organisation_id AND k.project_id = c.project_id
      AND k.act = 'delete_project' AND k.outcome = 'confirmed'))
BEGIN SELECT RAISE(ABORT, 'closing froze what was answered together'); END;
