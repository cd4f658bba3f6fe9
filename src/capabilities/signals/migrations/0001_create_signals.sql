-- What is special about a signal; what every item has stands in item.
CREATE TABLE signal (
  item BIGINT PRIMARY KEY REFERENCES item (id),
  kind TEXT NOT NULL,
  chance TEXT NOT NULL,
  channel TEXT NOT NULL,
  neighbours_may BIGINT NOT NULL,
  waiting_for TEXT NOT NULL,
  referred_to TEXT NOT NULL,
  done_at BIGINT,
  closed_at BIGINT
);
-- Only what waits for the word of its reporter stands in the first, only what is closed in the second.
CREATE INDEX signal_by_done ON signal (done_at) WHERE done_at IS NOT NULL;
CREATE INDEX signal_by_closed ON signal (closed_at) WHERE closed_at IS NOT NULL;

-- The work of an area and of all areas above it, what is due first on top. state: new, open or closed.
CREATE TABLE signal_due (
  area TEXT NOT NULL,
  item BIGINT NOT NULL REFERENCES item (id),
  state TEXT NOT NULL,
  next_date TEXT NOT NULL,
  PRIMARY KEY (area, item)
);
CREATE INDEX signal_due_by_date ON signal_due (area, state, next_date, item);
CREATE INDEX signal_due_by_item ON signal_due (item);

-- Apart from the signal, so that nothing that reads signals can show it.
CREATE TABLE signal_reporter (
  item BIGINT PRIMARY KEY REFERENCES item (id),
  person BIGINT,
  reach TEXT NOT NULL,
  address TEXT NOT NULL,
  name TEXT NOT NULL,
  language TEXT NOT NULL,
  follow_token_hash TEXT NOT NULL
);
CREATE UNIQUE INDEX signal_reporter_by_token ON signal_reporter (follow_token_hash);

-- Every look at how a reporter is reached.
CREATE TABLE signal_reporter_look (
  id $IDENTITY,
  item BIGINT NOT NULL REFERENCES item (id),
  person BIGINT,
  looked_at BIGINT NOT NULL
);
CREATE INDEX signal_reporter_look_by_item ON signal_reporter_look (item);

-- A report that is being written. Gone 24 hours after it was begun, sent or not.
CREATE TABLE signal_draft (
  id $IDENTITY,
  token_hash TEXT NOT NULL UNIQUE,
  created_at BIGINT NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  chance TEXT NOT NULL,
  longitude DOUBLE PRECISION,
  latitude DOUBLE PRECISION,
  place_words TEXT NOT NULL,
  neighbours_may BIGINT,
  reach TEXT NOT NULL,
  mail_address TEXT NOT NULL,
  phone TEXT NOT NULL,
  name TEXT NOT NULL,
  item BIGINT REFERENCES item (id),
  sent_at BIGINT
);
CREATE INDEX signal_draft_by_age ON signal_draft (created_at);

CREATE TABLE signal_draft_photo (
  draft BIGINT NOT NULL REFERENCES signal_draft (id),
  number BIGINT NOT NULL,
  file_key TEXT NOT NULL,
  thumbnail_key TEXT NOT NULL,
  width BIGINT NOT NULL,
  height BIGINT NOT NULL,
  PRIMARY KEY (draft, number)
);
