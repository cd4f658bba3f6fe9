// The mail with the link by which a visitor confirms a reaction.
#pragma once

#include <string>

#include "capabilities/comments/comments.hpp"
#include "platform/mail/mail.hpp"
#include "platform/web/call.hpp"

namespace wijktafel::comments {

struct ConfirmLetter {
  CommentId comment{};
  std::string item_title;
  std::string mail_address;
  std::string name;
  std::string text;
  std::string link_token;
};
mail::Message confirm_mail(const web::Call& call, const ConfirmLetter& letter);

}  // namespace wijktafel::comments
