-- Somebody is away from a day up to and including another (both TEXT yyyy-mm-dd); the deputy gets their warnings and work.
CREATE TABLE account_absence (
  id $IDENTITY,
  account BIGINT NOT NULL REFERENCES account (id),
  deputy BIGINT REFERENCES account (id),
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  set_at BIGINT NOT NULL
);
CREATE INDEX account_absence_by_account ON account_absence (account, last_day);
CREATE INDEX account_absence_by_deputy ON account_absence (deputy, last_day);
CREATE INDEX account_absence_by_day ON account_absence (last_day);
