#include <algorithm>
#include <charconv>
#include <cmath>

#include "capabilities/places/places.hpp"
#include "capabilities/places/reads/drawing.hpp"
#include "capabilities/places/reads/find_by_address.hpp"
#include "capabilities/places/web/pages.hpp"
#include "capabilities/places/web/views.hpp"
#include "design/edge_pages.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"
#include "platform/web/slots.hpp"

namespace wijktafel::places {
namespace {

// What a person typed and what is to be said about it.
struct Said {
  std::string postcode = {};
  std::string house_number = {};
  std::vector<web::FieldFault> faults = {};
  std::optional<design::Notice> notice = std::nullopt;
  // Parameters of the query that the switch of language keeps. None on the front page itself: that one is
  // kept in memory for everybody.
  std::vector<std::string> query = {};
};

std::string path_of(const web::Call& call, const Area& area) {
  return call.service.municipality_path + "/" + area.slug;
}

std::vector<DistrictRow> district_rows(const web::Call& call, db::Transaction& tx, const Area& municipality) {
  std::vector<DistrictRow> rows;
  for (const auto& district : children_of(tx, municipality.key)) {
    if (district.level != Level::district) continue;
    DistrictRow row{.name = district.name, .url = path_of(call, district), .neighbourhoods = {}};
    for (const auto& neighbourhood : children_of(tx, district.key))
      if (neighbourhood.level == Level::neighbourhood)
        row.neighbourhoods.push_back({.text = neighbourhood.name, .url = path_of(call, neighbourhood)});
    rows.push_back(std::move(row));
  }
  return rows;
}

AddressForm address_form(const web::Call& call, const design::Fields& fields, const Said& said) {
  const bool is_needed = std::ranges::any_of(
      said.faults, [](const web::FieldFault& fault) { return fault.field == "huisnummer"; });
  return {.url = call.service.municipality_path + "/zoek-buurt",
          .postcode = fields.text("postcode", "places.home.postcode", said.postcode,
                                  {.autocomplete = "postal-code", .width = "short"}),
          .house_number = fields.text("huisnummer", "places.home.house_number", said.house_number,
                                      {.optional = !is_needed, .input_mode = "numeric", .width = "short"}),
          .submit = {.text = call.text("places.home.submit")}};
}

http::Response home(const web::Call& call, const Said& said) {
  const design::Fields fields(call, said.faults);
  HomeView view;
  const bool is_found = call.service.database.read([&](db::Transaction& tx) {
    view = HomeView{};
    const auto municipality = find_municipality(tx);
    if (!municipality) return false;
    view.name = municipality->name;
    view.source = municipality->source;
    if (has_addresses(tx)) view.form = address_form(call, fields, said);
    view.districts = district_rows(call, tx, *municipality);
    const auto drawn = drawing_with_links(tx, call.text("places.home.map", {{"name", municipality->name}}),
                                          [&](const Area& area) { return path_of(call, area); });
    view.map = geo::draw_svg(drawn.drawing);
    return true;
  });
  if (!is_found) return design::edge_pages().not_found(call);
  view.faults = fields.summary();
  view.notice = said.notice;
  view.position.url = call.service.municipality_path + "/hier";
  view.more = web::filled_slot(call, "municipality_home");
  return design::page(call,
                      {.title = call.text("places.home.title"),
                       .active_tab = "",
                       .description = call.text("places.home.description", {{"name", view.name}}),
                       .has_faults = view.faults.has_value(),
                       .query = said.query},
                      "places/home", view);
}

design::Notice notice(const web::Call& call, const std::string& key) {
  const auto name = call.area ? call.area->name : std::string();
  return {.tone = "warning",
          .title = call.text(key + "_title", {{"name", name}}),
          .text = call.text(key + "_text", {{"name", name}})};
}

std::optional<double> decimal(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

}  // namespace

http::Response show_home(const web::Call& call) { return home(call, {}); }

http::Response find_by_typed_address(const web::Call& call) {
  Said said{.postcode = std::string(call.request.query_value("postcode")),
            .house_number = std::string(call.request.query_value("huisnummer")),
            .query = {"postcode", "huisnummer"}};
  const auto found = call.service.database.read(
      [&](db::Transaction& tx) { return find_by_address(tx, said.postcode, said.house_number); });
  if (found) return http::see_other(path_of(call, *found));
  std::visit(
      overloaded{[&](const NotAPostcode&) {
                   const bool is_empty = said.postcode.empty();
                   said.faults.push_back({.field = "postcode",
                                          .word_key = is_empty ? "places.home.fault.postcode_missing"
                                                               : "places.home.fault.postcode"});
                 },
                 [&](const HouseNumberNeeded&) {
                   said.faults.push_back(
                       {.field = "huisnummer", .word_key = "places.home.fault.house_number_missing"});
                 },
                 [&](const UnknownAddress&) { said.notice = notice(call, "places.home.unknown_address"); }},
      found.error());
  return home(call, said);
}

http::Response find_by_position(const web::Call& call) {
  const auto latitude = decimal(call.request.query_value("breedte"));
  const auto longitude = decimal(call.request.query_value("lengte"));
  if (!latitude || !longitude) return home(call, {.notice = notice(call, "places.home.no_position")});
  const auto area = call.service.database.read([&](db::Transaction& tx) {
    return neighbourhood_at(tx, {.longitude = *longitude, .latitude = *latitude});
  });
  if (!area) return home(call, {.notice = notice(call, "places.home.outside")});
  return http::see_other(path_of(call, *area));
}

}  // namespace wijktafel::places
