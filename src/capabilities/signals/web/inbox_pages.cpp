// The inbox: what somebody has to do, what is due first on top.
#include <algorithm>

#include "capabilities/signals/actions/keep_view.hpp"
#include "capabilities/signals/reads/inbox.hpp"
#include "capabilities/signals/web/inbox_query.hpp"
#include "capabilities/signals/web/inbox_views.hpp"
#include "capabilities/signals/web/pages.hpp"
#include "capabilities/signals/web/paths.hpp"
#include "capabilities/signals/web/refusals.hpp"
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
  for (const auto& value : values)
    choices.push_back({.value = value, .label = call.text(stem + "." + value)});
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

bool all_are_picked(const web::Call& call) { return call.request.query_value("alles") == "ja"; }

InboxLine line_of(const web::Call& call, const WorkList& list, const InboxRow& row) {
  const bool late = row.work.next_date < call.today;
  const bool is_confidential = row.work.visibility == items::Visibility::confidential;
  const bool names_areas = list.of != WorkList::Of::area || list.area != row.item.area;
  std::string about = call.text("signals.page.number", {{"number", raw(row.item.id)}});
  if (names_areas && !row.area.empty()) about += " · " + row.area;
  if (!row.theme.empty()) about += " · " + row.theme;
  about += " · " + call.text(late ? "signals.work.about_late" : "signals.work.about",
                             {{"holder", who_has(call, row)}, {"date", day(call, row.work.next_date)}});
  InboxLine line{
      .number = raw(row.item.id),
      .title = is_confidential ? call.text("signals.work.confidential") : row.item.title,
      .url = items::url_of(call.service, row.item),
      .about = std::move(about),
      .badge = {items::status_word(call, row.item), late ? "late" : items::tone_of(call.service, row.item)},
      .urgent = std::nullopt,
      .pick = {}};
  line.pick = call.text("signals.bulk.pick", {{"number", raw(row.item.id)}});
  line.picked = all_are_picked(call);
  line.version = row.item.version;
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

// --- what can be done with several at once ---
BulkForm bulk_form(const web::Call& call, const WorkList& list, const std::string& address,
                   const InboxChoices& choices) {
  const design::Fields fields(call);
  BulkForm form;
  form.url = call.service.municipality_path + "/mijn-werk/tegelijk";
  form.back = inbox_path(call.service, list, address);
  form.pick_all_url = inbox_path(call.service, list, address + (address.empty() ? "alles=ja" : "&alles=ja"));
  form.is_open = all_are_picked(call);
  const auto add = [&](const std::string& name, std::vector<Choice> all) {
    form.fields.push_back(fields.select("bulk_" + name, "signals.bulk." + name, std::move(all), "", true));
  };
  const Choice none{.value = "niemand", .label = call.text("signals.bulk.nobody")};
  const bool coordinates = std::ranges::any_of(
      call.actor.grants, [](const identity::Grant& grant) { return grant.role == "coordinator"; });
  if (coordinates) {
    std::vector<Choice> holders{none};
    add_named(holders, choices.organisations);
    add("holder", std::move(holders));
  }
  std::vector<Choice> teams{none};
  add_named(teams, choices.teams);
  if (!choices.teams.empty()) add("team", std::move(teams));
  std::vector<Choice> people{none};
  add_named(people, choices.people);
  if (!choices.people.empty()) add("contact", std::move(people));
  add("priority", with_stem(call, "signals.priority", words_of(all_priorities())));
  form.submit.text = call.text("signals.bulk.button");
  if (!coordinates) return form;
  std::vector<Choice> themes{{.value = "geen", .label = call.text("signals.work.no_theme")}};
  for (const auto& [key, name] : choices.themes) themes.push_back({.value = key, .label = name});
  if (!choices.themes.empty()) add("theme", std::move(themes));
  form.date = fields.date("bulk_date", "signals.bulk.date", "", {.optional = true, .earliest = call.today});
  form.original = fields.text("bulk_original", "signals.bulk.original", "",
                              {.optional = true, .input_mode = "numeric", .width = "short"});
  return form;
}

// Whose teams and people the filter and the forms offer.
std::vector<OrganisationId> organisations_named(const web::Call& call, const WorkList& list,
                                                const WorkFilter& filter) {
  if (list.of == WorkList::Of::organisation) return {OrganisationId{list.number}};
  if (filter.holder && *filter.holder) return {**filter.holder};
  return call.actor.organisations();
}

std::string kept_name(const WorkList& list) {
  return list.of == WorkList::Of::area ? list.area : name_in_address(list);
}

// Views of a list that this person has no more are left out.
void add_saved(const web::Call& call, const std::vector<store::InboxViewRow>& kept,
               const std::vector<WorkList>& lists, const std::string& address, const WorkList& current,
               InboxView& view) {
  const std::string path = call.service.municipality_path + "/mijn-werk/lijsten";
  for (const auto& row : kept)
    for (const auto& list : lists)
      if (kept_name(list) == row.list)
        view.saved.push_back({.id = raw(row.id),
                              .title = row.title,
                              .url = inbox_path(call.service, list, row.query),
                              .is_first = row.is_first,
                              .remove_url = path + "/weg"});
  if (address.empty()) return;
  const design::Fields fields(call);
  view.save = SaveViewForm{.url = path,
                           .list = kept_name(current),
                           .query = address,
                           .title = fields.text("view_title", "signals.work.saved.name", ""),
                           .first = fields.tick("first", "signals.work.saved.first", false),
                           .submit = {.text = call.text("signals.work.saved.button")}};
}

struct Shown {
  std::vector<WorkList> lists;
  WorkList current;
  Inbox inbox;
  InboxChoices choices;
  std::vector<store::InboxViewRow> views;
};

http::Response inbox_page_of(const web::Call& call, const InboxQuery& query, const Shown& shown,
                             std::string_view slot) {
  const auto& list = shown.current;
  const std::string address = as_address(query);
  InboxView view;
  view.more = web::filled_slot(call, slot);
  for (const auto& one : shown.lists) view.tabs.push_back(tab_of(call, one, one.lists == list.lists));
  view.summary = call.text("signals.work.summary",
                           {{"open", std::int64_t{list.count.all}}, {"late", std::int64_t{list.count.late}}});
  view.filter = FilterForm(call, query).make(list, shown.choices);
  add_saved(call, shown.views, shown.lists, address, list, view);
  view.groups = groups_of(call, list, shown.inbox.rows);
  if (shown.inbox.rows.empty()) {
    view.empty = design::EmptyState{
        .text = call.text(query.is_filtered() ? "signals.work.empty_filtered" : "signals.work.empty")};
    if (query.is_filtered())
      view.empty->action = design::Link{call.text("signals.work.clear"), inbox_path(call.service, list)};
  }
  if (!shown.inbox.rows.empty()) view.bulk = bulk_form(call, list, address, shown.choices);
  if (query.after) view.first_url = inbox_path(call.service, list, address);
  if (shown.inbox.next)
    view.next_url =
        inbox_path(call.service, list,
                   address + (address.empty() ? "" : "&") + "na=" + iso_date(shown.inbox.next->next_date) +
                       "." + std::to_string(raw(shown.inbox.next->item)));
  if (list.of == WorkList::Of::area) {
    view.list_url = list_path(*call.area);
    view.templates_url = list_path(*call.area) + "/standaardantwoorden";
  }
  return design::page(
      call,
      {.title = call.text("signals.work.title"),
       .active_tab = list.of == WorkList::Of::area ? std::optional(std::string(segment)) : std::nullopt,
       .is_private = true,
       .query = inbox_query_names()},
      "signals/inbox", view);
}

void fill(const web::Call& call, db::Transaction& tx, const InboxQuery& query, Shown& shown) {
  const auto filter = filter_of(query, call);
  shown.views = read_views(call, tx);
  shown.inbox = read_inbox(call, tx, shown.current, filter, query.after);
  shown.choices = inbox_choices(call, tx, organisations_named(call, shown.current, filter));
}

}  // namespace

http::Response show_work(const web::Call& call) {
  const auto query = inbox_query(call.request.query);
  const auto shown = call.service.database.read([&](db::Transaction& tx) {
    Shown read{.lists = lists_of(call, tx),
               .current = list_of_area(call, tx, *call.area),
               .inbox = {},
               .choices = {},
               .views = {}};
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
    Shown read{.lists = lists_of(call, tx), .current = {}, .inbox = {}, .choices = {}, .views = {}};
    if (read.lists.empty()) return read;
    read.views = read_views(call, tx);
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
  // Whoever keeps a list of their own to open first begins there.
  if (asked.empty() && !query.is_filtered())
    for (const auto& row : shown.views)
      for (const auto& list : shown.lists)
        if (row.is_first && kept_name(list) == row.list)
          return http::see_other(inbox_path(call.service, list, row.query));
  if (shown.current.of == WorkList::Of::area)
    return http::see_other(inbox_path(call.service, shown.current, as_address(query)));
  return inbox_page_of(call, query, shown, "my_page");
}

http::Response send_view(const web::Call& call) {
  web::FormReader reader(call.request.form);
  const auto title =
      reader.text("view_title", {.most = view_title_most, .missing_key = "signals.fault.title_missing"});
  // Read and written again, so that only what the inbox itself asks is kept.
  const auto query = as_address(inbox_query(http::parse_query(call.request.form.get("query"))));
  const auto wanted = call.request.form.get("list");
  const auto lists = call.service.database.read([&](db::Transaction& tx) { return lists_of(call, tx); });
  const auto list =
      std::ranges::find_if(lists, [&](const WorkList& one) { return kept_name(one) == wanted; });
  if (list == lists.end()) return http::see_other(call.service.municipality_path + "/mijn-werk");
  if (!reader.ok()) return sentence_page(call, {"signals.fault.title_missing", {}, 422});
  const auto kept = call.service.database.write([&](db::Transaction& tx) {
    return keep_view(
        tx, *call.actor.person,
        {.title = title, .list = kept_name(*list), .query = query, .is_first = reader.checked("first")});
  });
  if (!kept) return refusal_page(call, kept.error());
  return http::see_other(inbox_path(call.service, *list, query));
}

http::Response remove_view_asked(const web::Call& call) {
  web::FormReader reader(call.request.form);
  const auto id = reader.whole_number("view", 1, 999'999'999'999'999);
  if (id)
    call.service.database.write(
        [&](db::Transaction& tx) { remove_view(tx, *call.actor.person, InboxViewId{*id}); });
  return http::see_other(call.service.municipality_path + "/mijn-werk");
}

}  // namespace wijktafel::signals
