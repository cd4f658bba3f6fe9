// The signed lists against each other, against the key and against the database.
#include <fmt/format.h>
#include <map>

#include "app/history/head_list_text.hpp"
#include "app/history/head_lists.hpp"
#include "base/digest.hpp"
#include "platform/files/read_file.hpp"

namespace wijktafel::app {
namespace {

struct Newest {
  std::int64_t sequence = 0;
  std::string hash;
  std::string list;
};

// What the lists say together; adds what is wrong with the lists themselves.
std::map<std::int64_t, Newest> read_lists(const std::filesystem::path& files, HeadCheck& check) {
  const auto key = find_signing_key(files);
  check.key_known = key.has_value();
  std::map<std::int64_t, Newest> newest;
  std::string previous = "-";
  for (const auto& file : head_list_files(files)) {
    const auto name = file.filename().string();
    const auto text = files::read_file(file.string()).value_or("");
    const auto list = read_head_list(text);
    ++check.lists;
    if (!list || !is_signed_by(list->key, signed_part(text), list->signature)) {
      check.faults.push_back({.list = name, .fault = "signature"});
      previous.clear();  // what it was is not known: the next list is not blamed
      continue;
    }
    if (key && list->key != key->public_key()) check.faults.push_back({.list = name, .fault = "unknown key"});
    if (!previous.empty() && list->previous != previous)
      check.faults.push_back({.list = name, .fault = "list missing"});
    previous = hex(sha256(text));
    for (const auto& head : list->heads) newest[head.item] = {head.sequence, head.hash, name};
  }
  return newest;
}

void check_item(db::Transaction& tx, std::int64_t item, const Newest& listed, HeadCheck& check) {
  const auto row = tx.find(
      "SELECT h.hash FROM item i LEFT JOIN item_history h ON h.item = i.id AND h.sequence = $2 WHERE i.id = "
      "$1",
      item, listed.sequence);
  const auto add = [&](const char* fault) {
    check.faults.push_back({.list = listed.list, .item = item, .sequence = listed.sequence, .fault = fault});
  };
  if (!row) return add("item gone");
  const auto hash = row->get<std::optional<std::string>>(0);
  if (!hash) return add("tail");
  if (*hash != listed.hash) add("rewritten");
}

}  // namespace

HeadCheck check_heads(db::Transaction& tx, const std::filesystem::path& files) {
  HeadCheck check;
  for (const auto& [item, listed] : read_lists(files, check)) check_item(tx, item, listed, check);
  return check;
}

}  // namespace wijktafel::app
