-- Mail that was promised in a transaction and leaves after it. What identifies a person is emptied once the mail is
-- sent or is no longer worth sending; the row stays, so that nothing is sent twice.
CREATE TABLE mail_outbox (
  id $IDENTITY,
  message_id TEXT NOT NULL UNIQUE,
  to_address TEXT,
  to_name TEXT,
  subject TEXT,
  text TEXT,
  html TEXT,
  reply_to TEXT,
  created_at BIGINT NOT NULL,
  useless_at BIGINT,
  sent_at BIGINT,
  dropped_at BIGINT
);
