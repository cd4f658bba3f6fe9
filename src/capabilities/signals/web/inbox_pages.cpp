// The inbox: what somebody has to do, what is due first on top.
#include <algorithm>

#include "capabilities/signals/reads/inbox.hpp"
#include "capabilities/signals/web/inbox_query.hpp"
#include "capabilities/signals/web/inbox_views.hpp"
#include "capabilities/signals/web/pages.hpp"
#include "capabilities/signals/web/paths.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"
#include "platform/web/slots.hpp"

namespace wijktafel::signals {
namespace {

using design::Choice;

std::string day(const web::Call& call, Date date) { return i18n::long_date(call.language, date, call.today); }

std::string name_of(const web::Call& call, const WorkList& list) {
  return list.of == WorkList::Of::person ? call.text("signals.work.mine") : list.name;
}

std::string counted(int count) {
  return count >= inbox_count_most ? std::to_string(inbox_count_most - 1) + "+" : std::to_string(count);
}

InboxTab tab_of(const web::Call& call, const WorkList& list, bool current) {
  InboxTab tab{.name = name_of(call, list),
               .count = counted(list.count.all),
               .late = std::nullopt,
               .url = inbox_path(call.service, list),
               .current = current};
  if (list.count.late > 0)
    tab.late = call.text("signals.work.late_count", {{"count", std::int64_t{list.count.late}}});
  return tab;
}

// --- the filter ---
template <class Value>
std::vector<std::string> words_of(const std::vector<Value>& values) {
  std::vector<std::string> words;
  for (const auto value : values) words.emplace_back(word(value));
  return words;
}

std::vector<Choice> with_stem(const web::Call& call, const std::string& stem,
                              const std::vector<std::string>& values) {
  std::vector<Choice> choices;
  for (const auto& value : values) choices.push_back({.value = value, .label = call.text(stem + "." + value)});
  return choices;
}

template <class Named>
void add_named(std::vector<Choice>& choices, const Named& named) {
  for (const auto& [id, name] : named) choices.push_back({.value = std::to_string(raw(id)), .label = name});
}

class FilterForm {
 public:
  FilterForm(const web::Call& call, const InboxQuery& query) : call_(call), query_(query), fields_(call) {}

  InboxFilter make(const WorkList& list, const InboxChoices& choices) {
    InboxFilter filter;
    const std::string address = inbox_path(call_.service, list);
    filter.url = address.substr(0, address.find('?'));
    if (const auto name = name_in_address(list); !name.empty()) filter.list = name;
    filter.open = query_.is_filtered();
    filter.words = fields_.text("zoek", "signals.work.words", query_.value("zoek"),
                                {.optional = true, .type = "search"});
    add(filter, "datum", with_stem(call_, "signals.work.when", {"laat", "week"}));
    std::vector<std::string> open;
    for (const auto status : all_statuses())
      if (is_open(status)) open.emplace_back(word(status));
    add(filter, "stand", with_stem(call_, "signals.status", open));
    add_theme(filter, choices);
    add(filter, "onderwerp", with_stem(call_, "items.domain", {"social", "physical", "safety"}));
    add_people(filter, list, choices);
    add(filter, "voorrang", with_stem(call_, "signals.priority", words_of(all_priorities())));
    add(filter, "kanaal", with_stem(call_, "signals.channel", words_of(all_channels())));
    filter.submit.text = call_.text("signals.list.apply");
    if (query_.is_filtered()) filter.submit.way_out = design::Link{call_.text("signals.work.clear"), address};
    return filter;
  }

 private:
  void add(InboxFilter& filter, const std::string& name, std::vector<Choice> choices) {
    const std::string stem = "signals.work.by_" + name;
    choices.insert(choices.begin(), {.value = "all", .label = call_.text("signals.work.any")});
    const auto chosen = query_.value(name);
    filter.fields.push_back(fields_.select(name, stem, std::move(choices), chosen.empty() ? "all" : chosen));
  }
  void add_theme(InboxFilter& filter, const InboxChoices& choices) {
    std::vector<Choice> themes{{.value = "geen", .label = call_.text("signals.work.no_theme")}};
    for (const auto& [key, name] : choices.themes) themes.push_back({.value = key, .label = name});
    if (!choices.themes.empty()) add(filter, "thema", std::move(themes));
  }
  void add_people(InboxFilter& filter, const WorkList& list, const InboxChoices& choices) {
    if (list.of == WorkList::Of::area || list.of == WorkList::Of::person) {
      std::vector<Choice> holders{{.value = "niemand", .label = call_.text("signals.work.with_nobody")}};
      add_named(holders, choices.organisations);
      add(filter, "bij", std::move(holders));
    }
    std::vector<Choice> teams;
    add_named(teams, choices.teams);
    if (!teams.empty() && list.of != WorkList::Of::team) add(filter, "team", std::move(teams));
    if (list.of == WorkList::Of::person) return;
    std::vector<Choice> people{{.value = "ik", .label = call_.text("signals.work.myself")},
                               {.value = "niemand", .label = call_.text("signals.work.no_person")}};
    for (const auto& [id, name] : choices.people)
      if (id != call_.actor.person) people.push_back({.value = std::to_string(raw(id)), .label = name});
    add(filter, "wie", std::move(people));
  }

  const web::Call& call_;
  const InboxQuery& query_;
  design::Fields fields_;
};

// --- the rows ---
std::string who_has(const web::Call& call, const InboxRow& row) {
  std::string who = row.holder.empty() ? call.text("signals.work.nobody") : row.holder;
  if (!row.team.empty()) who += ", " + row.team;
  if (!row.contact.empty()) who += ", " + row.contact;
  return who;
}

InboxLine line_of(const web::Call& call, const WorkList& list, const InboxRow& row) {
  const bool late = row.work.next_date < call.today;
  const bool is_confidential = row.work.visibility == items::Visibility::confidential;
  const bool names_areas = list.of != WorkList::Of::area || list.area != row.item.area;
  std::string about = call.text("signals.page.number", {{"number", raw(row.item.id)}});
  if (names_areas && !row.area.empty()) about += " · " + row.area;
  if (!row.theme.empty()) about += " · " + row.theme;
  about += " · " + call.text(late ? "signals.work.about_late" : "signals.work.about",
                             {{"holder", who_has(call, row)}, {"date", day(call, row.work.next_date)}});
  InboxLine line{.number = raw(row.item.id),
                 .title = is_confidential ? call.text("signals.work.confidential") : row.item.title,
                 .url = items::url_of(call.service, row.item),
                 .about = std::move(about),
                 .badge = {items::status_word(call, row.item),
                           late ? "late" : items::tone_of(call.service, row.item)},
                 .urgent = std::nullopt};
  if (row.work.priority == Priority::high) line.urgent = call.text("signals.work.urgent");
  return line;
}

const char* group_of(const web::Call& call, Date date) {
  if (date < call.today) return "signals.work.late";
  const auto weekday = std::chrono::weekday(std::chrono::sys_days(call.today)).iso_encoding();
  return date < plus_days(call.today, 8 - static_cast<int>(weekday)) ? "signals.work.this_week"
                                                                     : "signals.work.later";
}

std::vector<InboxGroup> groups_of(const web::Call& call, const WorkList& list,
                                  const std::vector<InboxRow>& rows) {
  std::vector<InboxGroup> groups;
  for (const auto& row : rows) {
    const std::string title = call.text(group_of(call, row.work.next_date));
    if (groups.empty() || groups.back().title != title) groups.push_back({.title = title, .rows = {}});
    groups.back().rows.push_back(line_of(call, list, row));
  }
  return groups;
}

// Whose teams and people the filter and the forms offer.
std::vector<OrganisationId> organisations_named(const web::Call& call, const WorkList& list,
                                                const WorkFilter& filter) {
  if (list.of == WorkList::Of::organisation) return {OrganisationId{list.number}};
  if (filter.holder && *filter.holder) return {**filter.holder};
  return call.actor.organisations();
}

struct Shown {
  std::vector<WorkList> lists;
  WorkList current;
  Inbox inbox;
  InboxChoices choices;
};

http::Response inbox_page_of(const web::Call& call, const InboxQuery& query, const Shown& shown,
                             std::string_view slot) {
  const auto& list = shown.current;
  const std::string address = as_address(query);
  InboxView view;
  view.more = web::filled_slot(call, slot);
  for (const auto& one : shown.lists)
    view.tabs.push_back(tab_of(call, one, one.lists == list.lists));
  view.summary = call.text("signals.work.summary",
                           {{"open", std::int64_t{list.count.all}}, {"late", std::int64_t{list.count.late}}});
  view.filter = FilterForm(call, query).make(list, shown.choices);
  view.groups = groups_of(call, list, shown.inbox.rows);
  if (shown.inbox.rows.empty()) {
    view.empty = design::EmptyState{
        .text = call.text(query.is_filtered() ? "signals.work.empty_filtered" : "signals.work.empty")};
    if (query.is_filtered())
      view.empty->action = design::Link{call.text("signals.work.clear"), inbox_path(call.service, list)};
  }
  if (query.after) view.first_url = inbox_path(call.service, list, address);
  if (shown.inbox.next)
    view.next_url = inbox_path(call.service, list,
                               address + (address.empty() ? "" : "&") + "na=" +
                                   iso_date(shown.inbox.next->next_date) + "." +
                                   std::to_string(raw(shown.inbox.next->item)));
  if (list.of == WorkList::Of::area) view.list_url = list_path(*call.area);
  return design::page(call,
                      {.title = call.text("signals.work.title"),
                       .active_tab = list.of == WorkList::Of::area ? std::optional(std::string(segment))
                                                                   : std::nullopt,
                       .is_private = true,
                       .query = inbox_query_names()},
                      "signals/inbox", view);
}

void fill(const web::Call& call, db::Transaction& tx, const InboxQuery& query, Shown& shown) {
  const auto filter = filter_of(query, call);
  shown.inbox = read_inbox(call, tx, shown.current, filter, query.after);
  shown.choices = inbox_choices(call, tx, organisations_named(call, shown.current, filter));
}

}  // namespace

http::Response show_work(const web::Call& call) {
  const auto query = inbox_query(call.request.query);
  const auto shown = call.service.database.read([&](db::Transaction& tx) {
    Shown read{.lists = lists_of(call, tx), .current = list_of_area(call, tx, *call.area), .inbox = {}, .choices = {}};
    fill(call, tx, query, read);
    return read;
  });
  return inbox_page_of(call, query, shown, "area_work");
}

// Who coordinates an area begins there, who belongs to an organisation with what it has; everybody else has
// nothing to work on, only a page of their own.
http::Response show_my_work(const web::Call& call) {
  const auto query = inbox_query(call.request.query);
  const std::string asked(call.request.query_value("lijst"));
  const auto shown = call.service.database.read([&](db::Transaction& tx) {
    Shown read{.lists = lists_of(call, tx), .current = {}, .inbox = {}, .choices = {}};
    if (read.lists.empty()) return read;
    auto chosen = std::ranges::find_if(read.lists, [&](const WorkList& list) {
      return asked.empty() ? list.of == WorkList::Of::area : name_in_address(list) == asked;
    });
    if (chosen == read.lists.end())
      chosen = std::ranges::find_if(
          read.lists, [](const WorkList& list) { return list.of == WorkList::Of::organisation; });
    read.current = chosen == read.lists.end() ? read.lists.front() : *chosen;
    if (read.current.of != WorkList::Of::area) fill(call, tx, query, read);
    return read;
  });
  if (shown.lists.empty()) return http::see_other(call.service.municipality_path + "/mijn");
  if (shown.current.of == WorkList::Of::area)
    return http::see_other(inbox_path(call.service, shown.current, as_address(query)));
  return inbox_page_of(call, query, shown, "my_page");
}

}  // namespace wijktafel::signals
