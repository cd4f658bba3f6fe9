// The page of one meeting, also with what could not be done on it.
#pragma once

#include <span>

#include "capabilities/tables/reads/meeting_page.hpp"
#include "platform/web/form.hpp"

namespace wijktafel::tables {

// What a person typed or pressed that did not work; nothing typed is lost.
struct MeetingInput {
  std::optional<std::string> refused = std::nullopt;  // one sentence on top
  int status = 200;
  std::string point = {};                                // a new point that was typed
  std::optional<std::int64_t> discussed = std::nullopt;  // the agenda item whose discussion was typed
  std::string discussion = {};
  std::vector<web::FieldFault> faults = {};
};

http::Response meeting_page(const web::Call& call, const MeetingPage& page, const MeetingInput& input = {});
std::optional<MeetingPage> meeting_asked_for(const web::Call& call);  // by the number in the path

// Where the discussion of an agenda item is typed: "discussion-13".
std::string discussion_field(ItemId agenda_item);

}  // namespace wijktafel::tables
