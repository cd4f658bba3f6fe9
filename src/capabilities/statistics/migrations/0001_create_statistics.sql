-- Every signal as it was counted last, so that a change takes back exactly that. kind: public or confidential.
CREATE TABLE statistics_signal (
  item BIGINT PRIMARY KEY REFERENCES item (id),
  kind TEXT NOT NULL,
  area TEXT NOT NULL,
  theme TEXT NOT NULL,
  holder BIGINT,
  channel TEXT NOT NULL,
  opened_at BIGINT NOT NULL,
  closed_at BIGINT,
  square_x BIGINT,
  square_y BIGINT
);
CREATE INDEX statistics_signal_by_area ON statistics_signal (area, kind, opened_at, item);

-- Kept counts of each area, also of the district and the municipality above it. month: yyyy-mm. dimension: all, theme,
-- holder, channel, confidential; value: the key, number or word of it.
CREATE TABLE statistics_month (
  area TEXT NOT NULL,
  month TEXT NOT NULL,
  dimension TEXT NOT NULL,
  value TEXT NOT NULL,
  opened BIGINT NOT NULL,
  closed BIGINT NOT NULL,
  PRIMARY KEY (area, month, dimension, value)
);
-- How many were closed in a month after so many days: what medians are read from.
CREATE TABLE statistics_days (
  area TEXT NOT NULL,
  month TEXT NOT NULL,
  dimension TEXT NOT NULL,
  value TEXT NOT NULL,
  days BIGINT NOT NULL,
  number BIGINT NOT NULL,
  PRIMARY KEY (area, month, dimension, value, days)
);
-- How many came in from a square of 250 metres (RD New).
CREATE TABLE statistics_square (
  area TEXT NOT NULL,
  month TEXT NOT NULL,
  square_x BIGINT NOT NULL,
  square_y BIGINT NOT NULL,
  number BIGINT NOT NULL,
  PRIMARY KEY (area, month, square_x, square_y)
);
-- How far the counting of what was there before these tables has come: the lowest number looked at; 0 when it is done.
CREATE TABLE statistics_progress (
  id BIGINT PRIMARY KEY,
  lowest_item BIGINT NOT NULL
);
