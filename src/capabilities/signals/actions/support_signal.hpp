// "Ik ook": somebody sees the same, and adds support, a detail or photos instead of a second signal.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "capabilities/signals/refusals.hpp"
#include "capabilities/signals/sender.hpp"
#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals {

struct SupportSignal {
  ItemId item{};
  // What tells one supporter from another: a secret of the browser, or an account. Only a hash made with the
  // number of the signal is kept.
  std::string supporter;
  std::string detail = {};                // of who is not signed in; tidied, at most text_most
  std::vector<items::Photo> photos = {};  // none is shown before a coordinator looked
  std::string draft_token = {};  // of a report that is given up for this: it goes, its photos come along
  // By which it is known who told the signal: they count already.
  std::optional<PersonId> person = std::nullopt;
  std::string device_hash = {};  // of the browser as it reports
};

struct Supported {
  bool is_counted = false;  // false: this supporter had been counted before, or told it
  bool is_own = false;
  std::int64_t supporters = 0;  // with this one
};

using SupportRefusal = std::variant<NoSuchSignal, SignalIsClosed, TooManyPhotos>;

// Nobody reads who supports. The detail waits for a moderator, among what others add (tell_more).
Result<Supported, SupportRefusal> support_signal(db::Transaction& tx, Instant now, const SupportSignal& form,
                                                 const Sender& sender);

// Of signals that closed reporter_kept_days ago: who supports is forgotten, how many is not.
void forget_supporters(db::Transaction& tx, Instant now, int most);

}  // namespace wijktafel::signals
