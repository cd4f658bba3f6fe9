// A way of looking at one's own inbox, kept under a title.
#pragma once

#include <string>
#include <variant>

#include "capabilities/signals/note_store.hpp"
#include "capabilities/signals/refusals.hpp"

namespace wijktafel::signals {

inline constexpr int views_most = 20;
inline constexpr std::size_t view_title_most = 60;

struct KeepView {
  std::string title;  // not empty; the same title again changes what it shows
  std::string list;   // as in the address: "mij", "team-3"; of an area its key
  std::string query;  // as in the address
  bool is_first = false;
};

Result<void, TooManyViews> keep_view(db::Transaction& tx, PersonId person, const KeepView& form);
void remove_view(db::Transaction& tx, PersonId person, InboxViewId id);
// The account is gone.
void forget_views(db::Transaction& tx, PersonId person);

}  // namespace wijktafel::signals
