#include "capabilities/safety_net/tests/safety_net_support.hpp"

#include <fmt/format.h>

#include "app/mail_parts.hpp"
#include "base/result.hpp"
#include "base/text.hpp"
#include "capabilities/accounts/accounts.hpp"
#include "capabilities/places/actions/import_areas.hpp"
#include "capabilities/safety_net/actions/set_desk.hpp"
#include "platform/mail/later.hpp"

namespace wijktafel::safety_net::testing {
namespace {

const i18n::Words& words() {
  static const i18n::Words all = i18n::Words::embedded();
  return all;
}

const html::Templates& templates() {
  static const html::Templates all(words());
  return all;
}

std::vector<db::Migration> migrations() {
  std::vector<db::Migration> all = db::platform_migrations();
  const std::pair<int, const char*> capabilities[] = {
      {0, "places"},   {0, "organisations"}, {1, "accounts"}, {1, "themes"},    {2, "items"},
      {3, "comments"}, {3, "notifications"}, {4, "signals"},  {6, "safety_net"}};
  const auto add = [&](std::vector<db::Migration> more) { all.insert(all.end(), more.begin(), more.end()); };
  add(db::embedded_migrations(-1, "platform/mail/migrations", "mail"));
  for (const auto& [level, name] : capabilities)
    add(db::embedded_migrations(level, std::string("capabilities/") + name + "/migrations", name));
  return all;
}

std::string square(std::string_view code, std::string_view name, double west) {
  return fmt::format(
      R"({{"type":"Feature","properties":{{"statcode":"{}","statnaam":"{}","wkNaam":"Wijk 01 Zuid"}},"geometry":{{"type":"Polygon",)"
      R"("coordinates":[[[{:.2f},52.00],[{:.2f},52.00],[{:.2f},52.01],[{:.2f},52.01],[{:.2f},52.00]]]}}}})",
      code, name, west, west + 0.01, west + 0.01, west, west);
}

places::ImportAreas two_squares() {
  return {.municipality_code = "GM0001",
          .municipality_name = "Rozenland",
          .vintage = 2022,
          .source = "verzonnen",
          .geojson = R"({"type":"FeatureCollection","features":[)" + square(rozenbuurt, "Rozenbuurt", 4.50) +
                     "," + square(tulpenbuurt, "Tulpenbuurt", 4.51) + "]}"};
}

}  // namespace

Town::Town(db::Engine engine)
    : database_(db::testing::fresh(engine, migrations())),
      folder_(std::filesystem::temp_directory_path() / ("wijktafel-safety-net-" + random_token())),
      files_(folder_) {
  database_->write([&](db::Transaction& tx) {
    const auto imported = places::import_areas(tx, two_squares());
    WIJKTAFEL_ASSERT(imported.has_value(), "the squares are sound");
    municipality = organisations::create_organisation(tx, "municipality", "Gemeente Rozenland", "gemeente");
  });
  coordinator = add_person("Sanne", {{"coordinator", rozenbuurt, std::nullopt}});
  administrator = add_person("Ingrid", {{"administrator", "", std::nullopt}});
  member = add_person("Bram", {{"member", "", municipality}});
  service_ = std::unique_ptr<web::Service>(new web::Service{.database = *database_,
                                                            .clock = clock_,
                                                            .words = words(),
                                                            .templates = templates(),
                                                            .files = files_,
                                                            .jobs = kinds_,
                                                            .permissions = permissions_,
                                                            .base_url = "http://wijktafel.test",
                                                            .municipality_path = "/rozenland",
                                                            .is_demo = false,
                                                            .mail_folder = {},
                                                            .kinds = signals::capability().kinds,
                                                            .tabs = {},
                                                            .slots = {},
                                                            .asset_version = "1",
                                                            .find_area_by_slug = {},
                                                            .find_area = {},
                                                            .find_actor = {}});
  directory_ = std::make_unique<places::Directory>(*database_, "/rozenland");
  (void)directory_->find(rozenbuurt);  // read once before any transaction: it reads the database itself
  service_->find_area_by_slug = [this](std::string_view slug) { return directory_->find_by_slug(slug); };
  service_->find_area = [this](std::string_view key) { return directory_->find(key); };
  for (const auto& part : {items::capability(), signals::capability(), capability()}) {
    for (const auto& permission : part.permissions) permissions_.grant(permission.name, permission.roles);
    for (const auto& job : part.jobs) {
      const auto bound = [this, handler = job.handler](db::Transaction& tx, const Facts& payload,
                                                       Instant now) { handler(*service_, tx, payload, now); };
      if (job.every)
        kinds_.add_recurring(job.kind, *job.every, bound);
      else
        kinds_.add(job.kind, bound);
    }
    for (const auto& event : part.events)
      kinds_.add(event, [this, event](db::Transaction& tx, const Facts& payload, Instant now) {
        jobs::emit(tx, kinds_, event, payload, now);
      });
    for (const auto& listener : part.listeners) kinds_.listen(listener.event, listener.kind);
  }
  runner_ = std::make_unique<jobs::JobRunner>(*database_, kinds_, clock_);
}

Town::~Town() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

void Town::run_jobs() { runner_->run_all_due(); }

void Town::morning_of(std::string_view date) {
  const auto day = parse_date(date).value();
  while (clock_.today() < day) {
    clock_.set(at(plus_days(clock_.today(), 1), 6));
    run_jobs();
  }
}

PersonId Town::add_person(std::string_view name, const std::vector<identity::Grant>& grants) {
  return database_->write([&](db::Transaction& tx) {
    const auto person =
        accounts::create_person(tx, now(), name, slug(name) + "@voorbeeld.invalid", slug(name));
    for (const auto& grant : grants) accounts::grant_role(tx, now(), person, grant);
    return person;
  });
}

void Town::end_account(PersonId person) {
  database_->write([&](db::Transaction& tx) {
    tx.execute("UPDATE account SET erased_at = $2 WHERE id = $1", person, now());
    tx.execute("UPDATE account_role SET ends_at = $2 WHERE account = $1", person, now());
  });
}

organisations::TeamId Town::add_team(std::string_view name, const std::vector<PersonId>& members,
                                     std::optional<PersonId> manager) {
  return database_->write([&](db::Transaction& tx) {
    const auto team = tx.insert<organisations::TeamId>(
        "INSERT INTO organisation_team (organisation, key, name, manager) VALUES ($1, $2, $3, $4) RETURNING "
        "id",
        municipality, slug(name), name, manager);
    for (const auto person : members)
      tx.execute("INSERT INTO organisation_team_member (team, person) VALUES ($1, $2)", team, person);
    return team;
  });
}

void Town::set_desk(std::string_view area, Desk desk) {
  database_->write([&](db::Transaction& tx) {
    const auto set = safety_net::set_desk(tx, now(), identity::system_actor(),
                                          {.area = std::string(area), .desk = desk, .valid_from = today()});
    WIJKTAFEL_ASSERT(set.has_value(), "the desk of a test exists");
  });
}

void Town::set_team(ItemId item, organisations::TeamId team) {
  database_->write(
      [&](db::Transaction& tx) { tx.execute("UPDATE signal SET team = $2 WHERE item = $1", item, team); });
}

void Town::away(PersonId person, std::string_view from, std::string_view until,
                std::optional<PersonId> deputy) {
  database_->write([&](db::Transaction& tx) {
    tx.execute(
        "INSERT INTO account_absence (account, deputy, first_day, last_day, set_at) VALUES ($1, $2, $3, $4, "
        "0)",
        person, deputy, from, until);
  });
}

ItemId Town::report(std::optional<Date> next_date, bool with_holder, std::string_view area_key) {
  auto call = web::job_call(*service_, i18n::Language::nl, now());
  const auto area = *service_->find_area(area_key);
  return database_->write([&](db::Transaction& tx) {
    const auto told = signals::tell(call, tx, area,
                                    {.text = "Het pad is donker",
                                     .domains = items::physical,
                                     .holder = with_holder ? std::optional(municipality) : std::nullopt});
    WIJKTAFEL_ASSERT(told.has_value(), "the signal of a test is sound");
    if (next_date) {
      tx.execute("UPDATE item SET next_date = $2 WHERE id = $1", told->item, *next_date);
      tx.execute("UPDATE signal_due SET next_date = $2 WHERE item = $1", told->item, *next_date);
    }
    return told->item;
  });
}

void Town::answer(ItemId item, std::string_view next_date) { change_status(item, "in_progress", next_date); }

void Town::change_status(ItemId item, std::string_view status, std::string_view next_date) {
  const auto call = web::job_call(*service_, i18n::Language::nl, now());
  database_->write([&](db::Transaction& tx) {
    const auto told = signals::take_news(
        call, tx, item,
        {.status = std::string(status), .text = "Wij zijn bezig.", .next_date = parse_date(next_date)});
    WIJKTAFEL_ASSERT(told.has_value(), "the news of a test is sound");
  });
  run_jobs();
}

items::Item Town::item(ItemId id) {
  return database_->read([&](db::Transaction& tx) { return items::find(tx, id).value(); });
}

std::vector<std::string> Town::history(ItemId id) {
  return database_->read([&](db::Transaction& tx) {
    std::vector<std::string> all;
    for (const auto& row : tx.query("SELECT what FROM item_history WHERE item = $1 ORDER BY sequence", id))
      all.push_back(row.get<std::string>(0));
    return all;
  });
}

std::int64_t Town::count(std::string_view table) {
  return database_->read([&](db::Transaction& tx) {
    return tx.query("SELECT COUNT(*) FROM " + std::string(table)).at(0).get<std::int64_t>(0);
  });
}

std::vector<std::string> Town::mails() {
  return database_->read([&](db::Transaction& tx) {
    std::vector<std::string> all;
    for (const auto& row : tx.query("SELECT to_name, subject FROM mail_outbox ORDER BY id"))
      all.push_back(row.get<std::string>(0) + ": " + row.get<std::string>(1));
    return all;
  });
}

std::string Town::last_mail() {
  return database_->read([&](db::Transaction& tx) {
    const auto text =
        tx.query("SELECT text FROM mail_outbox ORDER BY id DESC LIMIT 1").at(0).get<std::string>(0);
    return mail::filled(tx, text, mail::Form::plain,
                        app::look_up_for_mail(service()));  // as it would leave now
  });
}

}  // namespace wijktafel::safety_net::testing
