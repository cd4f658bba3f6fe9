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

// News for somebody who works on something: a mail in their own language that says that there is news and
// where, never what was told. Nobody hears anything who has no address (any more).
struct WorkNews {
  std::string subject_key;  // word keys; both sentences get `arguments`
  std::string sentence_key;
  i18n::Arguments arguments = {};
  std::string path;        // of the page, without host
  std::string message_id;  // of this news; the same news is sent once
};
void tell_worker(const web::Service& service, db::Transaction& tx, Instant now, identity::PersonId person,
                 const WorkNews& news);

// The sentence, the question or the text of a milestone in a mail, by the name under which the mail asks for
// it when it leaves (platform/mail/later.hpp); "" when the text was destroyed, nothing when it is another
// name.
std::optional<std::string> part_of_mail(const web::Service& service, db::Transaction& tx,
                                        std::string_view name, items::ItemId item);

// The text of this item is destroyed: mails about it that have not left yet do not leave any more.
void drop_waiting_mails(db::Transaction& tx, Instant now, items::ItemId item);

}  // namespace wijktafel::notifications
