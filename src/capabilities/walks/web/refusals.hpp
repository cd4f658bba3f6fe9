// Every refusal of this capability in words.
#pragma once

#include "capabilities/walks/refusals.hpp"
#include "platform/files/photo.hpp"
#include "platform/web/call.hpp"
#include "platform/web/form.hpp"

namespace wijktafel::walks {

struct Said {
  std::string word_key;
  i18n::Arguments arguments = {};
  int status = 422;
};
Said said_of(const web::Call& call, const WalkRefusal& refusal);
Said said_of(const files::PhotoRefusal& refusal);
std::string in_words(const web::Call& call, const Said& said);

}  // namespace wijktafel::walks
