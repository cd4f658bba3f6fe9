// Where something can be put on the agenda, for the button on the page of a signal or a goal.
#pragma once

#include "capabilities/tables/records.hpp"

namespace wijktafel::tables {

struct AgendaChoice {
  std::optional<items::Item> subject =
      std::nullopt;  // nothing: there is no such item, or the caller may not see it
  std::optional<items::Item> already_on = std::nullopt;  // the coming meeting that has it on its agenda
  std::optional<items::Item> next_meeting =
      std::nullopt;     // of the nearest area with one: neighbourhood, district, municipality
  Instant begins_at{};  // of the meeting that is named
};
AgendaChoice agenda_choice(const web::Call& call, db::Transaction& tx, ItemId subject);

}  // namespace wijktafel::tables
