// The stairwell sheet (portiekblad): one printed page of an area and a month, with what can be said in
// numbers, what became of what, and a strip "ik ook / nog niet opgelost / ik help mee" that comes back to a
// counter or over the telephone.
//
// Hears:   items.text_erased {item}: offers of help with that signal go too.
#pragma once

#include "capabilities/items/items.hpp"

namespace wijktafel::sheets {

using items::ItemId;

web::Capability capability();

}  // namespace wijktafel::sheets
