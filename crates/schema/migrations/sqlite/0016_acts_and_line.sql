-- Who acted, beside the name they bore then: two people of one party may bear one name, and only one of them be erased.
-- Null for what was done before, which is still known by its name.

ALTER TABLE clause_version ADD COLUMN by_member TEXT;
ALTER TABLE clause_position ADD COLUMN by_member TEXT;
ALTER TABLE commitment ADD COLUMN kept_by_member TEXT;
ALTER TABLE indicator_reading ADD COLUMN by_member TEXT;
ALTER TABLE review ADD COLUMN by_member TEXT;

-- Every address by which a person is known to a line.
CREATE VIEW person_address AS
  SELECT person_id, email FROM person
  UNION ALL
  SELECT person_id, email FROM former_address;

-- The rule as before, asked from the members: a line of thousands is looked up by its key, pair by pair, and not read through.
-- CROSS JOIN keeps this order on SQLite, which has no figures to choose another by; PostgreSQL chooses for itself.
DROP VIEW hidden_from_line;
CREATE VIEW hidden_from_line AS
  SELECT reader.organisation_id, reader.member_id AS reader_member_id, author.member_id AS author_member_id, a.until_on
  FROM member reader
  CROSS JOIN person_address ra
  CROSS JOIN member author
  CROSS JOIN person_address aa
  CROSS JOIN line_above a
  WHERE ra.person_id = reader.person_id
    AND EXISTS (SELECT 1 FROM line_above s WHERE s.organisation_id = reader.organisation_id AND s.superior = ra.email)
    AND author.organisation_id = reader.organisation_id AND author.party IN ('workers', 'line_managers')
    AND aa.person_id = author.person_id
    AND a.organisation_id = reader.organisation_id AND a.subordinate = aa.email AND a.superior = ra.email
  UNION ALL
  SELECT author.organisation_id, '', author.member_id, a.until_on
  FROM member author
  CROSS JOIN person_address aa
  CROSS JOIN line_above a
  WHERE author.party IN ('workers', 'line_managers') AND aa.person_id = author.person_id
    AND a.organisation_id = author.organisation_id AND a.subordinate = aa.email;
