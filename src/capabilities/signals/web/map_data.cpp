// The map of an area as GeoJSON (RFC 7946): what is open and public, and nothing about who told it.
#include <boost/json.hpp>
#include <charconv>

#include "base/text.hpp"
#include "capabilities/signals/reads/map_signals.hpp"
#include "capabilities/signals/web/pages.hpp"
#include "capabilities/signals/web/paths.hpp"

namespace wijktafel::signals {
namespace {

namespace json = boost::json;

std::optional<double> degrees(std::string_view text) {
  double value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
  if (!(value >= -180 && value <= 180)) return std::nullopt;
  return value;
}

// "west,south,east,north"; nothing for anything else.
std::optional<geo::Box> box_of(std::string_view text) {
  const auto parts = split(text, ',');
  if (parts.size() != 4) return std::nullopt;
  const auto west = degrees(parts[0]), south = degrees(parts[1]), east = degrees(parts[2]),
             north = degrees(parts[3]);
  if (!west || !south || !east || !north || *west > *east || *south > *north) return std::nullopt;
  return geo::Box{*west, *south, *east, *north};
}

class Features {
 public:
  Features(const web::Call& call, const MapSignals& found) : call_(call), found_(found) {}

  json::object feature(const store::MapRow& signal) {
    items::Item item;
    item.kind = item_kind;
    item.status = signal.status;
    const auto theme = found_.themes.find(signal.theme);
    return {
        {"type", "Feature"},
        {"id", raw(signal.item)},
        {"geometry",
         {{"type", "Point"}, {"coordinates", json::array{signal.place.longitude, signal.place.latitude}}}},
        {"properties",
         {{"number", raw(signal.item)},
          {"title", signal.title},
          {"status", signal.status},
          {"status_text", status_text(item)},
          {"theme", theme == found_.themes.end() ? json::value(nullptr) : json::value(theme->second)},
          {"url",
           call_.service.base_url + items::url_of(call_.service, item_kind, signal.area, signal.item)}}}};
  }

 private:
  const std::string& status_text(const items::Item& item) {
    auto [found, is_new] = statuses_.try_emplace(item.status);
    if (is_new) found->second = items::status_word(call_, item);
    return found->second;
  }

  const web::Call& call_;
  const MapSignals& found_;
  std::map<std::string, std::string> statuses_;
};

}  // namespace

http::Response show_map_data(const web::Call& call) {
  const auto asked = call.request.query_value("bbox");
  const auto box = box_of(asked);
  if (!asked.empty() && !box) return http::text_response(call.text("signals.map_data.bad_box") + "\n", 400);
  const auto found =
      call.service.database.read([&](db::Transaction& tx) { return map_signals(tx, call.area->key, box); });
  // One piece of memory for a thousand features instead of tens of thousands of small ones.
  json::monotonic_resource memory;
  Features features(call, found);
  json::array all(&memory);
  all.reserve(found.signals.size());
  for (const auto& signal : found.signals) all.push_back(features.feature(signal));
  const json::object map(
      {{"type", "FeatureCollection"}, {"is_complete", found.is_complete}, {"features", std::move(all)}},
      &memory);
  return http::file_response(json::serialize(map), "application/geo+json");
}

}  // namespace wijktafel::signals
