#include <algorithm>
#include <bit>
#include <map>
#include <set>
#include <tuple>

#include "capabilities/overview/reads/neighbourhood.hpp"
#include "capabilities/overview/web/pages.hpp"
#include "design/page.hpp"
#include "platform/web/edge.hpp"
#include "platform/web/slots.hpp"

namespace wijktafel::overview {
namespace {

std::string domain_word(const web::Call& call, items::Domain domain) {
  return call.text("items.domain." + items::domain_names(domain).front());
}

std::string domains_in_words(const web::Call& call, items::Domains domains) {
  std::vector<std::string> words;
  for (const auto& name : items::domain_names(domains)) words.push_back(call.text("items.domain." + name));
  return i18n::listed(call.language, words);
}

// A signal that is late, by the clock, says so; else its state.
design::StatusBadge badge_of(const web::Call& call, const items::Item& item) {
  if (item.is_open && item.next_date && *item.next_date < call.today)
    return {call.text("overview.late"), "late"};
  return {items::status_word(call, item), items::tone_of(call.service, item)};
}

// A pin has the colour of its first domain; a shape and the list say it too.
std::string pin_class(const items::Item& item) {
  const auto names = items::domain_names(item.domains);
  return names.empty() ? "chance" : names.front();
}

design::AreaMap map_view(const web::Call& call, Neighbourhood& found) {
  design::AreaMap map;
  int number = 0;
  for (const auto& item : found.places) {
    const std::string url = items::url_of(call.service, item);
    found.map.drawing.pins.push_back(
        {.place = *item.place, .number = ++number, .css_class = pin_class(item), .title = item.title});
    map.places.push_back({.text = item.title, .url = url, .css_class = pin_class(item)});
  }
  map.drawing = places::draw(found.map);
  return map;
}

// Each card shows a goal of its own where it can: first the goals that belong to this domain alone.
using Figures = std::map<items::Domain, const goals::GoalSummary*>;

Figures figures_of(const Neighbourhood& found) {
  Figures figures;
  std::set<items::ItemId> taken;
  for (const auto domain : all_domains) {
    const auto rank = [&](const goals::GoalSummary& goal) {
      return std::tuple((goal.item.domains & domain) == 0, taken.contains(goal.item.id),
                        std::popcount(goal.item.domains));
    };
    const auto best = std::ranges::min_element(found.goals, {}, rank);
    if (best == found.goals.end() || (best->item.domains & domain) == 0) continue;
    taken.insert(best->item.id);
    figures[domain] = &*best;
  }
  return figures;
}

design::DomainFigure figure_of(const web::Call& call, const goals::GoalSummary& goal) {
  const std::string target = i18n::number(call.language, goal.target);
  const char* word = goal.is_reached ? "overview.goal_reached" : "overview.goal_not_yet";
  return {
      .value = i18n::number(call.language, goal.now),
      .text = goal.indicator,
      .goal = design::StatusBadge{call.text(word, {{"target", target}}), goal.is_reached ? "done" : "goal"}};
}

design::DomainCard card_of(const web::Call& call, const Neighbourhood& found, const Figures& figures,
                           items::Domain domain) {
  design::DomainCard card;
  card.domain = items::domain_names(domain).front();
  card.title = domain_word(call, domain);
  if (const auto figure = figures.find(domain); figure != figures.end())
    card.figure = figure_of(call, *figure->second);
  for (const auto& item : found.signals.at(domain))
    card.items.push_back(
        {.text = item.title, .url = items::url_of(call.service, item), .badge = badge_of(call, item)});
  const auto& counts = found.counts.at(domain);
  card.more = design::Link{
      call.text("overview.counts", {{"signals", counts.open_signals}, {"goals", counts.open_goals}}),
      call.area->path + "/signalen?onderwerp=" + card.domain};
  return card;
}

std::vector<MeetingPointView> meeting_points(const web::Call& call, const Neighbourhood& found) {
  std::vector<MeetingPointView> points;
  for (const auto& goal : found.goals)
    if (std::popcount(goal.item.domains) > 1 && goal.item.is_open)
      points.push_back({goal.item.title, items::url_of(call.service, goal.item),
                        domains_in_words(call, goal.item.domains)});
  return points;
}

design::PromisesTable promises_of(const web::Call& call, const Neighbourhood& found) {
  design::PromisesTable table{.caption = call.text("overview.promises"), .rows = {}};
  for (const auto& commitment : found.commitments) {
    const auto standing = goals::standing_of(call, commitment);
    design::PromiseRow row;
    row.who = found.organisations.at(commitment.promiser);
    row.what = commitment.item.title;
    row.url = items::url_of(call.service, commitment.item);
    row.due = i18n::short_date(call.language, commitment.due, call.today);
    if (commitment.first_due != commitment.due)
      row.first_due = i18n::short_date(call.language, commitment.first_due, call.today);
    row.badge = {standing.word, standing.tone};
    table.rows.push_back(std::move(row));
  }
  return table;
}

design::ItemList gaps_of(const web::Call& call, const Neighbourhood& found) {
  design::ItemList list;
  for (const auto& gap : found.gaps)
    list.rows.push_back(
        {.title = gap.item.title,
         .url = items::url_of(call.service, gap.item),
         .about = call.text("overview.since",
                            {{"date", i18n::short_date(call.language, local_date(gap.since), call.today)}}),
         .gap = call.text(gap.gap)});
  return list;
}

NeighbourhoodView view_of(const web::Call& call, Neighbourhood found) {
  NeighbourhoodView view;
  view.heading = call.text("overview.heading", {{"area", call.area->name}});
  view.intro = call.text("overview.intro");
  view.report_url = call.area->path + "/signalen/nieuw";
  if (const auto& next = found.next_meeting)
    view.next_meeting = NextMeetingView{i18n::date_and_time(call.language, next->begins_at, call.today),
                                        next->place, items::url_of(call.service, next->item)};
  view.map = map_view(call, found);
  const auto figures = figures_of(found);
  for (const auto domain : all_domains) view.domains.push_back(card_of(call, found, figures, domain));
  view.meeting_points = meeting_points(call, found);
  if (!found.commitments.empty()) view.promises.push_back(promises_of(call, found));
  view.promises_url = call.area->path + "/afspraken";
  if (found.late > 0) view.late = call.text("overview.late_count", {{"count", found.late}});
  if (!found.gaps.empty()) view.gaps.push_back(gaps_of(call, found));
  view.more = web::filled_slot(call, "area_overview");
  return view;
}

}  // namespace

http::Response show_neighbourhood(const web::Call& call) {
  const std::string map_title = call.text("overview.map", {{"area", call.area->name}});
  auto found = call.service.database.read(
      [&](db::Transaction& tx) { return read_neighbourhood(call, tx, *call.area, map_title); });
  // A meeting that begins changes the page before midnight does.
  const auto next = found.next_meeting ? std::optional(found.next_meeting->begins_at + std::chrono::hours(4))
                                       : std::nullopt;
  auto response = design::page(call, {.title = call.text("overview.title"), .active_tab = ""},
                               "overview/neighbourhood_page", view_of(call, std::move(found)));
  const Instant midnight = at(plus_days(call.today, 1));
  response.set(web::valid_until_header,
               std::to_string(to_millis(next ? std::min(*next, midnight) : midnight)));
  return response;
}

}  // namespace wijktafel::overview
