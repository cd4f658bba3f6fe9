#include "capabilities/forwarding/store.hpp"

namespace wijktafel::forwarding::store {
namespace {

constexpr const char* destination_columns =
    "id, organisation, kind, title, endpoint, format, jurisdiction, credential, is_automatic, has_updates, "
    "areas, "
    "themes, created_at, ended_at, try_asked_at, tried_at, try_fault, try_detail, polled_at, updates_until, "
    "poll_fault, poll_detail, poll_fault_since";

Destination destination_of(const db::Row& row) {
  return {.id = row.get<DestinationId>(0),
          .organisation = row.get<OrganisationId>(1),
          .kind = row.get<std::string>(2),
          .title = row.get<std::string>(3),
          .endpoint = row.get<std::string>(4),
          .format = row.get<std::string>(5),
          .jurisdiction = row.get<std::string>(6),
          .credential = row.get<std::string>(7),
          .is_automatic = row.get<bool>(8),
          .has_updates = row.get<bool>(9),
          .areas = keys_of(row.get<std::string>(10)),
          .themes = keys_of(row.get<std::string>(11)),
          .created_at = row.get<Instant>(12),
          .ended_at = row.get<std::optional<Instant>>(13),
          .try_asked_at = row.get<std::optional<Instant>>(14),
          .tried_at = row.get<std::optional<Instant>>(15),
          .try_fault = row.get<std::string>(16),
          .try_detail = row.get<std::string>(17),
          .polled_at = row.get<std::optional<Instant>>(18),
          .updates_until = row.get<std::optional<Instant>>(19),
          .poll_fault = row.get<std::string>(20),
          .poll_detail = row.get<std::string>(21),
          .poll_fault_since = row.get<std::optional<Instant>>(22)};
}

std::vector<Destination> destinations(const db::Rows& rows) {
  std::vector<Destination> found;
  for (const auto& row : rows) found.push_back(destination_of(row));
  return found;
}

constexpr const char* sent_columns =
    "s.id, s.item, s.destination, s.state, s.request_key, s.receipt, s.external_number, s.external_status, "
    "s.attempts, s.is_unheard, s.may_be_double, s.last_try, s.next_try, s.fault, s.fault_detail, "
    "s.told_sequence, s.polled_at, s.created_at, s.accepted_at, s.is_over, s.fault_since, s.is_mail_underway";

Sent sent_of(const db::Row& row) {
  return {.id = row.get<SentId>(0),
          .item = row.get<ItemId>(1),
          .destination = row.get<DestinationId>(2),
          .state = state_of(row.get<std::string>(3)).value_or(State::failed),
          .request_key = row.get<std::string>(4),
          .receipt = row.get<std::string>(5),
          .external_number = row.get<std::string>(6),
          .external_status = row.get<std::string>(7),
          .attempts = row.get<int>(8),
          .is_unheard = row.get<bool>(9),
          .may_be_double = row.get<bool>(10),
          .is_over = row.get<bool>(19),
          .last_try = row.get<std::optional<Instant>>(11),
          .next_try = row.get<std::optional<Instant>>(12),
          .fault = row.get<std::string>(13),
          .fault_detail = row.get<std::string>(14),
          .told_sequence = row.get<std::int64_t>(15),
          .polled_at = row.get<std::optional<Instant>>(16),
          .created_at = row.get<Instant>(17),
          .accepted_at = row.get<std::optional<Instant>>(18),
          .fault_since = row.get<std::optional<Instant>>(20),
          .is_mail_underway = row.get<bool>(21)};
}

std::vector<Sent> all_sent(const db::Rows& rows) {
  std::vector<Sent> found;
  for (const auto& row : rows) found.push_back(sent_of(row));
  return found;
}

std::optional<Sent> one_sent(const std::optional<db::Row>& row) {
  return row ? std::optional(sent_of(*row)) : std::nullopt;
}

std::string select_sent(std::string_view rest) {
  return std::string("SELECT ") + sent_columns + " FROM forwarding_sent s " + std::string(rest);
}

}  // namespace

DestinationId insert(db::Transaction& tx, const Destination& d) {
  return tx.insert<DestinationId>(
      "INSERT INTO forwarding_destination (organisation, kind, title, endpoint, format, jurisdiction, "
      "credential, "
      "is_automatic, has_updates, areas, themes, created_at, try_fault, try_detail) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, '', '') RETURNING id",
      d.organisation, d.kind, d.title, d.endpoint, d.format, d.jurisdiction, d.credential, d.is_automatic,
      d.has_updates, list_of(d.areas), list_of(d.themes), d.created_at);
}

void update(db::Transaction& tx, const Destination& d) {
  tx.execute(
      "UPDATE forwarding_destination SET organisation = $2, title = $3, endpoint = $4, format = $5, "
      "jurisdiction = $6, credential = $7, is_automatic = $8, has_updates = $9, areas = $10, themes = $11, "
      "ended_at = $12, try_asked_at = $13, tried_at = $14, try_fault = $15, try_detail = $16, polled_at = "
      "$17, "
      "updates_until = $18, poll_fault = $19, poll_detail = $20, poll_fault_since = $21 WHERE id = $1",
      d.id, d.organisation, d.title, d.endpoint, d.format, d.jurisdiction, d.credential, d.is_automatic,
      d.has_updates, list_of(d.areas), list_of(d.themes), d.ended_at, d.try_asked_at, d.tried_at, d.try_fault,
      d.try_detail, d.polled_at, d.updates_until, d.poll_fault, d.poll_detail, d.poll_fault_since);
}

std::optional<Destination> find(db::Transaction& tx, DestinationId id) {
  const auto row = tx.find(
      std::string("SELECT ") + destination_columns + " FROM forwarding_destination WHERE id = $1", id);
  return row ? std::optional(destination_of(*row)) : std::nullopt;
}

std::vector<Destination> all(db::Transaction& tx) {
  return destinations(tx.query(std::string("SELECT ") + destination_columns +
                               " FROM forwarding_destination ORDER BY title, id LIMIT 100"));
}

std::vector<Destination> current(db::Transaction& tx) {
  return destinations(
      tx.query(std::string("SELECT ") + destination_columns +
               " FROM forwarding_destination WHERE ended_at IS NULL ORDER BY title, id LIMIT 100"));
}

void replace_services(db::Transaction& tx, DestinationId id, const std::vector<Service>& services) {
  tx.execute("DELETE FROM forwarding_service WHERE destination = $1", id);
  std::int64_t number = 0;
  for (const auto& service : services)
    tx.execute(
        "INSERT INTO forwarding_service (destination, code, title, description, attributes, number) "
        "VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (destination, code) DO NOTHING",
        id, service.code, service.title, service.description, open311::stored(service.attributes), ++number);
}

std::vector<Service> services_of(db::Transaction& tx, DestinationId id) {
  std::vector<Service> services;
  for (const auto& row : tx.query("SELECT code, title, description, attributes FROM forwarding_service "
                                  "WHERE destination = $1 ORDER BY number",
                                  id))
    services.push_back({.code = row.get<std::string>(0),
                        .title = row.get<std::string>(1),
                        .description = row.get<std::string>(2),
                        .attributes = open311::from_stored(row.get<std::string>(3))});
  return services;
}

std::vector<ThemeLine> theme_lines(db::Transaction& tx, DestinationId id) {
  std::vector<ThemeLine> lines;
  for (const auto& row :
       tx.query("SELECT theme, service FROM forwarding_theme WHERE destination = $1 ORDER BY theme", id))
    lines.push_back({row.get<std::string>(0), row.get<std::string>(1)});
  return lines;
}

void replace_theme_lines(db::Transaction& tx, DestinationId id, const std::vector<ThemeLine>& lines) {
  tx.execute("DELETE FROM forwarding_theme WHERE destination = $1", id);
  for (const auto& line : lines)
    tx.execute("INSERT INTO forwarding_theme (destination, theme, service) VALUES ($1, $2, $3)", id,
               line.theme, line.service);
}

std::vector<Answer> answers_of(db::Transaction& tx, DestinationId id) {
  std::vector<Answer> answers;
  for (const auto& row : tx.query("SELECT service, code, answer FROM forwarding_attribute WHERE destination "
                                  "= $1 ORDER BY service, code",
                                  id))
    answers.push_back({row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2)});
  return answers;
}

void replace_answers(db::Transaction& tx, DestinationId id, const std::vector<Answer>& answers) {
  tx.execute("DELETE FROM forwarding_attribute WHERE destination = $1", id);
  for (const auto& answer : answers)
    tx.execute(
        "INSERT INTO forwarding_attribute (destination, service, code, answer) VALUES ($1, $2, $3, $4)", id,
        answer.service, answer.code, answer.answer);
}

SentId insert(db::Transaction& tx, const Sent& s) {
  return tx.insert<SentId>(
      "INSERT INTO forwarding_sent (item, destination, state, request_key, receipt, external_number, "
      "external_status, attempts, is_unheard, may_be_double, next_try, fault, fault_detail, told_sequence, "
      "created_at) VALUES ($1, $2, $3, $4, '', '', '', 0, $5, $5, $6, '', '', $7, $8) RETURNING id",
      s.item, s.destination, std::string(word(s.state)), s.request_key, false, s.next_try, s.told_sequence,
      s.created_at);
}

void update(db::Transaction& tx, const Sent& s) {
  tx.execute(
      "UPDATE forwarding_sent SET state = $2, receipt = $3, external_number = $4, external_status = $5, "
      "attempts = $6, is_unheard = $7, may_be_double = $8, last_try = $9, next_try = $10, fault = $11, "
      "fault_detail = $12, told_sequence = $13, polled_at = $14, accepted_at = $15, is_over = $16, "
      "fault_since = $17, is_mail_underway = $18 WHERE id = $1",
      s.id, std::string(word(s.state)), s.receipt, s.external_number, s.external_status, s.attempts,
      s.is_unheard, s.may_be_double, s.last_try, s.next_try, s.fault, s.fault_detail, s.told_sequence,
      s.polled_at, s.accepted_at, s.is_over, s.fault_since, s.is_mail_underway);
}

std::optional<Sent> find_sent(db::Transaction& tx, SentId id) {
  return one_sent(tx.find(select_sent("WHERE s.id = $1"), id));
}

std::optional<Sent> find_sent(db::Transaction& tx, ItemId item, DestinationId destination) {
  return one_sent(tx.find(select_sent("WHERE s.item = $1 AND s.destination = $2"), item, destination));
}

std::optional<Sent> find_by_number(db::Transaction& tx, DestinationId destination, std::string_view number) {
  if (number.empty()) return std::nullopt;
  return one_sent(tx.find(
      select_sent(
          "WHERE s.destination = $1 AND s.external_number = $2 AND s.external_number <> '' ORDER BY s.id"),
      destination, number));
}

std::vector<Sent> sent_of(db::Transaction& tx, ItemId item) {
  return all_sent(tx.query(select_sent("WHERE s.item = $1 ORDER BY s.id LIMIT 20"), item));
}

std::vector<Sent> with_fault(db::Transaction& tx, int most) {
  return all_sent(tx.query(
      select_sent(
          "WHERE s.fault <> '' OR s.id IN (SELECT u.sent FROM forwarding_update u WHERE u.fault <> '') "
          "ORDER BY s.id LIMIT $1"),
      most));
}

std::vector<SentId> overdue(db::Transaction& tx, Instant limit, int most) {
  std::vector<SentId> found;
  for (const auto& row : tx.query("SELECT id FROM forwarding_sent WHERE next_try IS NOT NULL AND next_try < "
                                  "$1 ORDER BY next_try LIMIT $2",
                                  limit, most))
    found.push_back(row.get<SentId>(0));
  return found;
}

std::vector<Sent> to_poll(db::Transaction& tx, DestinationId destination, Instant before, int most) {
  return all_sent(tx.query(select_sent("WHERE s.destination = $1 AND s.state = 'accepted' AND s.is_over = 0 "
                                       "AND (s.polled_at IS NULL OR s.polled_at <= $2) "
                                       "ORDER BY COALESCE(s.polled_at, 0), s.id LIMIT $3"),
                           destination, before, most));
}

std::vector<Sent> mails_underway(db::Transaction& tx, int most) {
  return all_sent(tx.query(select_sent("WHERE s.is_mail_underway = 1 ORDER BY s.id LIMIT $1"), most));
}

std::int64_t count_with_fault(db::Transaction& tx) {
  return tx
      .query(
          "SELECT (SELECT COUNT(*) FROM forwarding_sent WHERE fault <> '') + "
          "(SELECT COUNT(*) FROM forwarding_update WHERE fault <> '') + "
          "(SELECT COUNT(*) FROM forwarding_destination WHERE poll_fault <> '' AND ended_at IS NULL)")
      .at(0)
      .get<std::int64_t>(0);
}

std::int64_t count_waiting(db::Transaction& tx) {
  return tx.query("SELECT COUNT(*) FROM forwarding_sent WHERE next_try IS NOT NULL")
      .at(0)
      .get<std::int64_t>(0);
}

}  // namespace wijktafel::forwarding::store
