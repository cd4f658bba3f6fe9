-- Where signals go: the system of an organisation, a department by mail, or a file that they fetch. `endpoint` is an
-- address of an organisation, of nobody in person; `credential` is what the key is called, never the key.
CREATE TABLE forwarding_destination (
  id $IDENTITY,
  organisation BIGINT NOT NULL REFERENCES organisation (id),
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  endpoint TEXT NOT NULL,
  format TEXT NOT NULL,
  jurisdiction TEXT NOT NULL,
  credential TEXT NOT NULL,
  is_automatic BIGINT NOT NULL,
  has_updates BIGINT NOT NULL,
  areas TEXT NOT NULL,
  themes TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  ended_at BIGINT,
  try_asked_at BIGINT,
  tried_at BIGINT,
  try_fault TEXT NOT NULL,
  try_detail TEXT NOT NULL,
  polled_at BIGINT,
  updates_until BIGINT
);

-- What the other system can take, as it said itself; attributes is its definition.
CREATE TABLE forwarding_service (
  destination BIGINT NOT NULL REFERENCES forwarding_destination (id),
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  attributes TEXT NOT NULL,
  number BIGINT NOT NULL,
  PRIMARY KEY (destination, code)
);

-- Which of our themes is which of their services; theme '': every theme without a line of its own.
CREATE TABLE forwarding_theme (
  destination BIGINT NOT NULL REFERENCES forwarding_destination (id),
  theme TEXT NOT NULL,
  service TEXT NOT NULL,
  PRIMARY KEY (destination, theme)
);

-- What a service asks besides, answered once by the administrator.
CREATE TABLE forwarding_attribute (
  destination BIGINT NOT NULL REFERENCES forwarding_destination (id),
  service TEXT NOT NULL,
  code TEXT NOT NULL,
  answer TEXT NOT NULL,
  PRIMARY KEY (destination, service, code)
);

-- state: waiting, pending (a receipt to ask again with), sent (without a number), accepted, failed.
CREATE TABLE forwarding_sent (
  id $IDENTITY,
  item BIGINT NOT NULL REFERENCES item (id),
  destination BIGINT NOT NULL REFERENCES forwarding_destination (id),
  state TEXT NOT NULL,
  request_key TEXT NOT NULL,
  receipt TEXT NOT NULL,
  external_number TEXT NOT NULL,
  external_status TEXT NOT NULL,
  attempts BIGINT NOT NULL,
  is_unheard BIGINT NOT NULL,
  may_be_double BIGINT NOT NULL,
  is_over BIGINT NOT NULL DEFAULT 0,
  last_try BIGINT,
  next_try BIGINT,
  fault TEXT NOT NULL,
  fault_detail TEXT NOT NULL,
  told_sequence BIGINT NOT NULL,
  polled_at BIGINT,
  created_at BIGINT NOT NULL,
  accepted_at BIGINT,
  UNIQUE (item, destination)
);
CREATE INDEX forwarding_sent_by_next_try ON forwarding_sent (next_try) WHERE next_try IS NOT NULL;
CREATE INDEX forwarding_sent_by_destination ON forwarding_sent (destination, state, polled_at);
CREATE INDEX forwarding_sent_by_fault ON forwarding_sent (id) WHERE fault <> '';
CREATE INDEX forwarding_sent_by_number ON forwarding_sent (destination, external_number) WHERE external_number <> '';

-- What came in from there, so that it is told once.
CREATE TABLE forwarding_heard (
  destination BIGINT NOT NULL REFERENCES forwarding_destination (id),
  update_key TEXT NOT NULL,
  PRIMARY KEY (destination, update_key)
);

-- What goes there after the signal itself: one entry of its history each. No text: that is read when it is sent.
CREATE TABLE forwarding_update (
  id $IDENTITY,
  sent BIGINT NOT NULL REFERENCES forwarding_sent (id),
  sequence BIGINT NOT NULL,
  state TEXT NOT NULL,
  attempts BIGINT NOT NULL,
  next_try BIGINT,
  fault TEXT NOT NULL,
  fault_detail TEXT NOT NULL,
  UNIQUE (sent, sequence)
);
CREATE INDEX forwarding_update_by_next_try ON forwarding_update (next_try) WHERE next_try IS NOT NULL;
CREATE INDEX forwarding_update_by_fault ON forwarding_update (sent) WHERE fault <> '';
