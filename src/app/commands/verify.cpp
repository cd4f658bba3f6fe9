// verify: the chain of every item, the signed lists of their heads, and the photos.
#include <boost/json.hpp>
#include <cstdio>
#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/history/check_photos.hpp"
#include "app/history/head_lists.hpp"
#include "capabilities/items/items.hpp"

namespace wijktafel::app {
namespace {

// What each kind of fault means, for whoever reads the answer.
std::string_view meaning(std::string_view fault) {
  if (fault == "hash") return "this entry was changed";
  if (fault == "gap") return "an entry before this one is missing or was changed";
  if (fault == "tail") return "the newest entries were cut off";
  if (fault == "text") return "the personal text of this entry was changed";
  if (fault == "item gone") return "the whole item was taken away";
  if (fault == "rewritten") return "this entry is another one than the signed list has";
  if (fault == "signature") return "this list was changed, or cut off";
  if (fault == "unknown key") return "this list was signed with another key than that of this place";
  if (fault == "list missing") return "the list before this one is missing or was changed";
  if (fault == "photo gone") return "the photo is missing";
  if (fault == "photo") return "the photo was changed";
  return fault;
}

struct Found {
  boost::json::array faults;
  std::size_t lists = 0;
  bool keys_known = true;

  void add(const std::string& database, std::int64_t item, std::int64_t sequence, std::string_view fault,
           std::string_view list = {}) {
    boost::json::object object{{"database", database},
                               {"item", item},
                               {"sequence", sequence},
                               {"fault", boost::json::string_view(fault.data(), fault.size())}};
    if (!list.empty()) object["list"] = boost::json::string_view(list.data(), list.size());
    faults.push_back(std::move(object));
  }
};

void look(const VerifyCommand& command, std::size_t place, Found& found) {
  const auto database =
      db::Database::open(command.storage.databases[place], {.readers = 1, .read_only = true});
  const std::filesystem::path files = files_for(command.storage, place);
  const auto name = database->described();
  database->read([&](db::Transaction& tx) {
    for (const auto& fault : items::verify(tx)) found.add(name, raw(fault.item), fault.sequence, fault.fault);
    const auto heads = check_heads(tx, files);
    found.lists += heads.lists;
    found.keys_known = found.keys_known && (heads.key_known || heads.lists == 0);
    for (const auto& fault : heads.faults)
      found.add(name, fault.item, fault.sequence, fault.fault, fault.list);
    if (!command.photos) return;
    for (const auto& fault : check_photos(tx, files)) found.add(name, fault.item, fault.number, fault.fault);
  });
}

std::string sentence(const boost::json::value& fault) {
  const std::string_view what = fault.at("fault").as_string();
  const auto* list = fault.as_object().if_contains("list");
  const auto item = fault.at("item").as_int64();
  if (item == 0) return fmt::format("{}: {}", std::string_view(list->as_string()), meaning(what));
  const bool is_photo = what.starts_with("photo");
  return fmt::format("item {}, {} {}: {}{}", item, is_photo ? "photo" : "entry",
                     fault.at("sequence").as_int64(), meaning(what),
                     list ? fmt::format(" ({})", std::string_view(list->as_string())) : "");
}

void print(const Found& found) {
  for (const auto& fault : found.faults) fmt::print("{}\n", sentence(fault));
  if (found.lists == 0)
    fmt::print("There are no signed lists here (folder heads in --files): a cut-off tail cannot be seen.\n");
  else if (!found.keys_known)
    fmt::print("The signing key is not here: who signed the lists was not checked.\n");
  fmt::print("{}\n",
             found.faults.empty() ? "Every history is whole." : "This was changed outside Wijktafel.");
}

}  // namespace

int run(const VerifyCommand& command) {
  Found found;
  for (std::size_t place = 0; place < command.storage.databases.size(); ++place) look(command, place, found);
  if (command.json)
    fmt::print("{}\n",
               boost::json::serialize(boost::json::object{
                   {"faults", found.faults}, {"lists", found.lists}, {"keys_known", found.keys_known}}));
  else
    print(found);
  return found.faults.empty() ? 0 : 1;
}

}  // namespace wijktafel::app
