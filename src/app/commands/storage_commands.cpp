// Subcommands that work on a database and stop: migrate, import, demo, user.
#include <boost/json.hpp>
#include <cstdio>
#include <fmt/format.h>

#include "app/capabilities.hpp"
#include "app/commands.hpp"
#include "app/import_file.hpp"
#include "capabilities/accounts/accounts.hpp"
#include "platform/embedded/embedded.hpp"
#include "platform/files/read_file.hpp"
#include "platform/mail/mail.hpp"

namespace wijktafel::app {
namespace {

MunicipalityOptions options_of(const Storage& storage, const std::string& database) {
  return {.database = database,
          .files = files_for(storage, 0),
          .mail = storage.mail,
          .base_url = storage.base_url.empty() ? "http://127.0.0.1:8080" : storage.base_url,
          .mail_from = storage.mail_from};
}

const std::string& only_database(const Storage& storage) {
  if (storage.databases.size() != 1) throw Failure("give one --database");
  return storage.databases.front();
}

// The clock stands at `present` and goes back to each moment of the story while it is told.
std::pair<MunicipalityOptions, FixedClock*> storytelling(MunicipalityOptions options, Instant present) {
  auto clock = std::make_unique<FixedClock>(present);
  FixedClock* told_by = clock.get();
  options.clock = std::move(clock);
  return {std::move(options), told_by};
}

void print_counts(const std::map<std::string, std::size_t>& counts, bool as_json) {
  if (as_json) {
    boost::json::object object;
    for (const auto& [section, count] : counts) object[section] = count;
    fmt::print("{}\n", boost::json::serialize(object));
    return;
  }
  for (const auto& [section, count] : counts) fmt::print("{:>6}  {}\n", count, section);
}

}  // namespace

int run(const MigrateCommand& command) {
  boost::json::array applied;
  for (const auto& address : command.storage.databases) {
    const auto database = db::Database::open(address);
    for (const auto& name : db::migrate(*database, all_migrations(all_capabilities())).applied)
      applied.emplace_back(name);
  }
  if (command.json) {
    fmt::print("{}\n", boost::json::serialize(boost::json::object{{"applied", applied}}));
  } else if (applied.empty()) {
    fmt::print("The tables are up to date.\n");
  } else {
    for (const auto& name : applied) fmt::print("applied {}\n", std::string_view(name.as_string()));
  }
  return 0;
}

int run(const ImportCommand& command) {
  const auto text = files::read_file(command.file);
  if (!text) throw Failure(fmt::format("cannot read {}", command.file));
  const Program program;
  auto [options, clock] =
      storytelling(options_of(command.storage, only_database(command.storage)), SystemClock().now());
  Municipality municipality(program, std::move(options));
  print_counts(import_text(municipality, *clock, *text), command.json);
  return 0;
}

int run(const DemoCommand& command) {
  const auto& address = only_database(command.storage);
  const Program program;
  {
    const auto database = db::Database::open(address);
    db::migrate(*database, all_migrations(program.capabilities));
    const bool is_empty = database->write([](db::Transaction& tx) {
      // Real people count as well as items: in a demo anybody may enter as anybody.
      if (tx.find("SELECT id FROM item LIMIT 1") || tx.find("SELECT id FROM account LIMIT 1")) return false;
      mark_as_demo(tx);
      return true;
    });
    if (!is_empty) throw Failure("this database is not empty; the demo wants one of its own");
  }
  auto [options, clock] = storytelling(options_of(command.storage, address), demo_morning());
  Municipality municipality(program, std::move(options));
  const auto story = embedded::find("app/data/oranjebuurt-2026.json");
  WIJKTAFEL_ASSERT(story.has_value(), "the demo is compiled into the program");
  print_counts(import_text(municipality, *clock, *story), command.json);
  return 0;
}

int run(const UserCommand& command) {
  const Program program;
  Municipality municipality(program, options_of(command.storage, only_database(command.storage)));
  if (!municipality.has_areas())
    throw Failure("import the areas of the municipality first (wijktafel import)");
  if (!mail::is_address(command.mail_address)) throw Failure("--mail-address is not a mail address");
  const auto now = municipality.service().clock.now();
  const auto made = municipality.database().write([&](db::Transaction& tx) {
    return accounts::create_administrator(tx, now, command.name, command.mail_address);
  });
  if (made.was_administrator) fmt::print("This address belongs to an administrator already.\n");
  fmt::print("{} can now sign in at {}{}/inloggen\n", made.account_existed ? "The account" : command.name,
             municipality.service().base_url, municipality.service().municipality_path);
  return 0;
}

}  // namespace wijktafel::app
