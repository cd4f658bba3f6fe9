#include "capabilities/signals/actions/keep_view.hpp"

namespace wijktafel::signals {

Result<void, TooManyViews> keep_view(db::Transaction& tx, PersonId person, const KeepView& form) {
  for (const auto& view : store::views_of(tx, person, views_most))
    if (view.title == form.title) store::remove_view(tx, person, view.id);
  if (store::views_of(tx, person, views_most).size() == views_most)
    return std::unexpected(TooManyViews{views_most});
  if (form.is_first) store::set_first_view(tx, person, std::nullopt);
  store::insert_view(tx, {.person = person,
                          .title = form.title,
                          .list = form.list,
                          .query = form.query,
                          .is_first = form.is_first});
  return {};
}

void remove_view(db::Transaction& tx, PersonId person, InboxViewId id) { store::remove_view(tx, person, id); }

void forget_views(db::Transaction& tx, PersonId person) { store::remove_views(tx, person); }

}  // namespace wijktafel::signals
