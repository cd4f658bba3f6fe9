// What who looks first at additions sees.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "design/components/action_buttons/action_buttons.hpp"
#include "design/components/empty_state/empty_state.hpp"
#include "design/components/notice/notice.hpp"
#include "design/components/pagination/pagination.hpp"
#include "design/link.hpp"

namespace wijktafel::signals {

struct WaitingUpdateRow {
  design::Link signal;
  std::string when;
  std::string text;
  design::ActionButtons buttons;
};
BOOST_DESCRIBE_STRUCT(WaitingUpdateRow, (), (signal, when, text, buttons))

struct WaitingUpdatesView {
  std::string title;
  std::optional<design::Notice> notice;
  std::optional<design::EmptyState> empty;
  std::vector<WaitingUpdateRow> rows;
  std::optional<design::Pagination> pages;
};
BOOST_DESCRIBE_STRUCT(WaitingUpdatesView, (), (title, notice, empty, rows, pages))

struct WaitingUpdatesLink {
  std::string text;
  std::string url;
};
BOOST_DESCRIBE_STRUCT(WaitingUpdatesLink, (), (text, url))

}  // namespace wijktafel::signals
