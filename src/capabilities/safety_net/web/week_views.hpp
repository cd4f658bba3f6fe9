// What the page "Deze week" shows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "design/components/empty_state/empty_state.hpp"
#include "design/components/item_list/item_list.hpp"
#include "platform/html/view.hpp"

namespace wijktafel::safety_net {

struct WeekSection {
  std::string id;
  std::string title;
  std::optional<design::ItemList> list;
  std::string empty;
  std::optional<std::string> more;
};
BOOST_DESCRIBE_STRUCT(WeekSection, (), (id, title, list, empty, more))

struct WeekView {
  std::string title;
  std::string period;                        // "maandag 23 tot en met zondag 29 november"
  std::optional<design::EmptyState> nobody;  // somebody without an area or an organisation
  std::vector<WeekSection> sections;
  std::vector<std::string> away;
  std::string work_url;
};
BOOST_DESCRIBE_STRUCT(WeekView, (), (title, period, nobody, sections, away, work_url))

}  // namespace wijktafel::safety_net
