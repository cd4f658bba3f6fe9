// A municipality without capabilities, made of the real parts: for tests of the edge.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "platform/db/testing.hpp"
#include "platform/web/edge.hpp"

namespace wijktafel::web {

// People: the token "ingrid" is a coordinator of BU1, "amina" a resident. Areas: "bomenbuurt" (BU1, once
// called "oude-naam") in "stad" (GM1).
class EdgeOfATown {
 public:
  explicit EdgeOfATown(std::vector<Route> routes, std::string base_url = "http://tafel.nl");
  ~EdgeOfATown();

  http::Response get(const std::string& target, http::Pairs headers = {},
                     http::Method method = http::Method::get);
  // What is ready to be sent without a worker: none, mostly.
  std::shared_ptr<const http::Prepared> prepared(const std::string& target, http::Pairs headers = {}) const;
  // From a page of ours, unless the headers say otherwise.
  http::Response post(const std::string& target, std::string body,
                      http::Pairs headers = {{"Sec-Fetch-Site", "same-origin"}});

  void touch(const std::string& area);
  FixedClock clock{at(Date(std::chrono::year(2026), std::chrono::November, std::chrono::day(22)), 12)};
  const Edge& edge() const { return *edge_; }
  Edge& edge() { return *edge_; }
  std::string session_cookie() const { return std::string(service_->session_cookie()); }

 private:
  static void complete(const std::string& target, http::Request& request);
  http::Response ask(const std::string& target, http::Request request);

  std::filesystem::path folder_;
  std::unique_ptr<db::Database> database_;
  i18n::Words words_ = i18n::Words::embedded();
  html::Templates templates_;
  files::FileStore files_;
  jobs::JobKinds jobs_;
  identity::Permissions permissions_;
  std::unique_ptr<Service> service_;
  std::unique_ptr<Edge> edge_;
};

}  // namespace wijktafel::web
