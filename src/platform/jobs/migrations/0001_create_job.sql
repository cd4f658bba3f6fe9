-- Work to be done after the write that caused it. A row goes away in the transaction that did its work.
CREATE TABLE job (
  id $IDENTITY,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL,                -- canonical JSON: ids, never personal text
  run_at BIGINT NOT NULL,
  attempts BIGINT NOT NULL DEFAULT 0,
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'failed')),
  last_fault TEXT,
  locked_until BIGINT NOT NULL DEFAULT 0,  -- while one node does the outside work
  recurring TEXT UNIQUE                 -- the kind, for work that comes back: one row each
);
CREATE INDEX job_by_time ON job (state, run_at);
