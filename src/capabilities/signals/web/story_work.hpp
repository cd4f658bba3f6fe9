// What those who work on a signal do with it in a story: divide the work, write notes, decide what is held or
// confidential, split; and the support of neighbours.
#pragma once

#include "capabilities/signals/web/story_teller.hpp"
#include "capabilities/signals/work_people.hpp"

namespace wijktafel::signals {

// Of an event whose deed is none of those in exchange.cpp.
void work_on(const StoryTeller& teller, const StoryEvent& event, ItemId id, const Actor& by);

// Team, person and priority as an event names them; what it does not name stays as it is.
WantedPeople people_wanted(const StoryTeller& teller, const StoryEvent& event);
std::optional<Priority> priority_wanted(const StoryTeller& teller, const StoryEvent& event);

}  // namespace wijktafel::signals
