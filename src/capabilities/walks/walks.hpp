// Inspection walks (wijkschouwen): a group walks through the neighbourhood and writes down what falls short
// and what could be better; who does what and when is agreed on the spot. A promise made on a walk is a
// commitment of goals, what is only told is a signal: one promise, one record.
//
// Hears:   items.text_erased {item}: what a walk kept about that signal goes too.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "capabilities/items/items.hpp"

namespace wijktafel::walks {

using identity::OrganisationId;
using identity::PersonId;
using items::ItemId;

// Item kind "walk" (/schouwen/12).
inline constexpr std::string_view item_kind = "walk";

web::Capability capability();

// A point in a mail is looked up when the mail leaves (platform/mail/later.hpp): by this name, and what it
// says then; nothing when its text is gone, or when it became something that not everyone may see.
std::string point_for_mail(i18n::Language language);
std::optional<std::string> point_line(db::Transaction& tx, i18n::Language language, std::int64_t point);

}  // namespace wijktafel::walks
