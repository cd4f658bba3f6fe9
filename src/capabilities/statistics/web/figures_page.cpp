// The page of figures: tables that are read aloud well and print well, and a map drawn here.
#include <array>
#include <memory>

#include "capabilities/statistics/reads/figures.hpp"
#include "capabilities/statistics/web/pages.hpp"
#include "capabilities/statistics/web/paths.hpp"
#include "capabilities/statistics/web/views.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"
#include "platform/web/slots.hpp"

namespace wijktafel::statistics {
namespace {

std::string count_text(const web::Call& call, std::int64_t count) {
  return i18n::number(call.language, count);
}

std::string median_text(const web::Call& call, const FigureRow& row) {
  if (!row.median_days) return call.text("statistics.median.few");
  const double days = *row.median_days;
  const auto whole = static_cast<std::int64_t>(days);
  if (static_cast<double>(whole) == days)
    return call.text("statistics.median.days", {{"days", whole}, {"count", row.closed}});
  return call.text("statistics.median.half",
                   {{"days", i18n::number(call.language, days)}, {"count", row.closed}});
}

FigureTable table_of(const web::Call& call, std::string_view by, const std::vector<FigureRow>& rows,
                     const FigureRow& all) {
  FigureTable table{
      call.text("statistics.by." + std::string(by)), call.text("statistics.first." + std::string(by)), {}};
  const auto add = [&](const FigureRow& row) {
    table.rows.push_back(
        {row.name, count_text(call, row.opened), count_text(call, row.closed), median_text(call, row)});
  };
  for (const auto& row : rows) add(row);
  add(all);
  return table;
}

std::string month_words(const web::Call& call, const std::string& month) {
  return i18n::month_and_year(call.language, parse_date(month + "-01").value());
}

std::string period_words(const web::Call& call, const Period& period) {
  const i18n::Arguments words{{"from", month_words(call, period.from)},
                              {"until", month_words(call, period.until)}};
  return call.text(period.from == period.until ? "statistics.period_one" : "statistics.period", words);
}

std::vector<design::Link> periods_to_choose(const web::Call& call) {
  const auto path = figures_path(*call.area);
  const int year = static_cast<int>(call.today.year());
  const Date last_month = plus_days(first_day(month_period(call.today)), -1);
  const std::array<std::pair<const char*, Period>, 5> all{{{"this_month", month_period(call.today)},
                                                           {"last_month", month_period(last_month)},
                                                           {"this_quarter", quarter_of(call.today)},
                                                           {"this_year", year_of(year)},
                                                           {"last_year", year_of(year - 1)}}};
  std::vector<design::Link> links;
  for (const auto& [name, period] : all)
    links.push_back({call.text("statistics.form." + std::string(name)), in_period(path, period)});
  return links;
}

std::string shade_of(std::int64_t number) {
  return number < 10 ? "heat" : number < 25 ? "heat heat-2" : number < 50 ? "heat heat-3" : "heat heat-4";
}

geo::MultiPolygon shape_of(const Square& square) {
  const auto x = static_cast<double>(square.x * square_m), y = static_cast<double>(square.y * square_m);
  const auto corner = [&](double right, double up) { return geo::from_rd(x + right, y + up); };
  return {{.outer = {corner(0, 0), corner(square_m, 0), corner(square_m, square_m), corner(0, square_m),
                     corner(0, 0)},
           .holes = {}}};
}

html::SafeHtml draw_heat(const web::Call& call, places::AreaDrawing map, const std::vector<Square>& squares) {
  for (const auto& square : squares) {
    map.shapes.push_back(std::make_shared<const geo::MultiPolygon>(shape_of(square)));
    map.drawing.areas.push_back({.title = call.text("statistics.heat.square", {{"count", square.number}}),
                                 .url = "",
                                 .css_class = shade_of(square.number),
                                 .shape = map.shapes.back().get()});
  }
  return geo::draw_svg(map.drawing);
}

FiguresView view_of(const web::Call& call, const Period& period, const Figures& figures,
                    places::AreaDrawing map) {
  const design::Fields fields(call);
  const design::TextOptions month{.type = "month", .width = "medium"};
  const auto path = figures_path(*call.area);
  FiguresView view{.title = call.text("statistics.heading", {{"area", call.area->name}}),
                   .period = period_words(call, period),
                   .url = path,
                   .from = fields.text("van", "statistics.form.from", period.from, month),
                   .until = fields.text("tot", "statistics.form.until", period.until, month),
                   .submit = {.text = call.text("statistics.form.submit")},
                   .periods = periods_to_choose(call),
                   .intro = call.text("statistics.intro",
                                      {{"opened", figures.all.opened}, {"closed", figures.all.closed}}),
                   .no_heat_map = call.text("statistics.heat.nothing")};
  view.is_empty = figures.all.opened == 0 && figures.all.closed == 0;
  if (figures.confidential)
    view.confidential = call.text("statistics.confidential", {{"count", *figures.confidential}});
  if (!view.is_empty) {
    view.tables.push_back(table_of(call, "theme", figures.themes, figures.all));
    view.tables.push_back(table_of(call, "organisation", figures.organisations, figures.all));
    if (!figures.neighbourhoods.empty())
      view.tables.push_back(table_of(call, "neighbourhood", figures.neighbourhoods, figures.all));
    view.tables.push_back(table_of(call, "channel", figures.channels, figures.all));
  }
  if (!figures.squares.empty())
    view.heat_map =
        HeatMapView{draw_heat(call, std::move(map), figures.squares), call.text("statistics.heat.legend")};
  view.downloads = {{call.text("statistics.download.figures"), in_period(path + ".csv", period)},
                    {call.text("statistics.download.signals"), in_period(path + "/signalen.csv", period)},
                    {call.text("statistics.download.map"), in_period(path + "/signalen.geojson", period)}};
  view.more = web::filled_slot(call, "figures_page");
  return view;
}

}  // namespace

http::Response show_figures(const web::Call& call) {
  const auto period = period_of(call.request.query_value("van"), call.request.query_value("tot"), call.today);
  auto [figures, map] = call.service.database.read([&](db::Transaction& tx) {
    return std::pair(read_figures(call, tx, period),
                     places::drawing_of(tx, call.area->key,
                                        call.text("statistics.heat.map", {{"area", call.area->name}})));
  });
  return design::page(call, {.title = call.text("statistics.title"), .query = {"van", "tot"}},
                      "statistics/figures", view_of(call, period, figures, std::move(map)));
}

html::SafeHtml link_to_figures(const web::Call& call, std::int64_t /*subject*/) {
  if (!call.area) return {};
  return call.service.templates.render(call.language, "statistics/figures_link",
                                       FiguresLinkView{figures_path(*call.area)});
}

}  // namespace wijktafel::statistics
