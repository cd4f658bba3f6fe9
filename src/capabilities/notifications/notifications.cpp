#include "capabilities/notifications/notifications.hpp"

#include "capabilities/notifications/store.hpp"
#include "capabilities/notifications/tell.hpp"
#include "capabilities/notifications/web/pages.hpp"
#include "platform/mail/outbox.hpp"

namespace wijktafel::notifications {

web::Capability capability() {
  web::Capability notifications;
  notifications.name = "notifications";
  notifications.level = 3;
  notifications.routes = routes();
  notifications.permissions = {{"notifications.call", {"coordinator"}}};
  notifications.slots = {{"area_work", 10, calls_waiting}};
  notifications.jobs = {{.kind = "notifications.tell_milestone", .handler = tell_milestone}};
  notifications.listeners = {{.event = "items.milestone_recorded", .kind = "notifications.tell_milestone"}};
  notifications.personal_data = {
      {"notification_follower", "address", "notifications.purpose.address", 365},
      {"notification_follower", "name", "notifications.purpose.name", 365},
      {"notification_follower", "follow_path", "notifications.purpose.follow_path", 365},
  };
  return notifications;
}

void subscribe(db::Transaction& tx, Instant now, items::ItemId item, const Subscription& subscription) {
  store::insert(tx, now, item, subscription);
  items::mark_followed(tx, item);
}

void unsubscribe_all(db::Transaction& tx, items::ItemId item) { store::remove_all(tx, item); }

void drop_waiting_mails(db::Transaction& tx, Instant now, items::ItemId item) {
  for (const auto& told : store::told_of(tx, item))
    mail::drop(tx, now, milestone_message_id(item, told.sequence, told.follower));
}

}  // namespace wijktafel::notifications
