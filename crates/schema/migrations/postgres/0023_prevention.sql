-- What a project adds to the risk document: lines, remarks on them, actions, and the dated versions that are kept.

CREATE TABLE prevention_line (
  organisation_id TEXT COLLATE "C" NOT NULL,
  line_id TEXT COLLATE "C" NOT NULL,
  project_id TEXT COLLATE "C" NOT NULL,
  number BIGINT NOT NULL,
  version BIGINT NOT NULL, -- how often it was written
  proposal TEXT COLLATE "C", -- a line of the pack, with the rule that proposed it
  rule TEXT COLLATE "C",
  finding_id TEXT COLLATE "C", -- or something that was said; neither: whoever wrote it
  unit TEXT COLLATE "C" NOT NULL,
  hazard TEXT COLLATE "C" NOT NULL,
  exposed TEXT COLLATE "C" NOT NULL,
  measures TEXT COLLATE "C" NOT NULL,
  severity BIGINT,
  likelihood BIGINT,
  mastery BIGINT,
  assessed_on TEXT COLLATE "C",
  proposed_on TEXT COLLATE "C" NOT NULL,
  proposed_party TEXT COLLATE "C" NOT NULL,
  proposed_name TEXT COLLATE "C" NOT NULL,
  written_on TEXT COLLATE "C" NOT NULL,
  written_party TEXT COLLATE "C" NOT NULL,
  written_name TEXT COLLATE "C" NOT NULL,
  kept_on TEXT COLLATE "C", -- null while it is only proposed
  merged_into TEXT COLLATE "C", -- the line that says it
  aside_why TEXT COLLATE "C", -- null while nobody set it aside
  aside_on TEXT COLLATE "C",
  aside_party TEXT COLLATE "C",
  aside_name TEXT COLLATE "C",
  PRIMARY KEY (organisation_id, line_id),
  UNIQUE (organisation_id, project_id, number),
  UNIQUE (organisation_id, project_id, proposal),
  FOREIGN KEY (organisation_id, project_id) REFERENCES project
);

CREATE TABLE prevention_remark (
  organisation_id TEXT COLLATE "C" NOT NULL,
  remark_id TEXT COLLATE "C" NOT NULL,
  line_id TEXT COLLATE "C" NOT NULL,
  words TEXT COLLATE "C" NOT NULL,
  said_on TEXT COLLATE "C" NOT NULL,
  by_party TEXT COLLATE "C" NOT NULL,
  by_name TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (organisation_id, remark_id),
  FOREIGN KEY (organisation_id, line_id) REFERENCES prevention_line
);

CREATE TABLE prevention_action (
  organisation_id TEXT COLLATE "C" NOT NULL,
  action_id TEXT COLLATE "C" NOT NULL,
  project_id TEXT COLLATE "C" NOT NULL,
  line_id TEXT COLLATE "C" NOT NULL,
  number BIGINT NOT NULL,
  version BIGINT NOT NULL,
  what TEXT COLLATE "C" NOT NULL,
  owner TEXT COLLATE "C" NOT NULL, -- a function or a seat
  due_on TEXT COLLATE "C" NOT NULL,
  conditions TEXT COLLATE "C" NOT NULL,
  resources TEXT COLLATE "C" NOT NULL,
  indicator TEXT COLLATE "C" NOT NULL,
  cost TEXT COLLATE "C" NOT NULL,
  commitment_id TEXT COLLATE "C", -- the commitment that carries it
  done_on TEXT COLLATE "C",
  written_on TEXT COLLATE "C" NOT NULL,
  written_party TEXT COLLATE "C" NOT NULL,
  written_name TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (organisation_id, action_id),
  UNIQUE (organisation_id, project_id, number),
  FOREIGN KEY (organisation_id, line_id) REFERENCES prevention_line
);

-- The document on a day. Never written over: the law has each version kept forty years.
CREATE TABLE prevention_version (
  organisation_id TEXT COLLATE "C" NOT NULL,
  version_id TEXT COLLATE "C" NOT NULL,
  project_id TEXT COLLATE "C" NOT NULL,
  number BIGINT NOT NULL,
  dated_on TEXT COLLATE "C" NOT NULL,
  reason TEXT COLLATE "C" NOT NULL,
  words TEXT COLLATE "C" NOT NULL,
  council TEXT COLLATE "C", -- the body that sat that day; null: none
  consulted_on TEXT COLLATE "C",
  consulted_words TEXT COLLATE "C" NOT NULL,
  body TEXT COLLATE "C" NOT NULL, -- JSON: the lines and actions of that day
  digest TEXT COLLATE "C" NOT NULL, -- SHA-256 of body: the journal has it too
  by_party TEXT COLLATE "C" NOT NULL,
  by_name TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (organisation_id, version_id),
  UNIQUE (organisation_id, project_id, number),
  FOREIGN KEY (organisation_id, project_id) REFERENCES project
);

-- Whoever writes to the database: a version stays as it was dated (the name of somebody who erased themselves may go), and
-- goes with its project only, once two keys deleted it. Written in each dialect.
CREATE FUNCTION refuse_to_rewrite_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW.organisation_id <> OLD.organisation_id OR NEW.version_id <> OLD.version_id
        OR NEW.project_id <> OLD.project_id OR NEW.number <> OLD.number OR NEW.dated_on <> OLD.dated_on
        OR NEW.reason <> OLD.reason OR NEW.words <> OLD.words OR NEW.council IS DISTINCT FROM OLD.council
        OR NEW.consulted_on IS DISTINCT FROM OLD.consulted_on OR NEW.consulted_words <> OLD.consulted_words
        OR NEW.body <> OLD.body OR NEW.digest <> OLD.digest OR NEW.by_party <> OLD.by_party THEN
      RAISE EXCEPTION 'a dated version stays as it is';
    END IF;
    RETURN NEW;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM project_deletion d
      WHERE d.organisation_id = OLD.organisation_id AND d.project_id = OLD.project_id) THEN
    RAISE EXCEPTION 'a dated version stays as it is';
  END IF;
  RETURN OLD;
END $$;

CREATE TRIGGER prevention_version_is_not_changed
BEFORE UPDATE OR DELETE ON prevention_version FOR EACH ROW EXECUTE FUNCTION refuse_to_rewrite_version();
