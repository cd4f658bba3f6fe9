-- What those who work on a signal write to each other. Never public, never in a mail; gone when the text of the signal is.
CREATE TABLE signal_note (
  id $IDENTITY,
  item BIGINT NOT NULL REFERENCES item (id),
  author BIGINT NOT NULL,
  written_at BIGINT NOT NULL,
  text TEXT NOT NULL
);
CREATE INDEX signal_note_by_item ON signal_note (item, id);

-- An answer that is given often, of an area and everything below it. theme: '' for every theme.
CREATE TABLE signal_reply_template (
  id $IDENTITY,
  area TEXT NOT NULL,
  theme TEXT NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  changed_at BIGINT NOT NULL
);
CREATE INDEX signal_reply_template_by_area ON signal_reply_template (area, theme, title, id);

-- A way of looking at one's own inbox: an address of the inbox under a title. At most one of a person opens first.
CREATE TABLE signal_inbox_view (
  id $IDENTITY,
  person BIGINT NOT NULL,
  title TEXT NOT NULL,
  list TEXT NOT NULL,
  query TEXT NOT NULL,
  is_first BIGINT NOT NULL
);
CREATE INDEX signal_inbox_view_by_person ON signal_inbox_view (person, id);

-- Who gave a signal to whoever has it now, and when; nothing where a rule did.
ALTER TABLE signal ADD COLUMN assigned_by BIGINT;
ALTER TABLE signal ADD COLUMN assigned_at BIGINT;
