// Another system with Open311, as strict as the specification, in this process. Tests set what it answers.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "platform/http/server.hpp"

namespace wijktafel::forwarding::testing {

struct Seen {
  std::string target;
  std::string idempotency_key;
  http::Pairs form;
  std::string get(std::string_view name) const { return std::string(http::find(form, name).value_or("")); }
};

class OtherSystem {
 public:
  OtherSystem();
  ~OtherSystem();
  std::string base() const { return "http://127.0.0.1:" + std::to_string(server_.port()) + "/v2"; }
  // The next POST answers this; 200 with the number when not set.
  void answer_next(int status, std::string body);
  void give_token(bool yes) { gives_token_ = yes; }
  void token_is_ready(bool yes) { is_ready_ = yes; }
  void answer(const std::string& path, std::string body);  // a GET of this path
  std::vector<Seen> posts();

 private:
  http::Response respond(http::Request& request);
  http::Response take(const http::Request& request);

  std::mutex mutex_;
  std::vector<Seen> posts_;
  std::map<std::string, std::string> answers_;
  std::vector<std::pair<int, std::string>> next_;
  bool gives_token_ = false;
  bool is_ready_ = false;
  http::Server server_;
  std::thread thread_;
};

}  // namespace wijktafel::forwarding::testing
