// The form about a destination: the same questions when it is added and when it is changed.
#pragma once

#include <span>

#include "capabilities/forwarding/actions/change_destination.hpp"
#include "capabilities/forwarding/web/views.hpp"
#include "platform/web/call.hpp"
#include "platform/web/form.hpp"

namespace wijktafel::forwarding {

struct TypedDestination {
  SaveDestination form;
};
TypedDestination typed_from(const store::Destination& destination);
TypedDestination read_destination_form(const web::Call& call, web::FormReader& reader, bool is_new);
// Without title, address and buttons.
DestinationForm destination_form(const web::Call& call, const TypedDestination& typed, bool is_new,
                                 std::span<const web::FieldFault> faults);

}  // namespace wijktafel::forwarding
