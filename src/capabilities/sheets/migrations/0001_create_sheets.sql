-- A strip that came back: by the number of the form it was entered with, so that the same form counts once.
CREATE TABLE sheet_entry (
  id $IDENTITY,
  sending TEXT NOT NULL UNIQUE,
  item BIGINT NOT NULL,
  entered_at BIGINT NOT NULL
);

-- Somebody wants to help with a signal. Who it is, is only a telephone number, for the coordinator, until somebody
-- called back or its term is over.
CREATE TABLE sheet_help (
  id $IDENTITY,
  area TEXT NOT NULL,
  item BIGINT NOT NULL,
  phone TEXT NOT NULL,
  offered_at BIGINT NOT NULL,
  called_at BIGINT
);
CREATE INDEX sheet_help_by_area ON sheet_help (area, id) WHERE called_at IS NULL;
CREATE INDEX sheet_help_by_item ON sheet_help (item);
CREATE INDEX sheet_help_by_phone ON sheet_help (offered_at) WHERE phone <> '';
