-- Whoever places a signal holds the row of its area and theme until it is done: two programs that place two signals at once
-- would each see too few of the other's, and make a draft each.
CREATE TABLE cluster_ground (
  area TEXT NOT NULL,
  theme TEXT NOT NULL,
  PRIMARY KEY (area, theme)
);
