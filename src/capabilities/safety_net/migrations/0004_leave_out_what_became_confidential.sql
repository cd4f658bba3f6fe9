-- 0: the signal is not for everyone any more, and its answer is in no number.
ALTER TABLE safety_net_answer ADD COLUMN is_counted BIGINT NOT NULL DEFAULT 1;
