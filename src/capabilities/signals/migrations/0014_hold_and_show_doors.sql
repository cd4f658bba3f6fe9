-- Words by which a text is recognised that belongs at another door, of an area from a day on. Old ones stay. phrases: one a
-- line. door: formal, police, rented_home, worry.
CREATE TABLE signal_door_words (
  id $IDENTITY,
  area TEXT NOT NULL,
  door TEXT NOT NULL,
  phrases TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  set_by BIGINT,
  set_at BIGINT NOT NULL
);
CREATE INDEX signal_door_words_by_area ON signal_door_words (area, door, valid_from, id);

-- What was chosen on the last screen; theme: nothing until that screen was sent.
ALTER TABLE signal_draft ADD COLUMN theme TEXT;
ALTER TABLE signal_draft ADD COLUMN is_confidential BIGINT NOT NULL DEFAULT 0;

-- Why a signal waits for a moderator, and what was decided. reason: links, repeated_text, hidden_field, too_fast.
-- decision: '' while it waits, shown or removed.
CREATE TABLE signal_hold (
  item BIGINT PRIMARY KEY REFERENCES item (id),
  area TEXT NOT NULL,
  reason TEXT NOT NULL,
  held_at BIGINT NOT NULL,
  decision TEXT NOT NULL,
  decided_at BIGINT
);
CREATE INDEX signal_hold_by_area ON signal_hold (area, decision, item);

-- The same report sent again by the same browser within minutes is one signal.
CREATE TABLE signal_sent_body (
  device_hash TEXT NOT NULL,
  body_hash TEXT NOT NULL,
  item BIGINT NOT NULL REFERENCES item (id),
  sent_at BIGINT NOT NULL,
  PRIMARY KEY (device_hash, body_hash)
);
CREATE INDEX signal_sent_body_by_age ON signal_sent_body (sent_at);
CREATE INDEX signal_sent_body_by_body ON signal_sent_body (body_hash, sent_at);
