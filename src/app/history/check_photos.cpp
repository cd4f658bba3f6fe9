#include "app/history/check_photos.hpp"

#include "base/digest.hpp"
#include "capabilities/items/items.hpp"
#include "platform/files/file_store.hpp"

namespace wijktafel::app {
namespace {

constexpr int items_at_once = 500;

std::string fault_of(const files::FileStore& store, const std::string& key) {
  const auto bytes = store.get(key);
  if (!bytes) return "photo gone";
  return hex(sha256(*bytes)) == key ? "" : "photo";
}

}  // namespace

std::vector<PhotoFault> check_photos(db::Transaction& tx, const std::filesystem::path& files) {
  const files::FileStore store(files);
  std::vector<PhotoFault> faults;
  std::int64_t after = 0;
  while (true) {
    const auto rows =
        tx.query("SELECT DISTINCT item FROM item_photo WHERE item > $1 ORDER BY item LIMIT 500", after);
    for (const auto& row : rows) {
      after = row.get<std::int64_t>(0);
      std::int64_t number = 0;
      for (const auto& photo : items::photos_of(tx, items::ItemId{after})) {
        ++number;
        for (const auto& key : {photo.key, photo.thumbnail})
          if (const auto fault = fault_of(store, key); !fault.empty())
            faults.push_back({after, number, fault});
      }
    }
    if (rows.size() < items_at_once) return faults;
  }
}

}  // namespace wijktafel::app
