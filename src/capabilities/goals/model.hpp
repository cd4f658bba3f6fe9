// The rules of goals and commitments, without a database.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"

namespace wijktafel::goals {

// States of a commitment, as whole words:
//   offered, subject_to_consent, declined, agreed, on_track, at_risk, reported_done, kept, partly_kept,
//   not_kept, not_confirmed, lapsed, replaced, given_back.  "Late" is no state: it follows from the clock.
bool may_become(std::string_view from, std::string_view to);
// What a promiser may report, and what a receiver may find of it.
bool is_report(std::string_view state);
bool is_judgement(std::string_view state);
bool is_open_state(std::string_view state);
// Only somebody who has promised and not yet reported can be late.
bool can_be_late(std::string_view state);
inline constexpr std::string_view judgements[] = {"kept", "partly_kept", "not_kept"};

// 0 when it is not late.
int days_late(std::string_view state, Date due, Date today);

// What somebody may do with a commitment now; the actions decide again when it is done.
struct Asker {
  bool is_promiser = false;         // acts for the organisation that promises
  bool is_receiver = false;         // acts for whom it was promised to: an organisation, or the table
  bool is_residents_group = false;  // the promiser is one
  bool is_contact = false;          // already the contact person
};
struct Possible {
  bool accept = false;
  bool give_consent = false;
  bool decline = false;
  bool report = false;
  bool change_due = false;
  bool give_back = false;
  bool replace = false;
  bool become_contact = false;
  bool judge = false;
  bool lapse = false;
};
Possible possible_now(std::string_view state, bool is_late, const Asker& asker);

// A target below the baseline is reached from above (fewer complaints), else from below.
bool is_reached(double baseline, double target, double value);

// How long the receiver has to say what they find; silence is "not_confirmed", never "kept".
inline constexpr int days_to_judge = 14;

}  // namespace wijktafel::goals
