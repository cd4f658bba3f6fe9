-- A person who signs in, or whom an administrator named. An erased account keeps its number only, so that what was
-- public stays whole without a name.
CREATE TABLE account (
  id $IDENTITY,
  key TEXT UNIQUE,
  name TEXT NOT NULL,
  search_name TEXT NOT NULL,
  mail_address TEXT UNIQUE,
  language TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  erased_at BIGINT
);
CREATE INDEX account_by_name ON account (search_name, id);

-- A role for the whole municipality (no area, no organisation), for an area and all below it, or for an organisation.
CREATE TABLE account_role (
  id $IDENTITY,
  account BIGINT NOT NULL REFERENCES account (id),
  role TEXT NOT NULL,
  area TEXT NOT NULL,
  organisation BIGINT,
  starts_at BIGINT NOT NULL,
  ends_at BIGINT,
  granted_by BIGINT
);
CREATE INDEX account_role_by_account ON account_role (account);
CREATE INDEX account_role_by_role ON account_role (role, area);
CREATE INDEX account_role_by_organisation ON account_role (organisation);

-- One question to sign in. Of link, browser and code only hashes are kept; the code's hash is keyed with the browser's
-- token, so that a copy of this table does not give six digits away.
CREATE TABLE account_sign_in (
  id $IDENTITY,
  mail_address TEXT NOT NULL,
  network TEXT NOT NULL,
  language TEXT NOT NULL,
  return_path TEXT NOT NULL,
  link_hash TEXT NOT NULL UNIQUE,
  browser_hash TEXT NOT NULL UNIQUE,
  code_hash TEXT NOT NULL,
  wrong_codes BIGINT NOT NULL,
  asked_at BIGINT NOT NULL,
  used_at BIGINT
);
CREATE INDEX account_sign_in_by_address ON account_sign_in (mail_address, asked_at);
CREATE INDEX account_sign_in_by_network ON account_sign_in (network, asked_at);
CREATE INDEX account_sign_in_by_time ON account_sign_in (asked_at);

CREATE TABLE account_session (
  id $IDENTITY,
  token_hash TEXT NOT NULL UNIQUE,
  account BIGINT NOT NULL REFERENCES account (id),
  device TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  last_seen_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE INDEX account_session_by_account ON account_session (account);
CREATE INDEX account_session_by_expiry ON account_session (expires_at);
