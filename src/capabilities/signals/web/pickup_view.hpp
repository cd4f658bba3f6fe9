// The part of the page of a signal that is about neighbours, and what comes back from its forms.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "capabilities/signals/reads/signal_page.hpp"
#include "capabilities/signals/web/pickup_views.hpp"
#include "platform/web/call.hpp"
#include "platform/web/form.hpp"

namespace wijktafel::signals {

struct TypedPickup {
  enum class Form { pick_up, help, news };
  Form form = Form::pick_up;
  std::string plan = {};  // also the text of news
  std::string date = {};
  std::string group = {};
  std::string name = {};
  std::string reached_by = {};
  std::string news = {};
  std::string initiative = {};
};

// Nothing where neighbours have no part.
std::optional<NeighboursView> neighbours_view(const web::Call& call, const web::AreaRef& area,
                                              const SignalDetail& detail,
                                              const std::optional<TypedPickup>& returned,
                                              const std::vector<web::FieldFault>& faults);

}  // namespace wijktafel::signals
