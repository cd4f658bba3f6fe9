#include "capabilities/signals/web/story_work.hpp"

#include <fmt/format.h>

#include "capabilities/signals/actions/arrange_signal.hpp"
#include "capabilities/signals/actions/decide_held.hpp"
#include "capabilities/signals/actions/forward_formal.hpp"
#include "capabilities/signals/actions/pick_up_signal.hpp"
#include "capabilities/signals/actions/set_confidential.hpp"
#include "capabilities/signals/actions/split_signal.hpp"
#include "capabilities/signals/actions/support_signal.hpp"
#include "capabilities/signals/actions/write_note.hpp"

namespace wijktafel::signals {
namespace {

// As many neighbours as the event says, each with a secret of their own; a detail is of the last one.
void support(const StoryTeller& teller, const StoryEvent& event, ItemId id) {
  for (int neighbour = 1; neighbour <= event.times; ++neighbour) {
    SupportSignal form{
        .item = id,
        .supporter = fmt::format("story-{}-{}-{}", teller.story.key(), iso_instant(event.at), neighbour)};
    if (neighbour == event.times) form.detail = event.text;
    teller.must(event.at, support_signal(teller.tx, event.at, form, {}));
  }
}

void note(const StoryTeller& teller, const StoryEvent& event, ItemId id) {
  const auto author = teller.person(event.by);
  if (!author) teller.wrong("a note is of nobody: \"by\" is missing");
  teller.must(event.at, write_note(teller.tx, event.at, *author, id, event.text));
}

void split(const StoryTeller& teller, const StoryEvent& event, const Actor& by, ItemId id) {
  if (event.parts.size() < parts_least || event.parts.size() > parts_most)
    teller.wrong(fmt::format("a signal is split in {} to {} \"parts\"", parts_least, parts_most));
  const auto area = teller.service.find_area(teller.story.area);
  teller.must(event.at, split_signal(teller.tx, event.at, by, *area, id, {.parts = event.parts}));
}

void help(const StoryTeller& teller, const StoryEvent& event, const Actor& by, ItemId id) {
  teller.must(event.at,
              help_along(teller.tx, event.at, by, id, {.shown_name = event.name, .reached_by = event.text}));
}

void arrange(const StoryTeller& teller, const StoryEvent& event, const Actor& by, ItemId id) {
  ArrangeSignal form{.people = people_wanted(teller, event), .priority = priority_wanted(teller, event)};
  if (!event.theme.empty()) form.theme = teller.theme(event.theme);
  teller.must(event.at, arrange_signal(teller.tx, event.at, by, id, form));
}

}  // namespace

WantedPeople people_wanted(const StoryTeller& teller, const StoryEvent& event) {
  WantedPeople wanted;
  if (!event.team.empty()) wanted.team = teller.team(event.team);
  if (!event.contact.empty()) wanted.contact = teller.person(event.contact);
  return wanted;
}

std::optional<Priority> priority_wanted(const StoryTeller& teller, const StoryEvent& event) {
  if (event.priority.empty()) return std::nullopt;
  const auto priority = priority_of(event.priority);
  if (!priority) teller.wrong(fmt::format("\"{}\" is no priority", event.priority));
  return priority;
}

void work_on(const StoryTeller& teller, const StoryEvent& event, ItemId id, const Actor& by) {
  auto& tx = teller.tx;
  const auto check = [&](const auto& done) { teller.must(event.at, done); };
  switch (event.deed) {
    case Deed::me_too: return support(teller, event, id);
    case Deed::help: return help(teller, event, by, id);
    case Deed::arrange: return arrange(teller, event, by, id);
    case Deed::note: return note(teller, event, id);
    case Deed::split: return split(teller, event, by, id);
    case Deed::confidential:
      return check(set_confidential(tx, event.at, by, id, {.is_confidential = true, .reason = event.text}));
    case Deed::let_through: return check(let_through(tx, event.at, by, id));
    case Deed::remove: return check(remove_held(tx, event.at, by, id, event.text));
    case Deed::forward:
      return check(forward_formal(tx, event.at, by, {.item = id, .to_whom = event.for_whom}));
    default: teller.wrong("this is nothing that is done at work");
  }
}

}  // namespace wijktafel::signals
