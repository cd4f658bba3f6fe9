-- Every report that was sent, for a day: how often one browser, and one network, sent something.
CREATE TABLE signal_sending (
  id $IDENTITY,
  device_hash TEXT NOT NULL,
  network TEXT NOT NULL,
  sent_at BIGINT NOT NULL
);
CREATE INDEX signal_sending_by_device ON signal_sending (device_hash, sent_at);
CREATE INDEX signal_sending_by_network ON signal_sending (network, sent_at) WHERE network <> '';
CREATE INDEX signal_sending_by_age ON signal_sending (sent_at);
