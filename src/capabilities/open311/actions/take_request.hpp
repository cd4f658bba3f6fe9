// A client brings in a request: it becomes a signal as any other, and what only Open311 knows stands beside
// it. The same request sent again gives the same number.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "capabilities/open311/keys.hpp"
#include "capabilities/open311/model.hpp"
#include "capabilities/signals/signals.hpp"

namespace wijktafel::open311 {

struct TakeRequest {
  Key key;
  std::string service_code;
  Answers answering = Answers::realtime;
  signals::NewSignal signal;
  web::AreaRef area;
  std::string address_id = {};
  std::string media_url = {};  // never fetched: it is a foreign address
  std::vector<store::Answer> answers = {};
  std::string fingerprint;     // of everything that was sent but the key itself
  std::string retry_key = {};  // of an Idempotency-Key; "" without one
};

struct Taken {
  items::ItemId item{};
  std::string token = {};  // of a service that answers later
  Answers answering = Answers::realtime;
  std::optional<Date> next_date = std::nullopt;  // not of a retry
  std::vector<std::string> other_door = {};      // where it belongs as well, in sentences
};

// The same Idempotency-Key, with something else in it.
struct RetryKeyReused {};
struct KeyIsUsedUp {
  int per_hour = 0;
};
using TakeRefusal = std::variant<RetryKeyReused, KeyIsUsedUp, signals::Refused>;

Result<Taken, TakeRefusal> take_request(const web::Call& call, db::Transaction& tx, const TakeRequest& form);

}  // namespace wijktafel::open311
