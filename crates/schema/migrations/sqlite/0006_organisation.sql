-- How an organisation is made, and who stands above whom in it: the first to be shown, the second to hide.

CREATE TABLE establishment (
  organisation_id TEXT NOT NULL REFERENCES organisation,
  establishment_id TEXT NOT NULL,
  name TEXT NOT NULL,
  headcount INTEGER,
  has_council INTEGER NOT NULL CHECK (has_council IN (0, 1)),
  closed_on TEXT, -- null while it lives
  PRIMARY KEY (organisation_id, establishment_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE team (
  organisation_id TEXT NOT NULL REFERENCES organisation,
  team_id TEXT NOT NULL,
  establishment_id TEXT, -- null where it is of none or of several
  name TEXT NOT NULL,
  closed_on TEXT,
  PRIMARY KEY (organisation_id, team_id)
) STRICT, WITHOUT ROWID;

-- The headcount that holds from a day until the next line. organisation.headcount is the one of today.
CREATE TABLE headcount_record (
  organisation_id TEXT NOT NULL REFERENCES organisation,
  from_on TEXT NOT NULL,
  headcount INTEGER NOT NULL,
  source TEXT NOT NULL, -- in people's words; empty when nobody said
  PRIMARY KEY (organisation_id, from_on)
) STRICT, WITHOUT ROWID;

CREATE TABLE institution (
  organisation_id TEXT NOT NULL REFERENCES organisation,
  institution_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  since_on TEXT NOT NULL,
  until_on TEXT, -- the last day of its mandate; null where none is set
  PRIMARY KEY (organisation_id, institution_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE organisation_language (
  organisation_id TEXT NOT NULL REFERENCES organisation,
  language TEXT NOT NULL,
  PRIMARY KEY (organisation_id, language)
) STRICT, WITHOUT ROWID;

-- The line of management, as it was told: by address, because most people of the line are no members.
CREATE TABLE line_of_management (
  organisation_id TEXT NOT NULL REFERENCES organisation,
  subordinate TEXT NOT NULL,
  superior TEXT NOT NULL,
  PRIMARY KEY (organisation_id, subordinate, superior)
) STRICT, WITHOUT ROWID;

-- Who stands above whom, at any height; written again whenever the line changes. Who no longer stands above somebody stays
-- here with their last day, so that leaving the line opens nothing that was said before.
CREATE TABLE line_above (
  organisation_id TEXT NOT NULL REFERENCES organisation,
  subordinate TEXT NOT NULL,
  superior TEXT NOT NULL,
  until_on TEXT NOT NULL, -- 9999-12-31 while it lasts
  PRIMARY KEY (organisation_id, subordinate, superior)
) STRICT, WITHOUT ROWID;
CREATE INDEX line_above_by_superior ON line_above (organisation_id, superior);

-- Instance-wide: a person keeps standing above others under each address they ever had, whatever the file of a line says.
CREATE TABLE former_address (
  person_id TEXT NOT NULL REFERENCES person ON DELETE CASCADE,
  email TEXT NOT NULL,
  PRIMARY KEY (person_id, email)
) STRICT, WITHOUT ROWID;

CREATE VIEW line_address AS
  SELECT m.organisation_id, m.member_id, m.party, p.email
  FROM member m JOIN person p ON p.person_id = m.person_id
  UNION ALL
  SELECT m.organisation_id, m.member_id, m.party, f.email
  FROM member m JOIN former_address f ON f.person_id = m.person_id;

-- What an author said up to until_on is hidden from a reader. Workers and line managers speak for themselves; the other
-- parties speak by mandate and are hidden from nobody. The reader '' is nobody in particular: a file made for no member.
CREATE VIEW hidden_from_line AS
  SELECT a.organisation_id, reader.member_id AS reader_member_id, author.member_id AS author_member_id, a.until_on
  FROM line_above a
  JOIN line_address author ON author.organisation_id = a.organisation_id AND author.email = a.subordinate
  JOIN line_address reader ON reader.organisation_id = a.organisation_id AND reader.email = a.superior
  WHERE author.party IN ('workers', 'line_managers')
  UNION ALL
  SELECT a.organisation_id, '', author.member_id, a.until_on
  FROM line_above a
  JOIN line_address author ON author.organisation_id = a.organisation_id AND author.email = a.subordinate
  WHERE author.party IN ('workers', 'line_managers');
