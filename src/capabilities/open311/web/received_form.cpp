#include "capabilities/open311/web/received_form.hpp"

#include <algorithm>

#include "base/digest.hpp"
#include "platform/http/form_body.hpp"

namespace wijktafel::open311 {

Result<http::Form, Fault> received_form(const http::Request& request) {
  if (request.body.empty()) return http::Form{};
  const auto type = request.header("Content-Type");
  if (!http::is_form(type)) return std::unexpected(Fault{400, "open311.fault.no_form"});
  auto form = http::decode_form(type, request.body);
  if (!form) return std::unexpected(Fault{400, "open311.fault.unreadable_form"});
  return std::move(*form);
}

std::string fingerprint_of(std::int64_t key, const http::Request& request, const http::Form& form) {
  auto fields = form.fields;
  std::ranges::copy(request.query, std::back_inserter(fields));
  std::erase_if(fields, [](const auto& field) { return field.first == "api_key" || field.second.empty(); });
  std::ranges::stable_sort(fields, {}, [](const auto& field) { return field.first; });
  std::string all = std::to_string(key);
  for (const auto& [name, value] : fields)
    all += "\n" + std::to_string(name.size()) + " " + name + " " + std::to_string(value.size()) + " " + value;
  for (const auto& file : form.files) all += "\nfile " + hex(sha256(file.bytes));
  return hex(sha256(all));
}

}  // namespace wijktafel::open311
