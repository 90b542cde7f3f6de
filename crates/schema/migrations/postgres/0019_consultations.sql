-- The consultation of the committee: its information file, what is asked and answered, what happens and when.

CREATE TABLE consultation (
  organisation_id TEXT COLLATE "C" NOT NULL,
  consultation_id TEXT COLLATE "C" NOT NULL,
  project_id TEXT COLLATE "C" NOT NULL,
  number BIGINT NOT NULL, -- the first, the second… of the project
  council TEXT COLLATE "C" NOT NULL, -- the body that is consulted: cse, cst, csa, hospital_cse
  begun_on TEXT COLLATE "C" NOT NULL,
  by_party TEXT COLLATE "C" NOT NULL,
  by_name TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (organisation_id, consultation_id),
  UNIQUE (organisation_id, project_id, number),
  FOREIGN KEY (organisation_id, project_id) REFERENCES project
);

-- The information file, part by part: written over until it is handed over, never after.
CREATE TABLE consultation_part (
  organisation_id TEXT COLLATE "C" NOT NULL,
  consultation_id TEXT COLLATE "C" NOT NULL,
  part TEXT COLLATE "C" NOT NULL,
  words TEXT COLLATE "C" NOT NULL,
  written_on TEXT COLLATE "C" NOT NULL,
  by_party TEXT COLLATE "C" NOT NULL,
  by_name TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (organisation_id, consultation_id, part),
  FOREIGN KEY (organisation_id, consultation_id) REFERENCES consultation
);

CREATE TABLE consultation_question (
  organisation_id TEXT COLLATE "C" NOT NULL,
  question_id TEXT COLLATE "C" NOT NULL,
  consultation_id TEXT COLLATE "C" NOT NULL,
  number BIGINT NOT NULL,
  words TEXT COLLATE "C" NOT NULL,
  asked_on TEXT COLLATE "C" NOT NULL,
  by_party TEXT COLLATE "C" NOT NULL,
  by_name TEXT COLLATE "C" NOT NULL,
  answer TEXT COLLATE "C", -- null while nobody has answered
  answered_on TEXT COLLATE "C",
  answer_party TEXT COLLATE "C",
  answer_name TEXT COLLATE "C",
  PRIMARY KEY (organisation_id, question_id),
  UNIQUE (organisation_id, consultation_id, number),
  FOREIGN KEY (organisation_id, consultation_id) REFERENCES consultation
);

-- Only ever added to: what was wrong is taken back with a reason, and what is right is added.
CREATE TABLE consultation_event (
  organisation_id TEXT COLLATE "C" NOT NULL,
  event_id TEXT COLLATE "C" NOT NULL,
  consultation_id TEXT COLLATE "C" NOT NULL,
  number BIGINT NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  happened_on TEXT COLLATE "C" NOT NULL,
  words TEXT COLLATE "C" NOT NULL,
  outcome TEXT COLLATE "C", -- of an opinion: favourable, reserved, unfavourable
  recorded_on TEXT COLLATE "C" NOT NULL,
  by_party TEXT COLLATE "C" NOT NULL,
  by_name TEXT COLLATE "C" NOT NULL,
  corrects TEXT COLLATE "C", -- the event that this one puts right
  taken_back_on TEXT COLLATE "C", -- null while it stands
  taken_back_why TEXT COLLATE "C",
  taken_back_party TEXT COLLATE "C",
  taken_back_name TEXT COLLATE "C",
  PRIMARY KEY (organisation_id, event_id),
  UNIQUE (organisation_id, consultation_id, number),
  FOREIGN KEY (organisation_id, consultation_id) REFERENCES consultation
);
