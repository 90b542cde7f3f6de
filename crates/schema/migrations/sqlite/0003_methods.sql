-- What people say. No table holds an answer and a person, an address, a code or a moment.

CREATE TABLE campaign (
  organisation_id TEXT NOT NULL,
  campaign_id TEXT NOT NULL,
  project_id TEXT NOT NULL,
  space_id TEXT NOT NULL,
  method TEXT NOT NULL,
  method_version TEXT NOT NULL,
  title TEXT NOT NULL,
  stage TEXT NOT NULL,
  state TEXT NOT NULL, -- prepared, open, closed
  floor INTEGER NOT NULL, -- written once, when the campaign is prepared
  closes_on TEXT NOT NULL,
  opened_on TEXT,
  closed_on TEXT,
  codes_made_on TEXT,
  codes_made_by TEXT, -- the party whose member holds the printed sheet
  PRIMARY KEY (organisation_id, campaign_id),
  FOREIGN KEY (organisation_id, project_id) REFERENCES project
) STRICT, WITHOUT ROWID;
CREATE INDEX campaign_by_project ON campaign (organisation_id, project_id);

CREATE TABLE campaign_group (
  organisation_id TEXT NOT NULL,
  campaign_id TEXT NOT NULL,
  party TEXT NOT NULL,
  label TEXT NOT NULL, -- empty: the party's own name
  code_count INTEGER NOT NULL,
  PRIMARY KEY (organisation_id, campaign_id, party),
  FOREIGN KEY (organisation_id, campaign_id) REFERENCES campaign
) STRICT, WITHOUT ROWID;

-- Drawn from a hat: nobody knows who holds which. Gone when the campaign closes.
CREATE TABLE answer_code (
  organisation_id TEXT NOT NULL,
  campaign_id TEXT NOT NULL,
  code_hash TEXT NOT NULL, -- SHA-256 of the code
  group_party TEXT NOT NULL,
  is_used INTEGER NOT NULL CHECK (is_used IN (0, 1)),
  PRIMARY KEY (organisation_id, campaign_id, code_hash),
  FOREIGN KEY (organisation_id, campaign_id) REFERENCES campaign
) STRICT, WITHOUT ROWID;
-- A code says neither its organisation nor its campaign: it is looked up by its hash alone.
CREATE UNIQUE INDEX answer_code_by_hash ON answer_code (code_hash);

-- Random identifiers, no order of arrival; all written again in another order when the campaign closes.
CREATE TABLE answer_sheet (
  organisation_id TEXT NOT NULL,
  campaign_id TEXT NOT NULL,
  sheet_id TEXT NOT NULL,
  group_party TEXT NOT NULL,
  answers TEXT NOT NULL, -- JSON: answer by question
  PRIMARY KEY (organisation_id, campaign_id, sheet_id),
  FOREIGN KEY (organisation_id, campaign_id) REFERENCES campaign
) STRICT, WITHOUT ROWID;
