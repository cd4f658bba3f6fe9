// backup and restore. docs/operations.md tells when to use which option.
#include <boost/json.hpp>
#include <cstdio>
#include <fmt/format.h>

#include "app/backup/backup.hpp"
#include "app/backup/restore.hpp"
#include "app/commands.hpp"

namespace wijktafel::app {
namespace {

std::string one_database(const Storage& storage) {
  if (storage.databases.size() != 1) throw Failure("give one --database: a backup is one municipality");
  return storage.databases.front();
}

}  // namespace

int run(const BackupCommand& command) {
  const auto database = db::Database::open(one_database(command.storage), {.readers = 1, .read_only = true});
  const auto report = make_backup(*database, files_for(command.storage, 0), command.to);
  // Standard output may be the backup itself.
  std::FILE* out = report.file == "-" ? stderr : stdout;
  if (command.json) {
    boost::json::array missing(report.missing_files.begin(), report.missing_files.end());
    fmt::print(out, "{}\n",
               boost::json::serialize(boost::json::object{{"file", report.file.string()},
                                                          {"rows", report.rows},
                                                          {"files", report.files},
                                                          {"missing_files", missing}}));
  } else {
    fmt::print(out, "{}: {} rows and {} files.\n", report.file.string(), report.rows, report.files);
    for (const auto& key : report.missing_files)
      fmt::print(out, "This file is missing or was changed, and is not in the backup: {}\n", key);
  }
  return report.missing_files.empty() ? 0 : 1;
}

int run(const RestoreCommand& command) {
  const Program program;
  RestoreOptions options{.from = command.from,
                         .database = one_database(command.storage),
                         .files = files_for(command.storage, 0),
                         .erasures_lost = command.erasures_lost,
                         .send_waiting_mail = command.send_waiting_mail};
  if (!command.erasures.empty()) options.erasures = command.erasures;
  const auto report = restore_backup(program, options);
  if (command.json)
    fmt::print("{}\n", boost::json::serialize(boost::json::object{{"made_at", iso_instant(report.made_at)},
                                                                  {"rows", report.rows},
                                                                  {"files", report.files},
                                                                  {"erased_again", report.erased_again},
                                                                  {"mails_dropped", report.mails_dropped}}));
  else
    fmt::print(
        "The backup of {} is back: {} rows and {} files. Erased again: {}. Mails that waited then and are "
        "not "
        "sent now: {}.\n",
        iso_instant(report.made_at), report.rows, report.files, report.erased_again, report.mails_dropped);
  std::fflush(stdout);
  return run(VerifyCommand{.storage = command.storage, .photos = true, .json = command.json});
}

}  // namespace wijktafel::app
