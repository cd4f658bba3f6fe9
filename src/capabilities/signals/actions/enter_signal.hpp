// Somebody at a counter or on the telephone writes down what another tells.
#pragma once

#include "capabilities/signals/actions/report_signal.hpp"

namespace wijktafel::signals {

// As report_signal, and for a day it is known who typed it.
Result<Reported, ReportRefusal> enter_signal(db::Transaction& tx, Instant now, const Actor& actor,
                                             const web::AreaRef& area, const ReportSignal& report,
                                             std::string_view follow_stem);
bool has_entered(db::Transaction& tx, const Actor& actor, ItemId item);

}  // namespace wijktafel::signals
