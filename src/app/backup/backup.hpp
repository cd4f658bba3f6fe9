// A backup: every row of one moment and every file that those rows refer to, as one file that does not depend
// on the engine. Made while the program serves.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "platform/db/database.hpp"

namespace wijktafel::app {

struct BackupReport {
  std::filesystem::path file;
  std::int64_t rows = 0;
  std::int64_t files = 0;
  std::vector<std::string> missing_files;  // no photo of that hash is there: the backup lacks it too
};

// `to`: a file that does not exist yet, a folder (then the name tells the moment), or "-" for standard
// output. Throws Failure when the world breaks; then there is no file.
BackupReport make_backup(db::Database& database, const std::filesystem::path& files,
                         const std::filesystem::path& to);

}  // namespace wijktafel::app
