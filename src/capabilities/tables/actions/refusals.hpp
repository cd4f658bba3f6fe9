// Why a meeting, agenda or decision stays as it is. The words are in web/refusals.cpp, matched exhaustively.
#pragma once

#include <variant>

#include "capabilities/tables/tables.hpp"

namespace wijktafel::tables {

struct NoSuchMeeting {};
struct NoSuchAgendaItem {};
struct NoSuchSubject {};
struct SubjectNotPublic {};  // what is seen by fewer people than the meeting would be told to more
struct BeginsInThePast {
  Date today;
};
struct NotYetToday {  // a meeting begins and ends on its own day, or later
  Date day;
};
struct MeetingNotBegun {};  // nothing is said, decided or written down yet
struct MeetingIsOver {};    // held or cancelled: agenda and attendance are closed
struct AlreadyOnAgenda {
  ItemId agenda_item{};
};
struct QuorumNotMet {
  int present = 0;
  int needed = 0;
};
struct NotCarried {};         // a vote with no majority is no decision
struct AdviceToMissing {};    // advice says to whom
struct AnswerDateMissing {};  // advice says when the answer comes
struct AnswerDateInThePast {
  Date today;
};
struct RegulationMissing {};  // a decision of the municipality names its regulation
struct MinutesMissing {};
struct MinutesChanged {};  // by somebody else, since the form was shown

using TableRefusal =
    std::variant<NoSuchMeeting, NoSuchAgendaItem, NoSuchSubject, SubjectNotPublic, BeginsInThePast,
                 NotYetToday, MeetingNotBegun, MeetingIsOver, AlreadyOnAgenda, QuorumNotMet, NotCarried,
                 AdviceToMissing, AnswerDateMissing, AnswerDateInThePast, RegulationMissing, MinutesMissing,
                 MinutesChanged>;
using Done = Result<void, TableRefusal>;

}  // namespace wijktafel::tables
