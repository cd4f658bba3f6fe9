// Somebody looked at it: a good title, the domains, who has it now and when the reporter hears more.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "capabilities/signals/refusals.hpp"
#include "capabilities/signals/signals.hpp"
#include "capabilities/signals/work_people.hpp"

namespace wijktafel::signals {

struct AssignSignal {
  std::string title;  // not empty, at most title_most
  items::Domains domains = 0;
  std::optional<OrganisationId> holder = std::nullopt;
  std::optional<Date> next_date = std::nullopt;  // not said: as it is, also when it has passed
  // Neighbours may pick it up now; asked only where the reporter allowed it.
  bool open_to_neighbours = false;
  // The photos show no face and no number plate, and may be seen by everyone.
  bool show_photos = false;
  std::optional<std::int64_t> version = std::nullopt;  // as it was when the form was made
  std::optional<std::string> theme = std::nullopt;     // one that exists, or "": none
  std::optional<Priority> priority = std::nullopt;
  WantedPeople people = {};
};

using AssignRefusal =
    std::variant<NoSuchSignal, NotPossibleNow, ChangedMeanwhile, DateHasPassed, NotOfThisOrganisation>;

Result<void, AssignRefusal> assign_signal(db::Transaction& tx, Instant now, const Actor& actor, ItemId id,
                                          const AssignSignal& form);

}  // namespace wijktafel::signals
