#include "capabilities/signals/actions/look_at_reporter.hpp"

#include "capabilities/notifications/notifications.hpp"
#include "capabilities/signals/signal_change.hpp"
#include "platform/erasures/erasures.hpp"

namespace wijktafel::signals {

Result<SeenReporter, LookRefusal> look_at_reporter(db::Transaction& tx, Instant now, const Actor& actor,
                                                   ItemId id) {
  if (!find_whole(tx, id)) return std::unexpected(NoSuchSignal{});
  const auto reporter = store::find_reporter(tx, id);
  if (!reporter || reporter->reach == Reach::none) return std::unexpected(NoReporter{});
  store::insert_look(tx, id, actor.person, now);
  return SeenReporter{reporter->reach, reporter->address, reporter->name};
}

void stop_messages(db::Transaction& tx, Instant now, ItemId id) {
  stop_messages_again(tx, id);
  erasures::record(tx, now, "signals.stop_messages_again", {{"item", raw(id)}});
}

void stop_messages_again(db::Transaction& tx, ItemId id) {
  store::silence_reporter(tx, id);
  notifications::unsubscribe_all(tx, id);
}

int forget_reporters(db::Transaction& tx, Instant now, int most) {
  const auto old = store::reporters_closed_before(tx, now - std::chrono::days(reporter_kept_days), most);
  for (const auto id : old) {
    store::remove_reporter(tx, id);
    notifications::unsubscribe_all(tx, id);
  }
  return static_cast<int>(old.size());
}

}  // namespace wijktafel::signals
