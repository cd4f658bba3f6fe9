// Every route of the program against every role, in one's own area, the area beside it and another
// municipality: the expectation is who_may.txt.
#include <algorithm>
#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <sstream>

#include "app/testing.hpp"

namespace wijktafel::app {
namespace {

using testing::Browser;
using testing::Town;

using Rights = std::map<std::string, std::string>;  // role -> "everywhere" or "own"

constexpr std::string_view own_area = "parkbuurt";
constexpr std::string_view other_area = "havenbuurt";

struct Who {
  std::string name;
  std::vector<identity::Grant> grants;
};

const std::vector<Who>& roles() {
  const std::string area = "BU00010101";
  static const std::vector<Who> all = {
      {"visitor", {}},
      {"resident", {{"resident", area, {}}}},
      {"member", {{"member", "", identity::OrganisationId{1}}}},
      {"panel_member", {{"panel_member", area, {}}}},
      {"coordinator", {{"coordinator", area, {}}}},
      {"moderator", {{"moderator", area, {}}}},
      {"town_coordinator", {{"coordinator", "", {}}}},
      {"council_member", {{"council_member", "", {}}}},
      {"administrator", {{"administrator", "", {}}}},
  };
  return all;
}

Rights rights_of(const std::string& who) {
  Rights rights;
  if (who == " everybody" || who == " signed_in") {
    for (const auto& role : roles()) rights[role.name] = "everywhere";
    if (who == " signed_in") rights.erase("visitor");
    return rights;
  }
  std::istringstream words(who);
  for (std::string word; words >> word;) {
    const auto equals = word.find('=');
    rights[word.substr(0, equals)] = word.substr(equals + 1);
  }
  return rights;
}

using Table = std::map<std::string, Rights>;  // by "GET /{municipality}"

// A route that stands there twice is a fault of the table.
void read_table_of(const std::string& capability, Table& table) {
  std::ifstream file(WIJKTAFEL_SOURCE_DIR "/src/capabilities/" + capability + "/tests/who_may.txt");
  Rights rights;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.starts_with("#")) continue;
    if (line.starts_with("who:")) {
      rights = rights_of(line.substr(4));
    } else {
      EXPECT_TRUE(table.emplace(line, rights).second) << "twice in a who_may.txt: " << line;
    }
  }
}

std::string name_of(const web::Route& route) {
  return std::string(http::name_of(route.method)) + " " + route.pattern;
}

void replace(std::string& text, std::string_view what, std::string_view with) {
  if (const auto found = text.find(what); found != std::string::npos) text.replace(found, what.size(), with);
}

// For programs, whoever is signed in: see web::Edge.
bool is_of_host(const web::Route& route) { return !route.pattern.starts_with("/{municipality}"); }

// The path below the municipality with something in every place: nothing of it exists but the areas.
std::string path_of(const web::Route& route, std::string_view area) {
  auto path =
      is_of_host(route) ? route.pattern : route.pattern.substr(std::string_view("/{municipality}").size());
  replace(path, "{area}", area);
  for (const auto* place : {"{key}", "{token}"}) replace(path, place, "onbekend");
  for (auto open = path.find('{'); open != std::string::npos; open = path.find('{'))
    path.replace(open, path.find('}', open) - open + 1, "999999");
  return path;
}

enum class Verdict { open, refused, sign_in };

Verdict verdict(const http::Response& response, const Town& town) {
  if (response.status == 403) return Verdict::refused;
  const bool to_sign_in =
      response.status == 303 && response.header("Location").starts_with(town.path("/inloggen?terug="));
  return to_sign_in ? Verdict::sign_in : Verdict::open;
}

class RouteAccess : public ::testing::Test {
 protected:
  RouteAccess() {
    town.database().write([](db::Transaction& tx) {
      tx.execute(
          "INSERT INTO organisation (id, key, name, kind) VALUES (1, 'stichting', 'Stichting', 'other')");
    });
  }

  Table read_tables() {
    Table table;
    for (const auto& capability : town.municipality().program().capabilities)
      read_table_of(capability.name, table);
    return table;
  }

  http::Response ask_host(Browser& browser, const web::Route& route) {
    http::Request request;
    request.method = route.method;
    request.path = path_of(route, own_area);
    request.target = request.path;
    request.peer = "203.0.113.7";
    for (const auto& [name, value] : browser.cookies()) request.cookies.emplace_back(name, value);
    return town.municipality().edge().handle(request);
  }

  http::Response ask(Browser& browser, const web::Route& route, std::string_view area) {
    const auto path = path_of(route, area);
    return route.method == http::Method::get ? browser.get(path) : browser.post(path);
  }

  void check(const web::Route& route, const Who& who, std::string_view area, const Rights& rights) {
    Browser browser(town);
    // Anew for each: some of these forms sign out or erase the account.
    if (who.name != "visitor") browser.enter(town.person("Iemand", who.grants));
    const auto response = ask(browser, route, area);
    const auto right = rights.find(who.name);
    const bool has_area = route.pattern.find("{area}") != std::string::npos;
    const bool may =
        right != rights.end() && (right->second == "everywhere" || (has_area && area == own_area));
    const auto refused = who.name == "visitor" ? Verdict::sign_in : Verdict::refused;
    EXPECT_LT(response.status, 500) << name_of(route);
    EXPECT_EQ(verdict(response, town), may ? Verdict::open : refused)
        << name_of(route) << " as " << who.name << " in " << area << " gave " << response.status;
  }

  Town town;
};

TEST_F(RouteAccess, EveryRouteStandsInTheTableAndEveryLineIsARoute) {
  auto table = read_tables();
  for (const auto& route : town.municipality().edge().routes())
    EXPECT_EQ(table.erase(name_of(route)), 1u)
        << "add it to tests/who_may.txt of its capability: " << name_of(route);
  for (const auto& [line, rights] : table) ADD_FAILURE() << "no such route: " << line;
}

TEST_F(RouteAccess, EveryRightIsOfARoleThatIsTried) {
  for (const auto& [line, rights] : read_tables())
    for (const auto& [role, where] : rights) {
      EXPECT_TRUE(std::ranges::any_of(roles(), [&](const Who& who) { return who.name == role; })) << role;
      EXPECT_TRUE(where == "everywhere" || where == "own") << line << ": " << where;
    }
}

TEST_F(RouteAccess, EveryRoleGetsWhatTheTableSaysInItsOwnAreaAndInTheOneBesideIt) {
  const auto table = read_tables();
  for (const auto& route : town.municipality().edge().routes()) {
    const auto rights = table.find(name_of(route));
    if (rights == table.end() || is_of_host(route)) continue;
    const bool has_area = route.pattern.find("{area}") != std::string::npos;
    for (const auto& who : roles()) {
      check(route, who, own_area, rights->second);
      if (has_area) check(route, who, other_area, rights->second);
    }
  }
}

TEST_F(RouteAccess, ARouteOfTheHostAnswersTheSameWhoeverIsSignedIn) {
  Browser visitor(town);
  Browser administrator(town);
  administrator.enter(town.person("Beheerder", {{"administrator", "", {}}}));
  for (const auto& route : town.municipality().edge().routes()) {
    if (!is_of_host(route)) continue;
    const auto response = ask_host(visitor, route);
    EXPECT_LT(response.status, 500) << name_of(route);
    EXPECT_EQ(ask_host(administrator, route).content(), response.content()) << name_of(route);
    EXPECT_TRUE(response.header("Set-Cookie").empty()) << name_of(route);
  }
}

TEST_F(RouteAccess, InAnotherMunicipalityNobodyGetsAnything) {
  for (const auto& route : town.municipality().edge().routes())
    for (const auto& who : {roles().front(), roles().back()}) {
      http::Request request;
      request.method = route.method;
      request.path = "/elders" + path_of(route, own_area);
      request.target = request.path;
      request.peer = "203.0.113.7";
      request.headers = {{"Host", "127.0.0.1:8080"}, {"Sec-Fetch-Site", "same-origin"}};
      Browser browser(town);
      if (who.name != "visitor") browser.enter(town.person("Iemand", who.grants));
      for (const auto& [name, value] : browser.cookies()) request.cookies.emplace_back(name, value);
      EXPECT_EQ(town.municipality().edge().handle(request).status, 404)
          << name_of(route) << " as " << who.name;
    }
}

// A form that another site sends changes nothing, whoever is signed in.
TEST_F(RouteAccess, NoFormIsTakenFromAnotherSite) {
  Browser browser(town);
  browser.enter(town.person("Beheerder", {{"administrator", "", {}}, {"coordinator", "", {}}}));
  for (const auto& route : town.municipality().edge().routes()) {
    if (route.method == http::Method::get || is_of_host(route)) continue;
    EXPECT_EQ(browser.post(path_of(route, own_area), {}, "cross-site").status, 403) << name_of(route);
  }
}

}  // namespace
}  // namespace wijktafel::app
