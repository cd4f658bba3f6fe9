-- The work in hand: every open signal once for each list that it stands in, so that an inbox with any filter is one walk
-- along one index, whatever the size of the archive. list: the key of an area (its own and all above it),
-- 'organisation:3', 'team:7' or 'person:12'. What is closed has no rows. words: the title in small letters; empty
-- for what is confidential.
CREATE TABLE signal_work (
  list TEXT NOT NULL,
  item BIGINT NOT NULL REFERENCES item (id),
  next_date TEXT NOT NULL,
  visibility BIGINT NOT NULL,
  status TEXT NOT NULL,
  theme TEXT NOT NULL,
  domains BIGINT NOT NULL,
  priority TEXT NOT NULL,
  holder BIGINT,
  team BIGINT,
  contact BIGINT,
  channel TEXT NOT NULL,
  words TEXT NOT NULL,
  PRIMARY KEY (list, item)
);
CREATE INDEX signal_work_by_date ON signal_work
  (list, next_date, item, visibility, status, theme, domains, priority, holder, team, contact, channel, words);
CREATE INDEX signal_work_by_item ON signal_work (item);

INSERT INTO signal_work (list, item, next_date, visibility, status, theme, domains, priority, holder, team, contact,
  channel, words)
SELECT l.list, i.id, COALESCE(i.next_date, l.next_date), i.visibility, i.status, s.theme, i.domains, s.priority, i.holder,
  s.team, i.contact, s.channel, CASE WHEN i.visibility = 3 THEN '' ELSE LOWER(i.title) END
FROM (
  SELECT area AS list, item, next_date FROM signal_due WHERE state <> 'closed'
  UNION SELECT 'organisation:' || o.holder, d.item, d.next_date FROM signal_due d JOIN item o ON o.id = d.item
    WHERE d.state <> 'closed' AND o.holder IS NOT NULL
  UNION SELECT 'team:' || t.team, d.item, d.next_date FROM signal_due d JOIN signal t ON t.item = d.item
    WHERE d.state <> 'closed' AND t.team IS NOT NULL
  UNION SELECT 'person:' || p.contact, d.item, d.next_date FROM signal_due d JOIN item p ON p.id = d.item
    WHERE d.state <> 'closed' AND p.contact IS NOT NULL
) l JOIN item i ON i.id = l.item JOIN signal s ON s.item = l.item;
