// A town with organisations and people, and short ways to promise something in it: for the tests of goals.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/testing.hpp"
#include "capabilities/goals/actions/answer_offer.hpp"
#include "capabilities/goals/actions/make_goal.hpp"
#include "capabilities/goals/actions/offer_commitment.hpp"
#include "capabilities/organisations/organisations.hpp"

namespace wijktafel::goals::testing {

Date day(std::string_view iso);

// Parkbuurt, on 22 November 2026 at noon. Ingrid is its coordinator; Wies works for a welfare organisation,
// Karel for the housing corporation, Rob for a group of residents; Amina is a resident.
class Table {
 public:
  explicit Table(app::testing::TownOptions options = {});

  app::testing::Town& town() { return town_; }
  db::Database& database() { return town_.database(); }
  Instant now() { return town_.clock().now(); }
  Date today() { return local_date(now()); }
  web::AreaRef area(std::string_view key = "BU00010101") { return *town_.service().find_area(key); }
  // To noon of that day, with the jobs that fall due.
  void live_until(std::string_view iso);

  identity::Actor actor(db::Transaction& tx, identity::PersonId person);
  template <class F>
  auto write(F&& work) {
    return database().write(std::forward<F>(work));
  }

  OrganisationId welfare{};
  OrganisationId corporation{};
  OrganisationId residents{};
  identity::PersonId ingrid{};
  identity::PersonId wies{};
  identity::PersonId karel{};
  identity::PersonId rob{};
  identity::PersonId amina{};

  ItemId make_goal(std::string title = "Minder mensen zijn eenzaam");
  // Of the welfare organisation to the table, by Ingrid, due on 15 December 2026.
  ItemId offer(std::optional<ItemId> goal = std::nullopt);
  ItemId offer(const OfferCommitment& form);
  OfferCommitment a_promise();
  ItemId agreed(std::optional<ItemId> goal = std::nullopt);  // offered, and accepted by Wies
  items::Item item(ItemId id);
  std::string status(ItemId id) { return item(id).status; }
  bool has_gap(ItemId id, std::string_view gap);
  // How often this stands in the history of the item.
  int recorded(ItemId id, std::string_view what);
  app::testing::Browser browser(identity::PersonId person);
  // The page of an item, below the municipality: "/parkbuurt/afspraken/3".
  std::string path(ItemId id, std::string_view action = {});

 private:
  app::testing::Town town_;
};

}  // namespace wijktafel::goals::testing
