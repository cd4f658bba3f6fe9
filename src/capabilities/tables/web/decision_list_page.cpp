// The list of decisions of an area: to look up, and to print for who was not there.
#include "capabilities/tables/reads/decision_list.hpp"
#include "capabilities/tables/web/decision_list_view.hpp"
#include "capabilities/tables/web/pages.hpp"
#include "capabilities/tables/web/paths.hpp"
#include "capabilities/tables/web/sentences.hpp"
#include "design/page.hpp"

namespace wijktafel::tables {
namespace {

design::ItemRow row_of(const web::Call& call, const ListedDecision& listed) {
  const auto& [item, decision] = listed;
  return {.title = item.title,
          .url = items::url_of(call.service, item),
          .about = i18n::long_date(call.language, local_date(item.created_at), call.today) + " · " +
                   how_taken(call, decision),
          .badge = design::StatusBadge{items::status_word(call, item), items::tone_of(call.service, item)}};
}

}  // namespace

http::Response show_decisions(const web::Call& call) {
  const auto before = asked_before(call);
  const auto list =
      call.service.database.read([&](db::Transaction& tx) { return list_decisions(call, tx, before); });
  DecisionListView view;
  if (!list.decisions.empty()) view.list.emplace();
  for (const auto& one : list.decisions) view.list->rows.push_back(row_of(call, one));
  if (!view.list)
    view.empty = design::EmptyState{
        .text = call.text("tables.page.no_decisions"),
        .action = design::Link{call.text("tables.decisions.to_table"), table_path(*call.area)}};
  if (before) view.pages.newer_url = decisions_path(*call.area);
  if (list.older_than)
    view.pages.older_url = decisions_path(*call.area) + "?voor=" + std::to_string(raw(*list.older_than));
  return design::page(call,
                      {.title = call.text("tables.decisions.title"),
                       .active_tab = "tafel",
                       .back_url = table_path(*call.area),
                       .query = {"voor"}},
                      "tables/decision_list", view);
}

}  // namespace wijktafel::tables
