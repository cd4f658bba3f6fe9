// "Is dit al verteld?": what looks like what is about to be sent.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "capabilities/signals/reads/likely_duplicates.hpp"
#include "platform/html/safe_html.hpp"
#include "platform/web/call.hpp"

namespace wijktafel::signals {

// Nothing to show is no html. `query` comes behind the address of "Ik ook": "?melding=ja".
html::SafeHtml likely_block(const web::Call& call, const std::vector<LikelySame>& likely,
                            const std::string& query);

}  // namespace wijktafel::signals
