CREATE TABLE goal (
  item BIGINT PRIMARY KEY,
  why TEXT NOT NULL,
  indicator TEXT NOT NULL,
  baseline DOUBLE PRECISION NOT NULL,
  target DOUBLE PRECISION NOT NULL,
  latest DOUBLE PRECISION NOT NULL,
  target_date TEXT NOT NULL
);

-- What each organisation gains by the goal, in its own words.
CREATE TABLE goal_gain (
  goal BIGINT NOT NULL REFERENCES goal (item),
  organisation BIGINT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (goal, organisation)
);

CREATE TABLE goal_measurement (
  id $IDENTITY,
  goal BIGINT NOT NULL REFERENCES goal (item),
  measured_on TEXT NOT NULL,
  value DOUBLE PRECISION NOT NULL,
  note TEXT NOT NULL,
  recorded_at BIGINT NOT NULL
);
CREATE INDEX goal_measurement_by_goal ON goal_measurement (goal, measured_on);

-- State, contact and next date stand in item; `due` stands here too, so that what is late is found by one index.
CREATE TABLE goal_commitment (
  item BIGINT PRIMARY KEY,
  goal BIGINT,
  promiser BIGINT NOT NULL,
  receiver BIGINT,
  measure TEXT NOT NULL,
  is_intention BIGINT NOT NULL,
  first_due TEXT NOT NULL,
  due TEXT NOT NULL,
  can_be_late BIGINT NOT NULL,
  late_recorded_for TEXT NOT NULL,
  consent_of TEXT NOT NULL,
  consent_before TEXT,
  reported_at BIGINT
);
CREATE INDEX goal_commitment_by_goal ON goal_commitment (goal, item);
CREATE INDEX goal_commitment_by_due ON goal_commitment (can_be_late, due, item);
CREATE INDEX goal_commitment_by_promiser ON goal_commitment (promiser, due, item);
CREATE INDEX goal_commitment_by_report ON goal_commitment (reported_at);

-- Every new date with its reason; the first date stays in goal_commitment.first_due.
CREATE TABLE goal_commitment_date (
  id $IDENTITY,
  commitment BIGINT NOT NULL REFERENCES goal_commitment (item),
  earlier_due TEXT NOT NULL,
  new_due TEXT NOT NULL,
  reason TEXT NOT NULL,
  changed_at BIGINT NOT NULL
);

-- What the promiser reports and what the receiver finds of it: both texts stand side by side.
CREATE TABLE goal_commitment_report (
  id $IDENTITY,
  commitment BIGINT NOT NULL REFERENCES goal_commitment (item),
  is_judgement BIGINT NOT NULL,
  state TEXT NOT NULL,
  text TEXT NOT NULL,
  proof TEXT NOT NULL,
  by_organisation BIGINT,
  reported_at BIGINT NOT NULL
);
CREATE INDEX goal_commitment_report_by_commitment ON goal_commitment_report (commitment, id);
