#include "capabilities/accounts/sign_in_store.hpp"

namespace wijktafel::accounts::store {

namespace {

// The columns of a question to sign in, in the order in which sign_in_from reads them.
constexpr const char* select_sign_in =
    "SELECT id, mail_address, network, language, return_path, code_hash, wrong_codes, asked_at, used_at "
    "FROM account_sign_in WHERE ";

SignIn sign_in_from(const db::Row& row) {
  return {.id = row.get<SignInId>(0),
          .mail_address = row.get<std::string>(1),
          .network = row.get<std::string>(2),
          .language = row.get<std::string>(3) == "en" ? i18n::Language::en : i18n::Language::nl,
          .return_path = row.get<std::string>(4),
          .code_hash = row.get<std::string>(5),
          .wrong_codes = row.get<int>(6),
          .asked_at = row.get<Instant>(7),
          .used_at = row.get<std::optional<Instant>>(8)};
}

std::optional<SignIn> find_sign_in(db::Transaction& tx, const std::string& condition, std::string_view hash) {
  const auto row = tx.find(select_sign_in + condition, hash);
  if (!row) return std::nullopt;
  return sign_in_from(*row);
}

std::int64_t number(db::Transaction& tx, const std::string& sql, std::string_view whose, Instant since) {
  return tx.query(sql, whose, since).front().get<std::int64_t>(0);
}

}  // namespace

SignInId insert_sign_in(db::Transaction& tx, Instant now, const NewSignIn& sign_in) {
  return tx.insert<SignInId>(
      "INSERT INTO account_sign_in (mail_address, network, language, return_path, link_hash, browser_hash, "
      "code_hash, "
      "wrong_codes, asked_at) VALUES ($1, $2, $3, $4, $5, $6, $7, 0, $8) RETURNING id",
      sign_in.mail_address, sign_in.network, i18n::code(sign_in.language), sign_in.return_path,
      sign_in.link_hash, sign_in.browser_hash, sign_in.code_hash, now);
}

std::optional<SignIn> find_sign_in_by_link(db::Transaction& tx, std::string_view link_hash) {
  return find_sign_in(tx, "link_hash = $1", link_hash);
}

std::optional<SignIn> find_sign_in_by_browser(db::Transaction& tx, std::string_view browser_hash) {
  return find_sign_in(tx, "browser_hash = $1", browser_hash);
}

void count_wrong_code(db::Transaction& tx, SignInId id) {
  tx.execute("UPDATE account_sign_in SET wrong_codes = wrong_codes + 1 WHERE id = $1", id);
}

void use_sign_in(db::Transaction& tx, SignInId id, Instant now) {
  tx.execute("UPDATE account_sign_in SET used_at = $2 WHERE id = $1", id, now);
}

void remove_sign_ins_of(db::Transaction& tx, std::string_view mail_address) {
  tx.execute("DELETE FROM account_sign_in WHERE mail_address = $1", mail_address);
}

std::int64_t remove_sign_ins_outside(db::Transaction& tx, Instant from, Instant until) {
  return tx.execute("DELETE FROM account_sign_in WHERE asked_at < $1 OR asked_at > $2", from, until);
}

std::int64_t asks_of_address(db::Transaction& tx, std::string_view mail_address, Instant since) {
  return number(tx, "SELECT COUNT(*) FROM account_sign_in WHERE mail_address = $1 AND asked_at > $2",
                mail_address, since);
}

std::int64_t asks_of_network(db::Transaction& tx, std::string_view network, Instant since) {
  return number(tx, "SELECT COUNT(*) FROM account_sign_in WHERE network = $1 AND asked_at > $2", network,
                since);
}

std::int64_t wrong_codes_of_address(db::Transaction& tx, std::string_view mail_address, Instant since) {
  return number(tx,
                "SELECT CAST(COALESCE(SUM(wrong_codes), 0) AS BIGINT) FROM account_sign_in "
                "WHERE mail_address = $1 AND asked_at > $2",
                mail_address, since);
}

std::int64_t wrong_codes_of_network(db::Transaction& tx, std::string_view network, Instant since) {
  return number(tx,
                "SELECT CAST(COALESCE(SUM(wrong_codes), 0) AS BIGINT) FROM account_sign_in "
                "WHERE network = $1 AND asked_at > $2",
                network, since);
}

SessionId insert_session(db::Transaction& tx, std::string_view token_hash, PersonId person,
                         std::string_view device, Instant now, Instant expires_at) {
  return tx.insert<SessionId>(
      "INSERT INTO account_session (token_hash, account, device, created_at, last_seen_at, expires_at) "
      "VALUES ($1, $2, $3, $4, $4, $5) RETURNING id",
      token_hash, person, device, now, expires_at);
}

std::optional<SessionActor> find_actor(db::Transaction& tx, std::string_view token_hash, Instant now) {
  const auto rows = tx.query(
      "SELECT s.id, s.last_seen_at, a.id, a.name, r.role, r.area, r.organisation FROM account_session s "
      "JOIN account a ON a.id = s.account "
      "LEFT JOIN account_role r ON r.account = a.id AND r.starts_at <= $2 AND (r.ends_at IS NULL OR "
      "r.ends_at > $2) "
      "WHERE s.token_hash = $1 AND s.expires_at > $2 AND a.erased_at IS NULL ORDER BY r.id",
      token_hash, now);
  if (rows.empty()) return std::nullopt;
  const auto& first = rows.front();
  SessionActor found{.session = first.get<SessionId>(0), .last_seen_at = first.get<Instant>(1), .actor = {}};
  found.actor.person = first.get<PersonId>(2);
  found.actor.name = first.get<std::string>(3);
  for (const auto& row : rows)
    if (const auto role = row.get<std::optional<std::string>>(4))
      found.actor.grants.push_back({.role = *role,
                                    .area = row.get<std::string>(5),
                                    .organisation = row.get<std::optional<OrganisationId>>(6)});
  return found;
}

std::vector<Session> sessions_of(db::Transaction& tx, PersonId person, Instant now) {
  std::vector<Session> sessions;
  for (const auto& row :
       tx.query("SELECT id, device, created_at, last_seen_at, expires_at FROM account_session "
                "WHERE account = $1 AND expires_at > $2 ORDER BY last_seen_at DESC, id DESC",
                person, now))
    sessions.push_back({.id = row.get<SessionId>(0),
                        .device = row.get<std::string>(1),
                        .created_at = row.get<Instant>(2),
                        .last_seen_at = row.get<Instant>(3),
                        .expires_at = row.get<Instant>(4)});
  return sessions;
}

std::optional<SessionId> find_session(db::Transaction& tx, std::string_view token_hash) {
  const auto row = tx.find("SELECT id FROM account_session WHERE token_hash = $1", token_hash);
  if (!row) return std::nullopt;
  return row->get<SessionId>(0);
}

void see_session(db::Transaction& tx, SessionId id, Instant now) {
  tx.execute("UPDATE account_session SET last_seen_at = $2 WHERE id = $1", id, now);
}

std::int64_t remove_session(db::Transaction& tx, PersonId person, SessionId id) {
  return tx.execute("DELETE FROM account_session WHERE id = $1 AND account = $2", id, person);
}

void remove_session(db::Transaction& tx, std::string_view token_hash) {
  tx.execute("DELETE FROM account_session WHERE token_hash = $1", token_hash);
}

void remove_sessions_of(db::Transaction& tx, PersonId person, std::optional<SessionId> but) {
  tx.execute("DELETE FROM account_session WHERE account = $1 AND id <> $2", person,
             but.value_or(SessionId{0}));
}

void shorten_sessions_of(db::Transaction& tx, PersonId person, Instant latest) {
  tx.execute("UPDATE account_session SET expires_at = $2 WHERE account = $1 AND expires_at > $2", person,
             latest);
}

std::int64_t remove_expired_sessions(db::Transaction& tx, Instant now) {
  return tx.execute("DELETE FROM account_session WHERE expires_at <= $1", now);
}

void remove_all_sessions_and_sign_ins(db::Transaction& tx) {
  tx.execute("DELETE FROM account_session");
  tx.execute("DELETE FROM account_sign_in");
}

}  // namespace wijktafel::accounts::store
