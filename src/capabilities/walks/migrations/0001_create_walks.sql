-- Inspection walks: what only they have beside what every item has.
CREATE TABLE walk (
  item BIGINT PRIMARY KEY,
  area TEXT NOT NULL,
  begins_at BIGINT NOT NULL,
  meeting_place TEXT NOT NULL,
  theme TEXT NOT NULL,
  others TEXT NOT NULL
);
CREATE INDEX walk_by_area ON walk (area, begins_at);

-- The route: a line through its stops, in order.
CREATE TABLE walk_stop (
  walk BIGINT NOT NULL REFERENCES walk (item),
  position BIGINT NOT NULL,
  place_words TEXT NOT NULL,
  longitude DOUBLE PRECISION,
  latitude DOUBLE PRECISION,
  PRIMARY KEY (walk, position)
);

-- People with an account and organisations. Who has none is only a word and a number in walk.others.
CREATE TABLE walk_participant (
  id $IDENTITY,
  walk BIGINT NOT NULL REFERENCES walk (item),
  person BIGINT,
  organisation BIGINT
);
CREATE INDEX walk_participant_by_walk ON walk_participant (walk);

-- `sending` is the number of the form it was written in: the same form sent again is the same point.
CREATE TABLE walk_point (
  id $IDENTITY,
  walk BIGINT NOT NULL REFERENCES walk (item),
  number BIGINT NOT NULL,
  sending TEXT NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  theme TEXT NOT NULL,
  place_words TEXT NOT NULL,
  longitude DOUBLE PRECISION,
  latitude DOUBLE PRECISION,
  signal BIGINT,
  commitment BIGINT,
  is_settled BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  UNIQUE (walk, sending),
  UNIQUE (walk, number)
);
CREATE INDEX walk_point_by_signal ON walk_point (signal);

-- Without a point: sent with a form that came back, and not yet kept.
CREATE TABLE walk_photo (
  id $IDENTITY,
  walk BIGINT NOT NULL REFERENCES walk (item),
  sending TEXT NOT NULL,
  point BIGINT,
  is_after BIGINT NOT NULL,
  file_key TEXT NOT NULL,
  thumbnail_key TEXT NOT NULL,
  width BIGINT NOT NULL,
  height BIGINT NOT NULL,
  is_shown BIGINT NOT NULL,
  sent_at BIGINT NOT NULL
);
CREATE INDEX walk_photo_by_walk ON walk_photo (walk, sending);
CREATE INDEX walk_photo_by_point ON walk_photo (point);
CREATE INDEX walk_photo_by_file ON walk_photo (file_key);
CREATE INDEX walk_photo_by_thumbnail ON walk_photo (thumbnail_key);
