#include "capabilities/tables/web/phases.hpp"

#include "platform/web/edge.hpp"

namespace wijktafel::tables {

namespace {

struct PhaseShown {
  const char* word_key;
  const char* tone;
};

PhaseShown shown(Phase phase) {
  switch (phase) {
    case Phase::coming: return {"tables.phase.coming", "goal"};
    case Phase::now: return {"tables.phase.now", "ok"};
    case Phase::not_closed: return {"tables.phase.not_closed", "chance"};
    case Phase::held: return {"tables.phase.held", "done"};
    case Phase::cancelled: return {"tables.phase.cancelled", "late"};
  }
  WIJKTAFEL_ASSERT(false, "every phase is shown");
}

}  // namespace

Phase phase_of(const web::Call& call, const items::Item& item, const Meeting& meeting) {
  return phase_of(item.status, meeting.begins_at, call.now);
}

design::StatusBadge badge_of(const web::Call& call, const items::Item& item, const Meeting& meeting) {
  const auto [word_key, tone] = shown(phase_of(call, item, meeting));
  return {call.text(word_key), tone};
}

std::string when(const web::Call& call, const Meeting& meeting) {
  return i18n::date_and_time(call.language, meeting.begins_at, call.today);
}

void set_valid_until(http::Response& response, const std::vector<std::optional<Instant>>& moments) {
  std::optional<Instant> first;
  for (const auto& moment : moments)
    if (moment && (!first || *moment < *first)) first = moment;
  if (first) response.set(web::valid_until_header, std::to_string(to_millis(*first)));
}

}  // namespace wijktafel::tables
