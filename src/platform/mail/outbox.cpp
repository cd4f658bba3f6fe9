#include "platform/mail/outbox.hpp"

#include <utility>

#include "platform/jobs/giving_up.hpp"
#include "platform/jobs/waiting.hpp"
#include "platform/mail/fate.hpp"

namespace wijktafel::mail {

namespace {

constexpr const char* job_kind = "mail.send";

struct Waiting {
  Message message;
  std::optional<Instant> useless_at;
};

// Nothing when it was sent or dropped already.
std::optional<Waiting> find_waiting(db::Transaction& tx, std::int64_t id) {
  const auto row = tx.find(
      "SELECT message_id, to_address, to_name, subject, text, html, reply_to, created_at, useless_at FROM "
      "mail_outbox "
      "WHERE id = $1 AND sent_at IS NULL AND dropped_at IS NULL AND given_up_at IS NULL",
      id);
  if (!row) return std::nullopt;
  return Waiting{.message = {.to_address = row->get<std::string>(1),
                             .to_name = row->get<std::string>(2),
                             .subject = row->get<std::string>(3),
                             .text = row->get<std::string>(4),
                             .html = row->get<std::string>(5),
                             .message_id = row->get<std::string>(0),
                             .reply_to = row->get<std::string>(6),
                             .date = row->get<Instant>(7)},
                 .useless_at = row->get<std::optional<Instant>>(8)};
}

// Nothing of a person stays behind. `column` is one of our three dates, never input.
void empty(db::Transaction& tx, std::int64_t id, const std::string& column, Instant now) {
  tx.execute("UPDATE mail_outbox SET " + column +
                 " = $2, to_address = NULL, to_name = NULL, subject = NULL, text = NULL, html = NULL, "
                 "reply_to = NULL "
                 "WHERE id = $1",
             id, now);
}

jobs::JobKinds::OutsideWork prepare(Mailer& mailer, const LookUp& look_up, db::Transaction& tx,
                                    const Facts& payload, Instant now) {
  const auto id = fact_number(payload, "mail");
  auto waiting = find_waiting(tx, id);
  if (!waiting) return {};
  if (waiting->useless_at && *waiting->useless_at <= now) {
    empty(tx, id, "dropped_at", now);
    return {};
  }
  auto& message = waiting->message;
  message.subject = filled(tx, message.subject, Form::plain, look_up);
  message.text = filled(tx, message.text, Form::plain, look_up);
  message.html = filled(tx, message.html, Form::html, look_up);
  return [&mailer, message = std::move(message)] { mailer.send(message); };
}

void finish(db::Transaction& tx, const Facts& payload, Instant now) {
  const auto id = fact_number(payload, "mail");
  if (find_waiting(tx, id)) empty(tx, id, "sent_at", now);
}

void give_up(db::Transaction& tx, const Facts& payload, Instant now) {
  const auto id = fact_number(payload, "mail");
  if (find_waiting(tx, id)) empty(tx, id, "given_up_at", now);
}

}  // namespace

void queue(db::Transaction& tx, const Message& message, std::optional<Instant> useless_at) {
  if (tx.find("SELECT 1 FROM mail_outbox WHERE message_id = $1", message.message_id)) return;
  const auto id = tx.insert<std::int64_t>(
      "INSERT INTO mail_outbox (message_id, to_address, to_name, subject, text, html, reply_to, created_at, "
      "useless_at) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id",
      message.message_id, message.to_address, message.to_name, message.subject, message.text, message.html,
      message.reply_to, message.date, useless_at);
  jobs::enqueue(tx, job_kind, {{"mail", id}}, message.date);
}

void drop(db::Transaction& tx, Instant now, std::string_view message_id) {
  const auto row = tx.find("SELECT id FROM mail_outbox WHERE message_id = $1", message_id);
  if (row && find_waiting(tx, row->get<std::int64_t>(0)))
    empty(tx, row->get<std::int64_t>(0), "dropped_at", now);
}

std::int64_t drop_waiting(db::Transaction& tx, Instant now) {
  const auto waiting = tx.query(
      "SELECT id FROM mail_outbox WHERE sent_at IS NULL AND dropped_at IS NULL "
      "AND given_up_at IS NULL ORDER BY id");
  for (const auto& row : waiting) empty(tx, row.get<std::int64_t>(0), "dropped_at", now);
  return static_cast<std::int64_t>(waiting.size());
}

void register_mail_job(jobs::JobKinds& kinds, Mailer& mailer, LookUp look_up) {
  kinds.add_outside(
      job_kind,
      [&mailer, look_up = std::move(look_up)](db::Transaction& tx, const Facts& payload, Instant now) {
        return prepare(mailer, look_up, tx, payload, now);
      },
      finish);
  jobs::when_given_up(kinds, job_kind, give_up);
}

std::int64_t mails_given_up(db::Transaction& tx) {
  return tx.query("SELECT COUNT(*) FROM mail_outbox WHERE given_up_at IS NOT NULL")
      .at(0)
      .get<std::int64_t>(0);
}

Fate fate_of(db::Transaction& tx, std::string_view message_id) {
  const auto row = tx.find(
      "SELECT id, sent_at, dropped_at, given_up_at FROM mail_outbox WHERE message_id = $1", message_id);
  if (!row) return {};
  if (row->get<std::optional<Instant>>(1)) return {.stage = Stage::sent};
  if (row->get<std::optional<Instant>>(2)) return {.stage = Stage::dropped};
  if (row->get<std::optional<Instant>>(3)) return {.stage = Stage::given_up};
  return {.stage = Stage::waiting,
          .next_try = jobs::next_try_of(tx, job_kind, {{"mail", row->get<std::int64_t>(0)}})};
}

void hurry(db::Transaction& tx, Instant now, std::string_view message_id) {
  const auto row = tx.find("SELECT id FROM mail_outbox WHERE message_id = $1", message_id);
  if (row) jobs::try_now(tx, job_kind, {{"mail", row->get<std::int64_t>(0)}}, now);
}

}  // namespace wijktafel::mail
