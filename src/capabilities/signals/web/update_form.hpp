// The form with which somebody adds something to a signal, and what came in by it.
#pragma once

#include <vector>

#include "capabilities/signals/actions/tell_more.hpp"
#include "capabilities/signals/web/signal_views.hpp"
#include "capabilities/signals/web/work_forms.hpp"
#include "platform/web/call.hpp"
#include "platform/web/form.hpp"

namespace wijktafel::signals {

inline constexpr std::size_t photos_of_update_most = 2;

// `returned`: what was typed when it came back with faults.
UpdateForm update_form(const web::Call& call, std::string url, const SignalDetail& detail,
                       const std::optional<TypedUpdate>& returned,
                       const std::vector<web::FieldFault>& faults);
// May anything be added to it at all?
bool takes_updates(const SignalDetail& detail);

struct ReadUpdate {
  TypedUpdate typed;
  TellMore form;
};
// Reads text, organisation and photos; a photo is kept in the file store only when there is no fault at all.
ReadUpdate read_update(const web::Call& call, web::FormReader& reader);
// Files of photos that were not used after all.
void discard_photos(const web::Call& call, const TellMore& form);

}  // namespace wijktafel::signals
