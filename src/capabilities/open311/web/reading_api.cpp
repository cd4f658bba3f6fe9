// GeoReport v2, what may be read without a key.
#include "capabilities/open311/actions/note_changeset.hpp"
#include "capabilities/open311/open311.hpp"
#include "capabilities/open311/reads/export.hpp"
#include "capabilities/open311/reads/requests.hpp"
#include "capabilities/open311/reads/services.hpp"
#include "capabilities/open311/web/answers.hpp"
#include "capabilities/open311/web/pages.hpp"
#include "platform/web/edge.hpp"

namespace wijktafel::open311 {
namespace {

// Who names a municipality must name this one; who names none asks the only one there is.
std::optional<http::Response> of_another(const web::Call& call) {
  const auto asked = Parameters(call.request.query).get("jurisdiction_id");
  if (asked.empty() || is_jurisdiction(call.service, asked)) return std::nullopt;
  return refuse(call, format_of(call.request.path), {{404, "open311.fault.unknown_jurisdiction"}});
}

http::Response not_found(const web::Call& call, Format format, std::string_view word) {
  return refuse(call, format, {{404, std::string(word)}});
}

// Everything of the municipality makes it another answer; services change with a theme, which is of all
// areas.
http::Response of_municipality(const web::Call& call, http::Response response) {
  if (const auto area = call.service.find_area_by_slug("")) response.set(web::area_header, area->key);
  return response;
}

constexpr std::int64_t request_number_most = 999'999'999'999'999;

// Where what did not fit goes on (RFC 8288).
std::string next_file(const web::Call& call, const Parameters& parameters, items::ItemId last) {
  std::string url = call.service.base_url + call.request.path + "?after=" + std::to_string(raw(last));
  if (const auto asked = parameters.get("jurisdiction_id"); !asked.empty())
    url += "&jurisdiction_id=" + http::percent_encoded(asked);
  return "<" + url + ">; rel=\"next\"";
}

}  // namespace

http::Response get_discovery(const web::Call& call) {
  if (auto refusal = of_another(call)) return std::move(*refusal);
  const auto format = format_of(call.request.path);
  // Nearly always nothing changed: then a question that anybody may ask as often as they like writes nothing.
  const auto [digest, known] = call.service.database.read([&](db::Transaction& tx) {
    auto now = digest_of_services(call, tx);
    auto since = known_changeset(tx, now);
    return std::pair(std::move(now), since);
  });
  const auto changed_at = known ? *known : call.service.database.write([&](db::Transaction& tx) {
    return note_changeset(tx, call.now, digest);
  });
  return answer(call.service.database.read(
                    [&](db::Transaction& tx) { return discovery(call, tx, changed_at, format); }),
                format);
}

http::Response get_services(const web::Call& call) {
  if (auto refusal = of_another(call)) return std::move(*refusal);
  const auto format = format_of(call.request.path);
  return of_municipality(call, answer(call.service.database.read([&](db::Transaction& tx) {
                           return list_of_services(call, tx, format);
                         }),
                                      format));
}

http::Response get_definition(const web::Call& call) {
  if (auto refusal = of_another(call)) return std::move(*refusal);
  const auto asked = asked_from(call.parameter("code"));
  if (!asked) return get_unknown(call);
  auto body = call.service.database.read(
      [&](db::Transaction& tx) { return definition_of(call, tx, asked->name, asked->format); });
  if (!body) return not_found(call, asked->format, "open311.fault.no_such_service");
  return of_municipality(call, answer(std::move(*body), asked->format));
}

http::Response get_requests(const web::Call& call) {
  if (auto refusal = of_another(call)) return std::move(*refusal);
  const auto format = format_of(call.request.path);
  const Parameters parameters(call.request.query);
  auto body = call.service.database.read(
      [&](db::Transaction& tx) { return list_of_requests(call, tx, parameters, format); });
  if (!body) return refuse(call, format, body.error());
  return answer(std::move(*body), format);
}

http::Response get_request(const web::Call& call) {
  if (auto refusal = of_another(call)) return std::move(*refusal);
  const auto asked = asked_from(call.parameter("id"));
  if (!asked) return get_unknown(call);
  const bool with_extensions = Parameters(call.request.query).get("extensions") == "true";
  auto request = call.service.database.read([&](db::Transaction& tx) {
    return one_request(call, tx, asked->name, with_extensions, asked->format);
  });
  if (!request) return not_found(call, asked->format, "open311.fault.no_such_request");
  auto response = answer(std::move(request->body), asked->format);
  response.set(web::area_header, request->area);
  return response;
}

http::Response get_export(const web::Call& call) {
  if (auto refusal = of_another(call)) return std::move(*refusal);
  const Parameters parameters(call.request.query);
  const auto after =
      parameters.has("after") ? id_of(parameters.get("after")) : std::optional(std::int64_t{0});
  if (!after)
    return refuse(call, Format::xml,
                  {{400, "open311.fault.not_a_number", {{"field", "after"}, {"most", request_number_most}}}});
  auto made = export_csv(call, items::ItemId{*after});
  auto response = answer(std::move(made.csv), Format::xml);
  if (made.last) response.set("Link", next_file(call, parameters, *made.last));
  response.set("Content-Type", "text/csv; charset=utf-8; header=present");
  response.set("Content-Disposition", "attachment; filename=\"signalen.csv\"");
  return response;
}

http::Response get_unknown(const web::Call& call) {
  return not_found(call, format_of(call.request.path), "open311.fault.no_such_resource");
}

}  // namespace wijktafel::open311
