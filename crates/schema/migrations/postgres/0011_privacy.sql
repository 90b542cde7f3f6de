-- What can be withheld or erased while the journal goes on proving; and which texts somebody was shown.

-- What opens a seal of the journal: gone, the line keeps its proof and no longer says what it sealed.
CREATE TABLE journal_opening (
  organisation_id TEXT COLLATE "C" NOT NULL,
  number BIGINT NOT NULL,
  field TEXT COLLATE "C" NOT NULL, -- where the seal stands in the body: name, to/text; author
  member_id TEXT COLLATE "C" NOT NULL, -- whom it names, or who said it
  nature TEXT COLLATE "C" NOT NULL, -- person: who somebody is; speech: what somebody said
  salt TEXT COLLATE "C" NOT NULL,
  words TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (organisation_id, number, field),
  FOREIGN KEY (organisation_id, number) REFERENCES journal_record
);
CREATE INDEX journal_opening_by_member ON journal_opening (organisation_id, member_id);

-- Instance-wide: a person reads a text once, whatever their organisations. Never kept of who answers without an account.
CREATE TABLE information_shown (
  person_id TEXT COLLATE "C" NOT NULL,
  information TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL,
  shown_on TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (person_id, information, version)
);
