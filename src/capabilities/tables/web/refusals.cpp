#include "capabilities/tables/web/refusals.hpp"

namespace wijktafel::tables {

namespace {

constexpr int not_found = 404;
constexpr int conflict = 409;

i18n::Arguments on(const web::Call& call, Date date) {
  return {{"date", i18n::long_date(call.language, date, call.today)}};
}

}  // namespace

Said said_of(const web::Call& call, const TableRefusal& refusal) {
  return std::visit(
      overloaded{
          [](const NoSuchMeeting&) { return Said{"tables.refusal.no_such_meeting", {}, not_found}; },
          [](const NoSuchAgendaItem&) { return Said{"tables.refusal.no_such_agenda_item", {}, not_found}; },
          [](const NoSuchSubject&) { return Said{"tables.refusal.no_such_subject", {}, not_found}; },
          [](const SubjectNotPublic&) { return Said{"tables.refusal.subject_not_public", {}, conflict}; },
          [&](const BeginsInThePast& past) {
            return Said{"tables.refusal.begins_in_the_past", on(call, past.today), 422, "date"};
          },
          [&](const NotYetToday& later) {
            return Said{"tables.refusal.not_yet_today", on(call, later.day), conflict};
          },
          [](const MeetingNotBegun&) { return Said{"tables.refusal.meeting_not_begun", {}, conflict}; },
          [](const MeetingIsOver&) { return Said{"tables.refusal.meeting_is_over", {}, conflict}; },
          [](const AlreadyOnAgenda&) { return Said{"tables.refusal.already_on_agenda", {}, conflict}; },
          [](const QuorumNotMet& few) {
            return Said{"tables.refusal.quorum_not_met",
                        {{"present", std::int64_t{few.present}}, {"needed", std::int64_t{few.needed}}},
                        422,
                        "votes_for"};
          },
          [](const NotCarried&) { return Said{"tables.refusal.not_carried", {}, 422, "votes_for"}; },
          [](const AdviceToMissing&) {
            return Said{"tables.refusal.advice_to_missing", {}, 422, "advice_to"};
          },
          [](const AnswerDateMissing&) {
            return Said{"tables.refusal.answer_date_missing", {}, 422, "answer_before"};
          },
          [&](const AnswerDateInThePast& past) {
            return Said{"tables.refusal.answer_date_in_the_past", on(call, past.today), 422, "answer_before"};
          },
          [](const RegulationMissing&) {
            return Said{"tables.refusal.regulation_missing", {}, 422, "regulation"};
          },
          [](const MinutesChanged&) { return Said{"tables.refusal.minutes_changed", {}, conflict, "text"}; },
          [](const MinutesMissing&) { return Said{"tables.refusal.minutes_missing", {}, 422, "text"}; },
      },
      refusal);
}

std::string in_words(const web::Call& call, const Said& said) {
  return call.text(said.word_key, said.arguments);
}

web::FieldFault fault_of(const Said& said, std::string_view otherwise) {
  return {said.field.empty() ? std::string(otherwise) : said.field, said.word_key, said.arguments};
}

}  // namespace wijktafel::tables
