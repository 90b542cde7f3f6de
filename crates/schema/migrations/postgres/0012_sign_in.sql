-- Other ways in: passkeys, a provider that people know already, and who must use a passkey.

-- How whoever holds the session proved who they are: link, passkey, provider.
ALTER TABLE session ADD COLUMN opened_with TEXT COLLATE "C" NOT NULL DEFAULT 'link';

-- The parties whose members come in with a passkey only.
CREATE TABLE passkey_party (
  organisation_id TEXT COLLATE "C" NOT NULL REFERENCES organisation,
  party TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (organisation_id, party)
);

-- Instance-wide: belongs to a person, who belongs to several organisations.
CREATE TABLE passkey (
  passkey_id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  person_id TEXT COLLATE "C" NOT NULL REFERENCES person ON DELETE CASCADE,
  credential_id TEXT COLLATE "C" NOT NULL UNIQUE,
  name TEXT COLLATE "C" NOT NULL, -- as the person calls it
  credential TEXT COLLATE "C" NOT NULL, -- JSON: the public key, the counter; nothing here that lets in
  added_on TEXT COLLATE "C" NOT NULL,
  used_on TEXT COLLATE "C"
);
CREATE INDEX passkey_by_person ON passkey (person_id);

-- Instance-wide: a sign-in under way, when nobody is known yet. Ten minutes at most, used once.
CREATE TABLE sign_in_attempt (
  handle_hash TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  ceremony TEXT COLLATE "C" NOT NULL, -- add_passkey, use_passkey, provider
  person_id TEXT COLLATE "C", -- who adds a passkey
  state TEXT COLLATE "C" NOT NULL, -- JSON: the challenge
  expires_at TEXT COLLATE "C" NOT NULL
);

-- Instance-wide: who somebody of a provider is here.
CREATE TABLE provider_subject (
  issuer TEXT COLLATE "C" NOT NULL,
  subject TEXT COLLATE "C" NOT NULL,
  person_id TEXT COLLATE "C" NOT NULL REFERENCES person ON DELETE CASCADE,
  PRIMARY KEY (issuer, subject),
  UNIQUE (person_id, issuer)
);
