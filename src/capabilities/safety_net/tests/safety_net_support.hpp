// A municipality with two neighbourhoods, an organisation with a team, and a clock that is set: for the tests
// of the safety net.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "capabilities/places/places.hpp"
#include "capabilities/safety_net/safety_net.hpp"
#include "platform/db/testing.hpp"
#include "platform/web/capability.hpp"

namespace wijktafel::safety_net::testing {

inline const std::string town = "GM0001";
inline const std::string rozenbuurt = "BU00010101";
inline const std::string tulpenbuurt = "BU00010102";

class Town {
 public:
  explicit Town(db::Engine engine = db::Engine::sqlite);
  ~Town();

  db::Database& database() { return *database_; }
  const web::Service& service() const { return *service_; }
  Instant now() const { return clock_.now(); }
  Date today() const { return clock_.today(); }
  // "2026-01-12": six in the morning of that day, after all mornings in between went by.
  void morning_of(std::string_view date);
  void only_set(std::string_view instant) { clock_.set(parse_instant(instant).value()); }
  void run_jobs();

  PersonId add_person(std::string_view name, const std::vector<identity::Grant>& grants);
  void end_account(PersonId person);
  organisations::TeamId add_team(std::string_view name, const std::vector<PersonId>& members,
                                 std::optional<PersonId> manager = std::nullopt);
  void set_desk(std::string_view area, Desk desk);
  void set_team(ItemId item, organisations::TeamId team);
  void away(PersonId person, std::string_view from, std::string_view until,
            std::optional<PersonId> deputy = std::nullopt);

  ItemId report(std::optional<Date> next_date = std::nullopt, bool with_holder = true,
                std::string_view area = rozenbuurt);
  // Through the face, as a message of whoever has it.
  void answer(ItemId item, std::string_view next_date);
  void change_status(ItemId item, std::string_view status, std::string_view next_date);
  items::Item item(ItemId id);
  // What the history says, oldest first.
  std::vector<std::string> history(ItemId id);
  std::int64_t count(std::string_view table);
  // "Sanne: 2 signalen vragen uw aandacht", in the order in which they were queued.
  std::vector<std::string> mails();
  std::string last_mail();

  OrganisationId municipality{};
  PersonId coordinator{};  // of the Rozenbuurt
  PersonId administrator{};
  PersonId member{};  // of the municipality

 private:
  FixedClock clock_{parse_instant("2026-01-12T10:00:00+01:00").value()};
  std::unique_ptr<db::Database> database_;
  std::filesystem::path folder_;
  files::FileStore files_;
  jobs::JobKinds kinds_;
  identity::Permissions permissions_;
  std::unique_ptr<web::Service> service_;
  std::unique_ptr<places::Directory> directory_;
  std::unique_ptr<jobs::JobRunner> runner_;
};

}  // namespace wijktafel::safety_net::testing
