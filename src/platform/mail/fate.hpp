// What became of a mail that was queued, for the capability that sent it: it shows people what did not
// arrive.
#pragma once

#include <optional>
#include <string_view>

#include "platform/db/database.hpp"

namespace wijktafel::mail {

enum class Stage { unknown, waiting, sent, dropped, given_up };

struct Fate {
  Stage stage = Stage::unknown;
  // While it waits because no server took it: when it is tried again.
  std::optional<Instant> next_try = std::nullopt;
};
Fate fate_of(db::Transaction& tx, std::string_view message_id);

// A mail that waits for its next try is tried now.
void hurry(db::Transaction& tx, Instant now, std::string_view message_id);

}  // namespace wijktafel::mail
