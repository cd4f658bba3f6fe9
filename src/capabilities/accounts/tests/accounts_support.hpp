// What most tests of accounts begin with: a database with its tables, a moment, and short ways to ask and to
// enter.
#pragma once

#include <string>

#include "capabilities/accounts/actions/ask_sign_in.hpp"
#include "capabilities/accounts/actions/sign_in_by_code.hpp"
#include "capabilities/accounts/actions/sign_in_by_link.hpp"
#include "platform/db/testing_fixture.hpp"

namespace wijktafel::accounts {

using namespace std::chrono_literals;

inline const Instant evening = parse_instant("2026-11-22T20:00:00+01:00").value();

class WithAccounts : public db::testing::OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped()) return;
    auto migrations = db::embedded_migrations(0, "capabilities/organisations/migrations", "organisations");
    for (auto& one : db::embedded_migrations(1, "capabilities/accounts/migrations", "accounts"))
      migrations.push_back(std::move(one));
    database_ = fresh(std::move(migrations));
  }

  PersonId somebody(std::string_view name = "Noor de Vries",
                    std::string_view address = "noor@voorbeeld.example") {
    return database_->write([&](db::Transaction& tx) { return create_person(tx, evening, name, address); });
  }
  void grant(PersonId person, std::string role, std::string area = {},
             std::optional<OrganisationId> organisation = std::nullopt) {
    database_->write([&](db::Transaction& tx) {
      grant_role(tx, evening, person, {.role = role, .area = area, .organisation = organisation});
    });
  }
  auto ask(std::string address = "noor@voorbeeld.example", Instant now = evening,
           std::string network = "203.0.113.0/24") {
    return database_->write([&](db::Transaction& tx) {
      return ask_sign_in(tx, now,
                         {.mail_address = address,
                          .language = i18n::Language::nl,
                          .return_path = "/stad/parkbuurt",
                          .network = network});
    });
  }
  auto by_link(const std::string& token, Instant now = evening, std::string name = {}, Browser browser = {}) {
    return database_->write([&](db::Transaction& tx) {
      return sign_in_by_link(tx, now, {.link_token = token, .name = name, .browser = browser});
    });
  }
  CodeAnswer by_code(const std::string& browser_token, const std::string& code, Instant now = evening,
                     std::string name = {}) {
    return database_->write([&](db::Transaction& tx) {
      return sign_in_by_code(tx, now,
                             {.browser_token = browser_token, .code = code, .name = name, .browser = {}});
    });
  }
  identity::Actor actor(const std::string& session_token, Instant now = evening) {
    return find_actor(*database_, now, session_token);
  }
  std::int64_t count(const std::string& table) {
    return database_->read([&](db::Transaction& tx) {
      return tx.query("SELECT COUNT(*) FROM " + table).at(0).get<std::int64_t>(0);
    });
  }

  std::unique_ptr<db::Database> database_;
};

// A code that is not this one.
inline std::string other_code(const std::string& code) { return code == "000000" ? "000001" : "000000"; }

template <class Refusal>
bool refused_with(const CodeAnswer& answer) {
  const auto* refusal = std::get_if<CodeRefusal>(&answer);
  return refusal && std::holds_alternative<Refusal>(*refusal);
}

}  // namespace wijktafel::accounts
