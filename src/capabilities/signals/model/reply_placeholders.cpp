#include "capabilities/signals/model/reply_placeholders.hpp"

#include <array>
#include <utility>

namespace wijktafel::signals {

std::string filled_reply(std::string_view text, const ReplyFacts& facts) {
  const std::array<std::pair<std::string_view, const std::string*>, 4> places{
      {{"{naam}", &facts.name},
       {"{nummer}", &facts.number},
       {"{datum}", &facts.date},
       {"{organisatie}", &facts.organisation}}};
  std::string filled;
  while (!text.empty()) {
    std::size_t read = 1;
    for (const auto& [place, fact] : places) {
      if (!text.starts_with(place)) continue;
      filled += *fact;
      read = place.size();
      break;
    }
    if (read == 1) filled += text.front();
    text.remove_prefix(read);
  }
  return filled;
}

}  // namespace wijktafel::signals
