CREATE TABLE item (
  id $IDENTITY,
  kind TEXT NOT NULL,
  area TEXT NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  domains BIGINT NOT NULL,
  longitude DOUBLE PRECISION,
  latitude DOUBLE PRECISION,
  place_words TEXT NOT NULL,
  visibility BIGINT NOT NULL,
  status TEXT NOT NULL,
  is_open BIGINT NOT NULL,
  holder BIGINT,
  contact BIGINT,
  next_date TEXT,
  created_at BIGINT NOT NULL,
  changed_at BIGINT NOT NULL,
  version BIGINT NOT NULL,
  is_followed BIGINT NOT NULL,
  head_sequence BIGINT NOT NULL,
  head_hash TEXT NOT NULL
);

-- Every area an item is found under, the areas above it included, so that each list is one walk along one index.
-- kind, visibility and is_open stand here too: a page of twenty rows reads twenty rows, however many there are.
CREATE TABLE item_area (
  area TEXT NOT NULL,
  item BIGINT NOT NULL REFERENCES item (id),
  kind TEXT NOT NULL,
  visibility BIGINT NOT NULL,
  is_open BIGINT NOT NULL,
  PRIMARY KEY (area, item)
);
CREATE INDEX item_area_by_kind ON item_area (area, kind, visibility, is_open, item);
CREATE INDEX item_area_by_item ON item_area (item);

CREATE TABLE item_theme (
  item BIGINT NOT NULL REFERENCES item (id),
  theme TEXT NOT NULL,
  PRIMARY KEY (item, theme)
);

CREATE TABLE item_link (
  from_item BIGINT NOT NULL REFERENCES item (id),
  to_item BIGINT NOT NULL REFERENCES item (id),
  kind BIGINT NOT NULL,
  linked_at BIGINT NOT NULL,
  PRIMARY KEY (from_item, to_item, kind)
);
CREATE INDEX item_link_backwards ON item_link (to_item, from_item);

-- The chain. Facts are canonical JSON; a personal text enters only as a keyed digest.
CREATE TABLE item_history (
  item BIGINT NOT NULL REFERENCES item (id),
  sequence BIGINT NOT NULL,
  recorded_at BIGINT NOT NULL,
  what TEXT NOT NULL,
  by_person BIGINT,
  by_organisation BIGINT,
  by_role TEXT NOT NULL,
  facts TEXT NOT NULL,
  is_milestone BIGINT NOT NULL,
  text_digest TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (item, sequence)
);

-- Erased by deleting the row: salt and text go together.
CREATE TABLE item_history_text (
  item BIGINT NOT NULL,
  sequence BIGINT NOT NULL,
  salt TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (item, sequence)
);

CREATE TABLE item_photo (
  item BIGINT NOT NULL REFERENCES item (id),
  number BIGINT NOT NULL,
  file_key TEXT NOT NULL,
  thumbnail_key TEXT NOT NULL,
  width BIGINT NOT NULL,
  height BIGINT NOT NULL,
  is_shown BIGINT NOT NULL,
  PRIMARY KEY (item, number)
);

CREATE TABLE item_gap (
  item BIGINT NOT NULL REFERENCES item (id),
  gap TEXT NOT NULL,
  facts TEXT NOT NULL,
  since BIGINT NOT NULL,
  PRIMARY KEY (item, gap)
);

-- Kept counts as a list of changes that a job folds together: writers never wait for each other's counter.
CREATE TABLE item_count (
  id $IDENTITY,
  area TEXT NOT NULL,
  kind TEXT NOT NULL,
  domain BIGINT NOT NULL,
  is_open BIGINT NOT NULL,
  change BIGINT NOT NULL
);
CREATE INDEX item_count_by_area ON item_count (area, kind, domain, is_open, change);
