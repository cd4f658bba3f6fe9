// The page of the table, and the form that says how it works.
#include <algorithm>

#include "base/text.hpp"
#include "capabilities/tables/actions/set_rules.hpp"
#include "capabilities/tables/reads/table_page.hpp"
#include "capabilities/tables/web/pages.hpp"
#include "capabilities/tables/web/paths.hpp"
#include "capabilities/tables/web/phases.hpp"
#include "capabilities/tables/web/sentences.hpp"
#include "capabilities/tables/web/table_views.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"

namespace wijktafel::tables {

namespace {

constexpr std::size_t name_limit = 120;
constexpr std::size_t voters_limit = 200;
constexpr int most_votes = 10'000;

// --- the page ---

design::ItemList meeting_list(const web::Call& call, const std::vector<ListedMeeting>& meetings) {
  design::ItemList list;
  for (const auto& [item, meeting] : meetings)
    list.rows.push_back({.title = item.title,
                         .url = meeting_path(*call.area, item.id),
                         .about = when(call, meeting) + " · " + meeting.place,
                         .badge = badge_of(call, item, meeting)});
  return list;
}

design::ItemList decision_list(const web::Call& call, const std::vector<items::Item>& decisions) {
  design::ItemList list;
  for (const auto& item : decisions)
    list.rows.push_back(
        {.title = item.title,
         .url = items::url_of(call.service, item),
         .about = i18n::long_date(call.language, local_date(item.created_at), call.today),
         .badge = design::StatusBadge{items::status_word(call, item), items::tone_of(call.service, item)}});
  return list;
}

std::optional<std::string> state_note(const web::Call& call, const Body& body) {
  if (body.state == "active") return std::nullopt;
  return call.text("tables.body_state." + body.state);
}

// The first that goes on, shown large; a cancelled one is in the list.
void add_coming(const web::Call& call, const std::vector<ListedMeeting>& coming, WorkingTable& table) {
  auto rest = coming;
  const auto next =
      std::ranges::find_if(rest, [](const auto& one) { return one.item.status != "cancelled"; });
  if (next != rest.end()) {
    table.next = NextMeetingView{.when = when(call, next->meeting),
                                 .place = next->meeting.place,
                                 .url = meeting_path(*call.area, next->item.id),
                                 .badge = badge_of(call, next->item, next->meeting),
                                 .not_public = !next->meeting.is_public};
    rest.erase(next);
  }
  if (!rest.empty()) table.more_coming = meeting_list(call, rest);
}

WorkingTable working_table(const web::Call& call, const TablePage& page) {
  WorkingTable table;
  if (page.body) {
    table.state_note = state_note(call, *page.body);
    table.rules = rules_in_words(call, *page.body);
  }
  add_coming(call, page.coming, table);
  if (!page.decisions.empty()) {
    table.decisions = decision_list(call, page.decisions);
    table.decisions_url = decisions_path(*call.area);
  }
  if (!page.past.empty()) table.past = meeting_list(call, page.past);
  if (page.older_than)
    table.older_url = table_path(*call.area) + "?voor=" + std::to_string(raw(*page.older_than)) + "#eerder";
  table.calendar_url = calendar_path(*call.area);
  return table;
}

TablesWithin tables_within(const web::Call& call, const std::vector<Body>& bodies) {
  TablesWithin within{.heading = call.text("tables.page.tables_within", {{"area", call.area->name}}),
                      .tables = {}};
  for (const auto& body : bodies)
    if (const auto area = call.service.find_area(body.area))
      within.tables.push_back({body.name, table_path(*area)});
  return within;
}

TableView view_of(const web::Call& call, const TablePage& page) {
  TableView view;
  view.name = page.body ? page.body->name : call.text("tables.page.title");
  if (page.body || !page.coming.empty() || !page.past.empty()) view.table = working_table(call, page);
  if (!page.tables_within.empty()) view.within = tables_within(call, page.tables_within);
  if (!view.table && !view.within)
    view.empty = design::EmptyState{.text = call.text("tables.page.no_table", {{"area", call.area->name}}),
                                    .action = design::Link{call.text("tables.page.no_table_action"),
                                                           call.service.municipality_path + "/organisaties"}};
  if (call.may("tables.prepare")) {
    view.plan_url = plan_path(*call.area);
    if (page.body) view.rules_url = rules_path(*call.area);
  }
  return view;
}

// --- the form ---

std::vector<std::string> values_of(const auto& words) { return {std::begin(words), std::end(words)}; }

struct TypedRules {
  Body body;
  std::string quorum;
};

TypedRules read_rules(web::FormReader& reader, const std::string& area) {
  TypedRules typed;
  typed.body.area = area;
  typed.body.name = reader.text("name", {.most = name_limit, .missing_key = "tables.fault.name_missing"});
  typed.body.state =
      reader.choice("state", values_of(body_states), "tables.fault.state_missing").value_or("");
  typed.body.decides_by =
      reader.choice("decides_by", values_of(decision_ways), "tables.fault.decides_by_missing").value_or("");
  typed.body.voters =
      reader.text("voters", {.most = voters_limit, .missing_key = "tables.fault.voters_missing"});
  typed.quorum = reader.typed("quorum");
  typed.body.quorum = static_cast<int>(
      reader.whole_number("quorum", 0, most_votes, "tables.fault.quorum_missing").value_or(0));
  return typed;
}

http::Response rules_page(const web::Call& call, const TypedRules& typed,
                          std::span<const web::FieldFault> faults = {}) {
  const design::Fields fields(call, faults);
  RulesView view;
  view.url = rules_path(*call.area);
  view.faults = fields.summary();
  view.name = fields.text("name", "tables.rules.name", typed.body.name);
  view.state = fields.choice("state", "tables.rules.state",
                             fields.answers("tables.rules.state", values_of(body_states)), typed.body.state);
  view.decides_by = fields.choice("decides_by", "tables.rules.decides_by",
                                  fields.answers("tables.rules.decides_by", values_of(decision_ways)),
                                  typed.body.decides_by);
  view.voters = fields.text("voters", "tables.rules.voters", typed.body.voters);
  view.quorum =
      fields.text("quorum", "tables.rules.quorum", typed.quorum, {.input_mode = "numeric", .width = "short"});
  view.submit = {.text = call.text("tables.rules.save")};
  return design::page(call,
                      {.title = call.text("tables.rules.title"),
                       .active_tab = "tafel",
                       .narrow = true,
                       .back_url = table_path(*call.area),
                       .has_faults = !faults.empty()},
                      "tables/table_rules", view, faults.empty() ? 200 : 422);
}

}  // namespace

http::Response show_table(const web::Call& call) {
  const auto page = call.service.database.read(
      [&](db::Transaction& tx) { return read_table(call, tx, asked_before(call)); });
  const auto view = view_of(call, page);
  auto response = design::page(call, {.title = view.name, .active_tab = "tafel", .query = {"voor"}},
                               "tables/table_page", view);
  std::vector<std::optional<Instant>> moments;
  for (const auto& [item, meeting] : page.coming)
    moments.push_back(next_phase_at(item.status, meeting.begins_at, call.now));
  set_valid_until(response, moments);
  return response;
}

http::Response show_rules(const web::Call& call) {
  auto body = call.service.database.read([&](db::Transaction& tx) { return find_rules(tx, call.area->key); });
  if (!body) body = first_rules(call);
  const auto quorum = std::to_string(body->quorum);
  return rules_page(call, {*std::move(body), quorum});
}

http::Response change_rules(const web::Call& call) {
  web::FormReader reader(call.request.form);
  const auto typed = read_rules(reader, call.area->key);
  if (!reader.ok()) return rules_page(call, typed, reader.faults());
  call.service.database.write([&](db::Transaction& tx) { set_rules(tx, typed.body); });
  return http::see_other(table_path(*call.area));
}

}  // namespace wijktafel::tables
