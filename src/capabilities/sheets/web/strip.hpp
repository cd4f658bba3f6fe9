// What was ticked on a strip, and what becomes of it: the same from the form and from a story.
#pragma once

#include <string>
#include <vector>

#include "capabilities/items/items.hpp"
#include "platform/web/form.hpp"

namespace wijktafel::sheets {

struct Strip {
  std::string sending;  // the number of the form: the same form sent again counts once
  std::string number;   // as typed
  std::vector<std::string> ticked;
  std::string phone;

  bool has(std::string_view tick) const;
};

const std::vector<std::string>& tick_words();

// Open signals have support and help, what is done is asked whether it is. Nothing when all is well.
std::optional<web::FieldFault> wrong_tick(const items::Item& item, const Strip& strip);

Result<void, web::FieldFault> enter(const web::Call& call, db::Transaction& tx, const items::Item& item,
                                    const Strip& strip);

}  // namespace wijktafel::sheets
