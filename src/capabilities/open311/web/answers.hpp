// How an answer goes out: format by the end of the address, errors in that same format.
#pragma once

#include <string>
#include <string_view>

#include "capabilities/open311/document.hpp"
#include "capabilities/open311/faults.hpp"
#include "platform/web/call.hpp"

namespace wijktafel::open311 {

// "requests/12.json" is "12" in JSON. Nothing for another ending, or none.
struct Asked {
  std::string name;
  Format format = Format::xml;
};
std::optional<Asked> asked_from(std::string_view last_segment);
// By the end of the whole path; XML when it says nothing known.
Format format_of(std::string_view path);

http::Response answer(std::string body, Format format, int status = 200);
// The status of the gravest: who may not at all, then what is not there, then what is wrong.
http::Response refuse(const web::Call& call, Format format, const Faults& faults);

}  // namespace wijktafel::open311
