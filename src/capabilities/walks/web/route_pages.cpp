// The route: stops in order, added one by one, by words or on the map.
#include <charconv>

#include "capabilities/walks/actions/plan_walk.hpp"
#include "capabilities/walks/web/asked_for.hpp"
#include "capabilities/walks/web/pages.hpp"
#include "capabilities/walks/web/paths.hpp"
#include "capabilities/walks/web/place_choice.hpp"
#include "capabilities/walks/web/views.hpp"
#include "design/edge_pages.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"

namespace wijktafel::walks {
namespace {

http::Response route_page(const web::Call& call, const WalkPage& page, const std::string& words,
                          const std::optional<geo::Point>& place,
                          std::span<const web::FieldFault> faults = {}) {
  const design::Fields fields(call, faults);
  RouteView view;
  view.title = page.item.title;
  view.url = walk_path(*call.area, page.item.id, "route");
  view.faults = fields.summary();
  view.map = route_map(call, page.stops, pins_of(page.stops), call.text("walks.route.map_title"));
  for (std::size_t i = 0; i < page.stops.size(); ++i)
    view.stops.push_back({std::to_string(i + 1), page.stops[i].words});
  view.words = fields.text("words", "walks.route.words", words);
  view.place = place_picker(call, "walks.route.place", place);
  for (const auto& fault : faults)
    if (fault.field == "place") view.place.error = call.text(fault.word_key, fault.arguments);
  view.submit = {
      .text = call.text("walks.route.add"),
      .way_out = design::Link{call.text("walks.route.ready"), walk_path(*call.area, page.item.id)}};
  return design::page(call,
                      {.title = call.text("walks.route.title"),
                       .narrow = true,
                       .back_url = walk_path(*call.area, page.item.id),
                       .has_faults = !faults.empty()},
                      "walks/route", view, faults.empty() ? 200 : 422);
}

http::Response keep(const web::Call& call, const WalkPage& page, const std::vector<Stop>& stops) {
  const auto kept = call.service.database.write(
      [&](db::Transaction& tx) { return set_route(tx, call.now, call.actor, page.item.id, stops); });
  if (kept) return http::see_other(walk_path(*call.area, page.item.id, "route"));
  const auto said = said_of(call, kept.error());
  const web::FieldFault fault{"words", said.word_key, said.arguments};
  return route_page(call, page, std::string(call.request.form.get("words")), std::nullopt, {&fault, 1});
}

http::Response without(const web::Call& call, const WalkPage& page, std::string_view typed) {
  std::size_t number = 0;
  std::from_chars(typed.data(), typed.data() + typed.size(), number);
  auto stops = page.stops;
  if (number >= 1 && number <= stops.size())
    stops.erase(stops.begin() + static_cast<std::ptrdiff_t>(number - 1));
  return keep(call, page, stops);
}

}  // namespace

http::Response show_route(const web::Call& call) {
  const auto page = walk_asked_for(call);
  return page ? route_page(call, *page, {}, std::nullopt) : design::not_found(call);
}

http::Response send_route(const web::Call& call) {
  const auto page = walk_asked_for(call);
  if (!page) return design::not_found(call);
  if (const auto removed = call.request.form.get("remove"); !removed.empty())
    return without(call, *page, removed);
  web::FormReader reader(call.request.form);
  const auto chosen = chosen_place(call);
  // A press on the drawing shows the mark first; what was typed stays.
  if (chosen.was_pressed && !chosen.is_outside)
    return route_page(call, *page, std::string(reader.typed("words")), chosen.place);
  const auto words = reader.text("words", {.most = words_most, .missing_key = "walks.fault.stop_missing"});
  if (chosen.is_outside) reader.fault("place", "walks.fault.place_outside", {{"area", call.area->name}});
  if (!reader.ok()) return route_page(call, *page, words, chosen.place, reader.faults());
  auto stops = page->stops;
  stops.push_back({words, chosen.place});
  return keep(call, *page, stops);
}

}  // namespace wijktafel::walks
