// A list of items, one line or two each: what, state, where and when. Use EmptyState when there is nothing.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "design/components/status_badge/status_badge.hpp"

namespace wijktafel::design {

struct ItemRow {
  std::string title;
  std::string url;
  std::string about = {};  // "Straat, groen en gebouwen · 8 januari · bij de gemeente"
  std::optional<StatusBadge> badge = std::nullopt;
  std::optional<std::string> gap = std::nullopt;  // what is missing here
};
BOOST_DESCRIBE_STRUCT(ItemRow, (), (title, url, about, badge, gap))

struct ItemList {
  static constexpr std::string_view component = "design/item_list";
  std::vector<ItemRow> rows;
};
BOOST_DESCRIBE_STRUCT(ItemList, (), (rows))

}  // namespace wijktafel::design
