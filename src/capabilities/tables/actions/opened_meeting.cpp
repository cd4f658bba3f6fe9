#include "capabilities/tables/actions/opened_meeting.hpp"

#include "capabilities/tables/store.hpp"

namespace wijktafel::tables {

Result<OpenedMeeting, TableRefusal> find_any(db::Transaction& tx, ItemId id) {
  auto item = items::find_locked(tx, id);
  auto meeting = store::find_meeting(tx, id);
  if (!item || !meeting) return std::unexpected(NoSuchMeeting{});
  return OpenedMeeting{std::move(*item), std::move(*meeting)};
}

Result<OpenedMeeting, TableRefusal> find_open(db::Transaction& tx, ItemId id) {
  auto found = find_any(tx, id);
  if (found && !found->item.is_open) return std::unexpected(MeetingIsOver{});
  return found;
}

Result<OpenedMeeting, TableRefusal> find_begun(db::Transaction& tx, ItemId id) {
  auto found = find_open(tx, id);
  if (found && found->item.status != "under_way") return std::unexpected(MeetingNotBegun{});
  return found;
}

}  // namespace wijktafel::tables
