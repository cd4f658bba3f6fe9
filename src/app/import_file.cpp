#include "app/import_file.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace wijktafel::app {
namespace {

boost::json::object parse_file(std::string_view json) {
  boost::json::error_code error;
  boost::json::value parsed;
  try {
    parsed = boost::json::parse(json, error);
  } catch (const std::exception& exception) {
    throw Failure(fmt::format("the file is not valid JSON: {}", exception.what()));
  }
  if (error) throw Failure(fmt::format("the file is not valid JSON: {}", error.message()));
  if (!parsed.is_object()) throw Failure("the file must hold one JSON object with sections");
  return std::move(parsed.as_object());
}

void refuse_unknown_sections(const Program& program, const boost::json::object& file) {
  for (const auto& [name, _] : file) {
    const bool is_known = name == "about" || std::ranges::any_of(program.capabilities, [&](const auto& capability) {
                            return std::ranges::any_of(capability.exchanges, [&](const auto& exchange) {
                              return exchange.section == std::string_view(name);
                            });
                          });
    if (!is_known) throw Failure(fmt::format("no part of Wijktafel reads the section \"{}\"; see docs/import.md", std::string_view(name)));
  }
}

}  // namespace

std::map<std::string, std::size_t> import_text(Municipality& municipality, std::string_view json) {
  const auto file = parse_file(json);
  refuse_unknown_sections(municipality.program(), file);
  std::map<std::string, std::size_t> counts;
  for (const auto& capability : municipality.program().capabilities) {
    auto exchanges = capability.exchanges;
    std::ranges::stable_sort(exchanges, {}, &web::Exchange::order);
    for (const auto& exchange : exchanges) {
      const auto* section = file.if_contains(exchange.section);
      if (!section) continue;
      try {
        municipality.database().write([&](db::Transaction& tx) { exchange.import(tx, municipality.service(), *section); });
      } catch (const std::exception& exception) {
        throw Failure(fmt::format("section \"{}\": {}", exchange.section, exception.what()));
      }
      counts[exchange.section] = section->is_array() ? section->as_array().size() : 1;
    }
    if (capability.level == 0 && !municipality.has_areas()) municipality.learn_areas();
  }
  return counts;
}

}  // namespace wijktafel::app
