-- Every mail that was taken in or held, so that none is taken twice. No address, subject or text: digests, and that of
-- the sender only for a day.
CREATE TABLE mail_in_message (
  digest TEXT PRIMARY KEY,
  sender_digest TEXT NOT NULL,
  outcome TEXT NOT NULL,
  taken_at BIGINT NOT NULL
);
CREATE INDEX mail_in_message_by_sender ON mail_in_message (sender_digest, taken_at) WHERE sender_digest <> '';
CREATE INDEX mail_in_message_by_age ON mail_in_message (taken_at);
