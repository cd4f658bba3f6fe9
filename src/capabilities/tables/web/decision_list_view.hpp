// What the list of decisions shows.
#pragma once

#include "design/components/empty_state/empty_state.hpp"
#include "design/components/item_list/item_list.hpp"
#include "design/components/pagination/pagination.hpp"

namespace wijktafel::tables {

struct DecisionListView {
  std::optional<design::ItemList> list;
  std::optional<design::EmptyState> empty;
  design::Pagination pages;
};
BOOST_DESCRIBE_STRUCT(DecisionListView, (), (list, empty, pages))

}  // namespace wijktafel::tables
