-- "Is het zo gebleven?", half a year and a year after something was solved; each is asked once. answer: '' until there
-- is one, lasting, relapsed or unknown.
CREATE TABLE signal_revisit (
  item BIGINT NOT NULL REFERENCES item (id),
  months BIGINT NOT NULL,
  due_on TEXT NOT NULL,
  asked_at BIGINT,
  answer TEXT NOT NULL,
  answered_at BIGINT,
  PRIMARY KEY (item, months)
);
CREATE INDEX signal_revisit_by_date ON signal_revisit (due_on) WHERE asked_at IS NULL;
