CREATE TABLE organisation (
  id $IDENTITY,
  key TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  name TEXT NOT NULL
);
