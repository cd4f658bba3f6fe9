// What was erased, so that a restore of an older backup erases it again. An action that erases because
// somebody asked, or because the law wants it, records it in its own transaction:
//
//   erasures::record(tx, now, "accounts.erase_again", {{"person", raw(person)}});
//
// `what` names a job of the capability: given the subject it erases once more, without recording, and does
// nothing when the subject is not there. After the commit the row also goes to a list beside the database
// (one JSON line each, numbers only), at least once. What is erased by time alone needs no record: it runs
// out again.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "platform/db/database.hpp"
#include "platform/jobs/jobs.hpp"

namespace wijktafel::erasures {

inline constexpr const char* list_name = "erasures.log";  // in the folder for files

void record(db::Transaction& tx, Instant now, std::string_view what, const Facts& subject);

// The job that writes the list in `folder`.
void register_list_job(jobs::JobKinds& kinds, std::filesystem::path folder);

struct Erasure {
  std::string mark;  // random, the same in the database and in the list
  std::string what;
  std::string subject;  // canonical JSON
  Instant erased_at;
};

// The lines of a list; a line that a power cut tore is left out, as it was written again whole. Throws
// Failure when there is no such file, and with the number of a line that cannot be read otherwise.
std::vector<Erasure> read_list(const std::filesystem::path& file);
// Those that this database does not know yet, in the order of the list.
std::vector<Erasure> unknown_to(db::Transaction& tx, const std::vector<Erasure>& list);
// It has been done again here; the list here may not have it yet.
void remember(db::Transaction& tx, const Erasure& erasure);
// Everything that the database knows and the list in `folder` does not is written there: at every start, as a
// job that could not write it is given up one day. Not while jobs run. Throws Failure when the disk refuses.
void complete_list(db::Transaction& tx, const std::filesystem::path& folder, Instant now);

}  // namespace wijktafel::erasures
