// What a backup says about itself: which tables and parts it has, each with its hash, and by which migrations
// its tables were made. The last part of the archive: without it, it was cut off.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "platform/db/tables.hpp"

namespace wijktafel::app {

inline constexpr const char* manifest_name = "manifest.json";
inline constexpr const char* backup_format = "wijktafel backup 1";

struct MigrationMark {
  std::string capability;
  int number = 0;
  std::string checksum;
};

struct BackupTable {
  db::Table table;
  std::int64_t rows = 0;
};

struct Manifest {
  Instant made_at;     // of the machine, not of a demo
  std::string engine;  // it came from
  std::vector<MigrationMark> schema;
  std::vector<BackupTable> tables;
  std::map<std::string, std::int64_t> last_numbers;
  std::map<std::string, std::string> parts;  // name to SHA-256, without the manifest itself
  std::vector<std::string> missing_files;    // referred to, but not there or changed
};

std::string written(const Manifest& manifest);
// Throws Failure for anything but a manifest of this format.
Manifest read_manifest(const std::string& text);

// One row as one line: a JSON array of null, whole numbers and texts. Reals are written out as text and bytes
// as hex digits: both come back exactly as they were.
std::string written_row(const db::Table& table, const db::Values& values);
db::Values read_row(const db::Table& table, std::string_view line);

// Columns that hold the key of a file in the store are called so, in whatever table.
bool is_file_column(std::string_view column);

}  // namespace wijktafel::app
