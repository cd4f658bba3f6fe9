#include "app/backup/restore.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <fmt/format.h>
#include <set>

#include "app/backup/manifest.hpp"
#include "app/capabilities.hpp"
#include "app/history/head_lists.hpp"
#include "app/municipality.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "platform/db/migrate.hpp"
#include "platform/erasures/erasures.hpp"
#include "platform/files/archive.hpp"
#include "platform/files/durable.hpp"
#include "platform/mail/outbox.hpp"

namespace wijktafel::app {
namespace {

// Numbers that were given out after the backup stand in mails and bookmarks: they are never given to
// something else. More than any municipality makes in the days between two backups.
constexpr std::int64_t numbers_left_out = 10'000;

constexpr std::string_view after_restore = ".after_restore";

// Every part against its hash before anything is written.
Manifest checked_manifest(const std::filesystem::path& from) {
  files::ArchiveReader reader(from);
  std::map<std::string, std::string> found;
  std::optional<Manifest> manifest;
  while (const auto part = reader.next()) {
    if (part->name == manifest_name)
      manifest = read_manifest(part->bytes);
    else
      found[part->name] = hex(sha256(part->bytes));
  }
  if (!manifest) throw Failure(fmt::format("{} is not a whole backup: it has no manifest", from.string()));
  for (const auto& [name, hash] : manifest->parts) {
    const auto part = found.find(name);
    if (part == found.end())
      throw Failure(fmt::format("the backup {} is damaged: {} is missing", from.string(), name));
    if (part->second != hash)
      throw Failure(fmt::format("the backup {} is damaged: {} was changed", from.string(), name));
  }
  if (found.size() != manifest->parts.size())
    throw Failure(fmt::format("{} holds parts that its manifest does not name", from.string()));
  return std::move(*manifest);
}

// What an operator puts back by hand may be there.
bool may_stand_there(const std::filesystem::path& file) {
  return file.filename() == erasures::list_name || file.filename() == signing_key_name;
}

void check_place_is_empty(db::Database& database, const std::filesystem::path& files) {
  if (!database.read([](db::Transaction& tx) { return db::tables(tx).empty(); }))
    throw Failure(fmt::format("{} is not empty: restore wants a new database", database.described()));
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(files, error))
    if (!may_stand_there(entry.path()))
      throw Failure(fmt::format("the folder {} is not empty: restore wants a new one", files.string()));
}

std::vector<erasures::Erasure> list_of_erasures(const RestoreOptions& options) {
  if (options.erasures) return erasures::read_list(*options.erasures);
  if (std::filesystem::exists(options.files / erasures::list_name))
    return erasures::read_list(options.files / erasures::list_name);
  if (options.erasures_lost) return {};
  throw Failure(fmt::format(
      "give the list of erasures ({} of the old folder for files) with --erasures, or what people had "
      "erased after the backup comes back; when it is lost, say so with --erasures-lost",
      erasures::list_name));
}

// The tables as the program made them that made the backup.
void make_tables(db::Database& database, const Manifest& manifest, std::vector<db::Migration> migrations) {
  for (const auto& mark : manifest.schema) {
    const auto known = std::ranges::find_if(migrations, [&](const db::Migration& migration) {
      return migration.capability == mark.capability && migration.number == mark.number;
    });
    if (known == migrations.end() || hex(sha256(known->sql)) != mark.checksum)
      throw Failure(
          fmt::format("the backup needs migration {} of {}, which this program does not have: use the "
                      "version that made it, or a newer one",
                      mark.number, mark.capability));
  }
  std::erase_if(migrations, [&](const db::Migration& migration) {
    return std::ranges::none_of(manifest.schema, [&](const MigrationMark& mark) {
      return migration.capability == mark.capability && migration.number == mark.number;
    });
  });
  db::migrate(database, std::move(migrations));
}

std::string table_of(std::string_view part) { return std::string(split(part, '/').at(1)); }

std::int64_t load_part(db::Transaction& tx, const db::Table& table, std::string_view lines) {
  std::vector<std::string_view> columns;
  columns.reserve(table.columns.size());
  for (const auto& column : table.columns) columns.emplace_back(column.name);
  std::vector<db::Values> rows;
  for (const auto line : split(lines, '\n'))
    if (!line.empty()) rows.push_back(read_row(table, line));
  tx.insert_many(table.name, columns, rows);
  return static_cast<std::int64_t>(rows.size());
}

std::int64_t load_tables(db::Transaction& tx, const RestoreOptions& options, const Manifest& manifest) {
  std::map<std::string, const BackupTable*> tables;
  for (const auto& table : manifest.tables) tables[table.table.name] = &table;
  // A migration may have put rows of its own there: the backup has them too.
  for (const auto& table : manifest.tables) tx.execute(fmt::format("DELETE FROM \"{}\"", table.table.name));
  std::int64_t rows = 0;
  files::ArchiveReader reader(options.from);
  while (const auto part = reader.next())
    if (part->name.starts_with("tables/"))
      rows += load_part(tx, tables.at(table_of(part->name))->table, part->bytes);
  std::map<std::string, std::int64_t> last = manifest.last_numbers;
  // Tables without a row at the time may have had some since.
  for (const auto& [table, number] : db::last_numbers(tx)) last.try_emplace(table, number);
  for (auto& [table, number] : last) number += numbers_left_out;
  db::set_last_numbers(tx, last);
  return rows;
}

Facts subject_of(const erasures::Erasure& erasure) {
  boost::json::error_code error;
  const auto value = boost::json::parse(erasure.subject, error);
  bool is_subject = !error && value.is_object() && !value.as_object().empty();
  Facts facts;
  if (is_subject)
    for (const auto& field : value.as_object()) {
      is_subject = is_subject && field.value().is_int64();
      if (is_subject) facts[std::string(field.key())] = field.value().as_int64();
    }
  if (!is_subject)
    throw Failure(fmt::format("the list of erasures asks for {} without saying of what: mark {}",
                              erasure.what, erasure.mark));
  return facts;
}

const web::Job* find_job(const Program& program, std::string_view kind) {
  for (const auto& capability : program.capabilities)
    for (const auto& job : capability.jobs)
      if (job.kind == kind) return &job;
  return nullptr;
}

const web::Job& job_of(const Program& program, const erasures::Erasure& erasure) {
  const auto* job = find_job(program, erasure.what);
  if (job == nullptr)
    throw Failure(
        fmt::format("the list of erasures asks for {}, which this program does not know", erasure.what));
  return *job;
}

// Before anything is written: a list that cannot be carried out would stop the restore halfway.
void check_erasures(const Program& program, const std::vector<erasures::Erasure>& list) {
  for (const auto& erasure : list) {
    job_of(program, erasure);
    subject_of(erasure);
  }
}

void erase_again(const Program& program, const web::Service& service, db::Transaction& tx, Instant now,
                 const erasures::Erasure& erasure) {
  job_of(program, erasure).handler(service, tx, subject_of(erasure), now);
  erasures::remember(tx, erasure);
}

// Nothing that is past is done again, nothing that was erased comes back. All of it or nothing.
void settle(const Program& program, const Municipality& municipality, const RestoreOptions& options,
            const std::vector<erasures::Erasure>& list, RestoreReport& report) {
  const auto now = municipality.service().clock.now();
  report.erased_again = 0;
  municipality.database().write([&](db::Transaction& tx) {
    report.erased_again = 0;
    if (!options.send_waiting_mail) report.mails_dropped = mail::drop_waiting(tx, now);
    for (const auto& capability : program.capabilities)
      for (const auto& job : capability.jobs)
        if (job.kind.ends_with(after_restore)) job.handler(municipality.service(), tx, {}, now);
    for (const auto& erasure : erasures::unknown_to(tx, list)) {
      erase_again(program, municipality.service(), tx, now, erasure);
      ++report.erased_again;
    }
  });
}

std::set<std::string> file_keys(db::Transaction& tx) {
  std::set<std::string> keys;
  for (const auto& table : db::tables(tx)) {
    if (std::ranges::none_of(table.columns, is_file_column, &db::Column::name)) continue;
    db::for_each_row(tx, table, [&](const db::Values& values) {
      for (std::size_t i = 0; i < values.size(); ++i)
        if (const auto* key = std::get_if<std::string>(&values[i]);
            key && is_file_column(table.columns[i].name))
          keys.insert(*key);
    });
  }
  return keys;
}

// After the erasures: a photo that was erased is never written.
std::int64_t put_files_back(const Municipality& municipality, const RestoreOptions& options) {
  const auto wanted = municipality.database().read([](db::Transaction& tx) { return file_keys(tx); });
  std::int64_t count = 0;
  const std::string heads = std::string(head_list_folder) + "/";
  files::ArchiveReader reader(options.from);
  while (const auto part = reader.next()) {
    if (part->name.starts_with("files/") && wanted.contains(part->name.substr(6))) {
      municipality.service().files.put(part->bytes);
      ++count;
    } else if (part->name.starts_with(heads)) {
      files::write_durably(options.files / head_list_folder / std::filesystem::path(part->name).filename(),
                           part->bytes);
    }
  }
  return count;
}

}  // namespace

RestoreReport restore_backup(const Program& program, const RestoreOptions& options) {
  const auto list = list_of_erasures(options);
  check_erasures(program, list);
  const auto manifest = checked_manifest(options.from);
  RestoreReport report;
  report.made_at = manifest.made_at;
  {
    const auto database = db::Database::open(options.database);
    check_place_is_empty(*database, options.files);
    make_tables(*database, manifest, all_migrations(program.capabilities));
    database->write([&](db::Transaction& tx) {
      db::without_order(tx, [&] { report.rows = load_tables(tx, options, manifest); });
      // Together with the rows: until the erasures are done again, what people had erased stands there.
      mark_as_being_restored(tx);
    });
  }
  // Opening it brings the tables up to date. No job runs and no mail leaves: nothing is started.
  const Municipality municipality(program, {.database = options.database,
                                            .files = options.files.string(),
                                            .mail = "smtp://localhost",
                                            .base_url = "http://127.0.0.1",
                                            .is_being_restored = true});
  settle(program, municipality, options, list, report);
  report.files = put_files_back(municipality, options);
  municipality.database().write([&](db::Transaction& tx) {
    erasures::complete_list(tx, options.files, municipality.service().clock.now());
    mark_as_restored(tx);
  });
  return report;
}

}  // namespace wijktafel::app
