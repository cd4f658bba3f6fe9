#include "capabilities/goals/web/source.hpp"

#include <charconv>

namespace wijktafel::goals {

Source source_of(const web::Call& call) {
  // "doel" is what it is called where one thinks of a goal; both name an item.
  const auto from = call.request.query_value("van");
  const auto text = from.empty() ? call.request.query_value("doel") : from;
  if (text.empty()) return {};
  std::int64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc{} || read.ptr != text.data() + text.size())
    return {.item = {}, .is_missing = true};
  auto item = call.service.database.read(
      [&](db::Transaction& tx) { return items::find_visible(call, tx, ItemId{number}); });
  const bool is_missing = !item.has_value();
  return {.item = std::move(item), .is_missing = is_missing};
}

std::optional<SourceLink> link_to(const web::Call& call, const std::optional<items::Item>& item) {
  if (!item) return std::nullopt;
  return SourceLink{item->title, items::url_of(call.service, *item)};
}

}  // namespace wijktafel::goals
