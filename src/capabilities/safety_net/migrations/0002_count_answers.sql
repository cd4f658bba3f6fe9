-- How many working days the first answer to a signal took, once per signal; and the same as counts, so that a median over a
-- year costs the same for a hundred answers and a million. theme '': none was chosen.
CREATE TABLE safety_net_answer (
  item BIGINT PRIMARY KEY REFERENCES item (id),
  organisation BIGINT NOT NULL,
  theme TEXT NOT NULL,
  month TEXT NOT NULL,
  days BIGINT NOT NULL
);
CREATE TABLE safety_net_answer_count (
  organisation BIGINT NOT NULL,
  theme TEXT NOT NULL,
  month TEXT NOT NULL,
  days BIGINT NOT NULL,
  answers BIGINT NOT NULL,
  PRIMARY KEY (organisation, month, theme, days)
);

-- A signal that waits, or waited, for its reporter: since when, and the working days of the times that are over.
CREATE TABLE safety_net_wait (
  item BIGINT PRIMARY KEY REFERENCES item (id),
  since TEXT,
  days BIGINT NOT NULL
);
