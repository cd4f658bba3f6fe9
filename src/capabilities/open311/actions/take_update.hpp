// A client lets know what happened to a request.
#pragma once

#include "capabilities/open311/keys.hpp"
#include "capabilities/signals/signals.hpp"

namespace wijktafel::open311 {

struct TakeUpdate {
  Key key;
  items::ItemId item{};
  std::string code;  // the sender's own number; the same one again changes nothing
  std::string text;
  std::string status;  // of a signal, "" leaves it as it is
};
// Gives the number under which it is told here (update_id_of), also when it came before. A status that the
// signal cannot take from where it is does not lose the words: they are added to it.
Result<std::string, signals::Refused> take_update(const web::Call& call, db::Transaction& tx,
                                                  const TakeUpdate& form);

}  // namespace wijktafel::open311
