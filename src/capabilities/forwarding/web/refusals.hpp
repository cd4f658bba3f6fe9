// Every refusal of this capability in words.
#pragma once

#include "capabilities/forwarding/actions/change_destination.hpp"
#include "capabilities/forwarding/actions/send_signal.hpp"
#include "platform/web/call.hpp"
#include "platform/web/form.hpp"

namespace wijktafel::forwarding {

web::FieldFault fault(const SaveRefusal& refusal);
std::string word_key(const SendRefusal& refusal);
// A page that says why, with the way back to the signal.
http::Response refusal_page(const web::Call& call, ItemId item, const SendRefusal& refusal);
http::Response refusal_page(const web::Call& call, ItemId item, const RetryRefusal& refusal);

}  // namespace wijktafel::forwarding
