// A backup back into an empty place, on either engine: the tables as they were, then brought up to date, then
// everything erased again that was erased after the backup. Nothing that was sent is sent again.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "app/program.hpp"
#include "base/time.hpp"

namespace wijktafel::app {

struct RestoreOptions {
  std::filesystem::path from;
  std::string database;
  std::filesystem::path files;
  // The list of erasures as it was last written. Without one, that of `files`; without that, a Failure, as
  // what people had erased would come back: unless it is known to be lost.
  std::optional<std::filesystem::path> erasures = std::nullopt;
  bool erasures_lost = false;
  bool send_waiting_mail = false;  // a move to another server, with the program stopped before the backup
};

struct RestoreReport {
  Instant made_at;
  std::int64_t rows = 0;
  std::int64_t files = 0;
  std::int64_t erased_again = 0;
  std::int64_t mails_dropped = 0;
};

// Throws Failure with a sentence when the place is not empty or the backup is not whole; nothing is written
// then.
RestoreReport restore_backup(const Program& program, const RestoreOptions& options);

}  // namespace wijktafel::app
