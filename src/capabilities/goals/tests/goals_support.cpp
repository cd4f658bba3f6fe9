#include "capabilities/goals/tests/goals_support.hpp"

#include <algorithm>

#include "capabilities/accounts/accounts.hpp"

namespace wijktafel::goals::testing {
namespace {

OrganisationId organisation(db::Database& database, std::string_view kind, std::string_view name) {
  return database.write(
      [&](db::Transaction& tx) { return organisations::create_organisation(tx, kind, name); });
}

identity::Grant member(OrganisationId organisation) {
  return {.role = "member", .area = {}, .organisation = organisation};
}

}  // namespace

Date day(std::string_view iso) { return parse_date(iso).value(); }

Table::Table(app::testing::TownOptions options) : town_(std::move(options)) {
  welfare = organisation(database(), "welfare", "Welzijn De Linde");
  corporation = organisation(database(), "housing_corporation", "Woonstichting Zuid");
  residents = organisation(database(), "residents_group", "Buren van het park");
  ingrid =
      town_.person("Ingrid", {{.role = "coordinator", .area = "BU00010101", .organisation = std::nullopt}});
  wies = town_.person("Wies Welzijn", {member(welfare)});
  karel = town_.person("Karel Corporatie", {member(corporation)});
  rob = town_.person("Rob van het Park", {member(residents)});
  amina = town_.person("Amina", {{.role = "resident", .area = "BU00010101", .organisation = std::nullopt}});
}

void Table::live_until(std::string_view iso) {
  town_.clock().set(at(day(iso), 12));
  town_.run_jobs();
}

identity::Actor Table::actor(db::Transaction& tx, identity::PersonId person) {
  return accounts::actor_of(tx, now(), person).value();
}

ItemId Table::make_goal(std::string title) {
  const MakeGoal form{.area = area(),
                      .title = std::move(title),
                      .why = "Veel mensen eten alleen.",
                      .domains = items::social,
                      .indicator = "mensen eten samen op donderdag",
                      .baseline = 0,
                      .target = 40,
                      .target_date = day("2027-06-30")};
  return write(
      [&](db::Transaction& tx) { return goals::make_goal(tx, now(), actor(tx, ingrid), form).value(); });
}

OfferCommitment Table::a_promise() {
  return {.area = area(),
          .title = "Veertig donderdagen de zaal",
          .measure = "Veertig donderdagen geteld",
          .promiser = welfare,
          .due = day("2026-12-15")};
}

ItemId Table::offer(std::optional<ItemId> goal) {
  auto form = a_promise();
  form.goal = goal;
  return offer(form);
}

ItemId Table::offer(const OfferCommitment& form) {
  return write(
      [&](db::Transaction& tx) { return offer_commitment(tx, now(), actor(tx, ingrid), form).value(); });
}

ItemId Table::agreed(std::optional<ItemId> goal) {
  const auto id = offer(goal);
  write(
      [&](db::Transaction& tx) { accept_commitment(tx, now(), actor(tx, wies), id, std::nullopt).value(); });
  return id;
}

items::Item Table::item(ItemId id) {
  return database().read([&](db::Transaction& tx) { return items::find(tx, id).value(); });
}

bool Table::has_gap(ItemId id, std::string_view gap) {
  return database().read([&](db::Transaction& tx) {
    return std::ranges::any_of(items::gaps_of(tx, id),
                               [&](const items::Gap& open) { return open.gap == gap; });
  });
}

int Table::recorded(ItemId id, std::string_view what) {
  return database().read([&](db::Transaction& tx) {
    return tx.find("SELECT COUNT(*) FROM item_history WHERE item = $1 AND what = $2", id, what)->get<int>(0);
  });
}

app::testing::Browser Table::browser(identity::PersonId person) {
  app::testing::Browser browser(town_);
  browser.enter(person);
  return browser;
}

std::string Table::path(ItemId id, std::string_view action) {
  auto path = items::url_of(town_.service(), item(id)).substr(town_.service().municipality_path.size());
  return action.empty() ? path : path + "/" + std::string(action);
}

}  // namespace wijktafel::goals::testing
