// Whoever reported something hears what became of it, without asking. People follow an item; each milestone
// of the item, or of what it led to, becomes one message per follower: mail (text and HTML), or a line on the
// list of people to call.
#pragma once

#include <optional>
#include <string>

#include "capabilities/items/items.hpp"

namespace wijktafel::notifications {

enum class Channel { mail = 0, phone = 1 };

struct Subscription {
  Channel channel = Channel::mail;
  std::string address =
      {};                 // a mail address or a telephone number; never shown, erased when the follower stops
  std::string name = {};  // may be empty
  i18n::Language language = i18n::Language::nl;
  // Where this follower reads on: a secret follow link ("/lansingerland/volg/<token>") or empty for the
  // item's own page. Kept because every later mail must carry it; the page that takes the link knows only a
  // hash.
  std::string follow_path = {};
};

web::Capability capability();

void subscribe(db::Transaction& tx, Instant now, items::ItemId item, const Subscription& subscription);
void unsubscribe_all(db::Transaction& tx, items::ItemId item);

}  // namespace wijktafel::notifications
