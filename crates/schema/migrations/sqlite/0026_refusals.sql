-- A link that was used, or whose time has passed, is kept a while: who tries it again is refused, and a line says so.

ALTER TABLE sign_in_link ADD COLUMN is_used INTEGER NOT NULL DEFAULT 0 CHECK (is_used IN (0, 1));
ALTER TABLE sign_in_link ADD COLUMN is_told INTEGER NOT NULL DEFAULT 0 CHECK (is_told IN (0, 1)); -- the journal has its line
