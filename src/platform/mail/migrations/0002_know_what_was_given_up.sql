-- A mail that no server would take: emptied like one that was sent, and counted for the administrator.
ALTER TABLE mail_outbox ADD COLUMN given_up_at BIGINT;
CREATE INDEX mail_given_up ON mail_outbox (given_up_at) WHERE given_up_at IS NOT NULL;
