-- A link that was used, or whose time has passed, is kept a while: who tries it again is refused, and a line says so.

ALTER TABLE sign_in_link ADD COLUMN is_used BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE sign_in_link ADD COLUMN is_told BOOLEAN NOT NULL DEFAULT FALSE; -- the journal has its line
