// What the list of people to call shows, and the page of one of them.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "design/components/empty_state/empty_state.hpp"
#include "design/link.hpp"

namespace wijktafel::notifications {

struct CallRow {
  design::Link item;
  std::string since;
  std::vector<std::string> news;
  std::string url;
};
BOOST_DESCRIBE_STRUCT(CallRow, (), (item, since, news, url))

struct CallListView {
  std::vector<CallRow> rows;
  std::optional<design::EmptyState> empty;
};
BOOST_DESCRIBE_STRUCT(CallListView, (), (rows, empty))

struct NewsView {
  std::string when;
  std::string sentence;
  std::optional<std::string> text;
  design::Link item;
};
BOOST_DESCRIBE_STRUCT(NewsView, (), (when, sentence, text, item))

struct CallView {
  std::string name;
  std::string number;
  design::Link item;
  std::vector<NewsView> news;
  std::string done_url;
  std::string last;
  std::string back_url;
};
BOOST_DESCRIBE_STRUCT(CallView, (), (name, number, item, news, done_url, last, back_url))

// On the page with the work of an area.
struct CallsWaitingView {
  design::Link link;
};
BOOST_DESCRIBE_STRUCT(CallsWaitingView, (), (link))

}  // namespace wijktafel::notifications
