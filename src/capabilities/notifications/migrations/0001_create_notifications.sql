-- People who want to hear what becomes of an item. The address goes when they stop, or a year after the item was closed.
CREATE TABLE notification_follower (
  id $IDENTITY,
  item BIGINT NOT NULL,
  channel BIGINT NOT NULL,
  address TEXT NOT NULL,
  name TEXT NOT NULL,
  language TEXT NOT NULL,
  follow_path TEXT NOT NULL,
  since BIGINT NOT NULL
);
CREATE INDEX notification_follower_by_item ON notification_follower (item);

-- One row per follower and milestone: nobody hears the same thing twice.
CREATE TABLE notification_told (
  follower BIGINT NOT NULL REFERENCES notification_follower (id),
  item BIGINT NOT NULL,
  sequence BIGINT NOT NULL,
  told_at BIGINT NOT NULL,
  PRIMARY KEY (follower, item, sequence)
);

-- People who chose the telephone: the coordinator calls and ticks.
CREATE TABLE notification_call (
  id $IDENTITY,
  follower BIGINT NOT NULL REFERENCES notification_follower (id),
  item BIGINT NOT NULL,
  sequence BIGINT NOT NULL,
  asked_at BIGINT NOT NULL,
  called_at BIGINT
);
