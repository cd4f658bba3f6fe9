// Somebody ticked "ik help mee": a mail to the coordinators of the area, who call back, and to whoever has
// the signal. The telephone number stands in no mail, only where it is read and then forgotten.
#pragma once

#include "capabilities/sheets/sheets.hpp"

namespace wijktafel::sheets {

void queue_help_mails(const web::Service& service, db::Transaction& tx, Instant now, ItemId item,
                      std::int64_t offer);

}  // namespace wijktafel::sheets
