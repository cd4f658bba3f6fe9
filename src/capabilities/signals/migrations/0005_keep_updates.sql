-- What residents and organisations add to a signal after it was told. The text stands in the history of the item, at
-- `sequence`; here only while it waits for somebody to look at it.
CREATE TABLE signal_update (
  id $IDENTITY,
  item BIGINT NOT NULL REFERENCES item (id),
  sequence BIGINT,
  person BIGINT,
  organisation BIGINT,
  is_reporter BIGINT NOT NULL,
  waiting_text TEXT NOT NULL,
  written_at BIGINT NOT NULL,
  shown_at BIGINT
);
CREATE UNIQUE INDEX signal_update_by_entry ON signal_update (item, sequence);
CREATE INDEX signal_update_by_item ON signal_update (item, written_at);
CREATE INDEX signal_update_by_shown ON signal_update (shown_at, id) WHERE shown_at IS NOT NULL;

-- Updates that somebody has to look at, under the area and all areas above it.
CREATE TABLE signal_update_waiting (
  area TEXT NOT NULL,
  id BIGINT NOT NULL REFERENCES signal_update (id),
  PRIMARY KEY (area, id)
);
CREATE INDEX signal_update_waiting_by_id ON signal_update_waiting (id);
