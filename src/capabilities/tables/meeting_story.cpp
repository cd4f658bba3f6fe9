#include "capabilities/tables/meeting_story.hpp"

#include <algorithm>

#include "capabilities/tables/exchange_record.hpp"

namespace wijktafel::tables {

namespace {

web::AreaRef area_of(const web::Service& service, const Record& record) {
  const auto key = record.needed_text("area");
  const auto area = service.find_area(key);
  if (!area) record.refuse("there is no area " + key);
  return *area;
}

std::string one_of(const Record& record, std::string_view member, const auto& allowed,
                   const std::string& otherwise) {
  const auto value = record.text(member, otherwise);
  if (std::ranges::find(allowed, value) == std::end(allowed))
    record.refuse(std::string(member) + " is \"" + value + "\", which is none of its values");
  return value;
}

PointStory read_point(const Record& record, Instant planned_at) {
  PointStory point{.key = record.needed_text("key"),
                   .title = record.text("title"),
                   .subject = record.text("subject"),
                   .added_at = record.moment("added_at").value_or(planned_at)};
  if (point.title.empty() && point.subject.empty()) record.refuse("title is missing");
  return point;
}

DecisionStory read_decision(const Record& record) {
  DecisionStory decision;
  decision.key = record.needed_text("key");
  decision.agenda = record.needed_text("agenda");
  decision.text = record.needed_text("text");
  decision.kind = one_of(record, "kind", decision_kinds, "agreement");
  decision.taken_by = one_of(record, "taken_by", decision_ways, "consensus");
  if (const auto votes = record.record("votes"))
    decision.votes = {votes->number("for", 0), votes->number("against", 0), votes->number("abstain", 0),
                      votes->number("recused", 0)};
  decision.advice_to = record.text("advice_to");
  decision.answer_before = record.date("answer_before");
  decision.regulation = record.text("regulation");
  decision.wants_follow_up = record.flag("wants_follow_up", true);
  decision.leads_to = record.texts("leads_to");
  return decision;
}

// Discussions and decisions are about a point of this meeting.
PointStory& point_named(const Record& record, MeetingStory& meeting, const std::string& key) {
  const auto found = std::ranges::find(meeting.agenda, key, &PointStory::key);
  if (found == meeting.agenda.end()) record.refuse("there is no " + key + " on this agenda");
  return *found;
}

void read_what_happened(const Record& record, MeetingStory& meeting) {
  constexpr std::string_view minutes_states[] = {"draft", "adopted"};
  meeting.attendance = record.texts("attendance");
  meeting.other_residents = record.number("other_residents", 0);
  for (const auto& [key, text] : record.pairs("discussion"))
    point_named(record, meeting, key).discussion = text;
  for (const auto& decided : record.records("decisions")) {
    auto decision = read_decision(decided);
    point_named(decided, meeting, decision.agenda);
    meeting.decisions.push_back(std::move(decision));
  }
  meeting.minutes = record.text("minutes");
  meeting.minutes_adopted = one_of(record, "minutes_state", minutes_states, "draft") == "adopted";
}

MeetingStory read_meeting(const web::Service& service, const Record& record) {
  MeetingStory meeting;
  meeting.key = record.needed_text("key");
  meeting.area = area_of(service, record);
  meeting.title = record.needed_text("title");
  meeting.planned_at = record.needed_moment("planned_at");
  meeting.planned_by = record.text("planned_by");
  meeting.begins_at = record.needed_moment("begins_at");
  meeting.place = record.needed_text("place");
  meeting.online_link = record.text("online_link");
  meeting.is_public = record.flag("is_public", true);
  for (const auto& point : record.records("agenda"))
    meeting.agenda.push_back(read_point(point, meeting.planned_at));
  meeting.held = record.flag("held", false);
  if (meeting.held) read_what_happened(record, meeting);
  return meeting;
}

}  // namespace

std::vector<MeetingStory> read_meetings(const web::Service& service, const boost::json::value& section) {
  std::vector<MeetingStory> meetings;
  for (const auto& record : Record::all_of(section, "meetings"))
    meetings.push_back(read_meeting(service, record));
  return meetings;
}

std::vector<Body> read_bodies(const web::Service& service, const boost::json::value& section) {
  std::vector<Body> bodies;
  for (const auto& record : Record::all_of(section, "tables"))
    bodies.push_back({.area = area_of(service, record).key,
                      .name = record.needed_text("name"),
                      .state = one_of(record, "state", body_states, "active"),
                      .decides_by = one_of(record, "decides_by", decision_ways, "consensus"),
                      .voters = record.text("voters"),
                      .quorum = record.number("quorum", 0)});
  return bodies;
}

}  // namespace wijktafel::tables
