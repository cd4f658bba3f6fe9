// The forms of who works on a signal: shown on its page, and again with what was typed when something is not
// right yet.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "capabilities/signals/reads/signal_page.hpp"
#include "capabilities/signals/web/pickup_view.hpp"
#include "capabilities/signals/web/signal_views.hpp"
#include "platform/web/call.hpp"
#include "platform/web/form.hpp"

namespace wijktafel::signals {

struct TypedAssignment {
  std::string title;
  std::vector<std::string> domains;
  std::string holder;  // number of the organisation
  std::string next_date;
  bool neighbours = false;
  bool show_photos = false;
};
struct TypedAnswer {
  std::string text;
  std::string outcome;
  std::string next_date;
  std::string month;
  std::string for_whom;
  std::string until;
  std::string possible_instead;
  std::optional<std::string> promise;  // the sentence that promises, once it was seen
  bool without_commitment = false;
};

struct TypedUpdate {
  std::string text;
  std::string organisation;  // number; "" as a resident
};

struct TypedArrangement {
  std::string theme;
  std::string priority;
  std::string team;
  std::string contact;
  bool follow_rule = false;
};

// What came back with faults, instead of the fresh form.
struct Returned {
  std::optional<TypedAssignment> assignment = std::nullopt;
  std::optional<TypedAnswer> answer = std::nullopt;
  std::optional<std::string> care = std::nullopt;
  std::optional<std::string> original = std::nullopt;
  std::optional<TypedArrangement> arrangement = std::nullopt;
  std::optional<std::string> note = std::nullopt;
  std::optional<TypedUpdate> update = std::nullopt;
  std::optional<TypedPickup> pickup = std::nullopt;
  std::optional<std::string> confidential_reason = std::nullopt;
  std::vector<web::FieldFault> faults = {};
};

// What this person may do with this signal.
bool may_assign(const web::Call& call, const web::AreaRef& area);
bool may_answer(const web::Call& call, const web::AreaRef& area, const items::Item& item);
bool may_refer(const web::Call& call, const web::AreaRef& area);
bool may_see_reporter(const web::Call& call, const web::AreaRef& area);

// Nothing for who may do nothing here.
std::optional<WorkForms> work_forms(const web::Call& call, const web::AreaRef& area,
                                    const SignalDetail& detail, const Returned& returned);

// The page of the signal with one of its forms returned.
http::Response signal_page(const web::Call& call, ItemId id, const Returned& returned, int status);

}  // namespace wijktafel::signals
