// Photos are named after their content: a changed byte is another name.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "platform/db/database.hpp"

namespace wijktafel::app {

struct PhotoFault {
  std::int64_t item = 0;
  std::int64_t number = 0;
  std::string fault;  // "photo", "photo gone"
};

// Every photo of every item, and its small form.
std::vector<PhotoFault> check_photos(db::Transaction& tx, const std::filesystem::path& files);

}  // namespace wijktafel::app
