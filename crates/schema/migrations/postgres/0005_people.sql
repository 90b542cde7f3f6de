-- People: one person, one address, several seats. A member is a seat: a person, in an organisation, for a party.

-- Instance-wide: a person belongs to several organisations.
CREATE TABLE person (
  person_id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  email TEXT COLLATE "C" NOT NULL UNIQUE, -- in lower case
  name TEXT COLLATE "C" NOT NULL,
  locale TEXT COLLATE "C" NOT NULL,
  created_at TEXT COLLATE "C" NOT NULL
);

-- Until now a person was an address: each becomes one, under the identifier of their first seat.
INSERT INTO person (person_id, email, name, locale, created_at)
SELECT m.member_id, lower(m.email), m.name, m.locale, o.created_at
FROM member m JOIN organisation o ON o.organisation_id = m.organisation_id
WHERE m.member_id = (SELECT MIN(first.member_id) FROM member first WHERE lower(first.email) = lower(m.email));

ALTER TABLE member ADD COLUMN person_id TEXT COLLATE "C" REFERENCES person;
ALTER TABLE member ADD COLUMN left_on TEXT COLLATE "C"; -- null while the seat is held; the row stays, for what was done from it
UPDATE member SET person_id = (SELECT p.person_id FROM person p WHERE p.email = lower(member.email));
DROP INDEX member_by_email;
ALTER TABLE member DROP COLUMN email;
ALTER TABLE member DROP COLUMN locale;
CREATE INDEX member_by_person ON member (person_id, organisation_id);

-- A link and a session belong to a person. Days only: when somebody comes and goes is nobody's business.
ALTER TABLE sign_in_link ADD COLUMN person_id TEXT COLLATE "C" REFERENCES person;
ALTER TABLE sign_in_link ADD COLUMN seat_organisation_id TEXT COLLATE "C"; -- where an invitation leads; null: they choose
ALTER TABLE sign_in_link ADD COLUMN seat_member_id TEXT COLLATE "C";
UPDATE sign_in_link SET seat_organisation_id = organisation_id, seat_member_id = member_id,
  person_id = (SELECT m.person_id FROM member m
    WHERE m.organisation_id = sign_in_link.organisation_id AND m.member_id = sign_in_link.member_id);
ALTER TABLE sign_in_link DROP COLUMN organisation_id;
ALTER TABLE sign_in_link DROP COLUMN member_id;

-- organisation_id stays: where a seat was taken last.
ALTER TABLE session ADD COLUMN person_id TEXT COLLATE "C" REFERENCES person;
ALTER TABLE session ADD COLUMN only_organisation_id TEXT COLLATE "C"; -- all that it opens, for whoever has not proved their address
ALTER TABLE session ADD COLUMN device TEXT COLLATE "C" NOT NULL DEFAULT ''; -- a family, never a whole user agent
ALTER TABLE session ADD COLUMN opened_on TEXT COLLATE "C"; -- null: opened before days were kept
ALTER TABLE session ADD COLUMN last_seen_on TEXT COLLATE "C";
UPDATE session SET person_id = (SELECT m.person_id FROM member m
    WHERE m.organisation_id = session.organisation_id AND m.member_id = session.member_id);

CREATE TABLE session_seat (
  organisation_id TEXT COLLATE "C" NOT NULL REFERENCES organisation,
  secret_hash TEXT COLLATE "C" NOT NULL REFERENCES session ON DELETE CASCADE,
  member_id TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (organisation_id, secret_hash)
);
CREATE INDEX session_seat_by_secret ON session_seat (secret_hash);
INSERT INTO session_seat (organisation_id, secret_hash, member_id)
SELECT organisation_id, secret_hash, member_id FROM session;
ALTER TABLE session DROP COLUMN member_id;
CREATE INDEX session_by_person ON session (person_id);

-- Somebody who no longer reads their address: two others vouch for a new one.
CREATE TABLE recovery (
  organisation_id TEXT COLLATE "C" NOT NULL REFERENCES organisation,
  recovery_id TEXT COLLATE "C" NOT NULL,
  person_id TEXT COLLATE "C" NOT NULL, -- who lost their address; not a reference, so that forgetting a person needs no leave of ours
  email TEXT COLLATE "C" NOT NULL, -- the new address, in lower case
  asked_by TEXT COLLATE "C", -- a member; null: asked at the door
  asked_on TEXT COLLATE "C" NOT NULL,
  expires_at TEXT COLLATE "C" NOT NULL,
  contest_hash TEXT COLLATE "C" NOT NULL, -- of the link that the old address was sent
  outcome TEXT COLLATE "C", -- null while waiting; done, contested, refused
  PRIMARY KEY (organisation_id, recovery_id)
);
CREATE INDEX recovery_by_contest ON recovery (contest_hash);

CREATE TABLE recovery_vouch (
  organisation_id TEXT COLLATE "C" NOT NULL,
  recovery_id TEXT COLLATE "C" NOT NULL,
  person_id TEXT COLLATE "C" NOT NULL,
  member_id TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (organisation_id, recovery_id, person_id),
  FOREIGN KEY (organisation_id, recovery_id) REFERENCES recovery
);
