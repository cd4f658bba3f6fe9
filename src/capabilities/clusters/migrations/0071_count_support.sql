-- How many said "Ik ook" to a signal, as signals told us last: kept also while the signal lies nowhere yet, because its theme
-- may be chosen later.
CREATE TABLE cluster_support (
  item BIGINT PRIMARY KEY REFERENCES item (id),
  supporters BIGINT NOT NULL
);
