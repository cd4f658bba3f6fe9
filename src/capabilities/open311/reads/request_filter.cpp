// The arguments of GET requests: comma lists, ninety days, pages.
#include <algorithm>

#include "base/text.hpp"
#include "capabilities/open311/reads/requests.hpp"

namespace wijktafel::open311 {
namespace {

using namespace std::chrono_literals;

constexpr auto window = std::chrono::days{days_most};

// Collects everything that is wrong, so that a maker of software hears it at once.
struct Reading {
  const Parameters& parameters;
  Faults faults = {};

  std::optional<Instant> moment(std::string_view name) {
    const auto text = parameters.get(name);
    if (text.empty()) return std::nullopt;
    if (const auto moment = moment_of(text)) return moment;
    faults.push_back({400,
                      lacks_zone(text) ? "open311.fault.date_without_zone" : "open311.fault.not_a_date",
                      {{"field", std::string(name)}}});
    return std::nullopt;
  }

  std::optional<std::int64_t> number(std::string_view name, std::int64_t most) {
    const auto text = parameters.get(name);
    if (text.empty()) return std::nullopt;
    const auto number = id_of(text);
    if (number && *number <= most) return number;
    faults.push_back({400, "open311.fault.not_a_number", {{"field", std::string(name)}, {"most", most}}});
    return std::nullopt;
  }
};

void read_ids(Reading& reading, store::RequestFilter& filter) {
  for (const auto& text : reading.parameters.list("service_request_id"))
    if (const auto id = id_of(text)) filter.ids.push_back(*id);
  // Numbers that cannot be ours ask for nothing, not for everything.
  if (filter.ids.empty()) filter.ids.push_back(-1);
  if (filter.ids.size() > requests_most)
    reading.faults.push_back(
        {400, "open311.fault.too_many_ids", {{"most", static_cast<std::int64_t>(requests_most)}}});
}

void read_services(Reading& reading, store::RequestFilter& filter, const ThemeNames& themes) {
  for (const auto& code : reading.parameters.list("service_code")) {
    const bool is_secret = std::ranges::find(themes.secret, code) != themes.secret.end();
    if (is_secret || !themes.names.contains(code)) {
      reading.faults.push_back(
          {404, "open311.fault.unknown_service", {{"code", std::string(first(code, 60))}}});
      continue;
    }
    filter.themes.push_back(code);
    if (code == general_service) filter.themes.emplace_back();
  }
}

void read_status(Reading& reading, store::RequestFilter& filter) {
  bool open = false;
  bool closed = false;
  for (const auto& word : reading.parameters.list("status")) {
    const auto lower = lower_ascii(word);
    if (lower == "open") {
      open = true;
    } else if (lower == "closed") {
      closed = true;
    } else {
      reading.faults.push_back({400, "open311.fault.unknown_status"});
    }
  }
  if (open != closed) filter.is_open = open;
}

// Without dates the last ninety days; with one, ninety days from there. Who asks by change wants those of
// older requests too.
void read_period(Reading& reading, store::RequestFilter& filter, Instant now) {
  const auto start = reading.moment("start_date");
  const auto end = reading.moment("end_date");
  filter.changed_from = reading.moment("updated_after");
  filter.changed_until = reading.moment("updated_before");
  filter.by_change = filter.changed_from || filter.changed_until;
  if (start && end && *end < *start) reading.faults.push_back({400, "open311.fault.end_before_start"});
  if (start && end && *end - *start > window)
    reading.faults.push_back(
        {400, "open311.fault.too_many_days", {{"most", static_cast<std::int64_t>(days_most)}}});
  filter.from = start;
  filter.until = end;
  if (start && !end) filter.until = *start + window;
  if (end && !start) filter.from = *end - window;
  if (!start && !end && !filter.by_change) filter.from = now - window;
}

void read_page(Reading& reading, store::RequestFilter& filter) {
  const auto page = reading.number("page", static_cast<std::int64_t>(furthest_row));
  const auto size = reading.number("page_size", static_cast<std::int64_t>(requests_most));
  filter.most = static_cast<std::int64_t>(requests_most);
  if (!page && !size) return;
  filter.most = size.value_or(static_cast<std::int64_t>(page_size_otherwise));
  filter.skip = (page.value_or(1) - 1) * filter.most;
  if (filter.skip + filter.most > static_cast<std::int64_t>(furthest_row))
    reading.faults.push_back(
        {400, "open311.fault.page_too_far", {{"most", static_cast<std::int64_t>(furthest_row)}}});
}

}  // namespace

Result<store::RequestFilter, Faults> filter_from(const Parameters& parameters, const ThemeNames& themes,
                                                 Instant now) {
  Reading reading{parameters};
  store::RequestFilter filter{.secret_themes = themes.secret};
  if (parameters.has("service_request_id")) {
    read_ids(reading, filter);
  } else {
    read_services(reading, filter, themes);
    read_status(reading, filter);
    read_period(reading, filter, now);
    read_page(reading, filter);
  }
  if (!reading.faults.empty()) return std::unexpected(std::move(reading.faults));
  return filter;
}

}  // namespace wijktafel::open311
