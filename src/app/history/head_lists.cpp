#include "app/history/head_lists.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <fmt/format.h>

#include "app/history/head_list_text.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "platform/files/durable.hpp"
#include "platform/files/read_file.hpp"

namespace wijktafel::app {
namespace {

constexpr const char* job_kind = "history.list_heads";
constexpr const char* write_kind = "history.write_heads";
constexpr int items_at_once = 2000;
// A change may be committed after the list was made with a time from before it, and clocks are set back.
constexpr auto overlap = std::chrono::hours(24);

SigningKey key_in(std::string_view text, std::string_view place) {
  const auto key = SigningKey::from_hex(text);
  if (!key) throw Failure(fmt::format("the signing key in {} is not 64 hex digits", place));
  return *key;
}

std::string file_name(std::size_t number, Instant now) {
  auto moment = iso_instant(now);
  std::erase_if(moment, [](char c) { return c == '-' || c == ':'; });
  return fmt::format("{:06}-{}.heads", number, moment);
}

std::vector<ListedHead> heads_changed_since(db::Transaction& tx, std::optional<Instant> since) {
  std::vector<ListedHead> heads;
  std::int64_t after = 0;
  while (true) {
    const auto rows = tx.query(fmt::format("SELECT id, head_sequence, head_hash FROM item WHERE id > $1 AND "
                                           "changed_at >= $2 ORDER BY id LIMIT {}",
                                           items_at_once),
                               after, since.value_or(from_millis(0)));
    for (const auto& row : rows) {
      const auto [item, sequence, hash] = row.as<std::int64_t, std::int64_t, std::string>();
      heads.push_back({item, sequence, hash});
      after = item;
    }
    if (rows.size() < items_at_once) return heads;
  }
}

}  // namespace

std::optional<SigningKey> find_signing_key(const std::filesystem::path& files) {
  if (const char* given = std::getenv("WIJKTAFEL_SIGNING_KEY")) return key_in(given, "WIJKTAFEL_SIGNING_KEY");
  const auto text = files::read_file((files / signing_key_name).string());
  if (!text) return std::nullopt;
  return key_in(*text, (files / signing_key_name).string());
}

SigningKey own_signing_key(const std::filesystem::path& files) {
  if (auto key = find_signing_key(files)) return *key;
  const auto key = SigningKey::make();
  files::write_durably(files / signing_key_name, key.seed() + "\n");
  return key;
}

std::vector<std::filesystem::path> head_list_files(const std::filesystem::path& files) {
  std::vector<std::filesystem::path> found;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(files / head_list_folder, error))
    if (entry.path().extension() == ".heads") found.push_back(entry.path());
  std::ranges::sort(found);
  return found;
}

std::filesystem::path write_head_list(db::Database& database, const std::filesystem::path& files,
                                      Instant now) {
  const auto lists = head_list_files(files);
  HeadList list{.at = now, .previous = "-", .key = {}, .heads = {}, .signature = {}};
  std::optional<Instant> since;
  std::size_t number = 1;
  if (!lists.empty()) {
    const auto text = files::read_file(lists.back().string());
    if (!text) throw Failure(fmt::format("cannot read {}", lists.back().string()));
    list.previous = hex(sha256(*text));
    if (const auto last = read_head_list(*text)) since = last->at - overlap;
    number = number_of(lists.back()).value_or(lists.size()) + 1;
  }
  list.heads = database.read([&](db::Transaction& tx) { return heads_changed_since(tx, since); });
  const auto file = files / head_list_folder / file_name(number, now);
  files::write_durably(file, signed_text(list, own_signing_key(files)));
  return file;
}

void register_head_list_job(jobs::JobKinds& kinds, db::Database& database, std::filesystem::path files) {
  // Reading every item is no work for the one writer of SQLite: the second job does it outside a transaction.
  kinds.add_recurring(job_kind, std::chrono::hours(24), [](db::Transaction& tx, const Facts&, Instant now) {
    jobs::enqueue(tx, write_kind, {}, now);
  });
  kinds.add_outside(
      write_kind,
      [&database, files = std::move(files)](db::Transaction&, const Facts&,
                                            Instant now) -> jobs::JobKinds::OutsideWork {
        return [&database, files, now] { write_head_list(database, files, now); };
      },
      [](db::Transaction&, const Facts&, Instant) {});
}

}  // namespace wijktafel::app
