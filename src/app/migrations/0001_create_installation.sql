-- What this database is: a demo with a clock of its own, or the real thing.
CREATE TABLE installation (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
);
