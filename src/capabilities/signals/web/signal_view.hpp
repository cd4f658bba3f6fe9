// From what is known of a signal to what its page shows; used by the page of the signal and by that of its
// follower.
#pragma once

#include "capabilities/signals/reads/signal_page.hpp"
#include "capabilities/signals/web/signal_views.hpp"
#include "platform/web/call.hpp"

namespace wijktafel::signals {

SignalView view_of(const web::Call& call, const web::AreaRef& area, const SignalDetail& detail);

}  // namespace wijktafel::signals
