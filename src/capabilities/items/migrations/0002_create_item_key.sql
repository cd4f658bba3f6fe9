-- Keys of imported records, so that one section of a file may name what another made.
CREATE TABLE item_key (
  key TEXT PRIMARY KEY,
  item BIGINT NOT NULL REFERENCES item (id)
);
