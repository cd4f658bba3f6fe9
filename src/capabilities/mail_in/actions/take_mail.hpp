// What becomes of a mail that came in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "capabilities/items/items.hpp"
#include "platform/mail/received.hpp"
#include "platform/web/service.hpp"

namespace wijktafel::mail_in {

enum class Outcome {
  signal,        // it became a signal
  reply,         // it became news of a signal
  known,         // it was taken before
  worry,         // it seems to be about a person: answered with whom to call, and kept nowhere
  held_robot,    // a program sent it, or it goes round in circles
  held_spam,     // the town's mail server says so
  held_no_area,  // nobody knows for which neighbourhood it is
  held_many,     // this sender sent too many today
  held_reply,    // an answer with a key that is not ours
  held_refused,  // the rules of signals do not allow it: nothing in it, a place outside
};
std::string_view word(Outcome outcome);
inline bool is_held(Outcome outcome) { return word(outcome).starts_with("held"); }

struct TakeMail {
  mail::Received mail;
  std::string digest;  // of the whole message, for one without a number of its own
  std::vector<items::Photo> photos = {};
  std::vector<std::string> left_out = {};  // names of attachments that were no photos
};

// Of the mail that says where the text of this signal belongs as well; it goes with that text.
std::string message_id_of_other_door(items::ItemId item);

// In a transaction of its own: nothing of a mail that is held stays but its digest.
Outcome take_mail(const web::Service& service, db::Transaction& tx, Instant now, const TakeMail& form);

}  // namespace wijktafel::mail_in
