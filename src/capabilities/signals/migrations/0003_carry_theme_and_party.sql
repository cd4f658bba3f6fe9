-- The one theme that gives a signal its term and its first holder (theme.key; '' until somebody chose one), the team
-- of the holder, how urgent it is, and whether it waits for a moderator. reported_at stands here too, so that what
-- came in within a period is one walk along an index, also for signals that were imported with a date of their own.
ALTER TABLE signal ADD COLUMN theme TEXT NOT NULL DEFAULT '';
ALTER TABLE signal ADD COLUMN priority TEXT NOT NULL DEFAULT 'normal';
ALTER TABLE signal ADD COLUMN team BIGINT;
ALTER TABLE signal ADD COLUMN is_held BIGINT NOT NULL DEFAULT 0;
ALTER TABLE signal ADD COLUMN reported_at BIGINT NOT NULL DEFAULT 0;
-- The first time its reporter was told something by a person; what medians are made of.
ALTER TABLE signal ADD COLUMN first_answered_at BIGINT;
UPDATE signal SET reported_at = (SELECT i.created_at FROM item i WHERE i.id = signal.item);
CREATE INDEX signal_by_reported ON signal (reported_at, item);
CREATE INDEX signal_by_theme ON signal (theme, reported_at);
CREATE INDEX signal_by_held ON signal (item) WHERE is_held = 1;
