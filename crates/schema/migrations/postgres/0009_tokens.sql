-- Ways of answering, letters with blind tokens, and rules that opening freezes in the database itself.

ALTER TABLE campaign ADD COLUMN answering TEXT COLLATE "C" NOT NULL DEFAULT 'individual'; -- individual, collective
ALTER TABLE campaign ADD COLUMN letters_sent_on TEXT COLLATE "C";
-- How many of the people of the group get a letter instead of a code on paper.
ALTER TABLE campaign_group ADD COLUMN by_mail BIGINT NOT NULL DEFAULT 0;

-- Who gets a letter. No column joins an address to an invitation. Gone when the campaign closes.
CREATE TABLE invited_address (
  organisation_id TEXT COLLATE "C" NOT NULL,
  campaign_id TEXT COLLATE "C" NOT NULL,
  email TEXT COLLATE "C" NOT NULL,
  group_party TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (organisation_id, campaign_id, email),
  FOREIGN KEY (organisation_id, campaign_id) REFERENCES campaign
);

-- The right to have one token signed. Gone when the campaign closes.
CREATE TABLE invitation (
  organisation_id TEXT COLLATE "C" NOT NULL,
  campaign_id TEXT COLLATE "C" NOT NULL,
  secret_hash TEXT COLLATE "C" NOT NULL, -- SHA-256 of the secret of the letter
  group_party TEXT COLLATE "C" NOT NULL,
  blinded_hash TEXT COLLATE "C", -- SHA-256 of the blinded token that was signed; null until then
  PRIMARY KEY (organisation_id, campaign_id, secret_hash),
  FOREIGN KEY (organisation_id, campaign_id) REFERENCES campaign
);
-- A letter says neither its organisation nor its campaign: it is looked up by its hash alone.
CREATE UNIQUE INDEX invitation_by_hash ON invitation (secret_hash);

-- What signs the tokens of a group. Gone when the campaign closes.
CREATE TABLE token_key (
  organisation_id TEXT COLLATE "C" NOT NULL,
  campaign_id TEXT COLLATE "C" NOT NULL,
  group_party TEXT COLLATE "C" NOT NULL,
  key_id TEXT COLLATE "C" NOT NULL, -- SHA-256 of the public key, its beginning
  public_key TEXT COLLATE "C" NOT NULL, -- SubjectPublicKeyInfo, base64url
  refused BIGINT NOT NULL DEFAULT 0, -- tokens that were not signed with it: said by the journal at closing, all days together
  sealed_key TEXT COLLATE "C" NOT NULL, -- the private key, sealed with the secret of the instance, which is not in the database
  PRIMARY KEY (organisation_id, campaign_id, group_party),
  FOREIGN KEY (organisation_id, campaign_id) REFERENCES campaign
);
-- A token says only its key.
CREATE UNIQUE INDEX token_key_by_id ON token_key (key_id);

-- Tokens that have answered: no date, no order. Gone when the campaign closes.
CREATE TABLE spent_token (
  organisation_id TEXT COLLATE "C" NOT NULL,
  campaign_id TEXT COLLATE "C" NOT NULL,
  token_hash TEXT COLLATE "C" NOT NULL, -- SHA-256 of the token, which whoever signed it never saw
  group_party TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (organisation_id, campaign_id, token_hash),
  FOREIGN KEY (organisation_id, campaign_id) REFERENCES campaign
);

-- Opening freezes what anonymity rests on, whoever writes to the database. Written in each dialect: triggers have no
-- common form.
CREATE FUNCTION refuse_what_opening_froze() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'opening froze the rules of this campaign';
END $$;

CREATE FUNCTION refuse_another_group() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM campaign c WHERE c.organisation_id = OLD.organisation_id
      AND c.campaign_id = OLD.campaign_id AND c.state <> 'prepared') THEN
    RAISE EXCEPTION 'opening froze the rules of this campaign';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  IF EXISTS (SELECT 1 FROM campaign c WHERE c.organisation_id = NEW.organisation_id
      AND c.campaign_id = NEW.campaign_id AND c.state <> 'prepared') THEN
    RAISE EXCEPTION 'opening froze the rules of this campaign';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER campaign_rules_are_frozen
BEFORE UPDATE OF organisation_id, campaign_id, answering, floor, method, method_version ON campaign FOR EACH ROW
WHEN (OLD.state <> 'prepared' AND (NEW.organisation_id <> OLD.organisation_id OR NEW.campaign_id <> OLD.campaign_id
  OR NEW.answering <> OLD.answering OR NEW.floor <> OLD.floor OR NEW.method <> OLD.method
  OR NEW.method_version <> OLD.method_version))
EXECUTE FUNCTION refuse_what_opening_froze();

CREATE TRIGGER campaign_never_goes_back
BEFORE UPDATE OF state ON campaign FOR EACH ROW
WHEN ((OLD.state = 'open' AND NEW.state NOT IN ('open', 'closed')) OR (OLD.state = 'closed' AND NEW.state <> 'closed'))
EXECUTE FUNCTION refuse_what_opening_froze();

CREATE TRIGGER campaign_is_not_replaced
BEFORE DELETE ON campaign FOR EACH ROW WHEN (OLD.state <> 'prepared')
EXECUTE FUNCTION refuse_what_opening_froze();

CREATE TRIGGER campaign_group_is_frozen
BEFORE INSERT OR UPDATE OR DELETE ON campaign_group FOR EACH ROW
EXECUTE FUNCTION refuse_another_group();
