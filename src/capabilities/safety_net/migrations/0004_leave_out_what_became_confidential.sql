-- 0: the signal is not for everyone any more, and its answer is in no number.
ALTER TABLE safety_net_answer ADD COLUMN is_counted BIGINT NOT NULL DEFAULT 1;
UPDATE safety_net_answer SET is_counted = 0 WHERE item IN (SELECT id FROM item WHERE visibility <> 0);
UPDATE safety_net_answer_count SET answers = answers - (SELECT COUNT(*) FROM safety_net_answer a
  WHERE a.is_counted = 0 AND a.organisation = safety_net_answer_count.organisation AND a.month = safety_net_answer_count.month
  AND a.theme = safety_net_answer_count.theme AND a.days = safety_net_answer_count.days);
