-- What was erased because somebody asked or the law wants it: numbers only, never what stood there. Each row also goes to
-- a list outside the database, so that a restore of an older backup can erase it again.
CREATE TABLE erasure (
  id $IDENTITY,
  mark TEXT NOT NULL UNIQUE,      -- random: tells what a restored database has erased already
  what TEXT NOT NULL,             -- the kind of job that erases it again
  subject TEXT NOT NULL,          -- canonical JSON: ids
  erased_at BIGINT NOT NULL,
  written_at BIGINT               -- when it stood in the list outside
);
