// What stands on a sheet: only what everybody may read, the most important first, and how much more there is.
#pragma once

#include "capabilities/goals/goals.hpp"
#include "capabilities/sheets/model.hpp"
#include "capabilities/sheets/sheets.hpp"
#include "capabilities/tables/tables.hpp"

namespace wijktafel::sheets {

template <class Row>
struct Chosen {
  std::vector<Row> rows;
  std::int64_t more = 0;  // that did not fit
};

struct Promise {
  goals::CommitmentSummary commitment;
  std::string promiser;  // name
};

struct Sheet {
  std::int64_t reported = 0;
  std::int64_t closed = 0;
  std::int64_t solved = 0;
  std::int64_t kept = 0;          // promises judged as kept
  std::int64_t late = 0;          // promises that are late at the end of the month, or today
  Chosen<items::Item> signals;    // closed this month, latest first
  Chosen<Promise> promises;       // late ones first, longest late first; then not kept, partly kept, kept
  Chosen<items::Item> decisions;  // of this month, latest first
  Chosen<items::Item> goals;      // reached this month
  std::optional<tables::MeetingSummary> next_meeting;
  std::vector<items::Item> strip;  // what one can say something about: done this month, and newest open ones
  bool has_earlier = false;        // something was told or closed in the year before this month
};
Sheet make_sheet(const web::Call& call, db::Transaction& tx, const Month& month);

// A signal of this area, named by its number on a strip; nothing when not everybody may read it.
std::optional<items::Item> find_named(db::Transaction& tx, const web::AreaRef& area, std::int64_t number);

}  // namespace wijktafel::sheets
