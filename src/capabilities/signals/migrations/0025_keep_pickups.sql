-- Neighbours who pick a signal up: at most one group at a time. Names stand as they chose them; a person without a name
-- is shown as a neighbour.
CREATE TABLE signal_pickup (
  id $IDENTITY,
  item BIGINT NOT NULL REFERENCES item (id),
  person BIGINT,
  organisation BIGINT,
  shown_name TEXT NOT NULL,
  tells_by TEXT NOT NULL,
  began_at BIGINT NOT NULL,
  ended_at BIGINT,
  ended_as TEXT NOT NULL
);
CREATE UNIQUE INDEX signal_pickup_active ON signal_pickup (item) WHERE ended_at IS NULL;
CREATE INDEX signal_pickup_by_item ON signal_pickup (item, id);
CREATE INDEX signal_pickup_by_date ON signal_pickup (tells_by) WHERE ended_at IS NULL;

-- Who helps them. The line by which they are reached is for whoever picked it up, and goes when that ends.
CREATE TABLE signal_helper (
  id $IDENTITY,
  pickup BIGINT NOT NULL REFERENCES signal_pickup (id),
  person BIGINT NOT NULL,
  shown_name TEXT NOT NULL,
  reached_by TEXT NOT NULL,
  since BIGINT NOT NULL
);
CREATE UNIQUE INDEX signal_helper_by_person ON signal_helper (pickup, person);
