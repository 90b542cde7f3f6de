-- What people say. No table holds an answer and a person, an address, a code or a moment.

CREATE TABLE campaign (
  organisation_id TEXT COLLATE "C" NOT NULL,
  campaign_id TEXT COLLATE "C" NOT NULL,
  project_id TEXT COLLATE "C" NOT NULL,
  space_id TEXT COLLATE "C" NOT NULL,
  method TEXT COLLATE "C" NOT NULL,
  method_version TEXT COLLATE "C" NOT NULL,
  title TEXT COLLATE "C" NOT NULL,
  stage TEXT COLLATE "C" NOT NULL,
  state TEXT COLLATE "C" NOT NULL, -- prepared, open, closed
  floor BIGINT NOT NULL, -- written once, when the campaign is prepared
  closes_on TEXT COLLATE "C" NOT NULL,
  opened_on TEXT COLLATE "C",
  closed_on TEXT COLLATE "C",
  codes_made_on TEXT COLLATE "C",
  codes_made_by TEXT COLLATE "C", -- the party whose member holds the printed sheet
  PRIMARY KEY (organisation_id, campaign_id),
  FOREIGN KEY (organisation_id, project_id) REFERENCES project
);
CREATE INDEX campaign_by_project ON campaign (organisation_id, project_id);

CREATE TABLE campaign_group (
  organisation_id TEXT COLLATE "C" NOT NULL,
  campaign_id TEXT COLLATE "C" NOT NULL,
  party TEXT COLLATE "C" NOT NULL,
  label TEXT COLLATE "C" NOT NULL, -- empty: the party's own name
  code_count BIGINT NOT NULL,
  PRIMARY KEY (organisation_id, campaign_id, party),
  FOREIGN KEY (organisation_id, campaign_id) REFERENCES campaign
);

-- Drawn from a hat: nobody knows who holds which. Gone when the campaign closes.
CREATE TABLE answer_code (
  organisation_id TEXT COLLATE "C" NOT NULL,
  campaign_id TEXT COLLATE "C" NOT NULL,
  code_hash TEXT COLLATE "C" NOT NULL, -- SHA-256 of the code
  group_party TEXT COLLATE "C" NOT NULL,
  is_used BOOLEAN NOT NULL,
  PRIMARY KEY (organisation_id, campaign_id, code_hash),
  FOREIGN KEY (organisation_id, campaign_id) REFERENCES campaign
);
-- A code says neither its organisation nor its campaign: it is looked up by its hash alone.
CREATE UNIQUE INDEX answer_code_by_hash ON answer_code (code_hash);

-- Random identifiers, no order of arrival; all written again in another order when the campaign closes.
CREATE TABLE answer_sheet (
  organisation_id TEXT COLLATE "C" NOT NULL,
  campaign_id TEXT COLLATE "C" NOT NULL,
  sheet_id TEXT COLLATE "C" NOT NULL,
  group_party TEXT COLLATE "C" NOT NULL,
  answers TEXT COLLATE "C" NOT NULL, -- JSON: answer by question
  PRIMARY KEY (organisation_id, campaign_id, sheet_id),
  FOREIGN KEY (organisation_id, campaign_id) REFERENCES campaign
);
