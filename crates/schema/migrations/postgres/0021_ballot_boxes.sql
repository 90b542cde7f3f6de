-- One ballot box a group. What it holds stands in the order of what it says, never of when it came: a box is the same
-- whichever way its answers arrived, and one answer writes one row.
CREATE TABLE ballot_box (
  organisation_id TEXT COLLATE "C" NOT NULL,
  campaign_id TEXT COLLATE "C" NOT NULL,
  group_party TEXT COLLATE "C" NOT NULL,
  used_codes TEXT COLLATE "C" NOT NULL, -- lines: SHA-256 of each code that answered; empty once closed
  spent_tokens TEXT COLLATE "C" NOT NULL, -- lines: SHA-256 of each token that answered; empty once closed
  drawn_letters TEXT COLLATE "C" NOT NULL, -- lines: SHA-256 of a letter, then of the blinded token it had signed; empty once closed
  sheets TEXT COLLATE "C" NOT NULL, -- lines: JSON, answer by question
  PRIMARY KEY (organisation_id, campaign_id, group_party),
  FOREIGN KEY (organisation_id, campaign_id) REFERENCES campaign
);

INSERT INTO ballot_box (organisation_id, campaign_id, group_party, used_codes, spent_tokens, drawn_letters, sheets)
SELECT g.organisation_id, g.campaign_id, g.party,
  coalesce((SELECT string_agg(code_hash, E'\n' ORDER BY code_hash) FROM answer_code a
    WHERE a.organisation_id = g.organisation_id AND a.campaign_id = g.campaign_id AND a.group_party = g.party
      AND a.is_used), ''),
  coalesce((SELECT string_agg(token_hash, E'\n' ORDER BY token_hash) FROM spent_token s
    WHERE s.organisation_id = g.organisation_id AND s.campaign_id = g.campaign_id AND s.group_party = g.party), ''),
  coalesce((SELECT string_agg(secret_hash || ' ' || blinded_hash, E'\n' ORDER BY secret_hash) FROM invitation i
    WHERE i.organisation_id = g.organisation_id AND i.campaign_id = g.campaign_id AND i.group_party = g.party
      AND i.blinded_hash IS NOT NULL), ''),
  coalesce((SELECT string_agg(answers, E'\n' ORDER BY answers) FROM answer_sheet s
    WHERE s.organisation_id = g.organisation_id AND s.campaign_id = g.campaign_id AND s.group_party = g.party), '')
FROM campaign_group g JOIN campaign c ON c.organisation_id = g.organisation_id AND c.campaign_id = g.campaign_id
WHERE c.state <> 'prepared';

DROP TABLE answer_sheet;
DROP TABLE spent_token;
ALTER TABLE invitation DROP COLUMN blinded_hash;
ALTER TABLE answer_code DROP COLUMN is_used;

-- What was said is not said again otherwise.
CREATE FUNCTION refuse_what_closing_shut() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM campaign c WHERE c.organisation_id = NEW.organisation_id
    AND c.campaign_id = NEW.campaign_id AND c.state = 'closed') THEN
    RAISE EXCEPTION 'this campaign is closed';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER ballot_box_is_shut
BEFORE UPDATE ON ballot_box FOR EACH ROW WHEN (NEW.sheets <> OLD.sheets)
EXECUTE FUNCTION refuse_what_closing_shut();

CREATE TRIGGER ballot_box_is_not_added
BEFORE INSERT ON ballot_box FOR EACH ROW
EXECUTE FUNCTION refuse_what_closing_shut();
