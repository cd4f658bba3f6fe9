#include "platform/web/tests/edge_support.hpp"

#include <gtest/gtest.h>
#include <spdlog/spdlog.h>

#include "platform/http/target.hpp"

namespace wijktafel::web {
namespace {

AreaRef town() {
  AreaRef area;
  area.key = "GM1";
  area.name = "Stad";
  area.path = "/stad";
  area.lineage = {"GM1"};
  area.is_municipality = true;
  return area;
}

AreaRef neighbourhood() {
  AreaRef area;
  area.key = "BU1";
  area.name = "Bomenbuurt";
  area.path = "/stad/bomenbuurt";
  area.lineage = {"BU1", "WK1", "GM1"};
  return area;
}

std::optional<AreaRef> area_with_slug(std::string_view slug) {
  if (slug.empty()) return town();
  if (slug == "bomenbuurt" || slug == "oude-naam") return neighbourhood();
  return std::nullopt;
}

identity::Actor actor_with(std::string_view token) {
  identity::Actor actor;
  if (token == "kapot") throw Failure("the database is gone");
  if (token != "ingrid" && token != "amina") return actor;
  actor.person = identity::PersonId{token == "ingrid" ? 1 : 2};
  actor.name = token;
  if (token == "ingrid") actor.grants = {{"coordinator", "BU1", std::nullopt}};
  return actor;
}

EdgePages pages() {
  return {
      .not_found = [](const Call&) { return http::text_response("niet gevonden", 404); },
      .not_allowed = [](const Call&) { return http::text_response("niet voor u", 403); },
      .sign_in_first = [](const Call&) { return http::see_other("/stad/inloggen"); },
      .wrong_origin = [](const Call&) { return http::text_response("andere site", 403); },
      .failure =
          [](const Call&, std::string_view reference) {
            return http::text_response("stuk " + std::string(reference), 500);
          },
  };
}

}  // namespace

EdgeOfATown::EdgeOfATown(std::vector<Route> routes, std::string base_url)
    : folder_(std::filesystem::path(testing::TempDir()) / "edge_of_a_town"),
      database_(db::testing::fresh(db::Engine::sqlite)),
      templates_(words_, std::map<std::string, std::string>{}),
      files_(folder_) {
  spdlog::set_level(spdlog::level::off);  // the log is not what is tested here
  permissions_.grant("stad.beheren", {"coordinator"});
  service_ = std::unique_ptr<Service>(new Service{.database = *database_,
                                                  .clock = clock,
                                                  .words = words_,
                                                  .templates = templates_,
                                                  .files = files_,
                                                  .jobs = jobs_,
                                                  .permissions = permissions_,
                                                  .base_url = std::move(base_url),
                                                  .municipality_path = "/stad",
                                                  .is_demo = false,
                                                  .mail_folder = {},
                                                  .kinds = {},
                                                  .tabs = {},
                                                  .slots = {},
                                                  .asset_version = {},
                                                  .find_area_by_slug = area_with_slug,
                                                  .find_area = {},
                                                  .find_actor = actor_with});
  edge_ = std::make_unique<Edge>(*service_, std::move(routes), pages());
}

EdgeOfATown::~EdgeOfATown() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

http::Response EdgeOfATown::get(const std::string& target, http::Pairs headers, http::Method method) {
  http::Request request;
  request.method = method;
  request.headers = std::move(headers);
  return ask(target, std::move(request));
}

http::Response EdgeOfATown::post(const std::string& target, std::string body, http::Pairs headers) {
  http::Request request;
  request.method = http::Method::post;
  request.headers = std::move(headers);
  request.body = std::move(body);
  if (request.header("Content-Type").empty())
    request.headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
  return ask(target, std::move(request));
}

void EdgeOfATown::complete(const std::string& target, http::Request& request) {
  const auto parsed = http::parse_target(target);
  EXPECT_TRUE(parsed) << target;
  request.target = target;
  request.path = parsed->path;
  request.ended_in_slash = parsed->ended_in_slash;
  request.query = http::parse_query(parsed->query);
  request.id = "REF1";
  request.headers.emplace_back("Host", "tafel.nl");
  request.cookies = http::parse_cookies(request.header("Cookie"));
}

http::Response EdgeOfATown::ask(const std::string& target, http::Request request) {
  complete(target, request);
  return edge_->handle(request);
}

std::shared_ptr<const http::Prepared> EdgeOfATown::prepared(const std::string& target,
                                                            http::Pairs headers) const {
  http::Request request;
  request.headers = std::move(headers);
  complete(target, request);
  return edge_->prepared(request);
}

void EdgeOfATown::touch(const std::string& area) {
  database_->write([&](db::Transaction& tx) { tx.touch(area); });
}

}  // namespace wijktafel::web
