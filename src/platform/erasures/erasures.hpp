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
// Failure when there is no such file.
std::vector<Erasure> read_list(const std::filesystem::path& file);
// Those that this database does not know yet, in the order of the list.
std::vector<Erasure> unknown_to(db::Transaction& tx, const std::vector<Erasure>& list);
// They have been done again here.
void remember(db::Transaction& tx, Instant now, const Erasure& erasure);
// Everything that the database knows and the list in `folder` does not is written there.
void complete_list(db::Transaction& tx, const std::filesystem::path& folder);

}  // namespace wijktafel::erasures
