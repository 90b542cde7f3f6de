-- Other ways in: passkeys, a provider that people know already, and who must use a passkey.

-- How whoever holds the session proved who they are: link, passkey, provider.
ALTER TABLE session ADD COLUMN opened_with TEXT NOT NULL DEFAULT 'link';

-- The parties whose members come in with a passkey only.
CREATE TABLE passkey_party (
  organisation_id TEXT NOT NULL REFERENCES organisation,
  party TEXT NOT NULL,
  PRIMARY KEY (organisation_id, party)
) STRICT, WITHOUT ROWID;

-- Instance-wide: belongs to a person, who belongs to several organisations.
CREATE TABLE passkey (
  passkey_id TEXT PRIMARY KEY NOT NULL,
  person_id TEXT NOT NULL REFERENCES person ON DELETE CASCADE,
  credential_id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL, -- as the person calls it
  credential TEXT NOT NULL, -- JSON: the public key, the counter; nothing here that lets in
  added_on TEXT NOT NULL,
  used_on TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX passkey_by_person ON passkey (person_id);

-- Instance-wide: a sign-in under way, when nobody is known yet. Ten minutes at most, used once.
CREATE TABLE sign_in_attempt (
  handle_hash TEXT PRIMARY KEY NOT NULL,
  ceremony TEXT NOT NULL, -- add_passkey, use_passkey, provider
  person_id TEXT, -- who adds a passkey
  state TEXT NOT NULL, -- JSON: the challenge
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Instance-wide: who somebody of a provider is here.
CREATE TABLE provider_subject (
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES person ON DELETE CASCADE,
  PRIMARY KEY (issuer, subject),
  UNIQUE (person_id, issuer)
) STRICT, WITHOUT ROWID;
