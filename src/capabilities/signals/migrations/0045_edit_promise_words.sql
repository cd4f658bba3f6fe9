-- The rules by which a promise is seen in an answer, as this municipality changed them: each row puts a rule on or off
-- from that moment on. What is not here stands as the program has it (model/promise_rules.cpp).
CREATE TABLE signal_promise_rule (
  id $IDENTITY,
  rule TEXT NOT NULL,
  is_on BIGINT NOT NULL,
  person BIGINT,
  set_at BIGINT NOT NULL
);
CREATE INDEX signal_promise_rule_by_rule ON signal_promise_rule (rule, id);
