// Themes with their rules in the exchange format: {"themes": [{"key": "verlichting", "name": "Verlichting",
// "domains": ["physical"], "keywords": ["lamp"], "rules": [{"area": "GM1621", "term_days": 5}]}]}.
#pragma once

#include "platform/web/capability.hpp"

namespace wijktafel::themes {

web::Exchange exchange();

}  // namespace wijktafel::themes
