#include "app/unused_files.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <unordered_set>

#include "app/backup/manifest.hpp"
#include "platform/db/tables.hpp"
#include "platform/files/old_files.hpp"

namespace wijktafel::app {
namespace {

constexpr auto kept_for = std::chrono::hours(24);
constexpr int groups = 16;  // by the first digit of a key: a sixteenth of all keys is in memory at a time
constexpr std::string_view digits = "0123456789abcdef";

using Keys = std::unordered_set<std::string>;

// For each column that holds keys, those from $1 on before $2; the names are those of our own tables.
std::vector<std::string> questions(db::Transaction& tx) {
  std::vector<std::string> all;
  for (const auto& table : db::tables(tx))
    for (const auto& column : table.columns)
      if (is_file_column(column.name))
        all.push_back(
            fmt::format("SELECT {0} FROM {1} WHERE {0} >= $1 AND {0} < $2", column.name, table.name));
  return all;
}

Keys used(db::Transaction& tx, const std::vector<std::string>& questions, int group) {
  const std::string first(1, digits[static_cast<std::size_t>(group)]);
  // Past every digit of a key.
  const auto last = first + "g";
  Keys keys;
  for (const auto& sql : questions)
    for (const auto& row : tx.query(sql, first, last)) keys.insert(row.get<std::string>(0));
  return keys;
}

std::vector<std::string> old_keys(const files::FileStore& files, int group) {
  std::vector<std::string> keys;
  for (const char digit : digits) {
    const std::string folder{digits[static_cast<std::size_t>(group)], digit};
    std::ranges::move(files::old_keys(files.folder(), folder, kept_for), std::back_inserter(keys));
  }
  return keys;
}

}  // namespace

std::int64_t remove_unused_files(db::Database& database, files::FileStore& files) {
  std::vector<std::string>
      asked;  // the catalogue of PostgreSQL takes most of a second, so only when there is a file
  std::int64_t removed = 0;
  for (int group = 0; group < groups; ++group) {
    const auto old = old_keys(files, group);
    if (old.empty()) continue;
    if (asked.empty()) asked = database.read(questions);
    const auto kept = database.read([&](db::Transaction& tx) { return used(tx, asked, group); });
    for (const auto& key : old) {
      // Looked at again: what was sent once more while the tables were read is not old any more.
      if (kept.contains(key) || !files::is_old(files.folder(), key, kept_for)) continue;
      files.remove(key);
      ++removed;
    }
  }
  return removed;
}

void register_unused_files_job(jobs::JobKinds& kinds, db::Database& database, files::FileStore& files) {
  kinds.add_outside(
      "files.remove_unused",
      [&database, &files](db::Transaction&, const Facts&, Instant) -> jobs::JobKinds::OutsideWork {
        return [&database, &files] { (void)remove_unused_files(database, files); };
      },
      [](db::Transaction&, const Facts&, Instant) {}, std::chrono::hours(24));
}

}  // namespace wijktafel::app
