// wijktafel import georeport: what another system knows, in the form of Open311.
#include <boost/json.hpp>
#include <cstdio>
#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/municipality.hpp"
#include "capabilities/open311/open311.hpp"
#include "capabilities/statistics/statistics.hpp"
#include "platform/files/read_file.hpp"

namespace wijktafel::app {
namespace {

constexpr std::size_t lines_shown = 50;

std::string text_of(const std::string& file) {
  auto text = files::read_file(file);
  if (!text) throw Failure(fmt::format("cannot read {}", file));
  return std::move(*text);
}

void print_as_json(const open311::ImportReport& report) {
  boost::json::array left_out;
  for (const auto& remark : report.left_out)
    left_out.push_back({{"line", remark.line}, {"service_request_id", remark.id}, {"reason", remark.reason}});
  boost::json::array themes(report.new_themes.begin(), report.new_themes.end());
  fmt::print("{}\n", boost::json::serialize(boost::json::object{{"taken", report.taken},
                                                                {"known_already", report.known_already},
                                                                {"without_place", report.without_place},
                                                                {"new_themes", themes},
                                                                {"left_out", left_out}}));
}

void print(const open311::ImportReport& report) {
  fmt::print("{:>8}  taken in\n{:>8}  known already\n{:>8}  without place, in the area that was given\n",
             report.taken, report.known_already, report.without_place);
  for (const auto& theme : report.new_themes) fmt::print("new theme: {}\n", theme);
  fmt::print("{:>8}  left out\n", report.left_out.size());
  for (std::size_t at = 0; at < report.left_out.size() && at < lines_shown; ++at)
    fmt::print("  line {}: {} ({})\n", report.left_out[at].line, report.left_out[at].reason,
               report.left_out[at].id);
  if (report.left_out.size() > lines_shown) fmt::print("  and more: --json shows all\n");
}

}  // namespace

int run(const ImportGeoreportCommand& command) {
  const auto text = text_of(command.file);
  const auto themes = command.themes.empty() ? std::string() : text_of(command.themes);
  if (command.storage.databases.size() != 1) throw Failure("give one --database");
  const Program program;
  Municipality municipality(program, {.database = command.storage.databases.front(),
                                      .files = files_for(command.storage, 0),
                                      .mail = command.storage.mail,
                                      .base_url = "http://127.0.0.1:8080"});
  if (!municipality.has_areas())
    throw Failure("import the areas of the municipality first (wijktafel import)");
  const auto report =
      open311::import_georeport(municipality.service(), text, {.area = command.area, .themes = themes});
  if (report.taken > 0)
    municipality.database().write([](db::Transaction& tx) { statistics::count_again(tx); });
  if (command.json)
    print_as_json(report);
  else
    print(report);
  return report.left_out.empty() ? 0 : 1;
}

}  // namespace wijktafel::app
