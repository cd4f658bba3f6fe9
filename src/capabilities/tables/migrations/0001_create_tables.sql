-- The table itself: one for an area. How it decides and who votes is printed on each decision.
CREATE TABLE table_body (
  id $IDENTITY,
  area TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  state TEXT NOT NULL,
  decides_by TEXT NOT NULL,
  voters TEXT NOT NULL,
  quorum BIGINT NOT NULL
);

CREATE TABLE table_meeting (
  item BIGINT PRIMARY KEY,
  area TEXT NOT NULL,
  begins_at BIGINT NOT NULL,
  place TEXT NOT NULL,
  online_link TEXT NOT NULL,
  is_public BIGINT NOT NULL,
  minutes TEXT NOT NULL,
  minutes_state TEXT NOT NULL
);
CREATE INDEX table_meeting_by_area ON table_meeting (area, begins_at);

CREATE TABLE table_agenda_item (
  item BIGINT PRIMARY KEY,
  meeting BIGINT NOT NULL REFERENCES table_meeting (item),
  position BIGINT NOT NULL,
  subject BIGINT,
  discussion TEXT NOT NULL
);
CREATE INDEX table_agenda_item_by_meeting ON table_agenda_item (meeting, position);
CREATE INDEX table_agenda_item_by_subject ON table_agenda_item (subject);

-- Who was there. A person without an account is only counted, as "bewoner": no list of names of residents.
CREATE TABLE table_attendance (
  meeting BIGINT NOT NULL REFERENCES table_meeting (item),
  person BIGINT NOT NULL,
  organisation BIGINT,
  is_voter BIGINT NOT NULL,
  PRIMARY KEY (meeting, person)
);
CREATE TABLE table_guest_count (
  meeting BIGINT PRIMARY KEY REFERENCES table_meeting (item),
  residents BIGINT NOT NULL
);

CREATE TABLE table_decision (
  item BIGINT PRIMARY KEY,
  meeting BIGINT NOT NULL REFERENCES table_meeting (item),
  agenda_item BIGINT NOT NULL REFERENCES table_agenda_item (item),
  kind TEXT NOT NULL,
  taken_by TEXT NOT NULL,
  votes_for BIGINT NOT NULL,
  votes_against BIGINT NOT NULL,
  votes_abstain BIGINT NOT NULL,
  recused BIGINT NOT NULL,
  voters TEXT NOT NULL,
  quorum BIGINT NOT NULL,
  advice_to TEXT NOT NULL,
  answer_before TEXT,
  regulation TEXT NOT NULL
);
CREATE INDEX table_decision_by_meeting ON table_decision (meeting, item);
CREATE INDEX table_decision_by_agenda_item ON table_decision (agenda_item);

-- What was late when the meeting was held, as it was shown under "Stand van de afspraken".
CREATE TABLE table_standing (
  meeting BIGINT NOT NULL REFERENCES table_meeting (item),
  commitment BIGINT NOT NULL,
  days_late BIGINT NOT NULL,
  PRIMARY KEY (meeting, commitment)
);
