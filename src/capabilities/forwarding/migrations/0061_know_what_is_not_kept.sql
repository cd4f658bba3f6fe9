-- A reply about a signal whose text was destroyed is not kept: only that it came, and from which destination.
CREATE TABLE forwarding_unkept (
  id $IDENTITY,
  destination BIGINT NOT NULL REFERENCES forwarding_destination (id),
  heard_at BIGINT NOT NULL
);
CREATE INDEX forwarding_unkept_by_age ON forwarding_unkept (heard_at);
