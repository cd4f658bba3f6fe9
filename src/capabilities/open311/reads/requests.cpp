#include "capabilities/open311/reads/requests.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "capabilities/organisations/organisations.hpp"

namespace wijktafel::open311 {
namespace {

using namespace std::chrono_literals;

void write_extensions(Document& document, const web::Call& call, const store::RequestRow& request,
                      std::string_view photo) {
  document.open("extended_attributes");
  document.text("channel", request.channel);
  document.text("title", request.title);
  document.text("detailed_status", request.status);
  document.text("area", request.area);
  document.text("url",
                call.service.base_url + items::url_of(call.service, "signal", request.area, request.item));
  document.open_list("photos");
  if (!photo.empty()) {
    document.open("photo");
    document.text("media_url", photo);
    document.close();
  }
  document.close();
  document.close();
}

void write_place(Document& document, const store::RequestRow& request) {
  document.text("address", request.place_words);
  document.text("address_id", request.address_id);
  document.nothing("zipcode");
  if (request.place) {
    document.number("lat", request.place->latitude);
    document.number("long", request.place->longitude);
  } else {
    document.nothing("lat");
    document.nothing("long");
  }
}

void write_request(Document& document, const web::Call& call, const store::RequestRow& request,
                   const Names& names, bool with_extensions) {
  const auto code = code_of(request.theme);
  const auto name = names.themes.names.find(code);
  const auto photo = media_url(call, request);
  document.open("request");
  document.text("service_request_id", std::to_string(raw(request.item)));
  document.text("status", request.is_open ? "open" : "closed");
  document.text("status_notes", call.text("signals.status." + request.status));
  document.text("service_name", name == names.themes.names.end() ? code : std::string_view(name->second));
  document.text("service_code", code);
  document.text("description", description_of(request));
  document.text("agency_responsible", agency_of(names, request));
  document.nothing("service_notice");
  document.text("requested_datetime", iso_instant(request.reported_at));
  document.text("updated_datetime", iso_instant(updated_at(request)));
  document.text("expected_datetime", request.is_open && request.next_date
                                         ? iso_instant(at(plus_days(*request.next_date, 1)) - 1s)
                                         : "");
  write_place(document, request);
  document.text("media_url", photo);
  if (with_extensions) write_extensions(document, call, request, photo);
  document.close();
}

std::string written(const web::Call& call, const std::vector<store::RequestRow>& requests, const Names& names,
                    bool with_extensions, Format format) {
  Document document(format);
  document.open_list("service_requests");
  for (const auto& request : requests) write_request(document, call, request, names, with_extensions);
  document.close();
  return document.take();
}

}  // namespace

std::string_view code_of(std::string_view theme) { return theme.empty() ? general_service : theme; }

std::string description_of(const store::RequestRow& request) {
  std::string all = request.text;
  if (!all.empty() && !request.chance.empty()) all += "\n\n";
  all += request.chance;
  return std::string(first(all, description_most));
}

Instant updated_at(const store::RequestRow& request) {
  return request.is_open ? request.changed_at : request.closed_at.value_or(request.changed_at);
}

std::string media_url(const web::Call& call, const store::RequestRow& request) {
  if (request.photo == 0) return {};
  return call.service.base_url + items::url_of(call.service, "signal", request.area, request.item) +
         "/foto/" + std::to_string(request.photo);
}

std::string agency_of(const Names& names, const store::RequestRow& request) {
  if (!request.holder) return {};
  const auto found = names.organisations.find(*request.holder);
  return found == names.organisations.end() ? std::string() : found->second;
}

Names read_names(const web::Call& call, db::Transaction& tx) {
  Names names{.themes = theme_names(call, tx), .organisations = {}};
  for (const auto& organisation : organisations::list_organisations(tx))
    names.organisations[organisation.id] = organisation.name;
  return names;
}

Result<std::string, Faults> list_of_requests(const web::Call& call, db::Transaction& tx,
                                             const Parameters& parameters, Format format) {
  const auto names = read_names(call, tx);
  const auto filter = filter_from(parameters, names.themes, call.now);
  if (!filter) return std::unexpected(filter.error());
  return written(call, store::list_requests(tx, *filter), names, parameters.get("extensions") == "true",
                 format);
}

std::optional<OneRequest> one_request(const web::Call& call, db::Transaction& tx, std::string_view id,
                                      bool with_extensions, Format format) {
  const auto number = id_of(id);
  if (!number) return std::nullopt;
  const auto names = read_names(call, tx);
  const auto found =
      store::list_requests(tx, {.secret_themes = names.themes.secret, .ids = {*number}, .most = 1});
  if (found.empty()) return std::nullopt;
  return OneRequest{written(call, found, names, with_extensions, format), found.front().area};
}

}  // namespace wijktafel::open311
