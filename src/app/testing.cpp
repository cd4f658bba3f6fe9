#include "app/testing.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "app/capabilities.hpp"
#include "app/import_file.hpp"
#include "app/mail_parts.hpp"
#include "capabilities/accounts/actions/open_session.hpp"
#include "platform/http/target.hpp"
#include "platform/mail/later.hpp"

namespace wijktafel::app::testing {
namespace {

// Two squares of a kilometre beside each other.
constexpr std::string_view areas = R"({"areas": {
  "municipality": {"code": "GM0001", "name": "Voorbeeldstad"}, "vintage": 2026, "source": "verzonnen",
  "borders": {"type": "FeatureCollection", "features": [
    {"type": "Feature", "properties": {"statcode": "BU00010101", "statnaam": "Parkbuurt", "wkNaam": "Wijk 01 Centrum"},
     "geometry": {"type": "Polygon", "coordinates": [[[4.50, 52.00], [4.51, 52.00], [4.51, 52.01], [4.50, 52.01], [4.50, 52.00]]]}},
    {"type": "Feature", "properties": {"statcode": "BU00010102", "statnaam": "Havenbuurt", "wkNaam": "Wijk 01 Centrum"},
     "geometry": {"type": "Polygon", "coordinates": [[[4.51, 52.00], [4.52, 52.00], [4.52, 52.01], [4.51, 52.01], [4.51, 52.00]]]}}
  ]}}})";

const Instant noon = at(Date(std::chrono::year(2026), std::chrono::November, std::chrono::day(22)), 12);

// Words and templates take a while to read and never change.
const Program& program() {
  static const Program the_program;
  return the_program;
}

MunicipalityOptions options_in(const std::filesystem::path& folder, const TownOptions& options) {
  return {.database = "sqlite:" + (folder / "town.sqlite").string(),
          .files = (folder / "files").string(),
          .mail = "file:" + (folder / "mail").string(),
          .base_url = options.base_url};
}

std::string urlencoded(const http::Pairs& fields) {
  std::string body;
  for (const auto& [name, value] : fields)
    body += (body.empty() ? "" : "&") + http::percent_encoded(name) + "=" + http::percent_encoded(value);
  return body;
}

}  // namespace

Town::Town(const TownOptions& options) {
  spdlog::set_level(spdlog::level::off);  // the log is not what is tested here
  auto pattern = (std::filesystem::temp_directory_path() / "wijktafel-town-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw Failure("no temporary folder for a test town");
  folder_ = pattern;
  auto made = options_in(folder_, options);
  if (options.is_demo) {
    const auto database = db::Database::open(made.database);
    db::migrate(*database, all_migrations(program().capabilities));
    database->write([](db::Transaction& tx) { mark_as_demo(tx); });
  }
  auto clock = std::make_unique<FixedClock>(noon);
  clock_ = clock.get();
  made.clock = std::move(clock);
  municipality_ = std::make_unique<Municipality>(program(), std::move(made));
  import_text(*municipality_, *clock_, areas);
  if (!options.story.empty()) import_text(*municipality_, *clock_, options.story);
}

Town::~Town() {
  municipality_.reset();
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

std::string Town::path(std::string_view rest) const {
  return service().municipality_path + std::string(rest);
}

void Town::show_to(items::ItemId item, items::Visibility visibility) {
  database().write([&](db::Transaction& tx) {
    const auto done = items::change(tx, clock_->now(), identity::system_actor(), item,
                                    {.visibility = visibility}, {.what = "signals.looked_at"});
    WIJKTAFEL_ASSERT(done.has_value(), "nobody else changes it meanwhile");
  });
}

std::string refusal_of_story(const std::string& story) {
  try {
    Town town({.story = story});
  } catch (const std::exception& fault) {
    return fault.what();
  }
  return "";
}

identity::PersonId Town::person(std::string_view name, const std::vector<identity::Grant>& grants,
                                std::string_view mail_address) {
  return database().write([&](db::Transaction& tx) {
    const auto person = accounts::create_person(tx, clock_->now(), name, mail_address);
    for (const auto& grant : grants) accounts::grant_role(tx, clock_->now(), person, grant);
    return person;
  });
}

std::vector<QueuedMail> Town::mails() {
  return database().read([&](db::Transaction& tx) {
    std::vector<QueuedMail> waiting;
    const auto look_up = look_up_for_mail(service());
    for (const auto& row : tx.query("SELECT to_address, subject, text, html FROM mail_outbox "
                                    "WHERE sent_at IS NULL AND dropped_at IS NULL ORDER BY id")) {
      const auto [to_address, subject, text, html] =
          row.as<std::string, std::string, std::string, std::string>();
      const auto as_it_leaves = [&](const std::string& part, mail::Form form) {
        return mail::filled(tx, part, form, look_up);
      };
      waiting.push_back({to_address, as_it_leaves(subject, mail::Form::plain),
                         as_it_leaves(text, mail::Form::plain), as_it_leaves(html, mail::Form::html)});
    }
    return waiting;
  });
}

http::Response Browser::get(std::string_view rest) { return ask({}, rest); }

http::Response Browser::post(std::string_view rest, const http::Pairs& fields, std::string_view site) {
  http::Request request;
  request.method = http::Method::post;
  request.headers = {{"Sec-Fetch-Site", std::string(site)},
                     {"Content-Type", "application/x-www-form-urlencoded"}};
  request.body = urlencoded(fields);
  return ask(std::move(request), rest);
}

void Browser::enter(identity::PersonId person) {
  const auto signed_in = town_.database().write([&](db::Transaction& tx) {
    return accounts::open_session(tx, town_.clock().now(), person, {.device = {}, .session_token = session()},
                                  "");
  });
  cookies_[std::string(town_.service().session_cookie())] = signed_in.session_token;
}

std::string Browser::session() const {
  const auto found = cookies_.find(std::string(town_.service().session_cookie()));
  return found == cookies_.end() ? std::string() : found->second;
}

http::Response Browser::ask(http::Request request, std::string_view rest) {
  request.target = town_.path(rest);
  const auto target = http::parse_target(request.target);
  if (!target) throw Failure("a test asked for a target that cannot be read: " + request.target);
  request.path = target->path;
  request.ended_in_slash = target->ended_in_slash;
  request.query = http::parse_query(target->query);
  request.peer = peer;
  request.id = "TEST";
  request.headers.emplace_back("Host", "127.0.0.1:8080");
  request.headers.emplace_back("User-Agent", user_agent);
  for (const auto& [name, value] : cookies_) request.cookies.emplace_back(name, value);
  auto response = town_.municipality().edge().handle(request);
  for (const auto& [name, value] : response.headers) {
    if (name != "Set-Cookie") continue;
    const auto equals = value.find('=');
    const auto end = value.find(';');
    const auto cookie = value.substr(0, equals);
    if (value.find("Max-Age=0") != std::string::npos)
      cookies_.erase(cookie);
    else
      cookies_[cookie] = value.substr(equals + 1, end - equals - 1);
  }
  return response;
}

}  // namespace wijktafel::app::testing
