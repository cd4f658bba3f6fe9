// The form by which a signal becomes confidential or public again.
#pragma once

#include <optional>
#include <vector>

#include "capabilities/signals/reads/signal_page.hpp"
#include "capabilities/signals/web/confidence_views.hpp"
#include "platform/web/call.hpp"
#include "platform/web/form.hpp"

namespace wijktafel::signals {

// Nothing for who may not, and for what was referred. `returned`: the reason as it was typed.
std::optional<ConfidentialForm> confidential_form(const web::Call& call, const web::AreaRef& area,
                                                  const SignalDetail& detail,
                                                  const std::optional<std::string>& returned,
                                                  const std::vector<web::FieldFault>& faults);

}  // namespace wijktafel::signals
