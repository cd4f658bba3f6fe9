-- Taking a job counts the attempt and sets the time of the next one, so that a job that ends the process is given up too.
-- The next time is the claim as well: while it lies ahead nobody else takes the job.
UPDATE job SET run_at = locked_until WHERE locked_until > run_at;
ALTER TABLE job DROP COLUMN locked_until;
ALTER TABLE job ADD COLUMN unfinished BIGINT NOT NULL DEFAULT 0;  -- attempts in a row of which no end was heard
