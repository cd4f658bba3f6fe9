// The commitments of an area: what is late, what is open, what became of the others.
#include "capabilities/goals/reads/lists.hpp"
#include "capabilities/goals/web/commitment_views.hpp"
#include "capabilities/goals/web/pages.hpp"
#include "capabilities/goals/web/paths.hpp"
#include "capabilities/goals/web/shown.hpp"
#include "design/page.hpp"

namespace wijktafel::goals {
namespace {

struct Filter {
  std::string_view value;  // of "?stand=", as people see it in the address
  std::string_view words;
  CommitmentList list;
};
constexpr Filter filters[] = {{"te-laat", "goals.commitment_list.late", CommitmentList::late},
                              {"open", "goals.commitment_list.open", CommitmentList::open},
                              {"klaar", "goals.commitment_list.ended", CommitmentList::ended}};

const Filter& chosen(const web::Call& call) {
  for (const auto& filter : filters)
    if (call.request.query_value("stand") == filter.value) return filter;
  return filters[1];
}

std::int64_t count_of(const CommitmentPage& page, CommitmentList list) {
  switch (list) {
    case CommitmentList::late: return page.late;
    case CommitmentList::open: return page.open;
    case CommitmentList::ended: return page.ended;
  }
  return 0;
}

std::string filtered(const web::Call& call, const Filter& filter) {
  return commitments_path(*call.area) + "?stand=" + std::string(filter.value);
}

std::string nothing_here(const web::Call& call, const Filter& filter) {
  return call.text(std::string(filter.words) + "_empty");
}

}  // namespace

http::Response show_commitments(const web::Call& call) {
  const auto& filter = chosen(call);
  struct Found {
    CommitmentPage page;
    std::map<OrganisationId, std::string> names;
  };
  const auto found = call.service.database.read([&](db::Transaction& tx) {
    return Found{
        list_commitments(tx, call.area->key, filter.list, call.today, call.request.query_value("vanaf")),
        organisation_names(tx)};
  });
  CommitmentListView view;
  view.title = call.text("goals.commitment_list.title");
  for (const auto& each : filters)
    view.filters.push_back(
        {.text = call.text(std::string(each.words), {{"count", count_of(found.page, each.list)}}),
         .url = filtered(call, each),
         .chosen = &each == &filter});
  view.promises = promises_table(call, found.page.commitments, found.names, false);
  view.intentions = promises_table(call, found.page.commitments, found.names, true);
  if (!view.promises && !view.intentions) view.empty = design::EmptyState{.text = nothing_here(call, filter)};
  if (!found.page.next.empty()) view.next_url = filtered(call, filter) + "&vanaf=" + found.page.next;
  if (call.may("goals.make")) view.new_url = new_commitment_path(*call.area, std::nullopt);
  return design::page(call,
                      {.title = view.title,
                       .active_tab = "doelen",
                       .back_url = goals_path(*call.area),
                       .query = {"stand", "vanaf"}},
                      "goals/commitment_list", view);
}

}  // namespace wijktafel::goals
