// One reaction in words.
#pragma once

#include "capabilities/comments/reads/conversation.hpp"
#include "capabilities/comments/web/views.hpp"
#include "platform/web/call.hpp"

namespace wijktafel::comments {

std::string who_wrote(const web::Call& call, const SaidComment& said);
// As everybody reads it: a hidden one is its reason, a removed one says so.
design::Comment shown_comment(const web::Call& call, const SaidComment& said);
// With its text, whatever its state: for its writer and for moderators.
design::Comment whole_comment(const web::Call& call, const SaidComment& said);
// For the bar of the browser: what is done, and with which reaction.
std::string title_about(std::string_view title, const SaidComment& said);

}  // namespace wijktafel::comments
