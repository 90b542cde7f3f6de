-- Who acted, beside the name they bore then: two people of one party may bear one name, and only one of them be erased.
-- Null for what was done before, which is still known by its name.

ALTER TABLE clause_version ADD COLUMN by_member TEXT COLLATE "C";
ALTER TABLE clause_position ADD COLUMN by_member TEXT COLLATE "C";
ALTER TABLE commitment ADD COLUMN kept_by_member TEXT COLLATE "C";
ALTER TABLE indicator_reading ADD COLUMN by_member TEXT COLLATE "C";
ALTER TABLE review ADD COLUMN by_member TEXT COLLATE "C";
