-- Where a signal goes when its term has passed: the desk of an area from a day on. kind: organisation, team, person or none
-- (this area says nothing any more); reference: the number of what the kind names. Old rows stay.
CREATE TABLE safety_net_desk (
  id $IDENTITY,
  area TEXT NOT NULL,
  kind TEXT NOT NULL,
  reference BIGINT,
  valid_from TEXT NOT NULL,
  set_by BIGINT,
  set_at BIGINT NOT NULL
);
CREATE INDEX safety_net_desk_by_area ON safety_net_desk (area, valid_from, id);

-- A date that was not kept, once: a later date of the same signal is another row. late_on: the desk itself was late, or had
-- it already, and manager and table were told; settled_on: the signal has a new date or an end.
CREATE TABLE safety_net_passing (
  item BIGINT NOT NULL REFERENCES item (id),
  missed_date TEXT NOT NULL,
  area TEXT NOT NULL,
  passed_on TEXT NOT NULL,
  desk_kind TEXT NOT NULL,
  desk BIGINT,
  act_by TEXT NOT NULL,
  late_on TEXT,
  settled_on TEXT,
  PRIMARY KEY (item, missed_date)
);
CREATE INDEX safety_net_passing_at_table ON safety_net_passing (item) WHERE late_on IS NOT NULL AND settled_on IS NULL;

-- That a date was warned for, once.
CREATE TABLE safety_net_warning (
  item BIGINT NOT NULL REFERENCES item (id),
  due TEXT NOT NULL,
  warned_on TEXT NOT NULL,
  PRIMARY KEY (item, due)
);

-- How far the round of a day has come, so that it goes on where it was and is not walked twice.
CREATE TABLE safety_net_round (
  task TEXT PRIMARY KEY,
  day TEXT NOT NULL,
  after_date TEXT,
  after_item BIGINT,
  is_done BIGINT NOT NULL
);

-- What a person reads in the mail of the next working morning; gone when that mail is in the outbox.
CREATE TABLE safety_net_notice (
  person BIGINT NOT NULL,
  item BIGINT NOT NULL REFERENCES item (id),
  reason TEXT NOT NULL,
  due TEXT NOT NULL,
  stands_in_for BIGINT,
  PRIMARY KEY (person, item, reason, due)
);

-- Rules at whose end nobody is: of a theme (its key), or of the desk itself (''). missing: the organisation or team.
CREATE TABLE safety_net_broken (
  theme TEXT NOT NULL,
  area TEXT NOT NULL,
  reason TEXT NOT NULL,
  missing TEXT NOT NULL,
  since TEXT NOT NULL,
  PRIMARY KEY (theme, area)
);
