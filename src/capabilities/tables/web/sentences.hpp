// Sentences that several pages say: how a table decides, how a decision was taken.
#pragma once

#include "capabilities/tables/reads/meeting_page.hpp"
#include "capabilities/tables/web/meeting_views.hpp"

namespace wijktafel::tables {

// Of a table that does not exist yet: by consensus, everyone who is there.
Body first_rules(const web::Call& call);

std::vector<std::string> rules_in_words(const web::Call& call, const Body& body);
// "Iedereen was het eens." or "7 voor, 1 tegen, ...".
std::string how_taken(const web::Call& call, const Decision& decision);
// All of it: also who took no part, who votes, and what a vote needed.
std::vector<std::string> how_in_words(const web::Call& call, const Decision& decision);

DecisionLine line_of(const web::Call& call, const TakenDecision& taken);
// Nothing when there are none.
std::optional<DecisionList> lines_of(const web::Call& call, const std::vector<TakenDecision>& taken);

// A page of an item, as a link with its title.
design::Link link_to(const web::Call& call, const items::Item& item);

}  // namespace wijktafel::tables
