-- The consultation of the committee: its information file, what is asked and answered, what happens and when.

CREATE TABLE consultation (
  organisation_id TEXT NOT NULL,
  consultation_id TEXT NOT NULL,
  project_id TEXT NOT NULL,
  number INTEGER NOT NULL, -- the first, the second… of the project
  council TEXT NOT NULL, -- the body that is consulted: cse, cst, csa, hospital_cse
  begun_on TEXT NOT NULL,
  by_party TEXT NOT NULL,
  by_name TEXT NOT NULL,
  PRIMARY KEY (organisation_id, consultation_id),
  UNIQUE (organisation_id, project_id, number),
  FOREIGN KEY (organisation_id, project_id) REFERENCES project
) STRICT, WITHOUT ROWID;

-- The information file, part by part: written over until it is handed over, never after.
CREATE TABLE consultation_part (
  organisation_id TEXT NOT NULL,
  consultation_id TEXT NOT NULL,
  part TEXT NOT NULL,
  words TEXT NOT NULL,
  written_on TEXT NOT NULL,
  by_party TEXT NOT NULL,
  by_name TEXT NOT NULL,
  PRIMARY KEY (organisation_id, consultation_id, part),
  FOREIGN KEY (organisation_id, consultation_id) REFERENCES consultation
) STRICT, WITHOUT ROWID;

CREATE TABLE consultation_question (
  organisation_id TEXT NOT NULL,
  question_id TEXT NOT NULL,
  consultation_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  words TEXT NOT NULL,
  asked_on TEXT NOT NULL,
  by_party TEXT NOT NULL,
  by_name TEXT NOT NULL,
  answer TEXT, -- null while nobody has answered
  answered_on TEXT,
  answer_party TEXT,
  answer_name TEXT,
  PRIMARY KEY (organisation_id, question_id),
  UNIQUE (organisation_id, consultation_id, number),
  FOREIGN KEY (organisation_id, consultation_id) REFERENCES consultation
) STRICT, WITHOUT ROWID;

-- Only ever added to: what was wrong is taken back with a reason, and what is right is added.
CREATE TABLE consultation_event (
  organisation_id TEXT NOT NULL,
  event_id TEXT NOT NULL,
  consultation_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  happened_on TEXT NOT NULL,
  words TEXT NOT NULL,
  outcome TEXT, -- of an opinion: favourable, reserved, unfavourable
  recorded_on TEXT NOT NULL,
  by_party TEXT NOT NULL,
  by_name TEXT NOT NULL,
  corrects TEXT, -- the event that this one puts right
  taken_back_on TEXT, -- null while it stands
  taken_back_why TEXT,
  taken_back_party TEXT,
  taken_back_name TEXT,
  PRIMARY KEY (organisation_id, event_id),
  UNIQUE (organisation_id, consultation_id, number),
  FOREIGN KEY (organisation_id, consultation_id) REFERENCES consultation
) STRICT, WITHOUT ROWID;
