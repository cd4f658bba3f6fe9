#include "capabilities/comments/tests/comments_support.hpp"

#include "base/result.hpp"
#include "base/text.hpp"
#include "capabilities/accounts/accounts.hpp"
#include "capabilities/places/actions/import_areas.hpp"

namespace wijktafel::comments::testing {
namespace {

std::vector<db::Migration> migrations() {
  std::vector<db::Migration> all = db::embedded_migrations(-1, "platform/mail/migrations", "mail");
  const std::pair<int, const char*> capabilities[] = {
      {0, "places"}, {0, "organisations"}, {1, "accounts"}, {2, "items"}, {3, "comments"}};
  for (const auto& [level, name] : capabilities) {
    auto more = db::embedded_migrations(level, std::string("capabilities/") + name + "/migrations", name);
    all.insert(all.end(), more.begin(), more.end());
  }
  return all;
}

places::ImportAreas one_square() {
  return {
      .municipality_code = "GM0001",
      .municipality_name = "Voorbeeldstad",
      .vintage = 2022,
      .source = "verzonnen",
      .geojson =
          R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"statcode":")" +
          parkbuurt +
          R"(","statnaam":"Parkbuurt","wkNaam":"Wijk 01 Zuid"},"geometry":{"type":"Polygon","coordinates":)"
          R"([[[4.50,52.00],[4.51,52.00],[4.51,52.01],[4.50,52.01],[4.50,52.00]]]}}]})"};
}

}  // namespace

Talk::Talk(db::Engine engine) : database_(db::testing::fresh(engine, migrations())) {
  database_->write([](db::Transaction& tx) {
    const auto imported = places::import_areas(tx, one_square());
    WIJKTAFEL_ASSERT(imported.has_value(), "the square is sound");
  });
  item_ = add_item();
}

ItemId Talk::add_item(items::Visibility visibility) {
  return database_->write([&](db::Transaction& tx) {
    return items::create(tx, now_, identity::visitor(),
                         {.kind = "signal",
                          .area = parkbuurt,
                          .lineage = {parkbuurt, "WK000101", "GM0001"},
                          .title = "Het pad is donker",
                          .visibility = visibility,
                          .status = "received"},
                         {.what = "signals.reported"});
  });
}

identity::PersonId Talk::add_person(std::string_view name) {
  return database_->write([&](db::Transaction& tx) {
    return accounts::create_person(tx, now_, name, slug(name) + "@voorbeeld.invalid");
  });
}

Result<Placed, PlaceRefusal> Talk::write(std::string_view text, std::string_view mail,
                                         std::string_view network) {
  return database_->write([&](db::Transaction& tx) {
    return place_comment(tx, now_, identity::visitor(),
                         {.item = item_,
                          .text = std::string(text),
                          .name = "Noor",
                          .mail_address = std::string(mail),
                          .network = std::string(network)});
  });
}

Result<Placed, PlaceRefusal> Talk::say(identity::PersonId person, std::string_view text,
                                       std::optional<CommentId> reply_to) {
  return database_->write([&](db::Transaction& tx) {
    return place_comment(tx, now_, actor_of(person),
                         {.item = item_, .reply_to = reply_to, .text = std::string(text)});
  });
}

store::CommentRow Talk::row(CommentId id) {
  return database_->read([&](db::Transaction& tx) { return store::find(tx, id).value(); });
}

std::vector<std::string> Talk::history() {
  return database_->read([&](db::Transaction& tx) {
    std::vector<std::string> all;
    for (const auto& entry :
         tx.query("SELECT what FROM item_history WHERE item = $1 AND sequence > 1 ORDER BY sequence", item_))
      all.push_back(entry.get<std::string>(0));
    return all;
  });
}

std::int64_t Talk::jobs_waiting(std::string_view kind) {
  return database_->read([&](db::Transaction& tx) {
    return tx.find("SELECT COUNT(*) FROM job WHERE kind = $1", kind)->get<std::int64_t>(0);
  });
}

void Talk::moderate_first() {
  database_->write([&](db::Transaction& tx) {
    tx.execute(
        "INSERT INTO place_setting (area, name, value, valid_from, set_at) VALUES ($1, $2, 'yes', "
        "'2020-01-01', 0)",
        parkbuurt, "comments.moderated_first");
  });
}

Actor actor_of(identity::PersonId person) {
  Actor actor;
  actor.person = person;
  return actor;
}

Actor moderator() {
  Actor actor;
  actor.person = identity::PersonId{900};
  actor.grants.push_back({"moderator", parkbuurt, std::nullopt});
  return actor;
}

}  // namespace wijktafel::comments::testing
