#include "capabilities/signals/reads/signal_page.hpp"

#include "capabilities/accounts/accounts.hpp"
#include "capabilities/organisations/organisations.hpp"
#include "capabilities/signals/neighbours_first.hpp"
#include "capabilities/signals/pickup_store.hpp"
#include "capabilities/signals/revisit_store.hpp"
#include "capabilities/signals/signal_change.hpp"

namespace wijktafel::signals {
namespace {

void add_duplicates(const web::Call& call, db::Transaction& tx, SignalDetail& detail) {
  // The link stays in the history when it turns out not to be the same after all; the status says so.
  const auto is_one = [](const items::Item& item) { return item.status == word(Status::duplicate); };
  for (auto& linked : items::led_to(tx, detail.item.id))
    if (linked.kind == items::LinkKind::duplicate_of && is_one(detail.item) &&
        items::find_visible(call, tx, linked.item.id))
      detail.original = std::move(linked.item);
  for (auto& linked : items::came_from(tx, detail.item.id)) {
    const bool is_public = linked.item.visibility == items::Visibility::everyone;
    if (linked.kind == items::LinkKind::duplicate_of && is_public && is_one(linked.item))
      detail.duplicates.push_back(std::move(linked.item));
  }
}

void add_people(const web::Call& call, db::Transaction& tx, SignalDetail& detail) {
  if (detail.item.holder) detail.holder = organisations::name_of(tx, *detail.item.holder);
  const auto area = call.service.find_area(detail.item.area);
  if (!area) return;
  for (auto& person : accounts::people_with_role(tx, "coordinator", area->lineage, call.now))
    detail.coordinators.push_back(std::move(person.name));
}

// Everything but the chain.
std::optional<SignalDetail> read_facts(const web::Call& call, db::Transaction& tx, ItemId id) {
  const auto whole = find_whole(tx, id);
  if (!whole) return std::nullopt;
  SignalDetail detail{.item = whole->item,
                      .kind = whole->row.kind,
                      .status = whole->status,
                      .chance = whole->row.chance,
                      .neighbours_may = whole->row.neighbours_may && !is_for_the_owner(tx, whole->row.theme),
                      .waiting_for = whole->row.waiting_for,
                      .holder = {},
                      .is_with_neighbours = store::find_active_pickup(tx, id).has_value(),
                      .coordinators = {},
                      .confirm_until = std::nullopt,
                      .photos = items::photos_of(tx, id),
                      .chain = {},
                      .suggested_date = term(tx, whole->item.area, whole->row.theme, call.today),
                      .original = std::nullopt,
                      .duplicates = {}};
  if (whole->row.done_at) detail.confirm_until = plus_days(local_date(*whole->row.done_at), confirm_days);
  const auto reporter = store::find_reporter(tx, id);
  detail.ending = ending_of(whole->status, store::was_done_by_neighbours(tx, id));
  if (const auto asked = store::find_open_revisit(tx, id)) detail.still_so_after = asked->months;
  detail.is_reachable = reporter && reporter->reach != Reach::none;
  add_people(call, tx, detail);
  add_duplicates(call, tx, detail);
  return detail;
}

}  // namespace

std::optional<SignalDetail> read_signal(const web::Call& call, db::Transaction& tx, ItemId id) {
  if (!items::find_visible(call, tx, id)) return std::nullopt;
  auto detail = read_facts(call, tx, id);
  if (detail) detail->chain = items::chain(call, tx, id);
  return detail;
}

std::optional<SignalDetail> read_own_signal(const web::Call& call, db::Transaction& tx, ItemId id) {
  if (items::find_visible(call, tx, id)) return read_signal(call, tx, id);
  auto detail = read_facts(call, tx, id);
  web::Call program = call;
  program.actor = identity::system_actor();
  if (detail) detail->chain = items::history(program, tx, id);
  return detail;
}

}  // namespace wijktafel::signals
