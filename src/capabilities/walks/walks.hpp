// Inspection walks (wijkschouwen): a group walks through the neighbourhood and writes down what falls short
// and what could be better; who does what and when is agreed on the spot. A promise made on a walk is a
// commitment of goals, what is only told is a signal: one promise, one record.
//
// Hears:   items.text_erased {item}: what a walk kept about that signal goes too.
#pragma once

#include <string_view>

#include "capabilities/items/items.hpp"

namespace wijktafel::walks {

using identity::OrganisationId;
using identity::PersonId;
using items::ItemId;

// Item kind "walk" (/schouwen/12).
inline constexpr std::string_view item_kind = "walk";

web::Capability capability();

}  // namespace wijktafel::walks
