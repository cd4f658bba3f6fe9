// Two neighbourhoods of an invented municipality, with everything a handler needs, for the tests of signals.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "capabilities/places/places.hpp"
#include "capabilities/signals/actions/report_signal.hpp"
#include "platform/db/testing.hpp"
#include "platform/web/capability.hpp"

namespace wijktafel::signals::testing {

// Monday 12 January 2026, ten in the morning: ten working days later is Monday 26 January.
Instant morning();

std::vector<db::Migration> migrations();

// Squares of a hundredth of a degree; the Tulpenbuurt lies east of the Rozenbuurt.
inline const std::string rozenbuurt = "BU00010101";
inline const std::string tulpenbuurt = "BU00010102";
geo::Point in_rozenbuurt();
geo::Point in_tulpenbuurt();
geo::Point far_away();

class Neighbourhood {
 public:
  explicit Neighbourhood(db::Engine engine = db::Engine::sqlite);
  ~Neighbourhood();

  db::Database& database() { return *database_; }
  const web::Service& service() const { return *service_; }
  files::FileStore& files() { return files_; }
  Instant now() const { return now_; }
  void later(std::chrono::milliseconds by) { now_ += by; }
  web::AreaRef area(std::string_view key = rozenbuurt) const { return *service_->find_area(key); }
  OrganisationId municipality() const { return municipality_; }
  PersonId coordinator_person() const { return coordinator_; }

  identity::Actor coordinator() const;            // of the Rozenbuurt
  identity::Actor coordinator_elsewhere() const;  // of the Tulpenbuurt
  identity::Actor member() const;                 // of the organisation municipality()

  // Through the action, without a screen.
  ItemId report(const ReportSignal& report, std::string_view area_key = rozenbuurt);
  ItemId report(std::string_view text = "Het pad is donker");
  items::Item item(ItemId id);
  std::string status(ItemId id) { return item(id).status; }

 private:
  Instant now_ = morning();
  FixedClock clock_{morning()};
  std::unique_ptr<db::Database> database_;
  std::filesystem::path folder_;
  files::FileStore files_;
  jobs::JobKinds kinds_;
  identity::Permissions permissions_;
  std::unique_ptr<web::Service> service_;
  std::unique_ptr<places::Directory> directory_;
  OrganisationId municipality_{};
  PersonId coordinator_{};
};

// A browser that keeps its cookies and calls the handlers as the edge would.
class Browser {
 public:
  explicit Browser(Neighbourhood& neighbourhood) : neighbourhood_(neighbourhood) {}
  void sign_in(identity::Actor actor) { actor_ = std::move(actor); }
  void speak(i18n::Language language) { language_ = language; }

  // `path` below the municipality: "/rozenbuurt/signalen/nieuw?a=b". Finds the route and checks its
  // permission.
  http::Response get(const std::string& path);
  http::Response post(const std::string& path, http::Pairs fields,
                      std::vector<http::UploadedFile> files = {});
  // As post, and on to where the answer leads.
  http::Response post_and_follow(const std::string& path, http::Pairs fields,
                                 std::vector<http::UploadedFile> files = {});
  http::Pairs& cookies() { return cookies_; }

 private:
  http::Response ask(http::Method method, const std::string& path, http::Form form);
  void keep_cookies(const http::Response& response);

  Neighbourhood& neighbourhood_;
  identity::Actor actor_;
  i18n::Language language_ = i18n::Language::nl;
  http::Pairs cookies_;
};

// The three screens, with good answers where the test says nothing.
http::Response tell(Browser& browser, const std::string& mail_address = "cor@voorbeeld.invalid");
// A photo that can be used, and a file that is none.
http::UploadedFile a_photo();
http::UploadedFile not_a_photo();
// What stands after "/volg/" on this page.
std::string follow_token_on(std::string_view page);

}  // namespace wijktafel::signals::testing
