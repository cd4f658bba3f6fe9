-- Who asked for the mail of Monday, and of which Monday they had the last one ('' before the first).
CREATE TABLE safety_net_week_reader (
  person BIGINT PRIMARY KEY,
  mailed_on TEXT NOT NULL
);
