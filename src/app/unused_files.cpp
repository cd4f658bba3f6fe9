#include "app/unused_files.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "app/backup/manifest.hpp"
#include "platform/db/tables.hpp"
#include "platform/files/old_files.hpp"

namespace wijktafel::app {
namespace {

constexpr auto kept_for = std::chrono::hours(24);
constexpr int folders = 256;

// One question for each column that holds keys; the names are those of our own tables.
std::vector<std::string> questions(db::Transaction& tx) {
  std::vector<std::string> all;
  for (const auto& table : db::tables(tx))
    for (const auto& column : table.columns)
      if (is_file_column(column.name))
        all.push_back(fmt::format("SELECT 1 FROM {} WHERE {} = $1 LIMIT 1", table.name, column.name));
  return all;
}

bool is_used(db::Transaction& tx, const std::vector<std::string>& questions, const std::string& key) {
  return std::ranges::any_of(questions, [&](const auto& sql) { return tx.find(sql, key).has_value(); });
}

}  // namespace

std::int64_t remove_unused_files(db::Database& database, files::FileStore& files) {
  const auto asked = database.read(questions);
  std::int64_t removed = 0;
  for (int folder = 0; folder < folders; ++folder) {
    auto keys = files::old_keys(files.folder(), fmt::format("{:02x}", folder), kept_for);
    if (keys.empty()) continue;
    database.read([&](db::Transaction& tx) {
      std::erase_if(keys, [&](const auto& key) { return is_used(tx, asked, key); });
    });
    for (const auto& key : keys) files.remove(key);
    removed += std::ssize(keys);
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
