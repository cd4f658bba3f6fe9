#include "capabilities/signals/web/inbox_query.hpp"

#include <algorithm>
#include <charconv>

#include "base/text.hpp"
#include "capabilities/signals/web/paths.hpp"

namespace wijktafel::signals {
namespace {

constexpr std::size_t value_most = 100;
constexpr std::size_t words_most = 5;
constexpr std::string_view nobody = "niemand";
constexpr std::string_view nothing = "geen";
constexpr std::string_view myself = "ik";

std::optional<std::int64_t> number_in(std::string_view text) {
  std::int64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || read.ec != std::errc{} || read.ptr != text.data() + text.size() || number <= 0)
    return std::nullopt;
  return number;
}

// "2026-01-26.123": behind the last row of the page before.
std::optional<WorkKey> key_in(std::string_view text) {
  const auto dot = text.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const auto date = parse_date(text.substr(0, dot));
  const auto number = number_in(text.substr(dot + 1));
  if (!date || !number) return std::nullopt;
  return WorkKey{*date, ItemId{*number}};
}

Date next_monday(Date today) {
  const auto weekday = std::chrono::weekday(std::chrono::sys_days(today)).iso_encoding();
  return plus_days(today, 8 - static_cast<int>(weekday));
}

void set_people(WorkFilter& filter, const InboxQuery& query, const web::Call& call) {
  const auto holder = query.value("bij");
  if (holder == nobody) filter.holder = std::optional<OrganisationId>();
  if (const auto number = number_in(holder)) filter.holder = OrganisationId{*number};
  if (const auto number = number_in(query.value("team"))) filter.team = organisations::TeamId{*number};
  const auto contact = query.value("wie");
  if (contact == nobody) filter.contact = std::optional<PersonId>();
  if (contact == myself) filter.contact = call.actor.person;
  if (const auto number = number_in(contact)) filter.contact = PersonId{*number};
}

}  // namespace

const std::vector<std::string>& inbox_names() {
  static const std::vector<std::string> names{"zoek", "datum", "stand", "thema",    "onderwerp",
                                              "bij",  "team",  "wie",   "voorrang", "kanaal"};
  return names;
}

std::vector<std::string> inbox_query_names() {
  auto names = inbox_names();
  names.insert(names.end(), {"lijst", "na", "weergave"});
  return names;
}

std::string InboxQuery::value(std::string_view name) const {
  for (const auto& [known, value] : asked)
    if (known == name) return value;
  return {};
}

InboxQuery inbox_query(const http::Pairs& query) {
  InboxQuery read;
  for (const auto& name : inbox_names()) {
    const auto typed = trimmed(http::find(query, name).value_or(""));
    if (!typed.empty() && typed != "all") read.asked.emplace_back(name, first(typed, value_most));
  }
  read.after = key_in(http::find(query, "na").value_or(""));
  return read;
}

WorkFilter filter_of(const InboxQuery& query, const web::Call& call) {
  WorkFilter filter;
  filter.status = status_of(query.value("stand"));
  const auto theme = query.value("thema");
  if (!theme.empty()) filter.theme = theme == nothing ? std::string() : theme;
  if (const auto domain = items::domain_of(query.value("onderwerp"))) filter.domains = *domain;
  filter.priority = priority_of(query.value("voorrang"));
  filter.channel = channel_of(query.value("kanaal"));
  set_people(filter, query, call);
  const auto when = query.value("datum");
  if (when == "laat") filter.until = call.today;
  if (when == "week") {
    filter.from = call.today;
    filter.until = next_monday(call.today);
  }
  for (const auto word : split(lower_ascii(query.value("zoek")), ' '))
    if (!word.empty() && filter.words.size() < words_most) filter.words.emplace_back(word);
  return filter;
}

std::string as_address(const InboxQuery& query) {
  std::string address;
  for (const auto& [name, value] : query.asked)
    address += (address.empty() ? "" : "&") + name + "=" + http::percent_encoded(value);
  return address;
}

std::string name_in_address(const WorkList& list) {
  switch (list.of) {
    case WorkList::Of::person: return "mij";
    case WorkList::Of::team: return "team-" + std::to_string(list.number);
    case WorkList::Of::organisation: return "organisatie-" + std::to_string(list.number);
    case WorkList::Of::area: return {};
  }
  return {};
}

std::string inbox_path(const web::Service& service, const WorkList& list, const std::string& query) {
  if (list.of == WorkList::Of::area) {
    const auto area = service.find_area(list.area);
    const std::string path =
        !area || area->is_municipality ? service.municipality_path + "/werk" : work_path(*area);
    return path + (query.empty() ? "" : "?" + query);
  }
  return service.municipality_path + "/mijn-werk?lijst=" + name_in_address(list) +
         (query.empty() ? "" : "&" + query);
}

}  // namespace wijktafel::signals
