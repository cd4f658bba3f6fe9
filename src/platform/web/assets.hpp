// What the browser gets besides pages: styles, scripts, fonts and icons, compiled into the program.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "platform/http/message.hpp"

namespace wijktafel::embedded {
struct File;
}

namespace wijktafel::web {

inline constexpr std::string_view assets_path = "/assets/";

// Made once at start; immutable, thread-safe. The files outlive it.
class Assets {
 public:
  // Files are named "assets/<file>"; "<file>.br" and "<file>.gz" beside one are the same file made smaller.
  explicit Assets(const std::vector<embedded::File>& files);
  ~Assets();
  static const Assets& built_in();

  // Ten characters over the names and content of all files: a new program never meets an old style in a
  // browser.
  const std::string& version() const { return version_; }
  // The answer to GET or HEAD of /assets/<version>/<file>, kept for ever by the browser. An older or newer
  // version (two programs during a change-over) is answered with the file as it is here, kept for a minute.
  // 404 without body.
  http::Response answer(const http::Request& request) const;

 private:
  struct Asset;
  std::vector<Asset> assets_;  // by name
  std::string version_;
};

}  // namespace wijktafel::web
