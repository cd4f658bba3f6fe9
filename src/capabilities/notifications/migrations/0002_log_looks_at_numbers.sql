-- Who looked at the telephone number of somebody who wants to be called about this item, and when. Stays when the number
-- itself is gone.
CREATE TABLE notification_look (
  id $IDENTITY,
  item BIGINT NOT NULL,
  looked_by BIGINT NOT NULL,
  looked_at BIGINT NOT NULL
);
CREATE INDEX notification_look_by_item ON notification_look (item);
CREATE INDEX notification_call_waiting ON notification_call (asked_at, id) WHERE called_at IS NULL;
CREATE INDEX notification_call_by_follower ON notification_call (follower);
