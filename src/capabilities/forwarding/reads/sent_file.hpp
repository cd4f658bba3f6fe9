// What was sent to a destination, as a file that its organisation fetches (RFC 4180). Only what everybody may
// see, and no contact data.
#pragma once

#include <string>

#include "capabilities/forwarding/store.hpp"

namespace wijktafel::forwarding {

inline constexpr int file_most = 1000;

// The newest, since this moment.
std::string read_sent_file(const web::Service& service, db::Transaction& tx, DestinationId destination,
                           Instant since);

// A cell as it is written: a spreadsheet takes it for text, whatever it begins with.
std::string sheet_cell(std::string_view text);

}  // namespace wijktafel::forwarding
