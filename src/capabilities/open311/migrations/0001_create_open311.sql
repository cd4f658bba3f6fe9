-- How a service (a theme) answers a new request: realtime, batch or blackbox. No row: realtime.
CREATE TABLE open311_service (
  service_code TEXT PRIMARY KEY,
  answers TEXT NOT NULL
);

-- What a service asks besides the description. answer_list: one "key = name" a line.
CREATE TABLE open311_attribute (
  id $IDENTITY,
  service_code TEXT NOT NULL,
  code TEXT NOT NULL,
  is_question BIGINT NOT NULL,
  datatype TEXT NOT NULL,
  is_required BIGINT NOT NULL,
  description TEXT NOT NULL,
  datatype_description TEXT NOT NULL,
  place_in_list BIGINT NOT NULL,
  answer_list TEXT NOT NULL,
  UNIQUE (service_code, code)
);

-- When services or definitions last changed, and the digest by which that is seen.
CREATE TABLE open311_changeset (
  id BIGINT PRIMARY KEY,
  digest TEXT NOT NULL,
  changed_at BIGINT NOT NULL
);

-- One client: a system or app of somebody. Of the key only a hash is kept.
CREATE TABLE open311_key (
  id $IDENTITY,
  client TEXT NOT NULL,
  key_hash TEXT NOT NULL UNIQUE,
  per_hour BIGINT NOT NULL,
  may_update BIGINT NOT NULL,
  made_at BIGINT NOT NULL,
  ended_at BIGINT,
  last_used_at BIGINT,
  request_count BIGINT NOT NULL,
  hour BIGINT NOT NULL,
  used_in_hour BIGINT NOT NULL
);

-- What came with a request besides what the signal holds. The fingerprints tell a retry from a second request and are
-- emptied after a day.
CREATE TABLE open311_request (
  item BIGINT PRIMARY KEY REFERENCES item (id),
  key_id BIGINT,
  address_id TEXT NOT NULL,
  media_url TEXT NOT NULL,
  service_code TEXT NOT NULL,
  token TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  retry_key TEXT NOT NULL,
  received_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX open311_request_by_token ON open311_request (token) WHERE token <> '';
CREATE INDEX open311_request_by_fingerprint ON open311_request (fingerprint, received_at) WHERE fingerprint <> '';
CREATE INDEX open311_request_by_retry_key ON open311_request (retry_key) WHERE retry_key <> '';
CREATE INDEX open311_request_by_age ON open311_request (received_at) WHERE fingerprint <> '';

-- Answers to attributes: seen by those who work on the signal, never given out, for they may hold something personal.
CREATE TABLE open311_answer (
  item BIGINT NOT NULL REFERENCES item (id),
  place_in_list BIGINT NOT NULL,
  code TEXT NOT NULL,
  question TEXT NOT NULL,
  answer TEXT NOT NULL,
  PRIMARY KEY (item, place_in_list)
);

-- Updates that came in, by the number that the sender gave them: the same one twice is one update.
CREATE TABLE open311_update (
  id $IDENTITY,
  key_id BIGINT NOT NULL,
  update_code TEXT NOT NULL,
  item BIGINT NOT NULL REFERENCES item (id),
  received_at BIGINT NOT NULL,
  UNIQUE (key_id, item, update_code)
);
