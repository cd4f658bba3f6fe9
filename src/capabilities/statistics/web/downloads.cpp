// The same figures, and the public signals they are made of, for other programs.
#include <boost/json.hpp>
#include <fmt/format.h>

#include "capabilities/statistics/csv.hpp"
#include "capabilities/statistics/reads/figures.hpp"
#include "capabilities/statistics/web/pages.hpp"

namespace wijktafel::statistics {
namespace {

constexpr int signals_most = 50'000;  // of one file; a shorter period gives the others

Period asked(const web::Call& call) {
  return period_of(call.request.query_value("van"), call.request.query_value("tot"), call.today);
}

http::Response csv_response(CsvFile& file, const std::string& name) {
  auto response = http::file_response(file.take(), "text/csv; charset=utf-8");
  response.set("Content-Disposition", fmt::format("attachment; filename=\"{}.csv\"", name));
  return response;
}

std::string day_of(std::optional<Instant> instant) { return instant ? iso_date(local_date(*instant)) : ""; }

std::string url_of(const web::Call& call, const items::Item& item) {
  return call.service.base_url + items::url_of(call.service, item);
}

std::vector<ListedSignal> listed(const web::Call& call) {
  return call.service.database.read(
      [&](db::Transaction& tx) { return signals_of(call, tx, asked(call), signals_most); });
}

}  // namespace

http::Response figures_as_csv(const web::Call& call) {
  const auto period = asked(call);
  const auto figures =
      call.service.database.read([&](db::Transaction& tx) { return read_figures(call, tx, period); });
  CsvFile file;
  file.add({"by", "key", "name", "from", "until", "opened", "closed", "median_days"});
  const auto add = [&](const std::string& by, const std::vector<FigureRow>& rows) {
    for (const auto& row : rows)
      file.add({by, row.key, row.name, period.from, period.until, std::to_string(row.opened),
                std::to_string(row.closed), row.median_days ? fmt::format("{}", *row.median_days) : ""});
  };
  add("all", {figures.all});
  add("theme", figures.themes);
  add("organisation", figures.organisations);
  add("neighbourhood", figures.neighbourhoods);
  add("channel", figures.channels);
  return csv_response(file, "cijfers-" + period.from + "-" + period.until);
}

http::Response signals_as_csv(const web::Call& call) {
  CsvFile file;
  file.add({"number", "title", "theme", "status", "organisation", "channel", "told", "closed", "longitude",
            "latitude", "url"});
  for (const auto& one : listed(call)) {
    const auto& place = one.item.place;
    file.add({std::to_string(raw(one.item.id)), one.item.title, one.theme, one.item.status, one.organisation,
              one.counted.channel, day_of(one.counted.opened_at), day_of(one.counted.closed_at),
              place ? fmt::format("{:.6f}", place->longitude) : "",
              place ? fmt::format("{:.6f}", place->latitude) : "", url_of(call, one.item)});
  }
  const auto period = asked(call);
  return csv_response(file, "signalen-" + period.from + "-" + period.until);
}

http::Response signals_as_geojson(const web::Call& call) {
  namespace json = boost::json;
  json::monotonic_resource memory;
  json::array features(&memory);
  for (const auto& one : listed(call)) {
    if (!one.item.place) continue;
    features.push_back(
        json::object{{"type", "Feature"},
                     {"id", raw(one.item.id)},
                     {"geometry",
                      {{"type", "Point"},
                       {"coordinates", json::array{one.item.place->longitude, one.item.place->latitude}}}},
                     {"properties",
                      {{"number", raw(one.item.id)},
                       {"title", one.item.title},
                       {"theme", one.theme},
                       {"status", one.item.status},
                       {"organisation", one.organisation},
                       {"told", day_of(one.counted.opened_at)},
                       {"closed", day_of(one.counted.closed_at)},
                       {"url", url_of(call, one.item)}}}});
  }
  const json::object map({{"type", "FeatureCollection"}, {"features", std::move(features)}}, &memory);
  return http::file_response(json::serialize(map), "application/geo+json");
}

}  // namespace wijktafel::statistics
