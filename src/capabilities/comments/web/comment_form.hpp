// The form in which somebody reacts: fresh under an item, or back with what was typed.
#pragma once

#include <string>
#include <vector>

#include "capabilities/comments/web/views.hpp"
#include "platform/web/call.hpp"
#include "platform/web/form.hpp"

namespace wijktafel::comments {

struct TypedComment {
  std::string text = {};
  std::string name = {};
  std::string mail = {};
  std::string organisation = {};  // its number; "" for oneself
  std::string begun = {};         // when the form was made; "" for now
};

CommentForm comment_form(const web::Call& call, std::string url, const TypedComment& typed = {},
                         const std::vector<web::FieldFault>& faults = {});

}  // namespace wijktafel::comments
