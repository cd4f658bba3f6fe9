-- Since when a fault is there; whether a mail to a department may still fail; and what goes wrong when a system is asked
-- how its requests stand.
ALTER TABLE forwarding_sent ADD COLUMN fault_since BIGINT;
ALTER TABLE forwarding_sent ADD COLUMN is_mail_underway BIGINT NOT NULL DEFAULT 0;
UPDATE forwarding_sent SET is_mail_underway = 1 WHERE state = 'sent' AND destination IN
  (SELECT id FROM forwarding_destination WHERE kind = 'mail');
CREATE INDEX forwarding_sent_by_mail ON forwarding_sent (id) WHERE is_mail_underway = 1;
ALTER TABLE forwarding_destination ADD COLUMN poll_fault TEXT NOT NULL DEFAULT '';
ALTER TABLE forwarding_destination ADD COLUMN poll_detail TEXT NOT NULL DEFAULT '';
ALTER TABLE forwarding_destination ADD COLUMN poll_fault_since BIGINT;
