#include "capabilities/goals/jobs.hpp"

#include "capabilities/goals/actions/change_due.hpp"
#include "capabilities/goals/actions/judge_commitment.hpp"
#include "capabilities/goals/model.hpp"
#include "capabilities/goals/store.hpp"

namespace wijktafel::goals {
namespace {

// One run takes at most so many; the next run takes the rest.
constexpr int most_at_once = 200;

}  // namespace

void record_late_commitments(const web::Service& /*service*/, db::Transaction& tx, const Facts& /*payload*/,
                             Instant now) {
  for (const auto id : store::late_and_unrecorded(tx, local_date(now), most_at_once))
    (void)record_late(tx, now, id);
}

void end_silences(const web::Service& /*service*/, db::Transaction& tx, const Facts& /*payload*/,
                  Instant now) {
  const Instant before = now - std::chrono::hours(24 * days_to_judge);
  for (const auto id : store::unjudged_since(tx, before, most_at_once)) (void)end_silence(tx, now, id);
}

}  // namespace wijktafel::goals
