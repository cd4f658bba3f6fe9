// What a moderator sees of held reports.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "design/components/empty_state/empty_state.hpp"
#include "design/components/notice/notice.hpp"
#include "design/components/text_field/text_field.hpp"
#include "platform/html/view.hpp"

namespace wijktafel::signals {

struct HeldRow {
  std::string title;
  std::string about;
  html::SafeHtml text;
  std::optional<std::string> in_confidence;  // says so, instead of the text
  std::optional<design::Link> page;          // where who may read it does, which is written down
  bool may_decide = true;
  std::string let_through_url;  // "" for what was removed
  std::string remove_url;
  design::TextField reason;
  std::string undo_url;
};
BOOST_DESCRIBE_STRUCT(HeldRow, (),
                      (title, about, text, in_confidence, page, may_decide, let_through_url, remove_url,
                       reason, undo_url))

struct HeldView {
  std::optional<design::Notice> notice;
  std::optional<design::EmptyState> empty;
  std::vector<HeldRow> waiting;
  std::vector<HeldRow> removed;
  bool has_removed = false;
  std::optional<std::string> next_waiting_url;
  std::optional<std::string> next_removed_url;
};
BOOST_DESCRIBE_STRUCT(HeldView, (),
                      (notice, empty, waiting, removed, has_removed, next_waiting_url, next_removed_url))

}  // namespace wijktafel::signals
