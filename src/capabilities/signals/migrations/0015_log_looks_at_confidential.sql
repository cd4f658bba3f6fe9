-- Every look at what only named roles may see: the page of a confidential signal, a photo of it, how its reporter is
-- reached. The looks at reporters stood here already.
ALTER TABLE signal_reporter_look ADD COLUMN what TEXT NOT NULL DEFAULT 'reporter';

-- Who made a signal confidential, or public again, when and why. The reason goes when the text of the signal is
-- destroyed.
CREATE TABLE signal_confidence (
  id $IDENTITY,
  item BIGINT NOT NULL REFERENCES item (id),
  is_confidential BIGINT NOT NULL,
  reason TEXT NOT NULL,
  person BIGINT,
  set_at BIGINT NOT NULL
);
CREATE INDEX signal_confidence_by_item ON signal_confidence (item, id);
