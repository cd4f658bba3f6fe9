#include "app/municipality.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "app/capabilities.hpp"
#include "app/history/head_lists.hpp"
#include "app/mail_parts.hpp"
#include "app/secrets.hpp"
#include "app/unused_files.hpp"
#include "capabilities/accounts/accounts.hpp"
#include "capabilities/open311/open311.hpp"
#include "design/edge_pages.hpp"
#include "design/gallery.hpp"
#include "platform/erasures/erasures.hpp"
#include "platform/jobs/unheard.hpp"
#include "platform/mail/outbox.hpp"

namespace wijktafel::app {
namespace {

using namespace std::chrono_literals;

// The demo goes on where its own history stopped, so that a second start keeps the order of things.
Instant demo_start(db::Transaction& tx, Instant earliest) {
  const auto row = tx.find("SELECT MAX(recorded_at) FROM item_history");
  const auto last = row ? row->get<std::optional<Instant>>(0) : std::nullopt;
  return last ? std::max(earliest, *last + 1s) : earliest;
}

void check_is_restored(db::Database& database) {
  if (database.read([](db::Transaction& tx) {
        return tx.find("SELECT value FROM installation WHERE name = 'restore'").has_value();
      }))
    throw Failure(fmt::format(
        "a restore into {} stopped halfway, so what people had erased may stand there: throw this database "
        "and its folder for files away, and restore again into a new place",
        database.described()));
}

std::string mail_folder_of(const std::string& address) {
  return address.starts_with("file:") ? address.substr(5) : std::string();
}

}  // namespace

Instant demo_morning() {
  return at(Date(std::chrono::year(2026), std::chrono::November, std::chrono::day(22)), 10);
}

void mark_as_demo(db::Transaction& tx) {
  tx.execute("INSERT INTO installation (name, value) VALUES ('demo', 'yes') ON CONFLICT (name) DO NOTHING");
}

bool is_demo(db::Transaction& tx) {
  return tx.find("SELECT value FROM installation WHERE name = 'demo'").has_value();
}

void mark_as_being_restored(db::Transaction& tx) {
  tx.execute(
      "INSERT INTO installation (name, value) VALUES ('restore', 'unfinished') ON CONFLICT (name) DO "
      "NOTHING");
}

void mark_as_restored(db::Transaction& tx) { tx.execute("DELETE FROM installation WHERE name = 'restore'"); }

Municipality::Municipality(const Program& program, MunicipalityOptions options)
    : program_(program), database_(db::Database::open(options.database)), files_(options.files) {
  db::migrate(*database_, all_migrations(program.capabilities));
  if (!options.is_being_restored) check_is_restored(*database_);
  is_demo_ = database_->read([](db::Transaction& tx) { return is_demo(tx); });
  make_clock(options);
  mailer_ = mail::open_mailer(options.mail, options.mail_from, "Wijktafel");
  make_permissions();
  make_service(options);
  make_jobs();
  learn_areas();
  runner_ = std::make_unique<jobs::JobRunner>(*database_, kinds_, *clock_);
}

Municipality::~Municipality() { runner_->stop(); }

void Municipality::make_clock(MunicipalityOptions& options) {
  if (options.demo_at && !is_demo_) throw Failure("only the clock of a demo can be set (--demo-at)");
  if (options.clock) {
    tells_a_story_ = true;
    clock_ = std::move(options.clock);
  } else if (is_demo_) {
    const Instant earliest = options.demo_at.value_or(demo_morning());
    clock_ = std::make_unique<ShiftedClock>(
        database_->read([&](db::Transaction& tx) { return demo_start(tx, earliest); }));
  } else {
    clock_ = std::make_unique<SystemClock>();
  }
}

void Municipality::make_permissions() {
  for (const auto& capability : program_.capabilities)
    for (const auto& permission : capability.permissions)
      permissions_.grant(permission.name, permission.roles);
}

void Municipality::make_service(const MunicipalityOptions& options) {
  service_ = std::unique_ptr<web::Service>(
      new web::Service{.database = *database_,
                       .clock = *clock_,
                       .words = program_.words,
                       .templates = program_.templates,
                       .files = files_,
                       .jobs = kinds_,
                       .permissions = permissions_,
                       .base_url = options.base_url,
                       .municipality_path = {},
                       .is_demo = is_demo_,
                       .mail_folder = is_demo_ ? mail_folder_of(options.mail) : "",
                       .kinds = {},
                       .tabs = {},
                       .slots = {},
                       .asset_version = program_.asset_version,
                       .find_area_by_slug = {},
                       .find_area = {},
                       .find_actor = {}});
  for (const auto& capability : program_.capabilities) {
    std::ranges::copy(capability.kinds, std::back_inserter(service_->kinds));
    std::ranges::copy(capability.tabs, std::back_inserter(service_->tabs));
    std::ranges::copy(capability.slots, std::back_inserter(service_->slots));
    for (const auto& column : capability.personal_data)
      service_->kept_data.push_back({column.purpose, column.keep_days});
    std::ranges::copy(capability.settings, std::back_inserter(service_->settings));
  }
  std::ranges::stable_sort(service_->tabs, {}, &web::Tab::order);
  std::ranges::stable_sort(service_->slots, {}, &web::SlotFill::order);
  service_->find_secret = [folder = options.secrets](std::string_view name) {
    return find_secret(folder, name);
  };
  service_->mail_in_folder = options.mail_in;
  service_->find_actor = [this](std::string_view token) {
    return accounts::find_actor(*database_, clock_->now(), token);
  };
}

void Municipality::make_jobs() {
  mail::register_mail_job(kinds_, *mailer_, look_up_for_mail(*service_));
  erasures::register_list_job(kinds_, files_.folder());
  // A story of a year would leave a list for each of its days: the first list is made when it is served.
  if (!tells_a_story_) register_head_list_job(kinds_, *database_, files_.folder());
  register_unused_files_job(kinds_, *database_, files_);
  for (const auto& capability : program_.capabilities) {
    for (const auto& job : capability.jobs) {
      const auto bound = [service = service_.get(), handler = job.handler](
                             db::Transaction& tx, const Facts& payload, Instant now) {
        handler(*service, tx, payload, now);
      };
      if (job.prepare) {
        kinds_.add_outside(
            job.kind,
            [service = service_.get(), prepare = job.prepare](db::Transaction& tx, const Facts& payload,
                                                              Instant now) {
              return prepare(*service, tx, payload, now);
            },
            bound, job.every);
      } else if (job.every) {
        kinds_.add_recurring(job.kind, *job.every, bound);
      } else {
        kinds_.add(job.kind, bound);
      }
    }
    // An event is a job of its own name that becomes one job for each listener.
    for (const auto& event : capability.events)
      kinds_.add(event, [this, event](db::Transaction& tx, const Facts& payload, Instant now) {
        jobs::emit(tx, kinds_, event, payload, now);
      });
  }
  for (const auto& capability : program_.capabilities)
    for (const auto& listener : capability.listeners) kinds_.listen(listener.event, listener.kind);
  std::vector<std::string> events;
  for (const auto& capability : program_.capabilities)
    std::ranges::copy(capability.events, std::back_inserter(events));
  jobs::keep_unheard(*database_, kinds_, events);
}

void Municipality::learn_areas() {
  const auto municipality =
      database_->read([](db::Transaction& tx) { return places::find_municipality(tx); });
  service_->municipality_path = municipality ? "/" + municipality->slug : "";
  directory_ = std::make_unique<places::Directory>(*database_, service_->municipality_path);
  service_->find_area_by_slug = [this](std::string_view slug) { return directory_->find_by_slug(slug); };
  service_->find_area = [this](std::string_view key) { return directory_->find(key); };
  service_->find_area_at = [this](geo::Point point) { return directory_->find_at(point); };
  std::vector<web::Route> routes;
  for (const auto& capability : program_.capabilities)
    std::ranges::copy(capability.routes, std::back_inserter(routes));
  if (program_.in_development) std::ranges::copy(design::gallery_routes(), std::back_inserter(routes));
  edge_ = std::make_unique<web::Edge>(*service_, std::move(routes),
                                      open311::with_errors_for_programs(design::edge_pages()));
}

}  // namespace wijktafel::app
