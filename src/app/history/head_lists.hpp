// The last entry of every item's history, written down and signed each day beside the database. An item's own
// chain shows a changed byte; that somebody cut off its tail, or took the whole item away, only shows against
// a list that whoever changed the database could not write.
//
//   wijktafel heads 1
//   at 2026-11-22T03:00:00Z
//   previous <SHA-256 of the list before this one, or ->
//   key <public key>
//   <item> <entries> <hash of the last one>
//   signature <Ed25519 over every byte above this line>
//
// with one line of an item for each that changed since the list before.
// The secret key is never in the database or in a backup.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/signature.hpp"
#include "platform/db/database.hpp"
#include "platform/jobs/jobs.hpp"

namespace wijktafel::app {

inline constexpr const char* head_list_folder = "heads";  // in the folder for files
inline constexpr const char* signing_key_name =
    "signing.key";  // there too, unless the environment has the key

// WIJKTAFEL_SIGNING_KEY (64 hex digits), or the file in the folder. `find` gives nothing when there is none;
// `own` makes one, readable for its owner alone. Throws Failure for a key that is none.
std::optional<SigningKey> find_signing_key(const std::filesystem::path& files);
SigningKey own_signing_key(const std::filesystem::path& files);

// In order: 000001-20261122T030000Z.heads ...
std::vector<std::filesystem::path> head_list_files(const std::filesystem::path& files);

// Writes the next list. Gives its file.
std::filesystem::path write_head_list(db::Database& database, const std::filesystem::path& files,
                                      Instant now);

// A recurring job, once a day. `database` outlives `kinds`.
void register_head_list_job(jobs::JobKinds& kinds, db::Database& database, std::filesystem::path files);

struct HeadFault {
  std::string list;  // the file's name, "" when the fault is of no list
  std::int64_t item = 0;
  std::int64_t sequence = 0;
  std::string fault;  // "signature", "unknown key", "list missing", "item gone", "tail", "rewritten"
};

// The lists against each other, against the key and against the database. Without a key of this place the
// lists are trusted to be signed by the keys they name.
struct HeadCheck {
  std::vector<HeadFault> faults;
  std::size_t lists = 0;
  bool key_known = false;
};
HeadCheck check_heads(db::Transaction& tx, const std::filesystem::path& files);

}  // namespace wijktafel::app
