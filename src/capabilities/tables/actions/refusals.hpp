// Why a meeting, agenda or decision stays as it is. The words are in web/refusals.cpp, matched exhaustively.
#pragma once

#include "capabilities/tables/tables.hpp"

#include <variant>

namespace wijktafel::tables {

struct NoSuchMeeting {};
struct NoSuchAgendaItem {};
struct BeginsInThePast {
  Date today;
};
struct MeetingIsOver {};       // held or cancelled: agenda and attendance are closed
struct AlreadyOnAgenda {
  ItemId agenda_item{};
};
struct QuorumNotMet {
  int present = 0;
  int needed = 0;
};
struct NotCarried {};          // a vote with no majority is no decision
struct AnswerDateMissing {};   // advice says when the answer comes
struct RegulationMissing {};   // a decision of the municipality names its regulation
struct MinutesMissing {};

using TableRefusal = std::variant<NoSuchMeeting, NoSuchAgendaItem, BeginsInThePast, MeetingIsOver, AlreadyOnAgenda,
                                  QuorumNotMet, NotCarried, AnswerDateMissing, RegulationMissing, MinutesMissing>;
using Done = Result<void, TableRefusal>;

}  // namespace wijktafel::tables
