#include "capabilities/open311/web/answers.hpp"

#include <algorithm>

namespace wijktafel::open311 {

std::optional<Asked> asked_from(std::string_view last_segment) {
  const auto dot = last_segment.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return std::nullopt;
  const auto ending = last_segment.substr(dot + 1);
  if (ending != "xml" && ending != "json") return std::nullopt;
  return Asked{std::string(last_segment.substr(0, dot)), ending == "xml" ? Format::xml : Format::json};
}

Format format_of(std::string_view path) { return path.ends_with(".json") ? Format::json : Format::xml; }

http::Response answer(std::string body, Format format, int status) {
  http::Response response;
  response.status = status;
  response.body = std::move(body);
  response.set("Content-Type",
               format == Format::xml ? "text/xml; charset=utf-8" : "application/json; charset=utf-8");
  // Everything here is public or has a key; no cookies are read. A page of anybody may show it.
  response.set("Access-Control-Allow-Origin", "*");
  return response;
}

http::Response refuse(const web::Call& call, Format format, const Faults& faults) {
  Document document(format);
  document.open_list("errors");
  int status = 400;
  const auto has = [&](int code) { return std::ranges::find(faults, code, &Fault::status) != faults.end(); };
  for (const int code : {404, 503, 429, 403})
    if (has(code)) status = code;
  for (const auto& fault : faults) {
    document.open("error");
    document.whole_number("code", fault.status);
    document.text("description", call.text(fault.word_key, fault.arguments));
    document.close();
  }
  document.close();
  auto response = answer(document.take(), format, status);
  if (status == 503) response.set("Retry-After", "30");
  if (status == 429) response.set("Retry-After", "600");
  return response;
}

}  // namespace wijktafel::open311
