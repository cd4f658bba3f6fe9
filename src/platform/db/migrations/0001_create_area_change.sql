-- One row for each area that a committed write touched: how nodes learn that pages have changed.
-- Read from the newest backwards for a minute, kept for a day.
CREATE TABLE area_change (
  id $IDENTITY,
  area TEXT NOT NULL,
  changed_at BIGINT NOT NULL
);
