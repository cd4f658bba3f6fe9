// Themes with their rules in the exchange format: {"themes": [{"key": "verlichting", "name": "Verlichting",
// "domains": ["physical"], "keywords": ["lamp"], "rules": [{"area": "GM1621", "term_days": 5}]}]}.
#pragma once

#include "platform/web/capability.hpp"

namespace wijktafel::themes {

web::Exchange exchange();

// Takes over the themes that come with the program (data/catalogue.json) and are not there yet, with their
// terms as rules of the municipality from that day on. Gives how many.
int adopt_catalogue(db::Transaction& tx, Instant now);
// How many of them are not there yet.
int missing_from_catalogue(db::Transaction& tx);

}  // namespace wijktafel::themes
