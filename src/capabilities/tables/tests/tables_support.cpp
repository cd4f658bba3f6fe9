#include "capabilities/tables/tests/tables_support.hpp"

namespace wijktafel::tables::testing {

using namespace std::chrono_literals;

std::vector<db::Migration> migrations() {
  std::vector<db::Migration> all;
  const auto add = [&](int level, const std::string& name) {
    for (auto& migration : db::embedded_migrations(level, "capabilities/" + name + "/migrations", name))
      all.push_back(std::move(migration));
  };
  add(0, "organisations");
  add(1, "accounts");
  add(2, "items");
  add(4, "goals");
  add(5, "tables");
  return all;
}

web::AreaRef park() {
  web::AreaRef area;
  area.key = "BU00010101";
  area.name = "Parkbuurt";
  area.path = "/voorbeeldstad/parkbuurt";
  area.lineage = {"BU00010101", "WK000101", "GM0001"};
  return area;
}

identity::Actor coordinator() {
  identity::Actor actor;
  actor.person = PersonId{7};
  actor.name = "Ingrid";
  actor.grants = {{.role = "coordinator", .area = "WK000101", .organisation = std::nullopt}};
  return actor;
}

TableTest::TableTest() : database_(db::testing::fresh(db::Engine::sqlite, migrations())) {
  meeting_ = write([](db::Transaction& tx) {
    set_rules(tx, {.area = park().key,
                   .name = "Wijktafel Parkbuurt",
                   .voters = "de leden van het wijkpanel",
                   .quorum = 3});
    return plan_meeting(tx, planned_at, coordinator(),
                        {.area = park(),
                         .title = "Wijktafel van 3 december",
                         .begins_at = begins_at,
                         .place = "De Vlieger"})
        .value();
  });
}

items::Item TableTest::item(ItemId id) {
  return read([&](db::Transaction& tx) { return items::find(tx, id).value(); });
}

std::vector<std::string> TableTest::gaps(ItemId id) {
  return read([&](db::Transaction& tx) {
    std::vector<std::string> names;
    for (const auto& gap : items::gaps_of(tx, id)) names.push_back(gap.gap);
    return names;
  });
}

std::vector<std::string> TableTest::agenda() {
  return read([&](db::Transaction& tx) {
    std::vector<std::string> titles;
    for (const auto& point : store::agenda_of(tx, meeting_))
      titles.push_back(items::find(tx, point.item)->title);
    return titles;
  });
}

ItemId TableTest::signal(const std::string& title, items::Visibility visibility) {
  return write([&](db::Transaction& tx) {
    return items::create(tx, planned_at, identity::visitor(),
                         {.kind = "signal",
                          .area = park().key,
                          .lineage = park().lineage,
                          .title = title,
                          .domains = items::safety,
                          .themes = {"licht"},
                          .visibility = visibility,
                          .status = "received"},
                         {.what = "signals.reported"});
  });
}

ItemId TableTest::point(const std::string& title) {
  return put({.meeting = meeting_, .title = title}).value();
}

Result<ItemId, TableRefusal> TableTest::put(const AddAgendaItem& form) {
  return write(
      [&](db::Transaction& tx) { return add_agenda_item(tx, planned_at + 1h, coordinator(), park(), form); });
}

void TableTest::begin() {
  ASSERT_TRUE(
      write([&](db::Transaction& tx) { return begin_meeting(tx, begins_at, coordinator(), meeting_); }));
}

void TableTest::end() {
  ASSERT_TRUE(
      write([&](db::Transaction& tx) { return end_meeting(tx, begins_at + 2h, coordinator(), meeting_); }));
}

TakeDecision TableTest::agreement(ItemId agenda_item) const {
  return {.agenda_item = agenda_item,
          .text = "De lampen worden gemaakt.",
          .kind = "agreement",
          .taken_by = "consensus"};
}

Result<ItemId, TableRefusal> TableTest::take(const TakeDecision& form) {
  return write(
      [&](db::Transaction& tx) { return take_decision(tx, begins_at + 1h, coordinator(), park(), form); });
}

}  // namespace wijktafel::tables::testing
