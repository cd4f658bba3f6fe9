// A whole municipality for a test, and a browser that walks through it: the real program without a network.
// The town is invented: Voorbeeldstad (GM0001) with the neighbourhoods Parkbuurt (BU00010101) and Havenbuurt
// (BU00010102).
//
//   app::testing::Town town;
//   app::testing::Browser browser(town);
//   browser.enter(town.person("Noor", {{.role = "administrator"}}));
//   const auto page = browser.get("/beheer/mensen");       // below /voorbeeldstad
//   EXPECT_THAT(page.body, HasSubstr("Mensen en rollen"));
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/municipality.hpp"
#include "capabilities/items/items.hpp"

namespace wijktafel::app::testing {

struct TownOptions {
  bool is_demo = false;
  std::string base_url = "http://127.0.0.1:8080";
  // Imported after the areas, in the exchange format.
  std::string story = {};
};

// What a mail would say if it left now.
struct QueuedMail {
  std::string to_address;
  std::string subject;
  std::string text;
  std::string html;
};

class Town {
 public:
  explicit Town(const TownOptions& options = {});
  ~Town();

  // Begins on 22 November 2026 at 12.00 hours.
  FixedClock& clock() { return *clock_; }
  Municipality& municipality() { return *municipality_; }
  const web::Service& service() const { return municipality_->service(); }
  db::Database& database() { return municipality_->database(); }
  std::string path(std::string_view rest) const;  // "/voorbeeldstad" with `rest` behind it

  // Who may see it, changed by the program itself; nothing that listens hears of it.
  void show_to(items::ItemId item, items::Visibility visibility);
  identity::PersonId person(std::string_view name, const std::vector<identity::Grant>& grants = {},
                            std::string_view mail_address = {});
  // Runs every job that is due, and what that leads to.
  void run_jobs() { municipality_->runner().run_all_due(); }
  // Mails that wait to be sent, oldest first.
  std::vector<QueuedMail> mails();

 private:
  std::filesystem::path folder_;
  FixedClock* clock_ = nullptr;
  std::unique_ptr<Municipality> municipality_;
};

// Why a town cannot be filled with this exchange file; "" when it can.
std::string refusal_of_story(const std::string& story);

// Keeps cookies as a browser does. Forms come from a page of ours unless `site` says otherwise.
class Browser {
 public:
  explicit Browser(Town& town) : town_(town) {}

  http::Response get(std::string_view rest);
  http::Response post(std::string_view rest, const http::Pairs& fields = {},
                      std::string_view site = "same-origin");
  // Signed in as this person, without mails.
  void enter(identity::PersonId person);

  std::map<std::string, std::string>& cookies() { return cookies_; }
  std::string session() const;  // "" when signed out
  std::string peer = "203.0.113.7";
  std::string user_agent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0";

 private:
  http::Response ask(http::Request request, std::string_view rest);
  Town& town_;
  std::map<std::string, std::string> cookies_;
};

}  // namespace wijktafel::app::testing
