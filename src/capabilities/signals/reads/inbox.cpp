#include "capabilities/signals/reads/inbox.hpp"

#include <algorithm>
#include <map>

#include "capabilities/accounts/accounts.hpp"
#include "capabilities/themes/themes.hpp"

namespace wijktafel::signals {
namespace {

using items::Visibility;

std::vector<Visibility> visible_in(const web::Call& call, const std::vector<std::string>& lineage,
                                   bool has_it) {
  std::vector<Visibility> visible{Visibility::everyone};
  if (call.may("items.see_table", lineage)) visible.push_back(Visibility::table);
  if (has_it || call.may("items.see_organisation", lineage)) visible.push_back(Visibility::organisation);
  if (call.may("items.see_confidential", lineage)) visible.push_back(Visibility::confidential);
  return visible;
}

std::vector<std::string> lineage_of_municipality(const web::Call& call) {
  const auto municipality = call.service.find_area_by_slug("");
  return municipality ? municipality->lineage : std::vector<std::string>{};
}

void count(const web::Call& call, db::Transaction& tx, WorkList& list) {
  list.count = store::count_work(tx, list.lists, {.visible = list.visible}, call.today, inbox_count_most);
}

std::vector<WorkList> lists_of_organisations(const web::Call& call, db::Transaction& tx) {
  const auto lineage = lineage_of_municipality(call);
  std::vector<WorkList> lists;
  for (const auto team : organisations::teams_of_person(tx, *call.actor.person)) {
    const auto found = organisations::find_team(tx, team);
    if (found)
      lists.push_back({.of = WorkList::Of::team,
                       .number = raw(team),
                       .name = found->name,
                       .lists = {store::list_of(team)},
                       .visible = visible_in(call, lineage, true)});
  }
  for (const auto organisation : call.actor.organisations())
    lists.push_back({.of = WorkList::Of::organisation,
                     .number = raw(organisation),
                     .name = organisations::name_of(tx, organisation),
                     .lists = {store::list_of(organisation)},
                     .visible = visible_in(call, lineage, true)});
  return lists;
}

// What this person does, and what they do today for who is away.
std::vector<std::string> own_lists(const web::Call& call, db::Transaction& tx) {
  std::vector<std::string> lists{store::list_of(*call.actor.person)};
  for (const auto person : accounts::stands_in_for(tx, *call.actor.person, call.today))
    lists.push_back(store::list_of(person));
  return lists;
}

// Names that return on every row are asked for once.
class Names {
 public:
  Names(const web::Call& call, db::Transaction& tx) : call_(call), tx_(tx) {}
  std::string of(std::optional<OrganisationId> organisation) {
    return kept(organisations_, organisation,
                [&](OrganisationId id) { return organisations::name_of(tx_, id); });
  }
  std::string of(std::optional<PersonId> person) {
    return kept(people_, person, [&](PersonId id) { return accounts::name_of(tx_, id); });
  }
  std::string of(std::optional<organisations::TeamId> team) {
    return kept(teams_, team, [&](organisations::TeamId id) {
      const auto found = organisations::find_team(tx_, id);
      return found ? found->name : std::string();
    });
  }
  std::string of_theme(const std::string& key) {
    if (key.empty()) return {};
    return kept(themes_, std::optional(key),
                [&](const std::string& known) { return themes::name_of(tx_, known, call_.language); });
  }

 private:
  template <class Key, class Ask>
  std::string kept(std::map<Key, std::string>& names, const std::optional<Key>& key, const Ask& ask) {
    if (!key) return {};
    const auto [found, is_new] = names.try_emplace(*key);
    if (is_new) found->second = ask(*key);
    return found->second;
  }

  const web::Call& call_;
  db::Transaction& tx_;
  std::map<OrganisationId, std::string> organisations_;
  std::map<PersonId, std::string> people_;
  std::map<organisations::TeamId, std::string> teams_;
  std::map<std::string, std::string> themes_;
};

}  // namespace

WorkList list_of_area(const web::Call& call, db::Transaction& tx, const web::AreaRef& area) {
  WorkList list{.of = WorkList::Of::area,
                .area = area.key,
                .name = area.name,
                .lists = {area.key},
                .visible = visible_in(call, area.lineage, false)};
  count(call, tx, list);
  return list;
}

std::vector<WorkList> lists_of(const web::Call& call, db::Transaction& tx) {
  std::vector<WorkList> lists;
  if (!call.actor.person) return lists;
  auto theirs = lists_of_organisations(call, tx);
  std::vector<WorkList> areas;
  for (const auto& grant : call.actor.grants) {
    if (grant.role != "coordinator") continue;
    const auto area =
        grant.area.empty() ? call.service.find_area_by_slug("") : call.service.find_area(grant.area);
    const bool is_there =
        area && std::ranges::any_of(areas, [&](const auto& list) { return list.area == area->key; });
    if (area && !is_there) areas.push_back(list_of_area(call, tx, *area));
  }
  if (theirs.empty() && areas.empty()) return lists;
  lists.push_back({.of = WorkList::Of::person,
                   .lists = own_lists(call, tx),
                   .visible = visible_in(call, lineage_of_municipality(call), true)});
  lists.insert(lists.end(), theirs.begin(), theirs.end());
  for (auto& list : lists) count(call, tx, list);
  lists.insert(lists.end(), areas.begin(), areas.end());
  return lists;
}

std::vector<store::InboxViewRow> read_views(const web::Call& call, db::Transaction& tx) {
  constexpr int most = 20;
  if (!call.actor.person) return {};
  return store::views_of(tx, *call.actor.person, most);
}

Inbox read_inbox(const web::Call& call, db::Transaction& tx, const WorkList& list, WorkFilter filter,
                 std::optional<WorkKey> after) {
  filter.visible = list.visible;
  auto rows = store::work_in(tx, list.lists, filter, after, inbox_page + 1);
  Inbox inbox;
  if (rows.size() > inbox_page) {
    rows.resize(inbox_page);
    inbox.next = WorkKey{rows.back().next_date, rows.back().item};
  }
  std::vector<ItemId> ids;
  for (const auto& row : rows) ids.push_back(row.item);
  auto found = items::find_all(tx, ids);
  Names names(call, tx);
  for (auto& row : rows) {
    const auto item = found.find(row.item);
    if (item == found.end()) continue;
    const auto area = call.service.find_area(item->second.area);
    inbox.rows.push_back({.item = std::move(item->second),
                          .work = row,
                          .area = area ? area->name : "",
                          .holder = names.of(row.holder),
                          .team = names.of(row.team),
                          .contact = names.of(row.contact),
                          .theme = names.of_theme(row.theme)});
  }
  return inbox;
}

InboxChoices inbox_choices(const web::Call& call, db::Transaction& tx,
                           const std::vector<OrganisationId>& named) {
  InboxChoices choices;
  for (const auto& theme : themes::list_themes(tx))
    choices.themes.emplace_back(theme.key, themes::name_in(theme, call.language));
  for (auto& organisation : organisations::list_organisations(tx))
    choices.organisations.emplace_back(organisation.id, std::move(organisation.name));
  for (const auto organisation : named) {
    for (auto& team : organisations::teams_of(tx, organisation))
      choices.teams.emplace_back(team.id, std::move(team.name));
    for (auto& person : accounts::members_of(tx, organisation, call.now))
      choices.people.emplace_back(person.id, std::move(person.name));
  }
  return choices;
}

}  // namespace wijktafel::signals
