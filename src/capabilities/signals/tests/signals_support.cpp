#include "capabilities/signals/tests/signals_support.hpp"

#include <fmt/format.h>

#include "base/result.hpp"
#include "base/text.hpp"
#include "capabilities/accounts/accounts.hpp"
#include "capabilities/notifications/notifications.hpp"
#include "capabilities/organisations/organisations.hpp"
#include "capabilities/places/actions/import_areas.hpp"
#include "capabilities/signals/signals.hpp"
#include "capabilities/signals/web/pages.hpp"
#include "platform/http/router.hpp"

namespace wijktafel::signals::testing {
namespace {

const i18n::Words& words() {
  static const i18n::Words all = i18n::Words::embedded();
  return all;
}

const html::Templates& templates() {
  static const html::Templates all(words());
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

identity::Actor with_role(PersonId person, std::string role, std::string area,
                          std::optional<OrganisationId> organisation) {
  identity::Actor actor;
  actor.person = person;
  actor.name = "Sanne";
  actor.grants.push_back({std::move(role), std::move(area), organisation});
  return actor;
}

}  // namespace

Instant morning() { return parse_instant("2026-01-12T10:00:00+01:00").value(); }
geo::Point in_rozenbuurt() { return {4.505, 52.005}; }
geo::Point in_tulpenbuurt() { return {4.515, 52.005}; }
geo::Point far_away() { return {5.5, 52.5}; }

std::vector<db::Migration> migrations() {
  std::vector<db::Migration> all = db::embedded_migrations(-1, "platform/mail/migrations", "mail");
  const std::pair<int, const char*> capabilities[] = {
      {0, "places"}, {0, "organisations"}, {1, "accounts"}, {1, "themes"},
      {2, "items"},  {3, "notifications"}, {4, "signals"}};
  for (const auto& [level, name] : capabilities) {
    auto more = db::embedded_migrations(level, std::string("capabilities/") + name + "/migrations", name);
    all.insert(all.end(), more.begin(), more.end());
  }
  return all;
}

Neighbourhood::Neighbourhood(db::Engine engine)
    : database_(db::testing::fresh(engine, migrations())),
      folder_(std::filesystem::temp_directory_path() / ("wijktafel-signals-" + random_token())),
      files_(folder_) {
  database_->write([&](db::Transaction& tx) {
    const auto imported = places::import_areas(tx, two_squares());
    WIJKTAFEL_ASSERT(imported.has_value(), "the squares are sound");
    municipality_ = organisations::create_organisation(tx, "municipality", "Gemeente Rozenland", "gemeente");
    coordinator_ = accounts::create_person(tx, now_, "Sanne Boskamp", "sanne@voorbeeld.invalid", "sanne");
    accounts::grant_role(tx, now_, coordinator_, {"coordinator", rozenbuurt, std::nullopt});
  });
  std::vector<web::Capability> capabilities = {items::capability(), capability()};
  for (const auto& part : capabilities)
    for (const auto& permission : part.permissions) permissions_.grant(permission.name, permission.roles);
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
                                                            .kinds = capability().kinds,
                                                            .tabs = capability().tabs,
                                                            .slots = {},
                                                            .asset_version = "1",
                                                            .find_area_by_slug = {},
                                                            .find_area = {},
                                                            .find_actor = {}});
  directory_ = std::make_unique<places::Directory>(*database_, "/rozenland");
  // Read once before any transaction: it reads the database itself.
  (void)directory_->find(rozenbuurt);
  service_->find_area_by_slug = [this](std::string_view slug) { return directory_->find_by_slug(slug); };
  service_->find_area = [this](std::string_view key) { return directory_->find(key); };
}

Neighbourhood::~Neighbourhood() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

identity::Actor Neighbourhood::coordinator() const {
  return with_role(coordinator_, "coordinator", rozenbuurt, std::nullopt);
}
identity::Actor Neighbourhood::coordinator_elsewhere() const {
  return with_role(PersonId{77}, "coordinator", tulpenbuurt, std::nullopt);
}
identity::Actor Neighbourhood::member() const { return with_role(PersonId{78}, "member", "", municipality_); }

ItemId Neighbourhood::report(const ReportSignal& report, std::string_view area_key) {
  const auto reported = database_->write([&](db::Transaction& tx) {
    return report_signal(tx, now_, identity::visitor(), area(area_key), report, "/rozenland/volg/");
  });
  WIJKTAFEL_ASSERT(reported.has_value(), "the report of a test is sound");
  return reported->item;
}

ItemId Neighbourhood::report(std::string_view text) {
  return report(ReportSignal{.kind = Kind::problem, .text = std::string(text)});
}

items::Item Neighbourhood::item(ItemId id) {
  return database_->read([&](db::Transaction& tx) { return items::find(tx, id).value(); });
}

http::Response Browser::get(const std::string& path) { return ask(http::Method::get, path, {}); }

http::Response Browser::post(const std::string& path, http::Pairs fields,
                             std::vector<http::UploadedFile> files) {
  return ask(http::Method::post, path, {std::move(fields), std::move(files)});
}

http::Response Browser::post_and_follow(const std::string& path, http::Pairs fields,
                                        std::vector<http::UploadedFile> files) {
  const auto answer = post(path, std::move(fields), std::move(files));
  const std::string place(answer.header("Location"));
  if (answer.status != 303) return answer;
  return get(place.substr(std::string_view("/rozenland").size()));
}

http::Response Browser::ask(http::Method method, const std::string& path, http::Form form) {
  static const auto all_routes = routes();
  http::Router router;
  for (std::size_t i = 0; i < all_routes.size(); ++i)
    router.add(all_routes[i].method, all_routes[i].pattern, i);
  http::Request request;
  request.method = method;
  request.target = "/rozenland" + path;
  const auto question = request.target.find('?');
  request.path = request.target.substr(0, question);
  if (question != std::string::npos) request.query = http::parse_query(request.target.substr(question + 1));
  request.cookies = cookies_;
  request.form = std::move(form);
  const auto match = router.find(method, request.path);
  if (!match) return http::text_response("no route", 404);
  request.parameters = match->parameters;
  const auto slug = request.parameter("area");
  web::Call call{.service = neighbourhood_.service(),
                 .request = request,
                 .actor = actor_,
                 .language = language_,
                 .now = neighbourhood_.now(),
                 .today = local_date(neighbourhood_.now()),
                 .area = neighbourhood_.service().find_area_by_slug(slug)};
  const auto& access = all_routes[match->route].access;
  if (access.kind == web::Access::Kind::signed_in && !actor_.is_signed_in())
    return http::text_response("sign in", 401);
  if (access.kind == web::Access::Kind::permitted && !call.may(access.permission))
    return http::text_response("no", 403);
  auto response = all_routes[match->route].handler(call);
  keep_cookies(response);
  return response;
}

void Browser::keep_cookies(const http::Response& response) {
  for (const auto& [name, value] : response.headers) {
    if (lower_ascii(name) != "set-cookie") continue;
    const auto pair = value.substr(0, value.find(';'));
    const auto equals = pair.find('=');
    std::erase_if(cookies_, [&](const auto& cookie) { return cookie.first == pair.substr(0, equals); });
    cookies_.emplace_back(pair.substr(0, equals), pair.substr(equals + 1));
  }
}

http::Response tell(Browser& browser, const std::string& mail_address) {
  browser.post("/rozenbuurt/signalen/nieuw", {{"kind", "problem"}, {"text", "Het pad is donker"}});
  browser.post("/rozenbuurt/signalen/nieuw/waar", {{"place_words", "achter de garages"}});
  return browser.post_and_follow("/rozenbuurt/signalen/nieuw/hoe", {{"neighbours", "yes"},
                                                                    {"reach", "mail"},
                                                                    {"mail_address", mail_address},
                                                                    {"reporter_name", "Cor Waterkamp"}});
}

http::UploadedFile not_a_photo() { return {"photos", "brief.txt", "image/jpeg", "dit is geen foto"}; }

// The smallest drawing that the reader of PNG takes: 1 by 1 point.
http::UploadedFile a_photo() {
  static constexpr unsigned char png[] = {
      0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48,
      0x44, 0x52, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x06, 0x00, 0x00,
      0x00, 0x1f, 0x15, 0xc4, 0x89, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x44, 0x41, 0x54, 0x78,
      0x9c, 0x63, 0xf8, 0xcf, 0xc0, 0xf0, 0x1f, 0x00, 0x05, 0x00, 0x01, 0xff, 0x56, 0xc7,
      0x2f, 0x0d, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82};
  return {"photos", "pad.png", "image/png", std::string(reinterpret_cast<const char*>(png), sizeof png)};
}

std::string follow_token_on(std::string_view page) {
  const std::string_view mark = "/volg/";
  const auto start = page.find(mark);
  if (start == std::string_view::npos) return {};
  const auto rest = page.substr(start + mark.size());
  return std::string(rest.substr(0, rest.find_first_of("\"<& ")));
}

}  // namespace wijktafel::signals::testing
