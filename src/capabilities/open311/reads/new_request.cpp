#include "capabilities/open311/reads/new_request.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "capabilities/open311/store.hpp"
#include "platform/mail/mail.hpp"

namespace wijktafel::open311 {
namespace {

constexpr std::size_t address_most = 200;
constexpr std::size_t mail_address_most = 254;
constexpr std::size_t phone_most = 30;

// Text of at most so many characters, or a fault.
std::string limited(const Parameters& parameters, std::string_view name, std::size_t most, Faults& faults) {
  auto text = tidy(parameters.get(name));
  if (length(text) > most)
    faults.push_back({400,
                      "open311.fault.too_long",
                      {{"field", std::string(name)}, {"most", static_cast<std::int64_t>(most)}}});
  return text;
}

void read_service(const web::Call& call, db::Transaction& tx, const Parameters& parameters,
                  NewRequest& request, Faults& faults) {
  const std::string code(parameters.get("service_code"));
  if (code.empty()) {
    faults.push_back({400, "open311.fault.service_missing"});
    return;
  }
  const auto service = find_service(call, tx, code);
  if (!service) {
    faults.push_back({404, "open311.fault.unknown_service", {{"code", std::string(first(code, 60))}}});
    return;
  }
  request.service = *service;
  if (const auto theme = themes::find_theme(tx, code)) {
    request.theme = code;
    request.domains = theme->domains;
  }
  request.answers = read_answers(store::attributes_of(tx, code), parameters.answers(), faults);
}

// One of three forms. With a point that decides the neighbourhood; words alone are of the municipality.
void read_place(const web::Call& call, const Parameters& parameters, NewRequest& request, Faults& faults) {
  const auto latitude = parameters.get("lat");
  const auto longitude = parameters.get("long");
  request.address = limited(parameters, "address_string", address_most, faults);
  request.address_id = limited(parameters, "address_id", short_most, faults);
  request.area = call.service.find_area_by_slug("");
  if (latitude.empty() != longitude.empty()) {
    faults.push_back({400, "open311.fault.half_a_place"});
  } else if (!latitude.empty()) {
    request.place = point_of(latitude, longitude);
    const auto area = request.place ? call.service.find_area_at(*request.place) : std::nullopt;
    if (!request.place) faults.push_back({400, "open311.fault.no_place"});
    if (request.place && !area) faults.push_back({400, "open311.fault.place_outside"});
    if (area) request.area = area;
  } else if (request.address.empty() && request.address_id.empty()) {
    faults.push_back({400, "open311.fault.place_missing"});
  }
}

bool is_web_address(std::string_view text) {
  const bool is_web =
      starts_with_ignoring_case(text, "https://") || starts_with_ignoring_case(text, "http://");
  return is_web && std::ranges::none_of(text, [](char character) {
           return static_cast<unsigned char>(character) <= ' ' || character == '"' || character == '<' ||
                  character == '>' || character == '\\';
         });
}

bool is_phone_number(std::string_view text) {
  const auto digits = std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; });
  return digits >= 8 && digits <= 15 && text.find_first_not_of("0123456789 +-()") == std::string_view::npos;
}

void read_reporter(const Parameters& parameters, NewRequest& request, Faults& faults) {
  request.mail_address = limited(parameters, "email", mail_address_most, faults);
  request.phone = limited(parameters, "phone", phone_most, faults);
  if (!request.mail_address.empty() && !mail::is_address(request.mail_address))
    faults.push_back({400, "open311.fault.mail_wrong"});
  if (!request.phone.empty() && !is_phone_number(request.phone))
    faults.push_back({400, "open311.fault.phone_wrong"});
  const auto given = limited(parameters, "first_name", short_most / 4, faults);
  const auto family = limited(parameters, "last_name", short_most / 4, faults);
  request.name = given + (given.empty() || family.empty() ? "" : " ") + family;
}

}  // namespace

Result<NewRequest, Faults> read_new_request(const web::Call& call, db::Transaction& tx,
                                            const Parameters& parameters) {
  NewRequest request;
  Faults faults;
  read_service(call, tx, parameters, request, faults);
  read_place(call, parameters, request, faults);
  request.description = limited(parameters, "description", description_most, faults);
  request.media_url = limited(parameters, "media_url", url_most, faults);
  if (!request.media_url.empty() && !is_web_address(request.media_url))
    faults.push_back({400, "open311.fault.media_url_wrong"});
  for (const auto* name : {"device_id", "account_id"}) limited(parameters, name, short_most, faults);
  read_reporter(parameters, request, faults);
  if (!faults.empty()) return std::unexpected(std::move(faults));
  return request;
}

}  // namespace wijktafel::open311
