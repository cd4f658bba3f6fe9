// The walk that the address names.
#pragma once

#include "capabilities/walks/reads/walk_page.hpp"
#include "capabilities/walks/web/refusals.hpp"

namespace wijktafel::walks {

std::optional<WalkPage> walk_asked_for(const web::Call& call);

// The page of the walk, with a sentence above it when something could not be done.
http::Response walk_page(const web::Call& call, const WalkPage& page,
                         const std::optional<Said>& refused = std::nullopt);
// Done and back to the walk, or the walk with why not.
http::Response after(const web::Call& call, const WalkPage& page, const Done& done,
                     std::string_view anchor = {});

}  // namespace wijktafel::walks
