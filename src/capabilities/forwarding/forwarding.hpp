// Signals that go to the system of whoever does the work: by Open311, by mail or in a file; and what that
// system says comes back as news of the signal. No contact data of whoever told it ever goes along.
//
// Hears:   signals.reported {item}, signals.changed {item}, signals.updated {item, sequence},
// items.text_erased {item}
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "capabilities/signals/signals.hpp"

namespace wijktafel::forwarding {

using identity::OrganisationId;
using items::ItemId;

enum class DestinationId : std::int64_t {};
enum class SentId : std::int64_t {};

web::Capability capability();

// An answer to a mail that went to a department comes in at an address with a detail behind the plus that
// only that department knows. Whether this is the form of one:
bool is_reply_detail(std::string_view detail);
// What was answered becomes news of the signal, in the name of the organisation. False when nothing of ours
// has this detail.
bool take_reply(const web::Service& service, db::Transaction& tx, Instant now, std::string_view detail,
                std::string_view text);

}  // namespace wijktafel::forwarding
