-- What is asked before something is sent: is this told already, near here? One row for each signal that everyone may
-- see and that is open or was closed lately. Looked up by square, so that it is a short walk along an index however
-- large the archive. cell: a square of about 200 m ("28890:1501"), or "area:<key>" without a place.
CREATE TABLE signal_likeness (
  item BIGINT PRIMARY KEY REFERENCES item (id),
  cell TEXT NOT NULL,
  area TEXT NOT NULL,
  longitude DOUBLE PRECISION,
  latitude DOUBLE PRECISION,
  theme TEXT NOT NULL,
  stems TEXT NOT NULL,
  reported_at BIGINT NOT NULL,
  shown_until BIGINT NOT NULL
);
CREATE INDEX signal_likeness_by_cell ON signal_likeness (cell, shown_until, item);
CREATE INDEX signal_likeness_by_area ON signal_likeness (area, shown_until, item);
CREATE INDEX signal_likeness_by_end ON signal_likeness (shown_until);
-- Signals from before this table; a job fills it, a batch at a time.
CREATE TABLE signal_likeness_waiting (
  item BIGINT PRIMARY KEY REFERENCES item (id)
);
INSERT INTO signal_likeness_waiting (item) SELECT item FROM signal WHERE closed_at IS NULL;

-- "Ik ook": that one browser or one account supports a signal, once. The hash is made with the number of the signal, so
-- that the signals of one supporter cannot be put together. The count stays when the hashes are gone.
CREATE TABLE signal_support (
  item BIGINT NOT NULL REFERENCES item (id),
  supporter_hash TEXT NOT NULL,
  supported_at BIGINT NOT NULL,
  PRIMARY KEY (item, supporter_hash)
);
CREATE TABLE signal_support_count (
  item BIGINT PRIMARY KEY REFERENCES item (id),
  supporters BIGINT NOT NULL
);
