#include "app/import_file.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <fmt/format.h>

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
    const bool is_known =
        name == "about" || std::ranges::any_of(program.capabilities, [&](const auto& capability) {
          return std::ranges::any_of(capability.exchanges, [&](const auto& exchange) {
            return exchange.section == std::string_view(name);
          });
        });
    if (!is_known)
      throw Failure(fmt::format("no part of Wijktafel reads the section \"{}\"; see docs/import.md",
                                std::string_view(name)));
  }
}

using Counts = std::map<std::string, std::size_t>;

std::size_t size_of(const boost::json::value& section) {
  return section.is_array() ? section.as_array().size() : 1;
}

[[noreturn]] void refuse(const std::string& where, const std::exception& fault) {
  throw Failure(fmt::format("{}: {}", where, fault.what()));
}

std::vector<web::Exchange> exchanges_of(const web::Capability& capability) {
  auto exchanges = capability.exchanges;
  std::ranges::stable_sort(exchanges, {}, &web::Exchange::order);
  return exchanges;
}

// What simply is: areas, organisations, people.
void import_state(Municipality& municipality, const boost::json::object& file, Counts& counts) {
  for (const auto& capability : municipality.program().capabilities) {
    for (const auto& exchange : exchanges_of(capability)) {
      const auto* section = exchange.import ? file.if_contains(exchange.section) : nullptr;
      if (!section) continue;
      try {
        municipality.database().write(
            [&](db::Transaction& tx) { exchange.import(tx, municipality.service(), *section); });
      } catch (const std::exception& fault) {
        refuse("section " + exchange.section, fault);
      }
      counts[exchange.section] = size_of(*section);
    }
    // Inside a transaction the directory answers from what it knows: what follows must know the areas of this
    // file.
    if (capability.level == 0) municipality.learn_areas();
  }
}

std::vector<web::Step> steps_in_order(const Municipality& municipality, const boost::json::object& file,
                                      Counts& counts) {
  std::vector<web::Step> steps;
  for (const auto& capability : municipality.program().capabilities) {
    for (const auto& exchange : exchanges_of(capability)) {
      const auto* section = exchange.steps ? file.if_contains(exchange.section) : nullptr;
      if (!section) continue;
      try {
        std::ranges::move(exchange.steps(municipality.service(), *section), std::back_inserter(steps));
      } catch (const std::exception& fault) {
        refuse("section " + exchange.section, fault);
      }
      counts[exchange.section] = size_of(*section);
    }
  }
  std::ranges::stable_sort(steps, {}, &web::Step::at);
  return steps;
}

// Every morning of the story between two steps: what falls due by the clock is done on its own day.
void live_until(Municipality& municipality, FixedClock& clock, Instant until) {
  Date day = plus_days(local_date(clock.now()), 1);
  while (at(day, 6) < until) {
    clock.set(at(day, 6));
    municipality.runner().run_all_due();
    day = plus_days(day, 1);
  }
  clock.set(until);
}

}  // namespace

std::map<std::string, std::size_t> import_text(Municipality& municipality, FixedClock& clock,
                                               std::string_view json) {
  const auto file = parse_file(json);
  refuse_unknown_sections(municipality.program(), file);
  Counts counts;
  const Instant present = clock.now();
  import_state(municipality, file, counts);
  const auto steps = steps_in_order(municipality, file, counts);
  if (!steps.empty()) clock.set(steps.front().at);
  for (const auto& step : steps) {
    live_until(municipality, clock, step.at);
    try {
      municipality.database().write([&](db::Transaction& tx) { step.apply(tx, municipality.service()); });
    } catch (const std::exception& fault) {
      refuse(step.name, fault);
    }
    municipality.runner().run_all_due();
  }
  live_until(municipality, clock, std::max(present, clock.now()));
  municipality.runner().run_all_due();
  return counts;
}

}  // namespace wijktafel::app
