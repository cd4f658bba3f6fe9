-- What somebody wrote about an item, or in reply to such a reaction (reply_to, one level deep). A name only of who
-- has no account; of who has one, the account holds it, so that it goes with the account.
-- state: unconfirmed, waiting, shown, hidden, removed
CREATE TABLE comment (
  id $IDENTITY,
  key TEXT UNIQUE,
  item BIGINT NOT NULL REFERENCES item (id),
  reply_to BIGINT REFERENCES comment (id),
  state TEXT NOT NULL,
  text TEXT NOT NULL,
  person BIGINT,
  organisation BIGINT,
  name TEXT NOT NULL,
  reason TEXT NOT NULL,
  written_at BIGINT NOT NULL,
  shown_at BIGINT
);
CREATE INDEX comment_by_item ON comment (item, id);
CREATE INDEX comment_by_thread ON comment (reply_to, id);
CREATE INDEX comment_by_person ON comment (person, written_at);

-- Who wrote without an account, apart from the reaction, so that nothing that reads reactions can show it.
-- mail_address is emptied when it is confirmed, network after a day.
CREATE TABLE comment_writer (
  comment BIGINT PRIMARY KEY REFERENCES comment (id),
  mail_address TEXT NOT NULL,
  network TEXT NOT NULL,
  link_token_hash TEXT NOT NULL UNIQUE,
  asked_at BIGINT NOT NULL,
  confirmed_at BIGINT
);
CREATE INDEX comment_writer_by_address ON comment_writer (mail_address, asked_at);
CREATE INDEX comment_writer_by_network ON comment_writer (network, asked_at);
CREATE INDEX comment_writer_by_time ON comment_writer (asked_at);

-- "Meld deze reactie". network is emptied after a day.
CREATE TABLE comment_report (
  id $IDENTITY,
  comment BIGINT NOT NULL REFERENCES comment (id),
  reason TEXT NOT NULL,
  network TEXT NOT NULL,
  reported_at BIGINT NOT NULL
);
CREATE INDEX comment_report_by_comment ON comment_report (comment, network);
CREATE INDEX comment_report_by_network ON comment_report (network, reported_at);
CREATE INDEX comment_report_by_time ON comment_report (reported_at);

-- What somebody must look at, of an area and of all areas above it, the oldest first. why: new or reported.
CREATE TABLE comment_work (
  area TEXT NOT NULL,
  comment BIGINT NOT NULL REFERENCES comment (id),
  why TEXT NOT NULL,
  since BIGINT NOT NULL,
  PRIMARY KEY (area, comment)
);
CREATE INDEX comment_work_by_time ON comment_work (area, since, comment);
CREATE INDEX comment_work_by_comment ON comment_work (comment);
