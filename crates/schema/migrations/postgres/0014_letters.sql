-- A single letter can be written again, to one address.

-- The digest of the letter that the address was sent, sealed with the secret of the instance, which is not in the
-- database: the database alone joins no address to a letter. Null until letters leave, and where they left earlier.
ALTER TABLE invited_address ADD COLUMN sealed_letter TEXT COLLATE "C";
