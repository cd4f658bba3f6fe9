#include "app/backup/backup.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <utility>

#include "app/backup/manifest.hpp"
#include "app/history/head_lists.hpp"
#include "base/digest.hpp"
#include "platform/files/archive.hpp"
#include "platform/files/file_store.hpp"
#include "platform/files/read_file.hpp"

namespace wijktafel::app {
namespace {

// Large enough to compress well, small enough for any machine.
constexpr std::size_t part_bytes = 4 * 1024 * 1024;

class Making {
 public:
  Making(db::Transaction& tx, const std::filesystem::path& to) : tx_(tx), writer_(to) {
    manifest_.made_at = SystemClock().now();
    manifest_.engine = tx.engine() == db::Engine::sqlite ? "sqlite" : "postgresql";
  }

  void add(const std::string& name, std::string_view bytes) {
    writer_.add(name, bytes);
    manifest_.parts[name] = hex(sha256(bytes));
  }

  void add_tables() {
    for (const auto& row :
         tx_.query("SELECT capability, number, checksum FROM schema_change ORDER BY capability, number"))
      manifest_.schema.push_back({row.get<std::string>(0), row.get<int>(1), row.get<std::string>(2)});
    manifest_.last_numbers = db::last_numbers(tx_);
    for (const auto& table : db::tables(tx_))
      if (table.name != "schema_change") add_table(table);
  }

  // The files stand beside the database, where somebody may take one away after this moment: then no row of
  // the present refers to it, and a restore erases the row of this moment again.
  void add_files(const files::FileStore& store) {
    for (const auto& key : file_keys_) {
      const auto bytes = store.get(key);
      if (bytes && hex(sha256(*bytes)) == key) {
        add("files/" + key, *bytes);
        ++report_.files;
      } else {
        manifest_.missing_files.push_back(key);
      }
    }
  }

  BackupReport finish() {
    writer_.add(manifest_name, written(manifest_));
    writer_.finish();
    report_.missing_files = manifest_.missing_files;
    return report_;
  }

 private:
  void add_table(const db::Table& table) {
    std::string lines;
    std::int64_t rows = 0;
    int part = 0;
    const auto flush = [&] {
      if (lines.empty()) return;
      add(fmt::format("tables/{}/{:06}.jsonl", table.name, ++part), lines);
      lines.clear();
    };
    db::for_each_row(tx_, table, [&](const db::Values& values) {
      for (std::size_t i = 0; i < values.size(); ++i)
        if (const auto* key = std::get_if<std::string>(&values[i]);
            key && is_file_column(table.columns[i].name))
          file_keys_.insert(*key);
      lines += written_row(table, values);
      ++rows;
      if (lines.size() >= part_bytes) flush();
    });
    flush();
    manifest_.tables.push_back({table, rows});
    report_.rows += rows;
  }

  db::Transaction& tx_;
  files::ArchiveWriter writer_;
  Manifest manifest_;
  std::set<std::string> file_keys_;
  BackupReport report_;
};

// Read before the snapshot is taken: every head that is listed is then in the snapshot.
std::vector<std::pair<std::string, std::string>> lists_of_heads(const std::filesystem::path& files) {
  std::vector<std::pair<std::string, std::string>> lists;
  for (const auto& file : head_list_files(files))
    if (auto text = files::read_file(file.string()))
      lists.emplace_back(file.filename().string(), std::move(*text));
  return lists;
}

// A file that vanished while we looked at the snapshot is missing only when a row still refers to it now.
void forgive_removed(db::Database& database, std::vector<std::string>& missing) {
  if (missing.empty()) return;
  database.read([&](db::Transaction& tx) {
    std::set<std::string> present;
    for (const auto& table : db::tables(tx)) {
      const bool has_files = std::ranges::any_of(table.columns, is_file_column, &db::Column::name);
      if (!has_files) continue;
      db::for_each_row(tx, table, [&](const db::Values& values) {
        for (std::size_t i = 0; i < values.size(); ++i)
          if (const auto* key = std::get_if<std::string>(&values[i]);
              key && is_file_column(table.columns[i].name))
            present.insert(*key);
      });
    }
    std::erase_if(missing, [&](const std::string& key) { return !present.contains(key); });
  });
}

std::filesystem::path file_for(const std::filesystem::path& to) {
  if (to == "-" || !std::filesystem::is_directory(to)) return to;
  auto moment = iso_instant(SystemClock().now());
  std::erase_if(moment, [](char c) { return c == '-' || c == ':'; });
  return to / ("wijktafel-" + moment + ".tar.zst");
}

}  // namespace

BackupReport make_backup(db::Database& database, const std::filesystem::path& files,
                         const std::filesystem::path& to) {
  const auto file = file_for(to);
  const auto lists = lists_of_heads(files);
  const files::FileStore store(files);
  bool has_begun = false;
  auto report = database.read([&](db::Transaction& tx) {
    // Made anew when the database was lost and this runs again: nothing is under its name before it is whole.
    // What went into a pipe cannot be taken back: a second archive behind half a first one is no backup.
    if (std::exchange(has_begun, true) && file == "-")
      throw Failure(
          "the database was lost while the backup was written to standard output: throw away what was "
          "written, and make it again");
    Making making(tx, file);
    making.add_tables();
    making.add_files(store);
    for (const auto& [name, text] : lists) making.add(std::string(head_list_folder) + "/" + name, text);
    return making.finish();
  });
  report.file = file;
  forgive_removed(database, report.missing_files);
  return report;
}

}  // namespace wijktafel::app
