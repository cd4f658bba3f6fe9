#include "capabilities/signals/actions/enter_signal.hpp"

#include "base/digest.hpp"
#include "capabilities/signals/hold_store.hpp"

namespace wijktafel::signals {
namespace {

// In the place of the browser's number: a person is no browser, so neither counts for the other.
std::string hash_of(const Actor& actor) {
  return actor.person ? hex(sha256("entered by person " + std::to_string(raw(*actor.person))))
                      : std::string();
}

}  // namespace

Result<Reported, ReportRefusal> enter_signal(db::Transaction& tx, Instant now, const Actor& actor,
                                             const web::AreaRef& area, const ReportSignal& report,
                                             std::string_view follow_stem) {
  auto reported = report_signal(tx, now, actor, area, report, follow_stem);
  if (reported)
    store::keep_sent_body(tx, hash_of(actor), hex(sha256("entered " + std::to_string(raw(reported->item)))),
                          reported->item, now);
  return reported;
}

bool has_entered(db::Transaction& tx, const Actor& actor, ItemId item) {
  return actor.person && store::has_sent(tx, hash_of(actor), item);
}

}  // namespace wijktafel::signals
